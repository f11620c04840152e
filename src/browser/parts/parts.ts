/**
 * What the worker is put together from. Every part is a script of its own that leaves here what it holds; the core, which
 * comes last, takes it from here.
 */
import type { PartyList } from '../../model/parties.ts';
import type { SensitiveData } from '../../model/sensitive.ts';
import type { HeavyParser } from '../../parse/script.ts';
import type { LanguageCode } from '../../report/html/languages/codes.ts';
import type { ReportWriter } from '../report-writer.ts';

export interface Parts {
  sensitive?: SensitiveData;
  parties?: PartyList;
  heavyParser?: Promise<HeavyParser>;
  reportWriter?: (language: LanguageCode) => Promise<ReportWriter>;
  /** Pages of the rules by id, in Markdown. */
  rulePages?: Readonly<Record<string, string>>;
}

declare global {
  var taglintParts: Parts | undefined;
}

export function parts(): Parts {
  globalThis.taglintParts ??= {};
  return globalThis.taglintParts;
}
