/** Comma-separated values (RFC 4180) that no spreadsheet takes for formulas. */

/**
 * What a spreadsheet begins a formula with, and the spaces and full-width forms that some of them overlook. Source: OWASP, CSV
 * Injection.
 */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** Every cell is quoted, and what would be a formula begins with an apostrophe: then it is text. Lines end with CRLF. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  // Line ends and control characters inside of cells are of use to nobody.
  const safe = (FORMULA.test(text) ? `'${text}` : text).replace(/[\p{Cc}]+/gu, ' ');
  return `"${safe.replaceAll('"', '""')}"`;
}
