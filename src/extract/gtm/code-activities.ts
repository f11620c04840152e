/** What the code of a tag's template does, as activities of the tag. */
import { and } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { Activity, UnknownScript } from '../../model/unit.ts';
import { childrenOf, type Value } from '../../model/value.ts';
import type { ContainerTag } from '../../parse/container.ts';
import type { Location } from '../../text/location.ts';
import type { SeenCmp } from '../extracted.ts';
import { placeOf, type Scope } from './scope.ts';
import { soleCondition } from './sole-condition.ts';

type Common = Pick<Activity, 'carrier' | 'guard' | 'reached' | 'order' | 'location' | 'steps' | 'entity' | 'stage'>;

export interface CodeFacts {
  /** Commands to the consent mode whose signals are known. */
  readonly consent: readonly Activity[];
  /** Loads, calls and requests of vendors of the catalogue. */
  readonly others: readonly Activity[];
  readonly cmps: readonly SeenCmp[];
  /** Scripts of hosts of which the catalogue knows nothing. */
  readonly unknownScripts: readonly UnknownScript[];
}

const NONE: CodeFacts = { consent: [], others: [], cmps: [], unknownScripts: [] };

export function codeFacts(scope: Scope, tag: ContainerTag, common: Common): CodeFacts {
  const facts = scope.sandboxes.of(tag);
  if (!facts) return NONE;
  // What the tag's guard asks already, where everything hangs on one condition.
  const asked = soleCondition(facts);
  const ofTag = (one: Activity | UnknownScript, what: string): Pick<Activity, 'guard' | 'order' | 'steps'> => ({
    guard: one.guard === asked ? common.guard : and(common.guard, one.guard),
    order: common.order + one.order / 10_000,
    steps: [...common.steps, ...one.steps, { message: say`${what} in the template's code`, location: one.location }],
  });
  const activities = facts.activities.map((one): Activity => {
    return {
      ...one,
      ...common,
      ...ofTag(one, one.label),
      carrier: 'tag',
      label: one.label,
      location: one.kind === 'consent' ? fieldOf(scope, tag, one.values.signals, common.location) : common.location,
    };
  });
  const isCommand = ({ consent }: Activity): boolean => consent === 'default' || consent === 'update';
  return {
    consent: activities.filter((one) => isCommand(one) && isTold(one.values.signals)),
    others: activities.filter((one) => !isCommand(one)),
    cmps: [...facts.cmps].map(([cmp, location]) => ({ cmp, loaded: true, ...(location ? { location } : {}) })),
    unknownScripts: facts.unknownScripts
      .filter(({ form }) => form === undefined || form === 'frame')
      .map((one): UnknownScript => {
        const { reached, location, entity } = common;
        return {
          ...one,
          ...ofTag(one, one.host),
          reached: one.reached && reached,
          location,
          ...(entity && { entity }),
        };
      }),
  };
}

/** Names at least one signal. */
function isTold(signals: Value | undefined): boolean {
  return signals?.kind === 'object' && signals.properties.some(({ key }) => /_/.test(key) && key !== 'wait_for_update');
}

/** The field of the tag that a value comes from, else the tag's first table, else the tag. */
function fieldOf(scope: Scope, tag: ContainerTag, value: Value | undefined, otherwise: Location): Location {
  const [own] = value ? placesIn(scope, value, 0) : [];
  if (own) return own;
  const table = [...tag.parameters.values()].find(({ list }) => list.length > 0);
  return table ? placeOf(scope, table) : otherwise;
}

function placesIn(scope: Scope, value: Value, depth: number): Location[] {
  if (value.location?.source === scope.places.source) return [value.location];
  return depth > 3 ? [] : childrenOf(value).flatMap((inner) => placesIn(scope, inner, depth + 1));
}
