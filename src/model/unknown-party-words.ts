/** What is said of what comes from a third party of whom little is known. */
import type { UnknownScript } from './unit.ts';

/** What is said of a script, and of an image or frame that nobody is meant to see. */
interface Words {
  readonly what: string;
  readonly does: string;
  readonly why: string;
  readonly unknown: string;
  readonly listed: string;
}

const SCRIPT: Words = {
  what: 'A script',
  does: 'runs',
  why: 'Who runs the host can change the script at any time, and the script reads whatever the page holds, forms included.',
  unknown:
    'Find out who runs the host and what the script is for. Serve it from your own host, or fix its content with an integrity attribute; list the host under site.hosts if it is yours.',
  listed: 'Find out what the script sends, and park it in the way of your consent platform, or remove it.',
};

export function unknownPartyWords({ form }: UnknownScript): Words {
  if (form === undefined) return SCRIPT;
  return {
    what: `A hidden ${form}`,
    does: 'loads',
    why: 'What nobody is meant to see is there to count: it tells the host the address of the page, and whatever is put into its own.',
    unknown:
      'Find out who runs the host and what is counted there, and require additional consent under Advanced Settings › Consent Settings of the tag; list the host under site.hosts if it is yours.',
    listed:
      'Find out what it sends, and require additional consent under Advanced Settings › Consent Settings of the tag, or remove it.',
  };
}
