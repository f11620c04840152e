/** On which pages alone a tag fires: the words that its triggers ask the page's address or title for. */
import type { ContextFact } from '../../model/unit.ts';
import { originsOf } from '../../model/value.ts';
import type { ContainerCondition, ContainerTag, ContainerTrigger } from '../../parse/container.ts';
import type { Scope } from './scope.ts';

/** What built-in variables and variables of type URL call the parts of an address that say what a page is about. */
const ADDRESS = /^(?:page (?:url|path)|url|path|fragment|query|\?.*|new history (?:url|fragment))$/;
/** The same, read from the browser. */
const READ_ADDRESS = /^(?:window\.|document\.)*(?:location(?:\.(?:href|pathname|search|hash))?|URL)$/;
const READ_TITLE = /^(?:window\.)?document\.title$/;

/** Conditions of one tag that are looked at. */
const MAX_WORDS = 24;

/** Empty where one of the triggers asks for no page in particular. */
export function pageWords(
  scope: Scope,
  tag: ContainerTag,
  triggers: ReadonlyMap<string, ContainerTrigger>,
): ContextFact[] {
  const found: ContextFact[] = [];
  for (const id of tag.firing) {
    const filters = triggers.get(id)?.filters ?? [];
    const words = filters.flatMap((filter) => wordsOf(scope, filter));
    if (words.length === 0) return [];
    found.push(...words);
  }
  return found.slice(0, MAX_WORDS);
}

function wordsOf(scope: Scope, { left, right, negate, path }: ContainerCondition): ContextFact[] {
  if (negate || right === '' || !left.includes('{{')) return [];
  const value = scope.textValue(right, undefined);
  if (value.kind !== 'literal') return [];
  const about = originsOf(scope.textValue(left, undefined)).map(({ kind, name }) => {
    if (kind === 'url' && ADDRESS.test(name)) return 'path';
    if (kind === 'variable' && READ_ADDRESS.test(name)) return 'path';
    return kind === 'variable' && READ_TITLE.test(name) ? 'title' : undefined;
  });
  const [first] = about.filter((one) => one !== undefined);
  return first ? [{ about: first, text: String(value.value), location: scope.places.at(path) }] : [];
}
