import { chooseRepairs } from '../../src/engine/repairs.ts';
import type { RepairKind } from '../../src/model/finding.ts';
import { GENERAL_PROFILE } from '../../src/model/profile.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { lintExample } from './pages.ts';

/** A text after all repairs of one rule, one round after the other. */
export async function repaired(rule: string, path: string, text: string, kind: RepairKind = 'safe'): Promise<string> {
  let now = text;
  for (let round = 0; round < 10; round++) {
    const example = { section: 'Incorrect', line: 1, path, text: now, expected: [], strictness: 'default' } as const;
    const findings = await lintExample(
      { ...example, profile: GENERAL_PROFILE, severity: undefined, also: [], options: {} },
      rule,
    );
    const { edits } = chooseRepairs(
      findings.filter((finding) => finding.rule === rule),
      kind,
    );
    if (edits.length === 0) return now;
    now = applyEdits(now, edits);
  }
  throw new Error(`the repairs do not come to an end:\n${now}`);
}
