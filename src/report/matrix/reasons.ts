/** The reason for one cell of the matrix, in words. */
import type { CellReason } from '../../model/cell-reason.ts';
import { storedName } from '../../model/evidence.ts';
import type { ReportStep } from '../../model/finding.ts';
import type { Atom, ConsentState } from '../../model/guard.ts';
import { type Phrase, say } from '../../model/phrase.ts';
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
    {
      message:
        outcome === 'runs' ? say`nothing in front of it asks for a choice` : say`not told by any single condition`,
    },
  ];
}

function wordsFor(reason: CellReason, state: ConsentState, outcome: Verdict['outcome']): Phrase | undefined {
  switch (reason.kind) {
    case 'condition':
      return conditionWords(reason.atom, reason.holds, state);
    case 'signal':
      return signalWords(reason, outcome);
    case 'switch':
      return say`${reason.command.label} holds what it would send`;
    case 'unreachable':
      return say`nothing that can happen makes it run`;
    case 'paused':
      return say`the tag is paused`;
  }
}

function signalWords(
  { signal, setting, command }: Extract<CellReason, { kind: 'signal' }>,
  outcome: Verdict['outcome'],
): Phrase {
  switch (setting) {
    case 'granted':
      return command ? say`${signal} is granted by ${command.label}` : say`${signal} is granted`;
    case 'denied':
      return command ? say`${signal} is denied by ${command.label}` : say`${signal} is denied`;
    case 'depends':
    case 'open':
      return say`what ${signal} is depends on what is not seen here`;
    case 'unset':
      // Unknown is the cell of a container alone: where its page is in sight, that is the answer.
      return outcome === 'unknown'
        ? say`nothing here sets ${signal}, which then counts as granted; a default may be on the page (consent.defaults-on-page)`
        : say`nothing here sets ${signal}, which then counts as granted`;
  }
}

/** A condition as a fact: that it is so, that it is not, or that it is not known. */
function conditionWords(atom: Atom, holds: boolean | undefined, state: ConsentState): Phrase | undefined {
  const choose = (yes: Phrase, no: Phrase, open: Phrase): Phrase => (holds === undefined ? open : holds ? yes : no);
  switch (atom.kind) {
    case 'storage': {
      const what = atom.key === undefined ? say`what is stored` : storedName(atom.store, short(atom.key));
      const text = short(atom.text ?? '');
      if (state === 'first-visit' && holds === false) return say`${what} is not there: nothing is stored yet`;
      switch (atom.test) {
        case 'present':
          return choose(say`${what} is there`, say`${what} is not there`, say`whether ${what} is there is not known`);
        case 'equals':
          return choose(
            say`${what} is “${text}”`,
            say`${what} is not “${text}”`,
            say`whether ${what} is “${text}” is not known`,
          );
        default:
          return choose(
            say`${what} contains “${text}”`,
            say`${what} does not contain “${text}”`,
            say`whether ${what} contains “${text}” is not known`,
          );
      }
    }
    case 'consent': {
      const word = short(atom.word);
      return atom.cmp === SITE
        ? choose(
            say`the gate “${word}” is open`,
            say`the gate “${word}” is not open`,
            say`whether the gate “${word}” is open is not known`,
          )
        : choose(
            say`“${word}” is granted`,
            say`“${word}” is not granted`,
            say`whether “${word}” is granted is not known`,
          );
    }
    case 'decided':
      return choose(say`a choice was made`, say`no choice was made yet`, say`whether a choice was made is not known`);
    case 'refused':
      return choose(
        say`the visitor has refused`,
        say`the visitor has not refused`,
        say`whether the visitor has refused is not known`,
      );
    case 'auto-block':
      return choose(
        say`the automatic blocker lets it through`,
        say`the automatic blocker holds it`,
        say`whether the automatic blocker knows it is not seen here`,
      );
    case 'click':
      return choose(
        say`“${short(atom.target)}” may be clicked`,
        say`“${short(atom.target)}” was not clicked`,
        say`what “${short(atom.target)}” stands for is not known`,
      );
    case 'includer':
      return say`it is a part of a page; what includes it is not in sight`;
    case 'site-event': {
      const { on } = atom;
      if (on !== undefined)
        return choose(say`there may be ${on}`, say`there are no ${on}`, say`${on} are not seen here`);
      return choose(
        say`the event “${short(atom.name)}” may come`,
        say`the event “${short(atom.name)}” does not come`,
        say`whether the event “${short(atom.name)}” comes is not known`,
      );
    }
    case 'signal':
      return choose(
        say`${atom.signal} is granted`,
        say`${atom.signal} is denied`,
        say`whether ${atom.signal} is granted is not known`,
      );
    case 'condition': {
      const text = short(atom.text);
      const open = say`what “${text}” comes to is not known here`;
      if (atom.topic === 'unresolved') return open;
      if (atom.topic === 'field') return say`whether the event carries ${text} is not known`;
      if (atom.topic === 'consent' || atom.topic === 'opt-out')
        return choose(say`“${text}” is taken to hold`, say`“${text}” is taken not to hold`, open);
      return holds === undefined ? open : undefined;
    }
  }
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
