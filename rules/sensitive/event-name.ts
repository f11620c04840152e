import { tellingActivities, tellingOf } from '../../src/model/data-layer-push.ts';
import { type EventWord, eventWordsOf } from '../../src/model/event-words.ts';
import { nameOf, trailOf } from '../../src/model/evidence.ts';
import type { Certainty, ReportStep } from '../../src/model/finding.ts';
import { atomsOf } from '../../src/model/guard.ts';
import { listOf, type Phrase, say, term } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { SensitiveMatch } from '../../src/model/sensitive.ts';
import { type Sensitivity, sensitivityOf, tells } from '../../src/model/site.ts';
import type { JudgedActivity, Unit } from '../../src/model/unit.ts';
import { userDataOf } from '../../src/model/user-data.ts';

export const rule: Rule = {
  meta: {
    id: 'sensitive/event-name',
    title: 'An event, a parameter or an audience is named after something sensitive',
    severity: 'warning',
    needs: ['activities'],
    raisedBy: ['site'],
    law: ['GDPR-9', 'GDPR-5-1-C', 'EU-CJEU-OT', 'US-FTC-MONUMENT'],
  },
  check(unit, context) {
    const site = sensitivityOf(unit, context);
    for (const activity of tellingActivities(unit)) {
      if (activity.kind === 'consent') continue;
      const named = wordsOf(activity)
        .map((word) => telling(word, site, context))
        .filter((one) => one !== undefined);
      report(activity, named, unit, context);
    }
  },
};

interface Telling extends EventWord {
  readonly match: SensitiveMatch;
  readonly certainty: Certainty;
}

/** The words that the activity sends, and what the container calls the tag or its one event: its conversion stands for that. */
function wordsOf(activity: JudgedActivity): readonly EventWord[] {
  const words = eventWordsOf(activity);
  const { entity, kind, location, guard } = activity;
  if (!entity || kind !== 'event') return words;
  const events = atomsOf(guard).flatMap(({ atom, negated, location: at }): EventWord[] =>
    atom.kind === 'site-event' && !negated
      ? [{ key: 'trigger', part: 'name', text: atom.name, location: at ?? location }]
      : [],
  );
  // A tag that fires on many events tells of none that it was this one.
  return [...words, { key: 'tag', part: 'name', text: entity.name, location }, ...(events.length === 1 ? events : [])];
}

/** Names of the container's own: the vendor sees only what the conversion or event is called in its interface. */
const OWN_NAMES: Readonly<Record<string, Phrase>> = {
  tag: say`the name of the tag`,
  trigger: say`the event that fires the tag`,
};

function telling(word: EventWord, site: Sensitivity, context: RuleContext): Telling | undefined {
  const match = context.sensitive(word.text).find((match) => tells(match, site));
  const own = word.part === 'name' && Object.hasOwn(OWN_NAMES, word.key);
  return match && { ...word, match, certainty: own ? 'likely' : 'certain' };
}

function report(activity: JudgedActivity, named: readonly Telling[], unit: Unit, context: RuleContext): void {
  const [first] = named;
  if (!first) return;
  const { vendor, entity } = activity;
  const identified = userDataOf(activity).some(({ certainty }) => certainty !== 'possible');
  const words = [...new Set(named.map(({ text, match }) => text.slice(match.start, match.end)))].slice(0, 5);
  const names = listOf(words.map((word) => say`“${word}”`));
  const to = tellingOf(activity, unit);
  const told = to.isHandedOn ? to.says(names) : say`tells ${vendor.name} ${names}`;
  const category = term(first.match.category);
  context.report({
    message: identified
      ? say`${nameOf(activity)} ${told} by name (${category}), together with who the visitor is.`
      : say`${nameOf(activity)} ${told} by name (${category}).`,
    why: to.why(say`Whoever triggers the event lands in a list with that name, and the vendor builds audiences of it.`),
    remedy: say`Name the event after the step (“lead”, “form_sent”), and keep what it was about on your own server.`,
    location: first.location,
    severity: entity?.paused ? 'note' : identified ? 'error' : 'warning',
    certainty: to.certainty(first.certainty),
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${entity?.name ?? ''} ${[...words].sort().join(' ')}`,
    trail: [...named.slice(0, 6).map(stepOf), ...trailOf(activity).slice(0, 3)],
    cause: {
      id: `event-name ${vendor.id}`,
      title: say`${vendor.name} is told sensitive things by name`,
      remedy: say`Name events after the step, not after what it is about.`,
    },
    ...to.report,
    law: unit.kind === 'server-container' ? rule.meta.law.slice(0, 3) : rule.meta.law,
  });
}

function stepOf({ key, part, text, match, location }: Telling): ReportStep {
  const own = part === 'name' && Object.hasOwn(OWN_NAMES, key) ? OWN_NAMES[key] : undefined;
  const what = own ?? partOf(part, key);
  return { message: say`${what} says “${text.slice(match.start, match.end)}” (${term(match.category)})`, location };
}

function partOf(part: EventWord['part'], key: string): Phrase {
  switch (part) {
    case 'name':
      return say`the name of the event`;
    case 'key':
      return say`the name of a parameter`;
    case 'value':
      return say`the value of ${key}`;
  }
}
