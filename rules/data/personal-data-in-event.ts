import { isRead, isUnread } from '../../src/model/data-layer-push.ts';
import { describeOrigin, nameOf, pushesOf, retiredCause, trailOf, withOrigin } from '../../src/model/evidence.ts';
import type { Severity } from '../../src/model/finding.ts';
import { type FieldKind, fieldKind, fieldWords } from '../../src/model/form-field.ts';
import { mayBeOwn, ownDomains } from '../../src/model/own-hosts.ts';
import { registrable, SHARED } from '../../src/model/parties.ts';
import { personalDataIn, personalDataOf } from '../../src/model/personal-data.ts';
import { say, term } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { sensitivityOf } from '../../src/model/site.ts';
import { type JudgedActivity, needsConsent, type Unit } from '../../src/model/unit.ts';
import { isPseudonymous, type UserDatum } from '../../src/model/user-data.ts';
import { withheldKeys } from '../../src/model/withheld.ts';

/** Names in a message. */
const MAX_NAMES = 8;

export const rule: Rule = {
  meta: {
    id: 'data/personal-data-in-event',
    title: 'Personal data stands in an event, a setting or an address',
    severity: 'error',
    needs: ['activities', 'unknownScripts'],
    raisedBy: ['site'],
    law: ['GDPR-32', 'GDPR-5-1-C', 'SE-IMY-AVANZA', 'GDPR-87'],
  },
  check(unit, context) {
    for (const activity of unit.activities) {
      const { vendor, kind } = activity;
      if (kind === 'consent' || kind === 'identify' || (kind === 'load' && activity.urlKind !== 'beacon')) continue;
      if (!needsConsent(vendor) && !vendor.purposes.includes('tag-manager')) continue;
      if (vendor.withheld && activity.setting === vendor.withheld.setting) {
        reportWithheld(activity, unit, context);
        continue;
      }
      if (activity.values.pushed && !isRead(activity, unit)) continue;
      const data = personalDataOf(activity);
      if (data.length > 0) report(activity, data, unit, context);
    }
    reportForms(unit, context);
    reportRequests(unit, context);
  },
};

/** Kinds of fields whose content tells who somebody is. */
const IN_ADDRESS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'email',
  'phone',
  'identity-number',
  'birth-date',
  'name',
  'first-name',
  'last-name',
  'password',
]);

/** Forms whose fields the browser writes into the address of the next page, which every tracker there reads. */
function reportForms(unit: Unit, context: RuleContext): void {
  const asked = unit.fields.flatMap((field) => {
    const kind = field.inAddress ? fieldKind(field) : undefined;
    return kind !== undefined && IN_ADDRESS.has(kind) ? [{ field, kind }] : [];
  });
  const [first] = asked;
  const tracker = unit.activities.find((one) => one.reached && one.kind !== 'consent' && needsConsent(one.vendor));
  if (!first || !tracker) return;
  const { vendor } = tracker;
  const names = [...new Set(asked.map(({ field }) => field.name))].slice(0, 8);
  context.report({
    message: say`A form writes ${names.join(', ')} into the address of the next page of the site, which ${vendor.name} is told.`,
    why: say`Trackers send the address of the page, others receive it as the referrer, and it stays in histories and logs.`,
    remedy: say`Send the form with method="post".`,
    location: first.field.location,
    severity: 'error',
    certainty: 'likely',
    vendor: vendor.name,
    subject: `${vendor.id} form ${[...names].sort().join(' ')}`,
    trail: [
      ...asked.slice(0, 10).map(({ field, kind }) => ({
        message: say`${field.name} (${fieldWords(kind)}) in a form that is sent with GET`,
        location: field.location,
      })),
      { message: say`${vendor.name} stands on the page: ${tracker.label}`, location: tracker.location },
    ],
    law: rule.meta.law,
  });
}

/** Words of hosts and paths that are there to count. */
const COUNTING =
  /(?:^|[./_-])(?:track(?:er|ing)?|pixel|px|beacon|collect(?:or)?|analytics|events?|stats?|metrics|tags?|ads?|retarget\w*|log(?:ger|s)?)(?:$|[./?_-])/i;

/** Requests whose answer nobody reads, to hosts of which the catalogue knows nothing. */
function reportRequests(unit: Unit, context: RuleContext): void {
  const own = ownDomains(unit, context.profile);
  for (const request of unit.unknownScripts) {
    const { sent, host, url, form, location } = request;
    if (!sent || unit.kind === 'server-container' || own.includes(registrable(host)) || mayBeOwn(request, own))
      continue;
    const data = personalDataIn([sent], { ...request, values: {} });
    const [first] = data.filter(({ kind }) => !isPseudonymous(kind));
    if (!first) continue;
    const names = [...new Set(data.map(({ key }) => key))].slice(0, 8);
    const { certainty } = first;
    const isForeign = own.length > 0 || form === 'pixel' || COUNTING.test(url.split('?', 1)[0] ?? '');
    context.report({
      message: first.hashed
        ? say`A request tells ${host} ${names.join(', ')}, hashed; nothing is known here of who runs that host.`
        : say`A request tells ${host} ${names.join(', ')}, in clear text; nothing is known here of who runs that host.`,
      why: say`A request whose answer nobody reads is there to tell its host something, and what it tells here is about a person.`,
      remedy: say`Leave the personal data out, or list the host under site.hosts if it is yours.`,
      location: first.location,
      severity: first.hashed ? 'warning' : 'error',
      certainty: certainty === 'possible' || !isForeign || context.party(host)?.kind === SHARED ? 'possible' : 'likely',
      ...(request.entity ? { entity: request.entity.name } : {}),
      subject: `${host} ${[...names].sort().join(' ')}`,
      trail: [
        ...data.slice(0, 10).map(({ key, kind, value, location: at }) => ({
          message: withOrigin(say`${key} (${term(kind)})`, value),
          location: at,
        })),
        { message: say`sent to ${url.split('?', 1)[0]?.replaceAll('\uFFFC', '…').slice(0, 100) ?? host}`, location },
      ],
      law: rule.meta.law,
    });
  }
}

