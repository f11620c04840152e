import { OffsetMap, OffsetMapBuilder } from './offset-map.ts';
import { windows1252 } from './windows-1252.ts';

/** Names of the code points 160 to 255 (HTML 4.01); valid without a semicolon too. */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave ' +
  'Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc ' +
  'Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc ' +
  'iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** ASCII; the first group is valid without a semicolon. */
const LEGACY: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  AMP: '&',
  LT: '<',
  GT: '>',
  QUOT: '"',
  COPY: '©',
  REG: '®',
};

/** The rest of HTML 4.01 and HTML 5's names of ASCII characters: `name=character`, semicolon required. */
const OTHER =
  "apos=' Tab=\t NewLine=\n excl=! num=# dollar=$ percnt=% lpar=( rpar=) ast=* midast=* plus=+ comma=, period=. sol=/ colon=: semi=; " +
  'equals== quest=? commat=@ lsqb=[ lbrack=[ bsol=\\ rsqb=] rbrack=] Hat=^ lowbar=_ UnderBar=_ grave=` lcub={ lbrace={ verbar=| vert=| ' +
  'rcub=} rbrace=} OElig=Œ oelig=œ Scaron=Š scaron=š Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ ensp=\u2002 emsp=\u2003 thinsp=\u2009 ' +
  'zwnj=\u200c zwj=\u200d lrm=\u200e rlm=\u200f ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† ' +
  'Dagger=‡ bull=• hellip=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› oline=‾ frasl=⁄ euro=€ image=ℑ weierp=℘ real=ℜ ' +
  'trade=™ alefsym=ℵ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ crarr=↵ lArr=⇐ uArr=⇑ rArr=⇒ dArr=⇓ hArr=⇔ forall=∀ part=∂ exist=∃ ' +
  'empty=∅ nabla=∇ isin=∈ notin=∉ ni=∋ prod=∏ sum=∑ minus=− lowast=∗ radic=√ prop=∝ infin=∞ ang=∠ and=∧ or=∨ cap=∩ cup=∪ ' +
  'int=∫ there4=∴ sim=∼ cong=≅ asymp=≈ ne=≠ equiv=≡ le=≤ ge=≥ sub=⊂ sup=⊃ nsub=⊄ sube=⊆ supe=⊇ oplus=⊕ otimes=⊗ perp=⊥ ' +
  'sdot=⋅ lceil=⌈ rceil=⌉ lfloor=⌊ rfloor=⌋ lang=⟨ rang=⟩ loz=◊ spades=♠ clubs=♣ hearts=♥ diams=♦ Alpha=Α Beta=Β Gamma=Γ ' +
  'Delta=Δ Epsilon=Ε Zeta=Ζ Eta=Η Theta=Θ Iota=Ι Kappa=Κ Lambda=Λ Mu=Μ Nu=Ν Xi=Ξ Omicron=Ο Pi=Π Rho=Ρ Sigma=Σ Tau=Τ ' +
  'Upsilon=Υ Phi=Φ Chi=Χ Psi=Ψ Omega=Ω alpha=α beta=β gamma=γ delta=δ epsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ ' +
  'lambda=λ mu=μ nu=ν xi=ξ omicron=ο pi=π rho=ρ sigmaf=ς sigma=σ tau=τ upsilon=υ phi=φ chi=χ psi=ψ omega=ω thetasym=ϑ ' +
  'upsih=ϒ piv=ϖ';

interface Names {
  readonly legacy: ReadonlyMap<string, string>;
  readonly all: ReadonlyMap<string, string>;
}

let names: Names | undefined;

function entityNames(): Names {
  if (names) return names;
  const legacy = new Map(Object.entries(LEGACY));
  LATIN1.split(' ').forEach((name, index) => {
    legacy.set(name, String.fromCharCode(160 + index));
  });
  const all = new Map(legacy);
  for (const entry of OTHER.split(' ')) {
    const equals = entry.indexOf('=');
    all.set(entry.slice(0, equals), entry.slice(equals + 1));
  }
  names = { legacy, all };
  return names;
}

/** A decoded HTML text with the map of its characters into the text that holds it. */
export interface DecodedText {
  readonly value: string;
  readonly map: OffsetMap;
}

export interface EntityOptions {
  /** In an attribute `&copy=` and `&copyx` stay as written (default true); in text they are decoded. */
  readonly attribute?: boolean;
}

/** The longest name above has eight letters; a few more for numbers with leading zeros. */
const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,16})|#([0-9]{1,16})|([A-Za-z][A-Za-z0-9]{0,15}))(;?)/g;

/**
 * Decodes the character references of an attribute value or text, as written in the source at offset `base`. Known are all
 * numeric references, the names of HTML 4.01 and the ASCII names of HTML 5; others stay as written.
 */
export function entityMap(raw: string, base = 0, options: EntityOptions = {}): DecodedText {
  if (!raw.includes('&')) return { value: raw, map: OffsetMap.shift(base) };
  const attribute = options.attribute ?? true;
  const builder = new OffsetMapBuilder(base);
  const parts: string[] = [];
  let at = 0;
  for (const match of raw.matchAll(REFERENCE)) {
    const [whole, hex, decimal, name, semicolon] = match;
    let length = whole.length;
    let value: string | undefined;
    if (name === undefined) {
      value = codePoint(hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16));
    } else if (semicolon && entityNames().all.has(name)) {
      value = entityNames().all.get(name);
    } else {
      const prefix = legacyPrefix(name);
      const next = raw.charAt(match.index + 1 + prefix.length);
      if (prefix && !(attribute && /[=A-Za-z0-9]/.test(next))) {
        value = entityNames().legacy.get(prefix);
        length = 1 + prefix.length;
      }
    }
    if (value === undefined) continue;
    parts.push(raw.slice(at, match.index), value);
    builder.copy(match.index - at).replace(value.length, length);
    at = match.index + length;
  }
  parts.push(raw.slice(at));
  builder.copy(raw.length - at);
  return { value: parts.join(''), map: builder.build() };
}

/** The longest name without a semicolon that the letters begin with, or an empty string. */
function legacyPrefix(letters: string): string {
  for (let length = Math.min(letters.length, 6); length > 1; length -= 1) {
    const prefix = letters.slice(0, length);
    if (entityNames().legacy.has(prefix)) return prefix;
  }
  return '';
}

function codePoint(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || Number.isNaN(code)) return '\ufffd';
  return windows1252(code) ?? String.fromCodePoint(code);
}
