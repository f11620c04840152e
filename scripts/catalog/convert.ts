/** What the YAML files write in short, as the compiled catalogue has it. */
import type { Option, Where } from '../../src/model/catalog.ts';
import { compileUse, PatternError } from './patterns.ts';
import { CatalogError } from './read.ts';

export function wheres(where: Readonly<Record<string, string[]>>, unknown: boolean): Where[] {
  return Object.entries(where).map(([capture, values]) => ({ capture, values, unknown }));
}

export function optionsOf(raw: Readonly<Record<string, Option['values']>>): Option[] {
  return Object.entries(raw).map(([path, values]) => ({ path: path.split('.'), values }));
}

export function use(text: string, file: string, module?: string) {
  try {
    return compileUse(text, module);
  } catch (error) {
    if (error instanceof PatternError) throw new CatalogError(`${file}: ${error.message}`);
    throw error;
  }
}

/** Drops keys whose value is undefined, so that the compiled types can tell "not given" exactly. */
export function clean<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } & T {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> } & T;
}
