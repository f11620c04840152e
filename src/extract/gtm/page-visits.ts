/** Whether a tag runs wherever a page is merely visited: what its triggers and exceptions ask the address and the title for. */
import { atomsOf } from '../../model/guard.ts';
import type { VisitedPlace } from '../../model/visit.ts';
import type { ContainerCondition, ContainerTag, ContainerTrigger } from '../../parse/container.ts';
import { holds, type Test } from './compare.ts';
import { covers, isEventTest, testOf } from './events.ts';
import type { Firings } from './firing.ts';
import { partOf } from './page-words.ts';
import type { Scope } from './scope.ts';
import type { TriggerFacts } from './triggers.ts';

/** Undefined: it depends on what is not known of the page. */
type Answer = boolean | undefined;

export type FiresOn = (place: VisitedPlace) => Answer;

/** Set-up tags have set-up tags. */
const MAX_SEQUENCE = 6;

/** The answer for a tag, worked out when a page is there to ask for. */
export function firesOnVisits(
  scope: Scope,
  tag: ContainerTag,
  firings: AskedFirings,
  triggers: ReadonlyMap<string, ContainerTrigger>,
): FiresOn {
  let ways: readonly FiresOn[] | undefined;
  return (place) => {
    ways ??= waysOf(scope, tag, firings, triggers, 0);
    return any(ways.map((way) => way(place)));
  };
}

export type AskedFirings = Pick<Firings, 'trigger' | 'missed' | 'ways'>;

/** What makes the tag run without anything that visitors do. */
function waysOf(
  scope: Scope,
  tag: ContainerTag,
  firings: AskedFirings,
  triggers: ReadonlyMap<string, ContainerTrigger>,
  depth: number,
): readonly FiresOn[] {
  const missed = new Set(firings.missed(tag));
  const exceptions = tag.blocking.flatMap((id) => {
    const facts = missed.has(id) ? undefined : firings.trigger(id);
    return facts ? [{ facts, asks: conditionsOf(scope, triggers.get(id)) }] : [];
  });
  const own = tag.firing.flatMap((id): FiresOn[] => {
    const facts = firings.trigger(id);
    if (!facts || !comesByItself(facts)) return [];
    const asks = conditionsOf(scope, triggers.get(id));
    const spared = exceptions.filter(({ facts: one }) => covers(one.events, facts.events) !== false);
    return [
      (place) =>
        all([
          ...asks.map((one) => answer(scope, one, place) ?? (isOfThePage(scope, one) ? undefined : true)),
          ...spared.map(({ asks: of }) => not(isSpared(scope, of, place))),
        ]),
    ];
  });
  const called = firings
    .ways(tag)
    .flatMap(({ caller }) =>
      caller && depth < MAX_SEQUENCE ? waysOf(scope, caller, firings, triggers, depth + 1) : [],
    );
  return [...own, ...called];
}

/** Nothing that a visitor or the site has to do first, other than to answer a banner. */
function comesByItself({ guard }: TriggerFacts): boolean {
  return atomsOf(guard).every(
    ({ atom }) => atom.kind !== 'site-event' && (atom.kind !== 'click' || atom.meaning === 'accept'),
  );
}

function conditionsOf(scope: Scope, trigger: ContainerTrigger | undefined): readonly ContainerCondition[] {
  if (!trigger) return [];
  const { eventFilters, filters, listenerFilters } = trigger;
  return [...eventFilters, ...filters, ...listenerFilters].filter((one) => !isEventTest(scope, one));
}

function isOfThePage(scope: Scope, one: ContainerCondition): boolean {
  return partOf(scope, one) !== undefined;
}

/** An exception that asks for more than the page (for a choice, say) may not hold: no page is spared for its sake. */
function isSpared(scope: Scope, asks: readonly ContainerCondition[], place: VisitedPlace): Answer {
  if (asks.length === 0) return true;
  return all(asks.map((one) => (isOfThePage(scope, one) ? answer(scope, one, place, true) : false)));
}

/** @param isException whether what holds keeps the tag from the page */
function answer(scope: Scope, one: ContainerCondition, place: VisitedPlace, isException = false): Answer {
  const part = partOf(scope, one);
  const value = scope.textValue(one.right, undefined);
  if (!part || value.kind !== 'literal') return undefined;
  const test = testOf(scope, { ...one, right: String(value.value) });
  const found = compared(part, test, place);
  if (found !== undefined) return one.negate ? !found : found;
  // The file is not called like what is left out: only a page of that kind may be meant all the same.
  const leavesOut = one.negate !== isException;
  return leavesOut && !place.isAbout(test.right) ? one.negate : undefined;
}

function compared(part: 'address' | 'path' | 'title' | 'query', test: Test, place: VisitedPlace): Answer {
  switch (part) {
    case 'title':
      return place.titles.length === 0 ? undefined : any(place.titles.map((title) => holds(title, test)));
    // Who just comes by brings none.
    case 'query':
      return holds('', test);
    default: {
      const asked = part === 'address' ? withoutHost(test) : test;
      if (!asked) return undefined;
      const known = place.addresses.flatMap((one) => [one, one.endsWith('/') ? one.slice(0, -1) : `${one}/`]);
      if (known.length > 0) return any(known.map((one) => holds(one, asked)));
      return filesAs(place.file).some((one) => holds(one, asked) === true) ? true : undefined;
    }
  }
}

/** The test without the host, where it asks for a whole address; undefined where that cannot be told. */
function withoutHost(test: Test): Test | undefined {
  if (test.operator === 'MATCH_REGEX') return /https?|\\\.|\^/.test(test.right) ? undefined : test;
  const path = test.right.replace(/^(?:https?:)?\/\/[^/]*|^[\w-]+(?:\.[\w-]+)+(?=\/|$)/i, '');
  if (path === test.right) return test;
  // What began with a host begins with the path.
  return { ...test, right: path, operator: test.operator === 'CONTAINS' ? 'STARTS_WITH' : test.operator };
}

/** The addresses that a page may have by the name of its file. */
function filesAs(file: string): readonly string[] {
  const whole = `/${file.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '')}`;
  const stem = whole.replace(/(?:\.[\w-]{1,10}){1,2}$/, '');
  const forms = [whole, stem, `${stem}/`, stem.replace(/(?<=\/)index$/, '')];
  return forms.flatMap((form) => [...form.matchAll(/\//g)].slice(-MAX_FOLDERS).map(({ index }) => form.slice(index)));
}

const MAX_FOLDERS = 6;

function all(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function any(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

function not(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}
