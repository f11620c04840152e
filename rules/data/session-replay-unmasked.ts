import type { Option, Recording } from '../../src/model/catalog.ts';
import type { Certainty, Severity } from '../../src/model/finding.ts';
import { FIELD_RANK, type FieldKind, type FormField, fieldKind, fieldWords } from '../../src/model/form-field.ts';
import { listOf, say, term } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { sensitivityOf } from '../../src/model/site.ts';
import { isOneOf } from '../../src/model/switches.ts';
import type { JudgedActivity, Unit } from '../../src/model/unit.ts';
import { propertyOf, type Value } from '../../src/model/value.ts';

export const rule: Rule = {
  meta: {
    id: 'data/session-replay-unmasked',
    title: 'A session recorder shows what is typed into fields',
    severity: 'error',
    needs: ['activities'],
    raisedBy: ['site'],
    law: ['GDPR-32', 'GDPR-25', 'GDPR-5-1-C', 'SE-IMY-AVANZA'],
  },
  check(unit, context) {
    const seen = new Set<string>();
    for (const activity of unit.activities) {
      const { vendor, kind } = activity;
      const { recording } = vendor;
      if (!recording || seen.has(vendor.id) || !activity.reached) continue;
      if (kind !== 'init' && !(kind === 'load' && activity.urlKind === 'script')) continue;
      seen.add(vendor.id);
      judge(activity, recording, unit, context);
    }
  },
};

interface Shown {
  readonly field: FormField;
  readonly kind: FieldKind;
}

function judge(recorder: JudgedActivity, recording: Recording, unit: Unit, context: RuleContext): void {
  const calls = unit.activities.filter(({ vendor }) => vendor === recorder.vendor);
  const set = (options: readonly Option[]): JudgedActivity | undefined =>
    calls.find((call) => options.some((option) => isSet(option, call)));
  if (recording.onlyWith.length > 0 && !set(recording.onlyWith)) return;
  if (set(recording.offWith)) return;
  const asked = unit.fields.flatMap((field): Shown[] => {
    const kind = fieldKind(field);
    return kind === undefined || kind === 'password' || hasMark(field.marks, recording.masks) ? [] : [{ field, kind }];
  });
  const marked = asked.filter(({ field }) => hasMark(field.marks, recording.shows));
  const shownBy = set(recording.shownWith);
  const isMasked = calls.some((call) => recording.maskedWith.some((option) => isThere(option, call)));
  if (shownBy) report(shownBy, asked, 'certain', recording, unit, context);
  else if (marked.length > 0) report(recorder, marked, 'certain', recording, unit, context, marked);
  else if (isMasked || recording.fields === 'masked') return;
  else if (asked.length > 0 || recording.fields === 'shown')
    report(recorder, asked, recording.fields === 'shown' ? 'certain' : 'possible', recording, unit, context);
}

function settingOf({ path: [capture = '', ...members] }: Option, { values }: JudgedActivity): Value | undefined {
  let value: Value | undefined = values[capture];
  for (const member of members) value = propertyOf(value, member);
  return value;
}

function isSet(option: Option, activity: JudgedActivity): boolean {
  const value = settingOf(option, activity);
  return value !== undefined && isOneOf(value, option.values);
}

/** Set, or set to something that is not known: then it is meant to mask. */
function isThere(option: Option, activity: JudgedActivity): boolean {
  const value = settingOf(option, activity);
  return value !== undefined && (value.kind !== 'literal' || isOneOf(value, option.values));
}

function hasMark(marks: readonly string[], wanted: readonly string[]): boolean {
  return marks.some((mark) => wanted.includes(mark));
}

function report(
  recorder: JudgedActivity,
  shown: readonly Shown[],
  certainty: Certainty,
  recording: Recording,
  unit: Unit,
  context: RuleContext,
  at: readonly Shown[] = [],
): void {
  if (certainty === 'possible' && context.strictness === 'default') return;
  const { vendor, entity } = recorder;
  const site = sensitivityOf(unit, context);
  const kinds = FIELD_RANK.filter((kind) => shown.some((one) => one.kind === kind));
  const what =
    kinds.length === 0
      ? say`what is typed into fields`
      : say`what is typed into fields (${listOf(kinds.map(fieldWords))})`;
  context.report({
    message:
      certainty === 'possible'
        ? say`${vendor.name} records sessions and shows ${what}, unless its interface masks it.`
        : say`${vendor.name} records sessions and shows ${what}.`,
    why: say`A recording keeps every letter that a visitor types, whether the form is sent or not, and anybody with access to the recorder can watch it.`,
    remedy: term(recording.remedy),
    location: at[0]?.field.location ?? recorder.location,
    severity: entity?.paused ? 'note' : severityOf(kinds, site.level !== 'none', certainty),
    certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${entity?.name ?? ''}`.trim(),
    trail: [
      ...(at.length > 0 ? [{ message: say`${vendor.name} is started here`, location: recorder.location }] : []),
      ...shown.slice(0, 8).map(({ field, kind }) => ({
        message: say`a field for ${fieldWords(kind)}`,
        location: field.location,
      })),
      ...site.evidence,
    ],
    law: rule.meta.law,
  });
}

/** An e-mail field alone is a newsletter box; a start without a form in sight records the pages that have one. */
function severityOf(kinds: readonly FieldKind[], sensitive: boolean, certainty: Certainty): Severity {
  if (certainty === 'possible') return 'note';
  if (sensitive) return 'error';
  return kinds.some((kind) => kind !== 'email' && kind !== 'postcode' && kind !== 'gender') ? 'error' : 'warning';
}
