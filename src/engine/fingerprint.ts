/** 64-bit FNV-1a of a text's UTF-16 units, as 16 hexadecimal digits. Names findings; protects nothing. */
export function fingerprintOf(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low ^= unit & 0xff;
    [high, low] = times(high, low);
    low ^= unit >>> 8;
    [high, low] = times(high, low);
  }
  return hex(high) + hex(low);
}

/** Times the FNV prime 2^40 + 0x1b3, in two 32-bit halves. */
function times(high: number, low: number): [number, number] {
  const small = 0x1b3;
  const product = (low >>> 0) * small;
  const nextLow = product >>> 0;
  const carry = Math.floor(product / 0x100000000);
  const nextHigh = (Math.imul(high, small) + carry + (low << 8)) >>> 0;
  return [nextHigh, nextLow];
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
