/** What a recipe or an example leaves to be filled in: `%%UA_ID%%`, `__PIXEL__`, `${ID}`, `YOUR_ID`, `G-XXXXXXXXXX`. */
const PLACEHOLDER =
  /^(?:%%?[\w .-]{1,60}%%?|__\w{1,60}__|@@?\w{1,60}@@?|\$\{[^{}]{1,60}\}|(?:your|insert|replace|enter|add|paste|change)[ _-].*)$|X{4,}|(?:^|_)PLACEHOLDER(?:_|$)/i;

/** Whether a fixed text only keeps the place of another. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim().slice(0, 200));
}
