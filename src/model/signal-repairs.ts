/** Writes what a consent command says in the words that the library knows. */
import { replaced, textAt } from './code-repairs.ts';
import type { SignalProblem } from './consent-mode.ts';
import type { Repair } from './finding.ts';
import { say } from './phrase.ts';

/** The word that was most likely meant; undefined where nobody knows, or it is not written out. */
export function meantWord(problem: SignalProblem): Repair | undefined {
  const { location } = problem;
  const corrected = location && correctedText(textAt(location), problem);
  return location && corrected !== undefined
    ? { message: say`Write ${corrected.slice(0, 60)}.`, edits: [replaced(location, corrected)] }
    : undefined;
}

const KEY = /^(['"]?)([\w$ -]+)\1(?=\s*:)/;
const VALUE = /^((?:['"]?[\w$-]+['"]?\s*:\s*)?)(['"]?)([\w$ -]+)\2$/;

function correctedText(written: string, { kind, text, suggestion }: SignalProblem): string | undefined {
  if (kind === 'signal' || kind === 'option') {
    const [whole = '', quote = '', word] = KEY.exec(written) ?? [];
    return suggestion !== undefined && word === text
      ? `${quote}${suggestion}${quote}${written.slice(whole.length)}`
      : undefined;
  }
  const [, before = '', quote = '', word] = VALUE.exec(written) ?? [];
  if (word !== text || kind === 'setting') return undefined;
  if (kind === 'region-form')
    return quote !== '' && /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(text)
      ? `${before}[${quote}${text}${quote}]`
      : undefined;
  const mark = quote === '' ? "'" : quote;
  return suggestion === undefined ? undefined : `${before}${mark}${suggestion}${mark}`;
}
