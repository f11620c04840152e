/** What holds an activity until a choice, by names that outlast a reformatting. */
import type { CellReason } from '../cell-reason.ts';
import { type Atom, CONSENT_STATES } from '../guard.ts';
import { SITE } from '../site-gate.ts';
import type { JudgedActivity, Unit } from '../unit.ts';

const STORES = { cookie: 'cookie', local: 'localStorage', session: 'sessionStorage', unknown: 'stored value' } as const;

/**
 * The gates that hold an activity on a first visit or after a refusal, each by its name: `Cookiebot: marketing`,
 * `consent mode: ad_storage`, `cookie consent`. Sorted; empty for what nothing holds.
 */
export function gatesOf(activity: JudgedActivity, unit: Unit): readonly string[] {
  const names = new Set<string>();
  const states = CONSENT_STATES.filter((state) => state === 'first-visit' || state === 'refused');
  for (const state of states) {
    if (activity.states[state].outcome === 'runs') continue;
    for (const reason of unit.because(activity, state)) {
      const name = gateName(reason, unit);
      if (name !== undefined) names.add(name);
    }
  }
  return [...names].sort();
}

function gateName(reason: CellReason, unit: Unit): string | undefined {
  switch (reason.kind) {
    case 'condition':
      return atomName(reason.atom, unit);
    case 'signal':
      return reason.setting === 'granted' ? undefined : `consent mode: ${reason.signal}`;
    case 'switch':
      return 'the vendor’s own consent switch';
    default:
      return undefined;
  }
}

/** Conditions that are about no choice (the page, the environment, an event of the site) are no gates. */
function atomName(atom: Atom, unit: Unit): string | undefined {
  switch (atom.kind) {
    case 'consent':
      return atom.cmp === SITE
        ? atom.word
        : `${platformName(atom.cmp, unit)}: ${atom.word === '' ? (atom.category ?? 'consent') : atom.word}`;
    case 'decided':
      return `${platformName(atom.cmp, unit)}: any choice`;
    case 'auto-block':
      return `${platformName(atom.cmp, unit)}: automatic blocking`;
    case 'storage':
      return atom.key === undefined ? STORES[atom.store] : `${STORES[atom.store]} ${atom.key}`;
    case 'click':
      return atom.meaning === 'accept' ? `click on ${atom.target}` : undefined;
    case 'condition':
      return atom.topic === 'consent' || atom.topic === 'opt-out' ? atom.text : undefined;
    default:
      return undefined;
  }
}

function platformName(id: string, { cmps }: Unit): string {
  return id === SITE ? 'the site' : (cmps.find(({ cmp }) => cmp.id === id)?.cmp.name ?? id);
}
