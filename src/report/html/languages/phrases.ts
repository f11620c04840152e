/** What rules report, in another language than the English that stands in their code. */
import { Phrase, type Said, type Wording } from '../../../model/phrase.ts';

/** Translations by the English pattern, `{0} runs before {1}`, with the same values in any order. */
export type Phrases = Readonly<Record<string, string>>;

/** A pattern that no catalogue has, because it is made of names alone, is worded as it stands. */
export function wordingOf(phrases: Phrases): Wording {
  const known = new Map(Object.entries(phrases));
  const word = (said: Said | undefined): string => {
    if (!(said instanceof Phrase)) return String(said ?? '');
    const { pattern, values } = said;
    // What stands in for a value may look like a place for another: everything is filled in at once.
    return (known.get(pattern) ?? pattern).replace(/\{(\d+)\}/g, (_, at: string) => word(values[Number(at)]));
  };
  return word;
}
