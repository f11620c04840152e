import type { AutomaticFeature } from '../../src/model/catalog.ts';
import type { Certainty, ReportStep, Severity } from '../../src/model/finding.ts';
import { FIELD_RANK, type FieldKind, type FormField, fieldKind, fieldWords } from '../../src/model/form-field.ts';
import { listOf, say, term } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { type Sensitivity, sensitivityOf } from '../../src/model/site.ts';
import { collects, startsLibrary } from '../../src/model/switches.ts';
import { type JudgedActivity, needsConsent, type Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'data/exposed-form-field',
    title: 'A form field stands where a vendor’s script reads forms',
    severity: 'warning',
    needs: ['activities'],
    raisedBy: ['site'],
    law: ['GDPR-32', 'GDPR-25', 'GDPR-5-1-C', 'SE-IMY-AVANZA', 'SE-IMY-APOTEKET', 'GDPR-87'],
  },
  check(unit, context) {
    if (unit.fields.length === 0) return;
    // An interface that most accounts may or may not have set is for reviewers.
    const readers = readersOf(unit).filter(
      ({ certainty }) => certainty !== 'possible' || context.strictness !== 'default',
    );
    if (readers.length === 0) return;
    const asked = unit.fields
      .flatMap((field) => {
        const kind = fieldKind(field) ?? healthIn(field, context);
        return kind === undefined ? [] : [{ field, kind }];
      })
      .sort((one, other) => FIELD_RANK.indexOf(one.kind) - FIELD_RANK.indexOf(other.kind));
    // What no purpose of a pixel covers is reported field by field, the rest of a page as one.
    const grave = asked.filter(({ kind }) => GRAVE.has(kind));
    for (const one of grave.slice(0, MAX_FINDINGS)) report(one, [], readers, unit, context);
    const rest = asked.filter(({ kind }) => !GRAVE.has(kind) && readers.some((reader) => reads(reader, kind)));
    const [first] = rest;
    if (first) report(first, rest, readers, unit, context);
  },
};

const MAX_FINDINGS = 20;

/** Kinds that match nobody in the vendor's list, and that harm whoever typed them. */
const GRAVE: ReadonlySet<FieldKind> = new Set(['identity-number', 'health', 'account']);

/** A vendor's script that takes values out of forms. */
interface Reader {
  readonly activity: JudgedActivity;
  readonly feature: AutomaticFeature;
  readonly certainty: Certainty;
}

interface Asked {
  readonly field: FormField;
  readonly kind: FieldKind;
}

function readersOf(unit: Unit): readonly Reader[] {
  const readers = new Map<string, Reader>();
  for (const activity of unit.activities) {
    const { vendor } = activity;
    if (!startsLibrary(activity) || !activity.reached || readers.has(vendor.id) || !needsConsent(vendor)) continue;
    for (const feature of vendor.automatic) {
      const certainty = feature.kind === 'matching' ? collects(feature, activity, unit) : undefined;
      if (certainty !== undefined) readers.set(vendor.id, { activity, feature, certainty });
    }
  }
  return [...readers.values()];
}

function reads({ feature }: Reader, kind: FieldKind): boolean {
  return feature.reads.some((one) => one === kind);
}

/** A question whose own words name a condition, a medicine or a part of sex life. */
function healthIn({ type, label, placeholder, name }: FormField, context: RuleContext): 'health' | undefined {
  if (/^(?:hidden|submit|button|reset|image|search|checkbox|radio)$/.test(type)) return undefined;
  const words = `${label} ${placeholder} ${name.replace(/[_-]+/g, ' ')}`.trim();
  if (words === '' || words.length > 160) return undefined;
  return context.sensitive(words).some(({ strength }) => strength === 'reveals') ? 'health' : undefined;
}

function report(one: Asked, all: readonly Asked[], every: readonly Reader[], unit: Unit, context: RuleContext): void {
  const { field, kind } = one;
  const kinds = [...new Set(all.length > 0 ? all.map((other) => other.kind) : [kind])];
  const grave = GRAVE.has(kind);
  const readers = every.filter((reader) => grave || kinds.some((other) => reads(reader, other)));
  const certainty = ORDER.find((level) => readers.some((reader) => reader.certainty === level)) ?? 'possible';
  const vendors = readers.filter((reader) => reader.certainty === certainty);
  const [reader] = vendors;
  if (!reader) return;
  const site = sensitivityOf(unit, context);
  const names = [...new Set(vendors.map(({ activity }) => activity.vendor.name))].join(', ');
  const words = listOf(kinds.map(fieldWords));
  const label = field.name === '' ? say`A field` : say`Field “${field.name.slice(0, 60)}”`;
  context.report({
    message:
      all.length > 1
        ? say`${all.length} fields of the page (${words}) can be read by ${names}.`
        : say`${label} (${words}) stands on a page whose forms ${names} can read.`,
    why: grave
      ? say`Scripts that read forms do not know what a field means; personal identity numbers, holdings and health questions left a bank and a pharmacy in this way.`
      : say`${term(reader.feature.title)} takes ${term(reader.feature.collects)}; a switch in the vendor’s interface turns it on, not the page.`,
    remedy: say`Keep ${names} off pages with such fields. ${term(reader.feature.remedy)}`,
    location: field.location,
    severity: severityOf(kinds, grave, site, certainty),
    certainty,
    vendor: reader.activity.vendor.name,
    subject: `${vendors
      .map(({ activity }) => activity.vendor.id)
      .sort()
      .join(' ')} ${grave ? `${kind} ${field.name}` : 'fields'}`,
    trail: [
      ...vendors.map(
        ({ activity, feature, certainty: sure }): ReportStep => ({
          message:
            sure === 'certain'
              ? say`${activity.vendor.name} is started here; ${term(feature.title)} is on`
              : say`${activity.vendor.name} is started here; ${term(feature.title)} may be on: its interface decides`,
          location: activity.location,
        }),
      ),
      ...all.slice(1, 8).map(
        (other): ReportStep => ({
          message: say`a field for ${fieldWords(other.kind)}`,
          location: other.field.location,
        }),
      ),
      ...site.evidence,
    ],
    cause: {
      id: `form-fields ${names}`,
      title: say`Forms on pages where ${names} can read them`,
      remedy: say`Keep ${names} off pages with forms, and its form reading off.`,
    },
    law: rule.meta.law,
  });
}

const ORDER: readonly Certainty[] = ['certain', 'likely', 'possible'];

/** An e-mail field alone is a newsletter box: a note. More of a person, or what should never leave, is evidence. */
function severityOf(kinds: readonly FieldKind[], grave: boolean, site: Sensitivity, certainty: Certainty): Severity {
  if (certainty === 'possible') return 'note';
  const lone = !grave && kinds.every((kind) => kind === 'email' || kind === 'postcode' || kind === 'gender');
  if (site.level === 'none') return lone ? 'note' : 'warning';
  return lone ? 'warning' : 'error';
}
