/** Evidence on the way: what each step of execution waits for. */
import type { ClickMeaning } from '../../model/guard.ts';
import { type Phrase, type Said, say } from '../../model/phrase.ts';
import type { Step, StepKind } from '../../model/unit.ts';
import type { Location } from '../../text/location.ts';
import type { Machine } from './machine.ts';

const MAX_STEPS = 8;

/** The steps up to here and one more; the oldest give way. `subject` names what somebody may take for a gate. */
export function stepsTo(
  m: Machine,
  kind: StepKind | undefined,
  message: Phrase,
  location: Location | undefined,
  subject?: Said,
): readonly Step[] {
  const about = subject === undefined ? {} : { subject };
  const step: Step = { message, ...(kind ? { kind } : {}), ...about, ...(location ? { location } : {}) };
  return [...m.steps, step].slice(-MAX_STEPS);
}

/** Code that nothing in sight runs; `offered`: it is exported or global, so that others can. */
export function offeredStep(message: Phrase, offered: boolean): Step {
  return offered ? { message: say`${message}, which is there for others`, kind: 'offered' } : { message };
}

/** What a function that runs its callback by itself waits for, by its name. */
export function waitOf(name: string): StepKind | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (
    /^(?:setTimeout|setInterval|setImmediate|requestAnimationFrame|requestIdleCallback|debounce|throttle|defer|delay|idle|sleep|wait)$/.test(
      last,
    )
  )
    return 'delay';
  if (/^(?:IntersectionObserver|inView|whenVisible|onVisible|useInView)$/.test(last)) return 'visibility';
  if (
    /^(?:ready|onReady|domReady|documentReady|onDomReady|DOMReady|whenReady|onLoad|onload|afterLoad|mounted|on(?:Before)?Mounted?)$/.test(
      last,
    )
  )
    return 'load';
  return undefined;
}

/** Events of the page's life; the other events that no visitor chooses come with any use of the page. */
const LIFECYCLE =
  /^(?:load|DOMContentLoaded|readystatechange|pageshow|pagehide|beforeunload|unload|visibilitychange|ready|turbo:load|turbolinks:load|page:load|astro:page-load|livewire:navigated|swup:contentReplaced|online)$/;

/** What the handler of an event that no visitor chooses waits for. */
export function waitOfEvent(name: string): StepKind {
  return LIFECYCLE.test(name) ? 'load' : 'interaction';
}

/** What the handler of a click waits for; `described` is the element's selector and text. */
export function waitOfClick(meaning: ClickMeaning, described: string): StepKind {
  if (meaning === 'accept') return 'accept';
  if (meaning !== 'refuse') return 'click';
  return /close|dismiss|st[aä]ng|schlie(?:ß|ss)en|hide|later/i.test(described) ? 'dismissal' : 'refusal';
}
