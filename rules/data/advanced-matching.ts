import { describeOrigin, nameOf, trailOf } from '../../src/model/evidence.ts';
import type { Severity } from '../../src/model/finding.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { sensitivityOf } from '../../src/model/site.ts';
import type { JudgedActivity, Unit } from '../../src/model/unit.ts';
import { isPseudonymous, type UserDatum, userDataOf } from '../../src/model/user-data.ts';

export const rule: Rule = {
  meta: {
    id: 'data/advanced-matching',
    title: 'User data is handed to a pixel in code',
    severity: 'error',
    needs: ['activities'],
    law: ['GDPR-32', 'GDPR-5-1-C', 'SE-IMY-APOTEKET', 'SE-IMY-AVANZA', 'US-FTC-BETTERHELP', 'CA-OPC-HOMEDEPOT'],
  },
  check(unit, context) {
    for (const activity of unit.activities) {
      if (activity.kind === 'configure' || activity.kind === 'consent') continue;
      if (activity.kind === 'load' && activity.urlKind !== 'beacon') continue;
      const data = userDataOf(activity);
      if (data.length > 0) report(activity, data, unit, context);
    }
  },
};

function report(activity: JudgedActivity, data: readonly UserDatum[], unit: Unit, context: RuleContext): void {
  const { vendor, entity } = activity;
  const sensitive = sensitivityOf(unit, context).level !== 'none';
  const raw = data.filter((datum) => !datum.hashed && !isPseudonymous(datum.kind));
  const ids = data.every((datum) => isPseudonymous(datum.kind));
  const coarse = data.every((datum) => datum.kind !== 'user-id' && isPseudonymous(datum.kind));
  const severity = coarse && !sensitive ? 'note' : severityOf(raw.length > 0, ids, sensitive, entity?.paused ?? false);
  const keys = [...new Set(data.map((datum) => datum.key))];
  const [first] = raw.length > 0 ? raw : data;
  if (!first) return;
  const form = raw.length > 0 ? 'in clear text as it leaves the page’s code' : ids ? 'as an identifier' : 'hashed';
  context.report({
    message: `${nameOf(activity)} hands ${keys.slice(0, 8).join(', ')} to ${vendor.name}, ${form}.`,
    why: ids
      ? 'It ties what the visitor does to one person across visits.'
      : 'The vendor recognises the person by it; a digest of an e-mail address or phone number is still personal data, because the vendor holds the same list.',
    remedy: 'Leave the user data out, or document why it is needed and send it only after consent to this very use.',
    location: first.location,
    severity,
    certainty: data.some((datum) => datum.certainty === 'certain')
      ? 'certain'
      : data.some((datum) => datum.certainty === 'likely')
        ? 'likely'
        : 'possible',
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${entity?.name ?? ''} ${keys.slice(0, 8).sort().join(' ')}`,
    trail: [
      ...data.slice(0, 10).map((datum) => ({
        message: `${datum.key} (${datum.kind}${datum.hashed ? ', hashed' : ''})${describeOrigin(datum.value) === '' ? '' : ` from ${describeOrigin(datum.value)}`}`,
        location: datum.location,
      })),
      ...trailOf(activity).slice(0, 4),
    ],
    ...(unit.kind === 'container' || unit.kind === 'server-container'
      ? {
          cause: {
            id: `user-data ${vendor.id} ${keys.join(' ')} ${describeOrigin(first.value)}`,
            title: 'The same user data in several tags',
            remedy: 'Take it out where it is set.',
          },
        }
      : {}),
    law: rule.meta.law,
  });
}

/** Clear text is worse than hashed, and a sensitive site worse than an ordinary one: what authorities fined. */
function severityOf(raw: boolean, ids: boolean, sensitive: boolean, paused: boolean): Severity {
  if (paused) return 'note';
  if (ids) return 'warning';
  return raw || sensitive ? 'error' : 'warning';
}
