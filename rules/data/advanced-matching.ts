import { embedPurpose } from '../../src/model/embeds.ts';
import type { Entity } from '../../src/model/entity.ts';
import { describeOrigin, nameOf, pushesOf, retiredCause, trailOf, withOrigin } from '../../src/model/evidence.ts';
import type { Cause, Severity } from '../../src/model/finding.ts';
import { type Phrase, say, term } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { sensitivityOf } from '../../src/model/site.ts';
import type { JudgedActivity, Unit } from '../../src/model/unit.ts';
import { isPseudonymous, type UserDatum, userDataOf } from '../../src/model/user-data.ts';
import { withoutUserData } from '../../src/model/user-data-repairs.ts';

export const rule: Rule = {
  meta: {
    id: 'data/advanced-matching',
    title: 'User data is handed to a pixel in code',
    severity: 'error',
    needs: ['activities'],
    raisedBy: ['site'],
    law: ['GDPR-32', 'GDPR-5-1-C', 'SE-IMY-APOTEKET', 'SE-IMY-AVANZA', 'US-FTC-BETTERHELP', 'CA-OPC-HOMEDEPOT'],
    repair: 'suggested',
  },
  check(unit, context) {
    const handed = unit.activities.flatMap((activity): Handed[] => {
      if (activity.kind === 'configure' || activity.kind === 'consent') return [];
      if (activity.kind === 'load' && activity.urlKind !== 'beacon') return [];
      const data = userDataOf(activity);
      return data.length > 0 ? [{ activity, data }] : [];
    });
    const takers = takersOf(handed);
    for (const one of handed) report(one, isShared(one, takers), unit, context);
  },
};

interface Handed {
  readonly activity: JudgedActivity;
  readonly data: readonly UserDatum[];
}

/** The tags that take something from one place: a settings variable of the container. */
type Takers = ReadonlyMap<UserDatum['location']['source'], ReadonlyMap<number, ReadonlySet<Entity | undefined>>>;

function takersOf(handed: readonly Handed[]): Takers {
  const bySource = new Map<UserDatum['location']['source'], Map<number, Set<Entity | undefined>>>();
  for (const { activity, data } of handed) {
    const place = data[0]?.location;
    if (!place) continue;
    const places = bySource.get(place.source) ?? new Map<number, Set<Entity | undefined>>();
    const takers = places.get(place.start) ?? new Set();
    bySource.set(place.source, places.set(place.start, takers.add(activity.entity)));
  }
  return bySource;
}

function isShared({ data: [first] }: Handed, takers: Takers): boolean {
  return first !== undefined && (takers.get(first.location.source)?.get(first.location.start)?.size ?? 0) > 1;
}

function report({ activity, data }: Handed, shared: boolean, unit: Unit, context: RuleContext): void {
  const { vendor, entity } = activity;
  const sensitive = sensitivityOf(unit, context).level !== 'none';
  const open = data.filter((datum) => !datum.hashed && !isPseudonymous(datum.kind));
  // In which form a whole object holds it is not seen.
  const raw = open.filter(({ whole, unclear }) => !whole && !unclear);
  const isUnclear = open.length > 0 && open.every(({ unclear }) => unclear);
  const ids = data.every((datum) => isPseudonymous(datum.kind));
  const coarse = data.every((datum) => datum.kind !== 'user-id' && isPseudonymous(datum.kind));
  // What a visitor is shown of somebody, a chat above all, is told who asks, and follows nobody with it to other sites.
  const shown = embedPurpose(vendor) !== undefined;
  const severity =
    coarse && !sensitive
      ? 'note'
      : severityOf(open.length > 0 && !isUnclear && !shown, ids, sensitive, entity?.paused ?? false);
  const keys = [...new Set(data.map((datum) => datum.key))];
  const [first] = raw.length > 0 ? raw : open.length > 0 ? open : data;
  if (!first) return;
  const form =
    raw.length > 0
      ? isContainer(unit)
        ? say`in clear text as the tag takes it`
        : activity.server
          ? say`in clear text as it leaves the server’s code`
          : say`in clear text as it leaves the page’s code`
      : isUnclear
        ? say`hashed or in clear text, which is not seen here`
        : open.length > 0
          ? say`as a whole object, of which only the name is seen here`
          : ids
            ? say`as an identifier`
            : say`hashed`;
  const repair = withoutUserData(activity, data);
  context.report({
    message: say`${nameOf(activity)} hands ${keys.slice(0, 8).join(', ')} to ${vendor.name}, ${form}.`,
    why: shown
      ? say`The provider then knows who is on each page that loads it, whether or not somebody opens what it shows.`
      : ids
        ? say`It ties what the visitor does to one person across visits.`
        : say`The vendor recognises the person by it; a digest of an e-mail address or phone number is still personal data, because the vendor holds the same list.`,
    remedy: isContainer(unit) ? OUT_OF_THE_TAG : OUT_OF_THE_CODE,
    location: first.location,
    severity,
    certainty: data.some((datum) => datum.certainty === 'certain')
      ? 'certain'
      : data.some((datum) => datum.certainty === 'likely')
        ? 'likely'
        : 'possible',
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    ...(repair && { suggestions: [repair] }),
    subject: `${vendor.id} ${entity?.name ?? ''} ${keys.slice(0, 8).sort().join(' ')}`,
    trail: [
      ...data.slice(0, 10).map((datum) => ({
        message: withOrigin(datumWords(datum), datum.value),
        location: datum.location,
      })),
      ...pushesOf(data.map(({ value }) => value)),
      ...trailOf(activity).slice(0, 4),
    ],
    ...(isContainer(unit) ? { cause: causeOf(activity, keys, first, shared) } : {}),
    law: rule.meta.law,
  });
}

const OUT_OF_THE_CODE = say`Leave the user data out, or document why it is needed and send it only after consent to this very use.`;
const OUT_OF_THE_TAG = say`Take it out of the tag, or of the variable in which it stands; or document why it is needed and let the tag fire only after consent to this very use.`;

function isContainer({ kind }: Unit): boolean {
  return kind === 'container' || kind === 'server-container';
}

function datumWords({ key, kind, hashed, unclear }: UserDatum): Phrase {
  if (hashed) return say`${key} (${term(kind)}, hashed)`;
  return unclear ? say`${key} (${term(kind)}, hashed or not)` : say`${key} (${term(kind)})`;
}

/** What several tags take from one variable is cleared there; else what one vendor gets is seen together. */
function causeOf({ vendor }: JudgedActivity, keys: readonly string[], { value }: UserDatum, shared: boolean): Cause {
  if (vendor.retired) return retiredCause(vendor);
  return shared
    ? {
        id: `user-data ${vendor.id} ${keys.join(' ')} ${describeOrigin(value) ?? ''}`,
        title: say`User data from one variable, handed to ${vendor.name}`,
        remedy: say`Take it out where it is set.`,
      }
    : {
        id: `user-data ${vendor.id}`,
        title: say`User data handed to ${vendor.name}`,
        remedy: say`Take it out of each tag, or send it only after consent to this very use.`,
      };
}

/** Clear text is worse than hashed, and a sensitive site worse than an ordinary one: what authorities fined. */
function severityOf(raw: boolean, ids: boolean, sensitive: boolean, paused: boolean): Severity {
  if (paused) return 'note';
  if (ids) return 'warning';
  return raw || sensitive ? 'error' : 'warning';
}
