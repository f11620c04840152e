/**
 * The path of a file as a URI reference: relative to the folder of the run where the path is, a `file:` URI where it is
 * absolute. Whatever the name holds: spaces, line ends, colons, halves of surrogate pairs.
 */
export function fileUri(path: string): string {
  const plain = path.replace(/^(?:\.\/+)+/, '');
  const encoded = plain
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  return encoded.startsWith('/') ? `file://${encoded.replace(/^\/+/, '/')}` : encoded;
}
