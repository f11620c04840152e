import { membersBehind } from '../../src/model/code-repairs.ts';
import { nearSignal, tablesOf } from '../../src/model/consent-mode.ts';
import { trailOf } from '../../src/model/evidence.ts';
import type { RepairEdit, Report } from '../../src/model/finding.ts';
import { anyOf, eachOf, say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { JudgedActivity, Unit } from '../../src/model/unit.ts';
import { surestVerdict } from '../../src/model/verdict.ts';

/** What stands for advertising since the second version of Google's consent mode, and what it was before. */
const FIRST_VERSION = 'ad_storage';
const SECOND_VERSION = ['ad_user_data', 'ad_personalization'] as const;

export const rule: Rule = {
  meta: {
    id: 'consent-mode/missing-v2-signals',
    title: 'Consent commands without ad_user_data and ad_personalization',
    severity: 'warning',
    needs: ['activities'],
    law: ['EPRIVACY-5-3', 'GDPR-25'],
    repair: 'safe',
  },
  check(unit, context) {
    if (unit.kind === 'server-container' || context.profile.regime === 'us-opt-out') return;
    if (!check('default', unit, context)) check('update', unit, context);
  },
};

/** True where something was reported. */
function check(kind: 'default' | 'update', unit: Unit, context: RuleContext): boolean {
  const commands = unit.activities.filter(
    ({ consent, reached, entity, vendor }) =>
      consent === kind &&
      reached &&
      !entity?.paused &&
      SECOND_VERSION.every((name) => vendor.consentSignals?.names.includes(name)),
  );
  const keys = new Set<string>();
  let open = false;
  for (const table of commands.flatMap(tablesOf)) {
    if (table.kind !== 'object' || table.rest.length > 0) open = true;
    else for (const { key } of table.properties) keys.add(key);
  }
  // Spelt wrongly is not missing: that is a finding of its own.
  const spelt = (name: string): boolean =>
    keys.has(name) || [...keys].some((key) => nearSignal(key, SECOND_VERSION) === name);
  const missing = SECOND_VERSION.filter((name) => !spelt(name));
  const first = commands.find((command) => tablesOf(command).some((table) => sets(table, FIRST_VERSION)));
  if (open || missing.length === 0 || !first || !keys.has(FIRST_VERSION)) return false;
  report(first, kind, missing, commands, context);
  return true;
}

function sets(table: ReturnType<typeof tablesOf>[number], name: string): boolean {
  return table.kind === 'object' && table.properties.some(({ key }) => key === name);
}

/** Copies what is said of ad_storage, wherever it is said. */
function repairOf(
  first: JudgedActivity,
  commands: readonly JudgedActivity[],
  missing: readonly string[],
): Pick<Report, 'fix'> {
  const edits = new Map<string, RepairEdit>();
  const file = first.location.source.root;
  for (const table of commands.flatMap(tablesOf)) {
    if (table.kind !== 'object') continue;
    const member = table.properties.findLast(({ key }) => key === FIRST_VERSION)?.location;
    const keys = missing.filter((name) => !sets(table, name));
    const edit = member && keys.length > 0 ? membersBehind(member, keys) : undefined;
    if (edit?.location.source.root === file) edits.set(`${edit.location.source.name} ${edit.location.start}`, edit);
  }
  const message = say`Say of ${eachOf(missing)} what is said of ${FIRST_VERSION}.`;
  return edits.size > 0 ? { fix: { message, edits: [...edits.values()] } } : {};
}

function report(
  command: JudgedActivity,
  kind: 'default' | 'update',
  missing: readonly string[],
  commands: readonly JudgedActivity[],
  context: RuleContext,
): void {
  const { entity, vendor } = command;
  const verdict = surestVerdict(command.states);
  if (!verdict) return;
  const who = entity ? say`“${entity.name}”` : command.label;
  context.report({
    message:
      kind === 'default'
        ? say`The consent default of ${who} sets ad_storage, but not ${anyOf(missing)}.`
        : say`The consent update of ${who} sets ad_storage, but not ${anyOf(missing)}.`,
    why:
      kind === 'default'
        ? say`A signal that nobody has set counts as granted: user data and personalised advertising stay allowed.`
        : say`What the visitor chose about user data and personalised advertising does not reach Google.`,
    remedy: say`Set ${eachOf(missing)} along with ad_storage, in the default and in every update.`,
    location: command.location,
    severity: 'warning',
    certainty: verdict.certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${kind} v2`,
    ...repairOf(command, commands, missing),
    trail: [
      ...trailOf(command),
      ...commands
        .filter((one) => one !== command)
        .slice(0, 4)
        .map((one) => ({ message: say`nor does ${one.label}`, location: one.location })),
    ],
    law: rule.meta.law,
  });
}
