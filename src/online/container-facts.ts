/** What a container says of its tags: whose they are, when they run, what they send. */
import type { Entity } from '../model/entity.ts';
import type { JudgedActivity, Tag, Unit } from '../model/unit.ts';
import { alternativesOf, textOf, type Value } from '../model/value.ts';

const MAX_DEPTH = 4;

/** Statements about the tags of a container; none for any other unit. */
export function containerFacts(unit: Unit): string[] {
  if (unit.kind !== 'container') return [];
  const facts = unit.tags.flatMap(ofTag);
  for (const { host, entity } of unit.unknownScripts) facts.push(`a script of ${host}${inEntity(entity)}`);
  // The file of a single tag is a list of the interface's settings, numbered anew with every change.
  if (unit.settings.some(({ feature }) => feature === 'other')) return facts;
  const told = new Set(unit.tags.map(({ entity }) => entity));
  for (const entity of unit.entities)
    if (entity.kind === 'tag' && entity.live && !told.has(entity)) facts.push(`${entity.name} (${entity.type})`);
  return facts;
}

function ofTag({ name, vendor, activities, states }: Tag): string[] {
  const ids = new Set(activities.flatMap(({ values }) => (values.id && textOf(values.id)) ?? []));
  const tag = `${vendor.name}${ids.size > 0 ? ` ${[...ids].join(', ')}` : ''} in ${name}`;
  const facts = [tag];
  const { 'first-visit': first, refused } = states;
  if (first.outcome === 'runs') facts.push(`${tag} runs: before a choice`);
  if (first.outcome === 'runs' && first.certainty === 'certain')
    facts.push(`${tag} runs: before a choice on every page`);
  if (refused.outcome === 'runs') facts.push(`${tag} runs: after a refusal`);
  for (const activity of activities) {
    for (const sent of sentBy(activity)) facts.push(`${tag}: ${sent}`);
    if (activity.kind === 'identify')
      for (const key of keysIn(activity.values.user)) facts.push(`${tag}: user data ${key}`);
  }
  return facts;
}

/** Names of events, and the keys of what goes with them: values change with the page. */
function sentBy({ kind, values }: JudgedActivity): string[] {
  if (kind === 'consent' || kind === 'identify') return [];
  const events = values.event ? alternativesOf(values.event).flatMap((event) => textOf(event) ?? []) : [];
  return [
    ...events.map((event) => `event ${event}`),
    ...[values.params, values.user].flatMap((value) => keysIn(value).map((key) => `parameter ${key}`)),
  ];
}

function keysIn(value: Value | undefined, depth = 0): string[] {
  if (!value || depth > MAX_DEPTH) return [];
  if (value.kind === 'choice') return alternativesOf(value).flatMap((one) => keysIn(one, depth + 1));
  if (value.kind === 'array') return value.items.flatMap((item) => keysIn(item, depth + 1));
  if (value.kind !== 'object') return [];
  return value.properties.flatMap(({ key, value: inner }) => [
    key,
    ...keysIn(inner, depth + 1).map((name) => `${key}.${name}`),
  ]);
}

function inEntity(entity: Entity | undefined): string {
  return entity ? ` in ${entity.name}` : '';
}
