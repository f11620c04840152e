/** The characters of windows-1252 at 128 to 159; a space where it has none. */
const CHARACTERS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * The character that windows-1252 has at a code from 128 to 159, or undefined. HTML reads numeric references to these codes
 * so, and pages without a declared encoding are written in it.
 */
export function windows1252(code: number): string | undefined {
  const character = code >= 128 && code <= 159 ? CHARACTERS.charAt(code - 128) : ' ';
  return character === ' ' ? undefined : character;
}

/** The code of a character that `windows1252` gives, or undefined. */
export function windows1252Code(character: string): number | undefined {
  const at = character === ' ' ? -1 : CHARACTERS.indexOf(character);
  return at < 0 ? undefined : at + 128;
}
