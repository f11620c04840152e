/** The reason for one cell of the matrix, in words. */
import type { CellReason } from '../../model/cell-reason.ts';
import type { ReportStep } from '../../model/finding.ts';
import type { Atom, ConsentState } from '../../model/guard.ts';
import { SITE } from '../../model/site-gate.ts';
import type { Verdict } from '../../model/unit.ts';

/** Why a tag has this verdict in this state; never empty. */
export function cellSteps(reasons: readonly CellReason[], state: ConsentState, { outcome }: Verdict): ReportStep[] {
  const steps = reasons.flatMap((reason): ReportStep[] => {
    const message = wordsFor(reason, state, outcome);
    if (message === undefined) return [];
    const location =
      reason.kind === 'condition' ? reason.location : 'command' in reason ? reason.command?.location : undefined;
    return [location ? { message, location } : { message }];
  });
  if (steps.length > 0) return steps;
  return [
    { message: outcome === 'runs' ? 'nothing in front of it asks for a choice' : 'not told by any single condition' },
  ];
}

function wordsFor(reason: CellReason, state: ConsentState, outcome: Verdict['outcome']): string | undefined {
  switch (reason.kind) {
    case 'condition':
      return conditionWords(reason.atom, reason.holds, state);
    case 'signal':
      return signalWords(reason, outcome);
    case 'switch':
      return `${reason.command.label} holds what it would send`;
    case 'unreachable':
      return 'nothing that can happen makes it run';
    case 'paused':
      return 'the tag is paused';
  }
}

function signalWords(
  { signal, setting, command }: Extract<CellReason, { kind: 'signal' }>,
  outcome: Verdict['outcome'],
): string {
  const by = command ? ` by ${command.label}` : '';
  switch (setting) {
    case 'granted':
      return `${signal} is granted${by}`;
    case 'denied':
      return `${signal} is denied${by}`;
    case 'depends':
    case 'open':
      return `what ${signal} is depends on what is not seen here`;
    case 'unset': {
      // Unknown is the cell of a container alone: where its page is in sight, that is the answer.
      const elsewhere = outcome === 'unknown' ? '; a default may be on the page (consent.defaults-on-page)' : '';
      return `nothing here sets ${signal}, which then counts as granted${elsewhere}`;
    }
  }
}

/** A condition as a fact: that it is so, that it is not, or that it is not known. */
function conditionWords(atom: Atom, holds: boolean | undefined, state: ConsentState): string | undefined {
  const say = (yes: string, no: string, open: string): string => (holds === undefined ? open : holds ? yes : no);
  switch (atom.kind) {
    case 'storage': {
      const what = atom.key === undefined ? 'what is stored' : `${STORES[atom.store]} “${short(atom.key)}”`;
      const text = short(atom.text ?? '');
      if (state === 'first-visit' && holds === false) return `${what} is not there: nothing is stored yet`;
      const [is, isNot] =
        atom.test === 'present'
          ? ['is there', 'is not there']
          : atom.test === 'equals'
            ? [`is “${text}”`, `is not “${text}”`]
            : [`contains “${text}”`, `does not contain “${text}”`];
      return say(`${what} ${is}`, `${what} ${isNot}`, `whether ${what} ${is} is not known`);
    }
    case 'consent': {
      const what = atom.cmp === SITE ? `the gate “${short(atom.word)}”` : `“${short(atom.word)}”`;
      const verb = atom.cmp === SITE ? 'open' : 'granted';
      return say(`${what} is ${verb}`, `${what} is not ${verb}`, `whether ${what} is ${verb} is not known`);
    }
    case 'decided':
      return say('a choice was made', 'no choice was made yet', 'whether a choice was made is not known');
    case 'refused':
      return say(
        'the visitor has refused',
        'the visitor has not refused',
        'whether the visitor has refused is not known',
      );
    case 'auto-block':
      return say(
        'the automatic blocker lets it through',
        'the automatic blocker holds it',
        'whether the automatic blocker knows it is not seen here',
      );
    case 'click':
      return say(
        `“${short(atom.target)}” may be clicked`,
        `“${short(atom.target)}” was not clicked`,
        `what “${short(atom.target)}” stands for is not known`,
      );
    case 'includer':
      return 'it is a part of a page; what includes it is not in sight';
    case 'site-event': {
      const { on } = atom;
      if (on !== undefined) return say(`there may be ${on}`, `there are no ${on}`, `${on} are not seen here`);
      return say(
        `the event “${short(atom.name)}” may come`,
        `the event “${short(atom.name)}” does not come`,
        `whether the event “${short(atom.name)}” comes is not known`,
      );
    }
    case 'signal':
      return say(
        `${atom.signal} is granted`,
        `${atom.signal} is denied`,
        `whether ${atom.signal} is granted is not known`,
      );
    case 'condition': {
      const text = short(atom.text);
      const open = `what “${text}” comes to is not known here`;
      if (atom.topic === 'unresolved') return open;
      if (atom.topic === 'field') return `whether the event carries ${text} is not known`;
      if (atom.topic === 'consent' || atom.topic === 'opt-out')
        return say(`“${text}” is taken to hold`, `“${text}” is taken not to hold`, open);
      return holds === undefined ? open : undefined;
    }
  }
}

const STORES = { cookie: 'cookie', local: 'localStorage', session: 'sessionStorage', unknown: 'stored value' } as const;

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
