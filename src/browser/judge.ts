/** From texts to what the page shows. Knows nothing of workers: a part that is not at hand yet is asked for. */
import { Linter } from '../engine/lint.ts';
import { catalog } from '../generated/catalog.ts';
import { rules } from '../generated/rules.ts';
import { version } from '../generated/version.ts';
import type { PartyList } from '../model/parties.ts';
import type { Wording } from '../model/phrase.ts';
import { GENERAL_PROFILE } from '../model/profile.ts';
import type { Unit } from '../model/unit.ts';
import type { HeavyParser } from '../parse/script.ts';
import { maskResult } from '../report/masked-result.ts';
import { maskUnit } from '../report/matrix/masked.ts';
import { type MatrixUnit, matrixUnit } from '../report/matrix/rows.ts';
import { worstOf } from '../report/matrix/worst.ts';
import { judgeCandidates } from '../run/candidates.ts';
import { createResolver } from '../run/resolve.ts';
import { scan } from '../run/scan.ts';
import { needsWriter, written } from './documents.ts';
import { inputOf, ROOT, TextSource, treeOf } from './files.ts';
import type { Parts } from './parts/parts.ts';
import type { Job, Judged, PartName } from './protocol.ts';

export type Outcome =
  | { readonly kind: 'judged'; readonly judged: Judged }
  | { readonly kind: 'document'; readonly text: string }
  /** Without these the outcome would be another one. */
  | { readonly kind: 'needs'; readonly parts: readonly PartName[] };

type Run = Pick<Judged, 'result' | 'failed'>;

/** Gives a part that is there; one that is not is noted, unless it cannot be had. */
type Need = <T>(part: PartName, value: T | undefined) => T | undefined;

/** @param without parts that cannot be had: the job is done without them */
export async function judge(job: Job, parts: Parts, without: readonly PartName[] = []): Promise<Outcome> {
  const missing = new Set<PartName>();
  const need: Need = (part, value) => {
    if (value === undefined && !without.includes(part)) missing.add(part);
    return value;
  };
  if (job.document === 'sarif') need('rule-pages', parts.rulePages);
  const writer = needsWriter(job.document)
    ? await need('report', parts.reportWriter)?.(job.language ?? 'en')
    : undefined;
  const matrix: MatrixUnit[] = [];
  const { result, failed } = await run(job, parts, need, writer?.wording, (unit) => {
    writer?.add(unit);
    const rows = matrixUnit(unit);
    if (rows.tags.length > 0) matrix.push(rows);
  });
  if (missing.size > 0) return { kind: 'needs', parts: [...missing] };
  if (job.document !== undefined)
    return { kind: 'document', text: await written(job, { result, failed, writer }, parts) };
  const units = worstOf(matrix).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { kind: 'judged', judged: { result: maskResult(result), matrix: units.map(maskUnit), failed } };
}

const NO_PARTIES: PartyList = { parties: [] };

async function run(
  { files, options: { strictness, ...profile } }: Job,
  parts: Parts,
  need: Need,
  wording: Wording | undefined,
  judged: (unit: Unit) => void,
): Promise<Run> {
  const start = performance.now();
  // Without it "no findings" would not mean "none".
  if (!parts.sensitive) throw new Error('the vocabulary could not be loaded');
  const skipped: { file: string; reason: string }[] = [];
  const skip = (file: string, reason: string): void => void skipped.push({ file, reason });
  const reader = new TextSource(files);
  const inputs = files.map(inputOf);
  const scanned = scan(inputs, { reader, skip, progress: () => undefined });
  const linter = new Linter({
    catalog,
    sensitive: parts.sensitive,
    rules,
    version,
    profile: { ...GENERAL_PROFILE, ...profile },
    strictness,
    resolve: createResolver({
      cwd: ROOT,
      roots: [ROOT],
      files: inputs.map(({ absolute }) => absolute),
      tree: treeOf(files),
      decode: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      skipped: skip,
    }),
    loadHeavyParser: async () => (await need('typescript', parts.heavyParser)) ?? noParser,
    loadParties: async () => need('parties', parts.parties) ?? NO_PARTIES,
    judged,
    ...(wording && { wording }),
  });
  await judgeCandidates(linter, scanned, { reader });
  for (const { file, reason } of skipped) linter.skip(file, reason);
  const result = linter.result(scanned.looked, performance.now() - start);
  return { result, failed: linter.failed };
}

/** Stands in for the parser that could not be loaded. */
const noParser: HeavyParser = () => {
  throw new Error('the parser for TypeScript could not be loaded');
};
