/** Tells a custom template of Tag Manager by its content: Smarty templates have the same ending. */

/** A template begins with one of these headings. */
export const TEMPLATE_HEAD = /___(?:TERMS_OF_SERVICE|INFO|TEMPLATE_PARAMETERS)___/;
/** How far into the text the first heading may stand. */
export const TEMPLATE_HEAD_REACH = 400;

const AT_START = new RegExp(`^\\uFEFF?\\s{0,200}${TEMPLATE_HEAD.source}`);
const CODE = /^_{2,5}SANDBOXED_JS(?:_[A-Z_]{1,30})?_{2,5}[ \t\r]*$/m;

/** True for a text that begins as the templates of Tag Manager do, or has their section of code. */
export function looksLikeGtmTemplate(text: string): boolean {
  return AT_START.test(text.slice(0, TEMPLATE_HEAD_REACH)) || CODE.test(text);
}
