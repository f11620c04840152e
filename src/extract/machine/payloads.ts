/** What a platform hands to callbacks and events. */
import type { Cmp, CmpEvent } from '../../model/catalog.ts';
import { atom } from '../../model/guard.ts';
import type { Location } from '../../text/location.ts';
import { isOnTheWay, leadsToAnswer } from './answer-paths.ts';
import { target } from './clicks.ts';
import type { Machine } from './machine.ts';
import { categoryOfWord } from './names.ts';
import { answerValue, matchPath } from './platform.ts';
import { type Elem, type EventArg, global, lit, type MValue } from './values.ts';

/** A callback of a platform, with what its pattern has captured. */
export interface PlatformCallback {
  readonly cmp: Cmp;
  readonly event: CmpEvent;
  readonly captures: ReadonlyMap<string, string>;
}

/** The arguments with which a platform calls a callback. */
export function payloadArguments(
  m: Machine,
  { cmp, event, captures }: PlatformCallback,
  name: string,
  at?: Location,
): MValue[] {
  const last = event.payload.reduce((most, { argument = 0 }) => Math.max(most, argument), 0);
  return Array.from({ length: last + 1 }, (_, index): MValue => {
    const payload = event.payload.filter(({ argument = 0 }) => argument === index);
    const arg: EventArg = { t: 'event', name, cmp, payload, path: [], captures };
    return payload.some(({ path }) => path.length === 0) ? payloadOf(m, arg, at) : arg;
  });
}

/** A member of a callback's argument: a platform's payload of categories, or any member of an event. */
export function payloadOf(m: Machine, event: EventArg, at: Location | undefined): MValue {
  const { cmp } = event;
  if (cmp) {
    for (const payload of event.payload) {
      const inPath = matchPath(payload.path, event.path);
      // A name that leads further is no word: `choices.$$googleConsentMode` beside `choices.facebook_pixel`.
      if (!inPath || (inPath.size > 0 && isOnTheWay(event))) continue;
      const captures = new Map([...(event.captures ?? []), ...inPath]);
      return payload.global === undefined
        ? answerValue(m, cmp, payload, captures, at)
        : global(payload.global.split('.'), at);
    }
  }
  const declared = m.catalog.gates?.member(event.name, event.path, at);
  if (declared) return { t: 'bool', guard: declared.guard, ...(declared.value && { granted: declared.value }) };
  const [last] = event.path.slice(-1);
  if (last === 'type' && event.path.length === 1 && (!cmp || m.catalog.events.has(event.name))) return lit(event.name);
  if (last === 'target' || last === 'currentTarget' || last === 'srcElement' || last === 'delegateTarget') {
    if (event.on && (last === 'currentTarget' || isButton(event.on))) return event.on;
    const hit: Elem = {
      t: 'elem',
      tag: '',
      props: new Map(),
      places: new Map(),
      selector: `${event.name} target`,
      ...(event.about === undefined ? {} : { about: event.about }),
      created: false,
      inserted: false,
    };
    return event.name === 'click' && event.about !== undefined && at && last !== 'currentTarget'
      ? target(m, event.about, at, hit)
      : hit;
  }
  // A custom event that carries categories of its own: `event.detail.marketing`.
  const named = /consent|cookie|cmp|privacy|gdpr/i.test(event.name) && !leadsToAnswer(event);
  if (named && last !== undefined && event.path.length > 1) {
    const category = categoryOfWord(last);
    if (category && category !== 'necessary')
      return { t: 'bool', guard: atom({ kind: 'consent', cmp: 'own', category, word: last }, at) };
  }
  m.spend();
  return event;
}

/** A click on a button is a click on that button, whatever stands in it. */
function isButton({ found }: Elem): boolean {
  return found !== undefined && /^(?:button|a|input|label|option)$/.test(found[0]?.name ?? '');
}
