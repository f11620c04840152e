/** Names what a condition or a step in front of a tag really asks. */
import type { Cmp } from '../model/catalog.ts';
import { storedName } from '../model/evidence.ts';
import type { GateKind, GateTest } from '../model/gate.ts';
import { atomsOf, type ConsentState } from '../model/guard.ts';
import { type Phrase, type Said, say } from '../model/phrase.ts';
import { isRefusalKey } from '../model/refusal-name.ts';
import type { Activity, Step, StepKind } from '../model/unit.ts';
import { categoryOfSignal } from './consent-mode.ts';
import type { Reason } from './evaluate.ts';
import { categoryStored, keyFits, type Stored } from './stored-values.ts';

/** What the tests of a unit are told with. */
export interface TestFacts {
  readonly cmps: ReadonlyMap<string, Cmp>;
  /** Ids of the platforms that the unit loads or names. */
  readonly seen: ReadonlySet<string>;
}

/** The most telling first. */
const ORDER: readonly GateKind[] = [
  'attribute',
  'unknown-word',
  'exempt',
  'always-on',
  'refusal',
  'dismissal',
  'negated',
  'opt-out',
  'granted-default',
  'unread',
  'cmp-absent',
  'cmp-present',
  'cmp-ready',
  'answered',
  'implied',
  'grants-itself',
  'late-switch',
  'refused-switch',
  'updated',
  'other-event',
  'missing-field',
  'optional',
  'interaction',
  'visibility',
  'delay',
];

