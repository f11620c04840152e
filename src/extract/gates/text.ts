/** One spelling for what scripts and templates write in many: texts that ask the same are equal. */

/** Longer expressions are no declared gate. */
const LONGEST = 300;

/**
 * The spelling of an expression that does not depend on the language: `window.consent?.['ads']` and `$consent->ads` are
 * `consent.ads`, `has_consent? :ads`, `has_consent?("ads")` and `request|has_consent: 'ads'` quote their word alike.
 */
export function gateText(text: string): string {
  if (text.length > LONGEST) return '';
  let plain = picked(text.replace(/["`]/g, "'")).trim();
  plain = plain.replace(/^\{\{\s*|\s*\}\}$/g, '').replace(/^(?:await\s|\()\s*/, '');
  // Symbols of Ruby are words, so is what stands behind a filter's colon.
  plain = plain.replace(/([\s(,]):(\w+)/g, "$1'$2'").replace(/:\s*(?=')/g, ' ');
  plain = plain.replace(/\s*(?:\??-\s?>|\?\.|!\.)\s*/g, '.').replace(/\.(?=[[(])/g, '');
  plain = plain.replace(/\[\s*'([\w$-]+)'\s*\]/g, '.$1').replace(/\(\s+\)/g, '()');
  // Brackets of arguments: some languages write none.
  plain = plain.replace(/\(\)/g, '\u0001').replace(/[(),]/g, ' ').replaceAll('\u0001', '()');
  plain = plain.replace(/\s+/g, ' ').replace(/(?<![\w'$]) | (?![\w'$])|(?<=') | (?=')/g, '');
  plain = plain.replace(/^(?:[$@.]+(?=\w)|(?:window|self|globalThis|this)\.)+/, '');
  return plain.replace(/={2,3}/g, '==').trim();
}

/** What a template prints a yes or no of, without what turns it into text: `privacy.ads | json`, `json_encode($ads)`. */
export function printed(expression: string): string {
  return expression
    .slice(0, LONGEST)
    .replace(/\s*\?\s*["']?(?:true|1)["']?\s*:\s*["']?(?:false|0|)["']?\s*;?$/, '')
    .replace(
      /(?:\s*\|\s*(?:json|tojson|to_json|json_encode|dump|raw|safe|e|escape|escapejs|string|lower|upper|yesno)\b(?:\(\))?){1,4}$/,
      '',
    )
    .replace(/^(?:wp_json_encode|json_encode|JSON\.stringify|esc_js|raw|html_escape|var_export)\s*\((.*)\)$/s, '$1');
}

/** `useStore((state) => state.ads)` asks for a member of what `useStore()` gives. */
export function picked(text: string): string {
  return text.replace(
    /\(\s{0,9}\(?\s{0,9}(\w{1,40})\s{0,9}\)?\s{0,9}=>\s{0,9}\1((?:\??\.\w{1,40}){1,8})\s{0,9}\)/g,
    '()$2',
  );
}
