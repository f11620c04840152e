/** A stretch of a text that must not be shown, and what is shown instead. */
export interface MaskedSpan {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

const ELLIPSIS = '…';
/** File names behind an `@version` that would pass for a mail domain. */
const NO_DOMAIN = new Set(['js', 'mjs', 'cjs', 'css', 'json', 'html', 'map', 'min', 'ts', 'php', 'liquid']);
const LOCAL_PART = /[A-Za-z0-9._%+\-\u00c0-\u1fff]/;
const DOMAIN_PART = /[A-Za-z0-9.\-\u00c0-\u1fff]/;
const AT_SIGN = /@|%40|\\u0040|&#64;|&commat;/g;

/** Access tokens and keys by their fixed beginnings; every quantifier is bounded. */
const TOKEN =
  /\b(?:EAA[A-Za-z0-9]{20,400}|AIza[\w-]{30,40}|ya29\.[\w-]{20,200}|gh[opsu]_[A-Za-z0-9]{20,80}|sk_(?:live|test)_[A-Za-z0-9]{10,100}|shp(?:at|ss|ca)_[a-fA-F0-9]{20,64}|xox[abprs]-[\w-]{10,100}|AKIA[0-9A-Z]{16}|eyJ[\w-]{10,1000}\.[\w-]{4,2000}(?:\.[\w-]{4,1000})?)/g;
/** A value that is assigned to a name that says what it is, as a quoted string or in a query; what stands in a header of requests. */
const NAMED_SECRET =
  /(?:(?:access|auth|api|client|app|id|refresh|bearer|csrf)[_-]?(?:token|secret|key)|secret|passw(?:or)?d|passwd)(?:\\?["'])?[ \t]{0,4}[:=][ \t]{0,4}(?:\\?["'])([\w.+/=~-]{8,400})|[?&](?:access_token|api_secret|client_secret|secret|token|password|api_key)=([\w.+/~%-]{8,400})|\b(?:Bearer|Basic) ([\w.+/=~-]{16,400})/gi;
const HEX_HASH = /(?<![A-Fa-f0-9])[A-Fa-f0-9]{32,128}(?![A-Fa-f0-9])/g;
const IDENTITY = /(?<![\d-])(?:\d{2})?(\d{2})(\d{2})(\d{2})[-+A]\d{3}[\dA-Y](?![\dA-Za-z-])/g;
const IDENTITY_12 = /(?<!\d)(?:19|20)(\d{2})(\d{2})(\d{2})(\d{4})(?!\d)/g;
const SOCIAL_SECURITY = /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g;
const PHONE =
  /(?:(?<!\d)\+\d{1,3}[\d ()./-]{5,18}\d|(?<![\w.+-])(?:\(\d{3}\) ?\d{3}-\d{4}|0\d{1,3}[ /-]\d[\d -]{4,10}\d|0\d{8,10}))(?![\w-])/g;

/**
 * Personal data and secrets in a text: e-mail addresses, phone numbers, personal identity numbers, access tokens, long
 * hashes. The spans are sorted and do not overlap. Time is linear in the length of the text.
 */
export function findPersonalData(text: string): MaskedSpan[] {
  const spans: MaskedSpan[] = [];
  const add = (start: number, end: number, replacement: string): void => {
    spans.push({ start, end, replacement });
  };
  for (const match of text.matchAll(TOKEN)) add(match.index, match.index + match[0].length, firstOf(match[0], 4));
  for (const match of text.matchAll(NAMED_SECRET)) {
    const value = match[1] ?? match[2] ?? match[3] ?? '';
    const start = match.index + match[0].length - value.length;
    add(start, start + value.length, firstOf(value, 2));
  }
  for (const match of text.matchAll(HEX_HASH)) add(match.index, match.index + match[0].length, firstOf(match[0], 4));
  addAddresses(text, add);
  for (const match of text.matchAll(IDENTITY)) {
    if (isDate(match[2], match[3]) || isDate(match[2], match[1]))
      add(match.index, match.index + match[0].length, digits(match[0]));
  }
  for (const match of text.matchAll(IDENTITY_12)) {
    const [whole, year, month, day, last] = match;
    if (isDate(month, day) && luhn(`${year}${month}${day}${last}`))
      add(match.index, match.index + whole.length, digits(whole));
  }
  for (const match of text.matchAll(SOCIAL_SECURITY)) add(match.index, match.index + match[0].length, digits(match[0]));
  for (const match of text.matchAll(PHONE)) {
    const count = match[0].replace(/\D/g, '').length;
    if (count >= 7 && count <= 15) add(match.index, match.index + match[0].length, digits(match[0]));
  }
  return withoutOverlaps(spans);
}

/** The text with personal data and secrets masked: kind and first characters remain, the value does not. */
export function maskPersonalData(text: string): string {
  const spans = findPersonalData(text);
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const span of spans) {
    parts.push(text.slice(at, span.start), span.replacement);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** An address is looked for around its at sign: a pattern that begins with the local part would not be linear. */
function addAddresses(text: string, add: (start: number, end: number, replacement: string) => void): void {
  let from = 0;
  for (const match of text.matchAll(AT_SIGN)) {
    if (match.index < from) continue;
    let start = match.index;
    while (start > from && match.index - start < 64 && LOCAL_PART.test(text.charAt(start - 1))) start -= 1;
    const domain = match.index + match[0].length;
    let end = domain;
    while (end < text.length && end - domain < 255 && DOMAIN_PART.test(text.charAt(end))) end += 1;
    while (end > domain && /[.-]/.test(text.charAt(end - 1))) end -= 1;
    const name = text.slice(domain, end);
    const top = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    // An at sign right behind an address: two of them run together.
    const joined = from > 0 && match.index === from;
    if (
      (start === match.index && !joined) ||
      !name.includes('.') ||
      !/^[a-z\u00c0-\u1fff]{2}/.test(top) ||
      NO_DOMAIN.has(top)
    )
      continue;
    add(start, end, `${joined ? '' : text.charAt(start) + ELLIPSIS}${match[0]}${ELLIPSIS}`);
    from = end;
  }
}

function firstOf(value: string, count: number): string {
  return value.slice(0, count) + ELLIPSIS;
}

/** Two characters tell a phone number from an identity number well enough. */
function digits(value: string): string {
  return firstOf(value, value.startsWith('+') ? 3 : 2);
}

function isDate(month: string | undefined, day: string | undefined): boolean {
  const monthNumber = Number(month);
  // Coordination numbers add 60 to the day.
  const dayNumber = Number(day) > 60 ? Number(day) - 60 : Number(day);
  return monthNumber >= 1 && monthNumber <= 12 && dayNumber >= 1 && dayNumber <= 31;
}

function luhn(ten: string): boolean {
  let sum = 0;
  for (let at = 0; at < ten.length; at += 1) {
    const doubled = Number(ten.charAt(at)) * (at % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function withoutOverlaps(spans: MaskedSpan[]): MaskedSpan[] {
  if (spans.length < 2) return spans;
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: MaskedSpan[] = [];
  for (const span of spans) {
    const last = kept[kept.length - 1];
    if (!last || span.start >= last.end) kept.push(span);
    // Partly covered: nothing of the second value may remain either.
    else if (span.end > last.end) kept[kept.length - 1] = { ...last, end: span.end };
  }
  return kept;
}
