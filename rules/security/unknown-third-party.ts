import type { Certainty, Report, ReportStep, Severity } from '../../src/model/finding.ts';
import { mayBeOwn, ownDomains } from '../../src/model/own-hosts.ts';
import { type Party, registrable, SHARED } from '../../src/model/parties.ts';
import { type Phrase, type Said, say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { JudgedUnknownScript, Unit } from '../../src/model/unit.ts';
import { unknownPartyWords } from '../../src/model/unknown-party-words.ts';

export const rule: Rule = {
  meta: {
    id: 'security/unknown-third-party',
    title: 'A script or pixel from a host that nobody knows, or of a tracker that the catalogue does not know',
    severity: 'warning',
    needs: ['unknownScripts'],
    law: ['GDPR-32', 'GDPR-28', 'EU-CJEU-FASHIONID'],
  },
  check(unit, context) {
    if (unit.kind === 'server-container') return;
    for (const scripts of byHost(unit)) {
      const first = scripts.find(runs) ?? scripts[0];
      if (!first) continue;
      const party = context.party(first.host);
      if (!party || party.kind === SHARED) unknown(first, scripts, { unit, context, party });
      else if (runs(first) && !SERVING.test(first.host) && context.profile.regime !== 'us-opt-out') {
        const purpose = TRACKING.get(party.kind);
        if (purpose !== undefined) listed(first, scripts, say`${party.name} (${purpose})`, context);
      }
    }
  },
};

/** The kinds of the list that track. Its other kinds are hosts, libraries, payment, content, platforms. */
const TRACKING: ReadonlyMap<string, Phrase> = new Map([
  ['ad', say`advertising`],
  ['analytics', say`analytics`],
  ['marketing', say`marketing`],
]);

/** Companies that track also run consent platforms and log-ins. */
const SERVING = /(?:^|[.-])(?:consent|cmp|banner|privacy|auth|login|accounts?|sso)(?:[.-]|\d)/;

interface Surrounding {
  readonly unit: Unit;
  readonly context: RuleContext;
  readonly party: Party | undefined;
}

function unknown(
  first: JudgedUnknownScript,
  scripts: readonly JudgedUnknownScript[],
  { unit, context, party }: Surrounding,
): void {
  const own = ownDomains(unit, context.profile);
  if (own.includes(registrable(first.host))) return;
  const words = unknownPartyWords(first);
  report(first, scripts, context, {
    ...(party ? MENTIONED : weightOf(first, own)),
    message: words.comes(first.host),
    why: words.why,
    remedy: words.unknown,
    cause: {
      id: 'unknown-hosts',
      title: say`Scripts and pixels come from hosts of which nothing is known`,
      remedy: say`Find out whose they are; list your own under site.hosts.`,
    },
  });
}

/** A host that may well be the site's own is mentioned to those alone who ask for everything. */
const MENTIONED = { severity: 'note', certainty: 'possible' } as const;

function weightOf(script: JudgedUnknownScript, own: readonly string[]): { severity: Severity; certainty: Certainty } {
  const { form } = script;
  if (!runs(script) || mayBeOwn(script, own)) return MENTIONED;
  if (form) return { severity: 'warning', certainty: 'likely' };
  // Where nothing says whose page it is, absolute addresses may be its own.
  return { severity: own.length > 0 ? 'warning' : 'note', certainty: 'likely' };
}

/** The list says what a company does, not what this script does: a warning, and no verdict of the rules on consent. */
function listed(
  first: JudgedUnknownScript,
  scripts: readonly JudgedUnknownScript[],
  who: Said,
  context: RuleContext,
): void {
  const words = unknownPartyWords(first);
  report(first, scripts, context, {
    severity: 'warning',
    certainty: 'likely',
    message: words.runs(who, first.host),
    why: say`${words.why} Storing or reading on the device for this purpose needs a choice first.`,
    remedy: words.listed,
    cause: {
      id: 'listed-trackers',
      title: say`Trackers that are not in the catalogue run before any choice`,
      remedy: say`Park them in the way of your consent platform.`,
    },
  });
}

interface Wording {
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly message: Phrase;
  readonly why: Phrase;
  readonly remedy: Phrase;
  readonly cause: NonNullable<Report['cause']>;
}

function report(
  first: JudgedUnknownScript,
  scripts: readonly JudgedUnknownScript[],
  context: RuleContext,
  wording: Wording,
): void {
  const { entity, host, location } = first;
  const steps = first.steps.map((step): ReportStep => {
    return step.location ? { message: step.message, location: step.location } : { message: step.message };
  });
  const others = scripts.filter(
    (one) => one.location.start !== location.start || one.location.source !== location.source,
  );
  context.report({
    ...wording,
    location,
    ...(entity ? { entity: entity.name } : {}),
    subject: host,
    trail: [
      ...steps.slice(0, 6),
      ...others.slice(0, 4).map((one): ReportStep => ({ message: say`from the same host`, location: one.location })),
    ],
    law: rule.meta.law,
  });
}

/** The scripts that can run at all, by their hosts, in order of execution. */
function byHost(unit: Unit): Iterable<readonly JudgedUnknownScript[]> {
  const hosts = new Map<string, JudgedUnknownScript[]>();
  for (const script of unit.unknownScripts) {
    if (script.sent !== undefined) continue;
    const { reached, entity, states, host } = script;
    if (!reached || entity?.paused || Object.values(states).every(({ outcome }) => outcome === 'blocked')) continue;
    const known = hosts.get(host);
    if (known) known.push(script);
    else hosts.set(host, [script]);
  }
  return hosts.values();
}

function runs({ states }: JudgedUnknownScript): boolean {
  return states['first-visit'].outcome === 'runs';
}
