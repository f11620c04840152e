/**
 * Reads a container as it is published: `gtm.js`, `gtag/js` and destination files, whose data (`{ resource, runtime,
 * permissions … }`) stands before the code that runs it. What comes out is the container that the export gives, without
 * names and without what is not needed at run time.
 */
import { parseJsonAt } from '../../text/json-error.ts';
import type { Container, ContainerDocument } from '../container.ts';
import { items, type Json, record, text } from '../container-json.ts';
import { OWNERS } from './functions.ts';
import { Macros } from './macros.ts';
import { Rules } from './rules.ts';
import { readTags, readZones, tagName } from './tags.ts';
import { readTemplates, templateAt } from './templates.ts';
import { mappedText, type Names } from './texts.ts';

/** Where the code that follows the data says which container it is. */
const OWN_ID = /\bctid\s*:\s*"([A-Z]{1,4}-[\w-]{2,30})"/;
const ANY_ID = /"(GTM-[A-Z0-9]{4,12})"/;
const CODE = 400_000;

/** Reads the text of a published container whose data begins at an offset. Never throws. */
export function readCompiled(whole: string, start: number): ContainerDocument {
  const document = parseJsonAt(whole, start);
  if (!document.ok) return document;
  const data = record(document.value) ?? {};
  const resource = record(data.resource) ?? {};
  const macros = new Macros(items(resource.macros));
  const tags = items(resource.tags);
  const names: Names = {
    macro: macros.nameOf,
    tag: (index) => tagName(tags, index),
    condition: (value, path) => macros.condition(value, path, names),
  };
  return {
    ok: true,
    container: containerOf(data, resource, macros, names, whole.slice(document.end, document.end + CODE)),
    start,
    textAt: (positions, path) => templateAt(positions, path) ?? mappedText(positions, path, names),
  };
}

function containerOf(data: Json, resource: Json, macros: Macros, names: Names, code: string): Container {
  const tags = items(resource.tags);
  const rules = new Rules(
    { macros: items(resource.macros), tags, predicates: items(resource.predicates), rules: items(resource.rules) },
    names,
  );
  const own = readTags(tags, rules, names);
  return {
    server: false,
    name: undefined,
    namePath: ['resource'],
    publicId: OWN_ID.exec(code)?.[1] ?? publicIdOf(tags) ?? ANY_ID.exec(code)?.[1],
    tags: own,
    triggers: rules.triggers,
    zones: readZones(tags, rules, names),
    templates: readTemplates(data),
    // Last: what was read before refers to conditions that become variables.
    variables: macros.variables(names),
    clients: [],
    transformations: [],
    folders: [],
    builtIns: macros.builtIns,
    sections: new Set(['tag', 'trigger', 'variable', 'builtInVariable', 'zone']),
    compiled: true,
  };
}

/** The file of a Google tag says in its own tags whose it is. */
function publicIdOf(tags: readonly unknown[]): string | undefined {
  for (const value of tags) {
    const raw = record(value);
    const owner = OWNERS[text(raw?.function) ?? ''];
    const id = text(raw?.vtp_instanceDestinationId) ?? (owner === undefined ? undefined : text(raw?.[owner]));
    if (id !== undefined && /^[A-Z]{1,4}-\w/.test(id)) return id;
  }
  return undefined;
}
