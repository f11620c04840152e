/**
 * The worker's side of the parts that the page is put together from: what the core imports with `import()` stands here once
 * the page has brought it. An import of what is not here is noted and fails; the page brings the part, and gives the job again.
 */
import { PARTS, type PartName } from './protocol.ts';

declare global {
  /** The parts that this worker was made with, each run when it is first imported. */
  var taglintParts: Partial<Record<string, () => unknown>> | undefined;
  /** Stands for `import()` of a part in what is built. */
  var taglintImport: ((address: string) => Promise<unknown>) | undefined;
}

const run = new Map<string, unknown>();
const missing = new Set<PartName>();

globalThis.taglintImport = async (address) => {
  const name = address.slice(address.indexOf(':') + 1);
  if (run.has(name)) return run.get(name);
  const part = globalThis.taglintParts?.[name];
  if (!part) {
    for (const known of PARTS) if (known === name) missing.add(known);
    throw new Error(`${name} could not be loaded`);
  }
  const module = part();
  run.set(name, module);
  return module;
};

/** The parts that were asked for in vain since the last call. */
export function missed(): readonly PartName[] {
  const names = [...missing];
  missing.clear();
  return names;
}