/** What looks like a gate in front of an activity that runs in a state; empty where nothing does. */
export function testsOf(
  activity: Activity,
  state: ConsentState,
  reasons: readonly Reason[],
  facts: TestFacts,
): readonly GateTest[] {
  const found = [
    ...activity.steps.flatMap((step) => ofStep(step, state, facts) ?? []),
    ...reasons.flatMap((reason) => ofReason(reason, activity, state, facts) ?? []),
  ];
  const tests = new Map<string, GateTest>();
  for (const test of found) {
    // The event that was waited for and the answer that it means are one.
    const key = test.kind === 'answered' ? test.kind : `${test.kind} ${test.subject}`;
    if (!tests.has(key)) tests.set(key, test);
  }
  return [...tests.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Attributes that shops and themes use for purposes of their own: they are a platform's only where it is on the page. */
const GENERIC_ATTRIBUTE = /^(?:class|data-(?:category|categories|name|type|purposes?|service|vendor|src|consent))=/;

const OF_STEP: Readonly<Partial<Record<StepKind, GateKind>>> = {
  delay: 'delay',
  interaction: 'interaction',
  visibility: 'visibility',
  'cmp-ready': 'cmp-ready',
  implied: 'implied',
  'granted-default': 'granted-default',
  attribute: 'attribute',
  'unknown-word': 'unknown-word',
  exempt: 'exempt',
  'other-event': 'other-event',
  optional: 'optional',
  unread: 'unread',
};

function ofStep(step: Step, state: ConsentState, facts: TestFacts): GateTest | undefined {
  const { kind, location, subject } = step;
  // Only what somebody may take for a gate has a subject: a timer of no length and the trigger on a scroll depth have none.
  if (!kind || subject === undefined) return undefined;
  if (kind === 'decision') return state === 'refused' ? test('answered', subject, location) : undefined;
  if (kind === 'attribute' && step.cmp && GENERIC_ATTRIBUTE.test(String(subject)) && !facts.seen.has(step.cmp))
    return undefined;
  const found = OF_STEP[kind];
  return found && test(found, subject, location);
}

function test(kind: GateKind, subject: Said, location: GateTest['location']): GateTest {
  return location ? { kind, subject, location } : { kind, subject };
}

function ofReason(reason: Reason, activity: Activity, state: ConsentState, facts: TestFacts): GateTest | undefined {
  const { atom, negated, location } = reason;
  switch (atom.kind) {
    case 'storage': {
      const kind = negated ? absent(atom, activity, facts) : stored(atom, state, facts);
      return kind && test(kind, nameOf(atom), location);
    }
    case 'consent': {
      const name = facts.cmps.get(atom.cmp)?.name;
      const subject = name === undefined ? say`“${atom.word}”` : say`${name} “${atom.word}”`;
      if (negated) return test('negated', subject, location);
      return atom.category === 'necessary' ? test('always-on', subject, location) : undefined;
    }
    case 'signal':
      if (!negated && categoryOfSignal(atom.signal) === 'necessary') return test('always-on', atom.signal, location);
      return test(negated ? 'negated' : 'granted-default', atom.signal, location);
    case 'decided':
      return negated
        ? test('negated', say`any choice`, location)
        : test('answered', facts.cmps.get(atom.cmp)?.name ?? '', location);
    case 'refused':
      return negated ? undefined : test('negated', refusalOf(facts.cmps.get(atom.cmp)?.name), location);
    case 'click':
      if (negated) return undefined;
      if (atom.meaning === 'refuse')
        return test(CLOSING.test(atom.target) ? 'dismissal' : 'refusal', atom.target, location);
      return atom.meaning === 'other' && WIDE.test(atom.target.trim())
        ? test('interaction', 'click', location)
        : undefined;
    case 'site-event':
      return IMPLIED.test(atom.name) ? test('implied', atom.name, location) : undefined;
    case 'condition':
      if (atom.topic === 'present') return test(negated ? 'cmp-absent' : 'cmp-present', atom.text, location);
      if (atom.topic === 'applies') return negated ? test('granted-default', atom.text, location) : undefined;
      if (atom.topic === 'opt-out') return negated ? test('opt-out', atom.text, location) : undefined;
      if (atom.topic === 'consent') return negated ? test('negated', atom.text, location) : undefined;
      if (atom.topic !== 'free' || !namesPlatform(atom.text, facts)) return undefined;
      return test(negated ? 'cmp-absent' : 'cmp-present', atom.text.replace(/^typeof /, ''), location);
    case 'auto-block':
    case 'includer':
      return undefined;
  }
}

const CLOSING = /close|dismiss|st[aä]ng|schlie(?:ß|ss)en|hide|later/i;
const WIDE = /^(?:document|window|body|html)?$/;
const IMPLIED = /^(?:accept|dismiss|imply|consent|agree)(?:Consent)?On/i;

const UNNAMED = {
  cookie: say`cookie value`,
  local: say`localStorage value`,
  session: say`sessionStorage value`,
  unknown: say`value`,
} as const;

function nameOf({ store, key, text }: Stored): Phrase {
  const name = key === undefined ? UNNAMED[store] : store === 'unknown' ? say`“${key}”` : storedName(store, key);
  return text === undefined ? name : say`${name} “${text}”`;
}

function refusalOf(platform: string | undefined): Phrase {
  return platform === undefined ? say`refusal` : say`${platform} refusal`;
}

/** Words with which sites name what they keep of a choice. */
const CHOICE =
  /consent|gdpr|rgpd|dsgvo|cookie[\s_-]?(?:law|choice|accept|pref|setting|banner|notice|polic|bar|status|level|allow|agree|ok|info)|(?:accept|allow|agree|declin|reject|refus|den(?:y|ied)).{0,12}(?:cookie|track|analytic|market|ads)|cookies?[\s_-]?(?:ok|yes|no)$|samtyck|einwillig|toestemm|consentement|privacy[\s_-]?(?:pref|setting|choice|level)|^prefs?$|track(?:ing)?[\s_-]?(?:level|mode|allow|enabled|pref|choice|ok)/i;
const REFUSING =
  /^(?:.*[:=])?(?:false|0|no|n|off|none|denied|deny|declined?|rejected?|refused?|disabled|opt(?:ed)?-?out|necessary|essential|minimal|basic)$/i;
const DISMISSING = /dismiss|close|hidden|seen|shown|viewed/i;
const SAYS_CHOICE =
  /^(?:grant|accept|allow|consent|agree|declin|reject|den(?:y|ied)|refus|opt-?(?:in|out)|necessary|essential)/i;

/** True for stored values that keep a choice: the catalogue's, and those whose name or text says so. */
export function keepsChoice(atom: Stored, facts: TestFacts): boolean {
  const { key, text } = atom;
  return (
    isPlatforms(atom, facts) ||
    CHOICE.test(key ?? '') ||
    isRefusalKey(key ?? '') ||
    SAYS_CHOICE.test(text ?? '') ||
    (/^cookies?$/i.test(key ?? '') && ANSWER.test(text ?? ''))
  );
}

/** A yes or a no, which of itself may answer anything. */
const ANSWER = /^(?:true|false|yes|no|on|off|ok|all|none|[01])$/i;

/** True for values that a platform of the unit stores with every answer. */
export function isPlatforms({ key }: Stored, facts: TestFacts): boolean {
  for (const [id, cmp] of facts.cmps) {
    if (cmp.storage.some((one) => keyFits(one.key, key) && (one.means === 'banner-closed' || facts.seen.has(id))))
      return true;
  }
  return false;
}

/** Nothing is stored, and the tag runs: because nothing refuses, or because no answer counts as yes. */
function absent(atom: Stored, activity: Activity, facts: TestFacts): GateKind | undefined {
  const asked = atomsOf(activity.guard).flatMap(({ atom: one }) =>
    one.kind === 'storage' && one.key === atom.key && one.store === atom.store ? [one] : [],
  );
  if (!asked.some((one) => keepsChoice(one, facts) || CATEGORY.test(one.text ?? ''))) return undefined;
  if (isRefusalKey(atom.key ?? '')) return 'opt-out';
  const { text = '', test } = atom;
  if (REFUSING.test(text)) return 'opt-out';
  // `marketing` of stored preferences, or the whole value, is missing, and something else stands in for it.
  if (CATEGORY.test(text) && !text.includes(':')) return 'granted-default';
  if (test === 'present' && asked.some((one) => one.test !== 'present')) return 'granted-default';
  return 'negated';
}

const CATEGORY = /^(?:market|advert|statist|analytic|track|functional|prefer|targeting|performance|ads?)\w*(?::|$)/i;

/** Something is stored after a refusal, and that is enough. */
function stored(atom: Stored, state: ConsentState, facts: TestFacts): GateKind | undefined {
  if (categoryStored(atom, facts) === 'necessary') return 'always-on';
  // What holds before any choice is that the platform has written its record.
  if (state === 'first-visit') return isPlatforms(atom, facts) ? 'cmp-present' : undefined;
  if (state !== 'refused') return undefined;
  for (const cmp of facts.cmps.values()) {
    if (cmp.storage.some((one) => one.means === 'banner-closed' && keyFits(one.key, atom.key))) return 'dismissal';
  }
  if (atom.text !== undefined && REFUSING.test(atom.text)) return 'negated';
  if (DISMISSING.test(`${atom.key ?? ''} ${atom.text ?? ''}`)) return 'dismissal';
  return 'answered';
}

function namesPlatform(text: string, facts: TestFacts): boolean {
  const name = /[A-Za-z_$][\w$]*/.exec(
    text
      .replace(/^typeof |^(?:function_exists|is_callable|class_exists|defined)\s*\(\s*['"]/, '')
      .replace(/^(?:window|self|globalThis)\./, ''),
  )?.[0];
  if (name === undefined) return false;
  for (const cmp of facts.cmps.values()) {
    if (cmp.name === text || cmp.globals.includes(name)) return true;
    if (cmp.reads.some(({ use }) => use.path[0] === name && use.form !== 'assign')) return true;
  }
  return false;
}
