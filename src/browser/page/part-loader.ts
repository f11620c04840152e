/** Fetches the parts that a worker is put together from, as scripts of the page: that is what its policy allows. */
import type { PartName } from '../protocol.ts';

declare global {
  var taglintPart: ((name: string, part: () => void) => void) | undefined;
}

const texts = new Map<string, string>();
const loading = new Map<PartName, Promise<string>>();

globalThis.taglintPart = (name, part) => void texts.set(name, String(part));

/** The text of a function that runs the part. Rejects where it cannot be loaded; the next call tries again. */
export function loadPart(name: PartName): Promise<string> {
  const known = loading.get(name);
  if (known) return known;
  const started = loadScript(`${name}.js`).then(() => {
    const text = texts.get(name);
    if (text === undefined) throw new Error(`${name}.js is no part of this page`);
    return text;
  });
  loading.set(name, started);
  started.catch(() => loading.delete(name));
  return started;
}

export function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${address} could not be loaded`)));
    document.head.append(script);
  });
}
