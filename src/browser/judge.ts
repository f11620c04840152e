/**
 * From texts to what the page shows. Knows nothing of workers, nor of parts that are yet to come: it imports what it needs, as the
 * command does.
 */
import { classify } from '../discover/classify.ts';
import { Linter } from '../engine/lint.ts';
import { catalog } from '../generated/catalog.ts';
import { rules } from '../generated/rules.ts';
import { version } from '../generated/version.ts';
import type { LeftOut } from '../model/finding.ts';
import type { PartyList } from '../model/parties.ts';
import type { Phrase, Wording } from '../model/phrase.ts';
import type { Policy } from '../model/policy.ts';
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
import type { Configuration } from './configuration.ts';
import { inputOf, ROOT, TextSource, treeOf } from './files.ts';
import type { Configured, Job, Judged, JudgeOptions } from './protocol.ts';
import { roleOf } from './settings-files.ts';

export type Outcome =
  | { readonly kind: 'judged'; readonly judged: Judged }
  | { readonly kind: 'document'; readonly text: string };

interface Run extends Pick<Judged, 'result' | 'failed' | 'configured'> {
  readonly policies: readonly Policy[];
}

export async function judge(job: Job): Promise<Outcome> {
  const { document } = job;
  // What a document is written with comes first, so that nothing is judged in vain.
  const documents = document === undefined ? undefined : await import('./documents.ts');
  const isForPeople = document === 'report' || document === 'inventory';
  const writer = isForPeople
    ? await (await import('./report-writer.ts')).ReportWriter.in(job.language ?? 'en')
    : undefined;
  const matrix: MatrixUnit[] = [];
  const { result, failed, configured, policies } = await run(job, writer?.wording, (unit) => {
    writer?.add(unit);
    const rows = matrixUnit(unit);
    if (rows.tags.length > 0) matrix.push(rows);
  });
  if (documents) {
    const asked = { ...job, options: configured?.asked ?? job.options };
    return { kind: 'document', text: await documents.written(asked, { result, failed, writer, policies }) };
  }
  const kinds = job.files.map(({ path, text }) => classify(path, text));
  const units = worstOf(matrix).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return {
    kind: 'judged',
    judged: {
      result: maskResult(result),
      matrix: units.map(maskUnit),
      kinds,
      failed,
      ...(configured && { configured }),
    },
  };
}

const NO_PARTIES: PartyList = { parties: [] };

async function run(
  { files: all, options }: Job,
  wording: Wording | undefined,
  judged: (unit: Unit) => void,
): Promise<Run> {
  const start = performance.now();
  // Without it "no findings" would not mean "none".
  const { sensitive } = await import('../generated/sensitive.ts');
  const isConfigured = all.some((file) => roleOf(file) !== undefined);
  const configuration = isConfigured
    ? await (await import('./configuration.ts')).Configuration.of(all, options)
    : undefined;
  const files = all.filter((file) => roleOf(file) === undefined && !configuration?.leavesOut(file));
  const { strictness, ...profile } = options;
  const skipped: LeftOut[] = [];
  const skip = (file: string, reason: Phrase): void => void skipped.push({ file, reason });
  const reader = new TextSource(files);
  const inputs = files.map(inputOf);
  const scanned = scan(inputs, { reader, skip, progress: () => undefined });
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version,
    profile: configuration?.profile ?? { ...GENERAL_PROFILE, ...profile },
    strictness: configuration?.strictness ?? strictness,
    ...configuration?.options,
    resolve: createResolver({
      cwd: ROOT,
      roots: [ROOT],
      files: inputs.map(({ absolute }) => absolute),
      tree: treeOf(all),
      decode: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      skipped: skip,
    }),
    loadHeavyParser: () =>
      import('../parse/typescript.ts').then(
        ({ loadTypeScriptParser }) => loadTypeScriptParser(),
        () => noParser,
      ),
    loadParties: () =>
      import('../generated/parties.ts').then(
        ({ parties }) => parties,
        () => NO_PARTIES,
      ),
    judged: (unit, context) => {
      configuration?.judged(unit, context);
      judged(unit);
    },
    ...(wording && { wording }),
  });
  await judgeCandidates(linter, scanned, { reader });
  configuration?.finish(linter);
  for (const { file, reason } of skipped) linter.skip(file, reason);
  const result = linter.result(scanned.looked, performance.now() - start);
  return {
    result,
    failed: linter.failed,
    policies: configuration?.policies ?? [],
    ...(configuration && { configured: configuredBy(configuration, options) }),
  };
}

function configuredBy({ file, profile, strictness, words, notice }: Configuration, options: JudgeOptions): Configured {
  const { sector, regime } = profile;
  return {
    asked: { ...options, sector, regime, strictness },
    words,
    ...(file !== undefined && { file }),
    ...(notice && { notice }),
  };
}

/** Stands in for the parser that could not be loaded. */
const noParser: HeavyParser = () => {
  throw new Error('the parser for TypeScript could not be loaded');
};