function report(activity: JudgedActivity, data: readonly UserDatum[], unit: Unit, context: RuleContext): void {
  const { vendor, entity } = activity;
  const sensitive = sensitivityOf(unit, context).level !== 'none';
  const named = data.filter(({ kind }) => !isPseudonymous(kind));
  const raw = named.filter(({ hashed }) => !hashed);
  const [first] = raw.length > 0 ? raw : named.length > 0 ? named : data;
  if (!first) return;
  const keys = [...new Set(data.map(({ key }) => key))].slice(0, 8);
  const form = raw.length > 0 ? say`in clear text` : named.length > 0 ? say`hashed` : say`as an identifier`;
  context.report({
    message: activity.values.pushed
      ? say`${nameOf(activity)} puts ${keys.join(', ')} into the data layer, ${form}.`
      : say`${nameOf(activity)} sends ${keys.join(', ')} to ${vendor.name}, ${form}.`,
    why: activity.values.pushed
      ? say`Every tag of the tag manager can read it there and send it on, those that somebody adds later too.`
      : say`Events are kept, joined and passed on by whoever receives them; what tells who the visitor is turns a count into a record of a person.`,
    remedy: activity.values.pushed
      ? say`Take it out of what is pushed; push that something happened, not to whom.`
      : say`Take it out of the event; send that something happened, not to whom.`,
    location: first.location,
    severity: severityOf(raw.length > 0, named.length > 0, sensitive, entity?.paused ?? false),
    certainty: first.certainty === 'certain' && isUnread(activity, unit) ? 'likely' : first.certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${entity?.name ?? ''} ${[...keys].sort().join(' ')}`,
    trail: [
      ...data.slice(0, 10).map(({ key, kind, hashed, value, location }) => ({
        message: withOrigin(hashed ? say`${key} (${term(kind)}, hashed)` : say`${key} (${term(kind)})`, value),
        location,
      })),
      ...pushesOf(data.map(({ value }) => value)),
      ...trailOf(activity).slice(0, 4),
    ],
    ...(unit.kind === 'container' || unit.kind === 'server-container'
      ? {
          cause: vendor.retired
            ? retiredCause(vendor)
            : {
                id: `personal-data ${vendor.id} ${describeOrigin(first.value) ?? keys.join(' ')}`,
                title: say`The same personal data in several tags`,
                remedy: say`Take it out where it is set.`,
              },
        }
      : {}),
    law: rule.meta.law,
  });
}

/** What the vendor's settings for the account tell of events that were sent: its own program has found personal data in them. */
function reportWithheld(activity: JudgedActivity, unit: Unit, context: RuleContext): void {
  const { vendor, location } = activity;
  const keys = withheldKeys(activity);
  if (keys.length === 0) return;
  const names = [...new Set(keys.map(({ key }) => key))].sort();
  const telling = keys.filter(({ kind }) => kind !== undefined);
  const shown = names.slice(0, MAX_NAMES).join(', ');
  const listed = names.length > MAX_NAMES ? say`${shown} and ${names.length - MAX_NAMES} more` : shown;
  context.report({
    message: say`${vendor.name} withholds ${listed}: it has met them in what this site sent.`,
    why: say`The vendor’s own program takes them for personal data. They reached it before it learnt to drop them, and whatever it does not recognise still does.`,
    remedy: say`Find the pages, forms and tags that put them into addresses and events, and take them out there.`,
    location,
    severity: telling.length === 0 ? 'note' : sensitivityOf(unit, context).level === 'none' ? 'warning' : 'error',
    certainty: 'likely',
    vendor: vendor.name,
    subject: `${vendor.id} withheld ${names.join(' ')}`,
    trail: keys.slice(0, 10).map(({ key, event, place, kind }) => ({
      message: say`${kind === undefined ? key : say`${key} (${term(kind)})`} in ${place} of ${event}`,
      location,
    })),
    law: rule.meta.law,
  });
}

/** A number that only the site can resolve is no name: a note, as long as the site tells nothing sensitive. */
function severityOf(raw: boolean, named: boolean, sensitive: boolean, paused: boolean): Severity {
  if (paused) return 'note';
  if (raw) return 'error';
  if (named) return sensitive ? 'error' : 'warning';
  return sensitive ? 'warning' : 'note';
}
