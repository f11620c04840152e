/** Two sides, from texts that are judged, and what is said of them. */
import { compareSides } from '../../src/diff/compare.ts';
import type { Diff } from '../../src/diff/diff.ts';
import { type Side, SideBuilder } from '../../src/diff/side.ts';
import type { LintInput } from '../../src/engine/input.ts';
import { behaviourPhrase } from '../../src/report/diff/phrases.ts';
import { plain } from '../../src/report/diff/text.ts';
import { createLinter } from '../../src/run/run.ts';
import { containerText, type Parts } from '../extract/gtm/build.ts';

async function sideOf(inputs: readonly LintInput[]): Promise<Side> {
  const builder = new SideBuilder((file) => (inputs.length === 1 && file.endsWith('.json') ? '' : file));
  const linter = await createLinter({ withoutRules: true, judged: (unit) => builder.add(unit) });
  for (const input of inputs) await linter.lint(input);
  linter.result(inputs.length, 0);
  return builder.result();
}

export async function diffOf(before: readonly LintInput[], after: readonly LintInput[]): Promise<Diff> {
  return compareSides(await sideOf(before), await sideOf(after));
}

export function containers(before: Parts, after: Parts): Promise<Diff> {
  const input = (parts: Parts): LintInput[] => [{ path: 'GTM.json', kind: 'container', text: containerText(parts) }];
  return diffOf(input(before), input(after));
}

export function pages(before: string, after: string): Promise<Diff> {
  return diffOf([page('page.html', before)], [page('page.html', after)]);
}

export const page = (path: string, text: string): LintInput => ({ path, kind: 'html', text });

/** `weaker: …`, a line for each change of behaviour. */
export function said({ behaviour }: Diff): string[] {
  return behaviour.map((one) => `${one.effect}: ${plain(behaviourPhrase(one), { shown: (text) => text })}`);
}

/** `changed tag T: field before > after`, a line for each part. */
export function parts({ configuration }: Diff): string[] {
  return configuration.map(({ what, kind, name, renamedFrom, fields }) => {
    const list = fields.map(({ field, before = '-', after = '-' }) => ` ${field} ${before} > ${after};`);
    return `${what} ${kind} ${name}${renamedFrom === undefined ? '' : ` (${renamedFrom})`}:${list.join('')}`;
  });
}
