import { CONSENT_STATES, type ConsentState } from '../../src/model/guard.ts';

/**
 * A verdict on a gate: gated, likely (rests on the vendor's switch or on settings), not gated, pretends to be gated,
 * depends, dead (never runs), or no verdict without further input.
 */
export type Verdict = 'gated' | 'likely' | 'open' | 'pretends' | 'depends' | 'dead' | 'unseen';

/**
 * A page that holds the pattern: which variant it is, its text, what is expected of it, and its file extension.
 *
 * Expected: the outcome on a first visit, outcomes in other states by their first letter (`r:blocked m:runs`), `@vendor`
 * where it is not Meta, and `!rule` for each of the rules on consent that report (`!-`: none of them does).
 */
export type PatternPage = readonly [name: string, text: string, expected: string, extension?: string];

/** A pattern of the facts on gating, by its number there. */
export interface Pattern {
  readonly number: number;
  readonly verdict: Verdict;
  readonly pages: readonly PatternPage[];
  /** Where the pages' outcomes differ from the verdict of the facts: why. */
  readonly note?: string;
}

/** A document as sites send it. */
export function html(head: string, body = '<main><h1>Sommarens nyheter</h1></main>'): string {
  return `<!DOCTYPE html>
<html lang="sv">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Butiken</title>
  <link rel="stylesheet" href="/css/site.css">
  ${head}
</head>
<body>
  ${body}
</body>
</html>`;
}

/** A document with a script that runs behind whatever stands in `before`. */
export function withScript(before: string, script: string): string {
  return html(`${before}\n  <script>\n${script}\n  </script>`);
}

export const COOKIEBOT =
  '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000" data-blockingmode="manual" async></script>';
export const COOKIEBOT_AUTO =
  '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000" data-blockingmode="auto"></script>';
export const ONETRUST =
  '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="00000000-0000-0000-0000-000000000000"></script>';
export const COOKIE_INFORMATION =
  '<script id="CookieConsent" src="https://policy.app.cookieinformation.com/uc.js" data-culture="SV"></script>';
export const VANILLA =
  '<script src="https://cdn.jsdelivr.net/gh/orestbida/cookieconsent@3.1.0/dist/cookieconsent.umd.js"></script>';
export const COOKIEYES =
  '<script id="cookieyes" src="https://cdn-cookieyes.com/client_data/0123456789abcdef/script.js"></script>';

interface Expectation {
  readonly vendor: string;
  readonly outcomes: readonly { readonly state: ConsentState; readonly outcome: string }[];
  /** Last names of the rules that report, sorted; undefined where the page does not say. */
  readonly rules: readonly string[] | undefined;
}

const OUTCOMES = ['runs', 'held', 'limited', 'blocked', 'unknown'];

/** @throws Error for a word that is no expectation, and for alternatives: a page has one outcome in a state */
export function expectationOf(text: string): Expectation {
  const words = text.split(' ');
  const rules = words.filter((word) => word.startsWith('!')).map((word) => word.slice(1));
  const outcomes = words
    .filter((word) => !/^[!@]/.test(word))
    .map((word) => {
      const [, letter = 'f', outcome = ''] = /^(?:(\w):)?(\w+)$/.exec(word) ?? [];
      const state = CONSENT_STATES.find((one) => one.startsWith(letter));
      if (!state || !OUTCOMES.includes(outcome)) throw new Error(`not an expectation: ${word}`);
      return { state, outcome };
    });
  return {
    vendor: words.find((word) => word.startsWith('@'))?.slice(1) ?? 'meta',
    outcomes,
    rules: rules.length === 0 ? undefined : rules.filter((rule) => rule !== '-').sort(),
  };
}
