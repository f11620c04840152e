/** What is said of what comes from a third party of whom little is known. */

import { type Phrase, type Said, say } from './phrase.ts';
import type { UnknownScript } from './unit.ts';

/** What is said of a script, and of an image or frame that nobody is meant to see. */
interface Words {
  readonly comes: (host: string) => Phrase;
  readonly runs: (who: Said, host: string) => Phrase;
  readonly why: Phrase;
  readonly unknown: Phrase;
  readonly listed: Phrase;
}

const SCRIPT: Words = {
  comes: (host) => say`A script comes from ${host}, a host of which nothing is known here.`,
  runs: (who, host) =>
    say`A script of ${who} runs on a first visit, before any choice. What it does is not in the catalogue (${host}).`,
  why: say`Who runs the host can change the script at any time, and the script reads whatever the page holds, forms included.`,
  unknown: say`Find out who runs the host and what the script is for. Serve it from your own host, or fix its content with an integrity attribute; list the host under site.hosts if it is yours.`,
  listed: say`Find out what the script sends, and park it in the way of your consent platform, or remove it.`,
};

const HIDDEN = {
  image: say`A hidden image`,
  frame: say`A hidden frame`,
  pixel: say`A hidden pixel`,
  request: say`A hidden request`,
} as const;

export function unknownPartyWords({ form }: UnknownScript): Words {
  if (form === undefined) return SCRIPT;
  return {
    comes: (host) => say`${HIDDEN[form]} comes from ${host}, a host of which nothing is known here.`,
    runs: (who, host) =>
      say`${HIDDEN[form]} of ${who} loads on a first visit, before any choice. What it does is not in the catalogue (${host}).`,
    why: say`What nobody is meant to see is there to count: it tells the host the address of the page, and whatever is put into its own.`,
    unknown: say`Find out who runs the host and what is counted there, and require additional consent under Advanced Settings › Consent Settings of the tag; list the host under site.hosts if it is yours.`,
    listed: say`Find out what it sends, and require additional consent under Advanced Settings › Consent Settings of the tag, or remove it.`,
  };
}
