/** What a visitor writes in own words into a form, where an activity sends it. */
import { contentOf } from './content.ts';
import { kindOfWord, wordsOf } from './personal-words.ts';
import { type SentDatum, sentDataOf } from './sent-data.ts';
import type { Activity } from './unit.ts';
import { alternativesOf, isTransformed, type Origin, type Value } from './value.ts';

/** Fields for sentences, by their names. */
const SENTENCES =
  /message|comment|reason|description|describe|question|symptom|concern|complaint|story|details|notes?$|meddelande|beskriv|orsak|besvar|fraga|arende|nachricht|beschreibung|grund$|anliegen|viesti|kuvaus|kysymys|besked|melding|beskjed|bericht|opmerking|commentaire|motif|mensaje|motivo|mensagem|messaggio|wiadomosc/;

/** Such data among what an activity sends; what is content by its key, or tells who somebody is, is judged as that. */
export function typedTextOf(activity: Activity): readonly SentDatum[] {
  const content = new Set(contentOf(activity).map(({ value }) => value));
  return sentDataOf(activity).filter(({ value }) => !content.has(value) && alternativesOf(value).some(isTyped));
}

function isTyped(value: Value): boolean {
  if (value.kind !== 'unknown' || isTransformed(value, 'redact') || isTransformed(value, 'hash')) return false;
  return value.origins.some(isOfSentences);
}

function isOfSentences({ kind, name, asks, whole }: Origin): boolean {
  if (kind !== 'form-field' || whole || /\.(?:length|checked|validity|files|id|name)$/.test(name)) return false;
  // What is ticked or chosen from a list is nobody's own words.
  if (/:checked\b|\btype=["']?(?:radio|checkbox)\b/.test(name)) return false;
  if (asks !== undefined) return asks === 'health';
  const words = wordsOf(name.replace(/\.value$/, ''));
  return SENTENCES.test(words) && kindOfWord(words) === undefined;
}
