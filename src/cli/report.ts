/** `taglint report [paths…]`: one HTML file for people. */

import type { Unit } from '../model/unit.ts';
import type { HtmlReportOptions, ReportData, ReportRule } from '../report/html/data.ts';
import type { Run } from '../run/run.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complainOfPaths, runCode, withRunOptions } from './judge-paths.ts';
import { readLogo } from './logo.ts';
import type { ReportFlags } from './options.ts';
import { complain, complainOf, write } from './terminal.ts';

/** Judges, writes the report, and tells how it went. No finding makes it fail. */
export async function report(paths: readonly string[], flags: ReportFlags): Promise<ExitCode> {
  const options = optionsOf(flags);
  if (!options) return EXIT.failed;
  const [{ ReportBuilder }, { loadWording }, { run }] = await Promise.all([
    import('../report/html/builder.ts'),
    import('../report/html/languages/load.ts'),
    import('../run/run.ts'),
  ]);
  const { strictness, rule, suppressions } = flags;
  const wording = await loadWording(options.language);
  const builder = new ReportBuilder(wording);
  let settings: (Pick<ReportData, 'profile'> & { readonly off: ReadonlySet<string> }) | undefined;
  const asked = {
    ...(strictness && { strictness }),
    ...(rule && { severities: rule }),
    ...(!suppressions && { suppressions: false as const }),
    ...(wording && { wording }),
    judged: (unit: Unit) => builder.add(unit),
  };
  const outcome = await withRunOptions(paths, flags, asked, (files, runOptions) => {
    const { profile, severities = {} } = runOptions;
    settings = {
      profile: { sector: profile?.sector ?? 'general', regime: profile?.regime ?? 'eu' },
      off: new Set(Object.entries(severities).flatMap(([id, level]) => (level === 'off' ? [id] : []))),
    };
    return run(files, runOptions);
  });
  if (!outcome || !settings) return EXIT.failed;
  const [{ htmlReport }, { law }] = await Promise.all([
    import('../report/html/report.ts'),
    import('../generated/law.ts'),
  ]);
  const data = builder.data({
    result: outcome.result,
    rules: await rulesOf(outcome, settings.off),
    law,
    profile: settings.profile,
  });
  // "Nothing was found" must mean "looked and found nothing".
  if (outcome.result.stats.files > 0) {
    if (!write(await htmlReport(data, options), flags.output)) return EXIT.failed;
    if (flags.output !== undefined) {
      const { length } = outcome.result.findings;
      complain(`${length} finding${length === 1 ? '' : 's'} written to ${flags.output}`);
    }
  }
  complainOfPaths(outcome);
  return runCode(outcome);
}

/** @returns undefined where the logo cannot be read; that is said */
function optionsOf({
  lang,
  anonymize,
  title,
  client,
  reviewer,
  date,
  logo,
  showValues,
}: ReportFlags): HtmlReportOptions | undefined {
  try {
    return {
      language: lang,
      date: date ?? new Date().toISOString().slice(0, 10),
      ...(title !== undefined && { title }),
      ...(client !== undefined && { client }),
      ...(reviewer !== undefined && { reviewer }),
      ...(logo !== undefined && { logo: readLogo(logo) }),
      showValues: showValues ?? false,
      anonymize: anonymize ?? false,
    };
  } catch (error) {
    complainOf(error);
    return undefined;
  }
}

/** The rules that ran, those of the configuration too; what tells of texts that cannot be read is among them. */
async function rulesOf({ policies }: Run, off: ReadonlySet<string>): Promise<ReportRule[]> {
  const [{ ruleList }, { BUILT_IN_RULES }, { policyInfo }] = await Promise.all([
    import('../generated/rule-list.ts'),
    import('../model/built-in-rules.ts'),
    import('../report/policy.ts'),
  ]);
  const builtIn = BUILT_IN_RULES.map(({ id, title, severity }): ReportRule => ({ id, title, severity, law: [] }));
  const declared = policies.map((policy): ReportRule => {
    const { id, title, severity, law } = policyInfo(policy);
    return { id, title, severity, law };
  });
  return [...ruleList, ...declared, ...builtIn].filter(({ id }) => !off.has(id));
}
