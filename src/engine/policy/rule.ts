/** Makes a rule of what a configuration declares under `policy`. */
import type { ReportStep } from '../../model/finding.ts';
import { type Phrase, say } from '../../model/phrase.ts';
import { type Policy, type PolicyWord, titleOf } from '../../model/policy.ts';
import type { Rule, RuleContext } from '../../model/rule.ts';
import { eventNamesOf } from '../../model/sent-data.ts';
import { hostOf } from '../../model/third-parties.ts';
import type { Verdict } from '../../model/unit.ts';
import { isAboutEntities, type Match, matchesOf } from './match.ts';

/** The rule of a policy: one finding for each vendor or host, event and key of a page or of a tag of a container. */
export function policyRule(policy: Policy): Rule {
  const { id, severity } = policy;
  return {
    meta: {
      id,
      title: titleOf(policy),
      severity,
      needs: isAboutEntities(policy) ? ['entities'] : ['activities', 'unknownScripts'],
      law: [],
    },
    check(unit, context) {
      for (const group of grouped(matchesOf(policy, unit), policy)) report(policy, group, context);
    },
  };
}

/** What one finding is about, the first of it in front. */
type Group = readonly [Match, ...Match[]];

function grouped(matches: readonly Match[], policy: Policy): Group[] {
  const groups = new Map<string, [Match, ...Match[]]>();
  for (const match of matches) {
    const subject = subjectOf(match, policy);
    const group = groups.get(subject);
    if (group) group.push(match);
    else groups.set(subject, [match]);
  }
  return [...groups.values()];
}

/** No line numbers, no wording: it goes into the fingerprint. */
function subjectOf({ sighting, datum, entity }: Match, { match }: Policy): string {
  const who = sighting && ('vendor' in sighting ? sighting.vendor.id : sighting.host);
  const event = match.event && sighting && 'vendor' in sighting ? eventNamesOf(sighting).join() : undefined;
  return [entity && `${entity.kind} ${entity.name}`, who, event, datum?.path]
    .filter((part) => part !== undefined)
    .join(' ');
}

function report(policy: Policy, group: Group, context: RuleContext): void {
  const [first, ...others] = group;
  const { sighting, entity } = first;
  const vendor = sighting && 'vendor' in sighting ? sighting.vendor.name : undefined;
  const idle = entity?.paused === true || group.every((one) => one.sighting && isBlocked(one.sighting.states));
  const certainty = (['certain', 'likely', 'possible'] as const).find((one) =>
    group.some((match) => match.certainty === one),
  );
  context.report({
    message: filledIn(policy.message, first),
    ...(policy.why !== undefined && { why: filledIn(policy.why, first) }),
    ...(policy.remedy !== undefined && { remedy: filledIn(policy.remedy, first) }),
    location: locationOf(first),
    severity: idle ? 'note' : policy.severity,
    certainty: certainty ?? 'possible',
    ...(vendor !== undefined && { vendor }),
    ...(entity && { entity: entity.name }),
    subject: subjectOf(first, policy),
    trail: [
      ...(sighting?.steps ?? [])
        .slice(0, 6)
        .map(({ message, location }) => (location ? { message, location } : { message })),
      ...others.slice(0, 4).map((one): ReportStep => ({ message: say`here too`, location: locationOf(one) })),
      ...(policy.location ? [{ message: say`the policy`, location: policy.location }] : []),
    ],
    law: [],
  });
}

function locationOf({ datum, sighting, entity }: Match): ReportStep['location'] & object {
  const location = datum?.location ?? sighting?.location ?? entity?.location;
  if (!location) throw new Error('a match stands somewhere');
  return location;
}

/** A message, which speaks the language of the configuration, with what was found in the place of its words. */
function filledIn(text: string, match: Match): Phrase {
  const filled = text.replace(/\{(\w+)\}/g, (written, word: string) => (isWord(word) ? WORDS[word](match) : written));
  return say`${filled}`;
}

const WORDS: Readonly<Record<PolicyWord, (match: Match) => string>> = {
  vendor: ({ sighting, entity }) =>
    !sighting ? (entity?.name ?? '') : 'vendor' in sighting ? sighting.vendor.name : sighting.host,
  host: ({ sighting }) =>
    !sighting ? 'the host' : 'host' in sighting ? sighting.host : (hostOf(sighting.url) ?? sighting.vendor.name),
  key: ({ datum }) => datum?.path ?? 'the data',
  event: ({ sighting }) => (sighting && 'vendor' in sighting && eventNamesOf(sighting)[0]) || 'the event',
  entity: ({ entity }) => entity?.name ?? 'the tag',
};

function isWord(word: string): word is PolicyWord {
  return Object.hasOwn(WORDS, word);
}

function isBlocked(states: Readonly<Record<string, Verdict>>): boolean {
  return Object.values(states).every(({ outcome }) => outcome === 'blocked');
}
