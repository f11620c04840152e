/** Tags, as far as people have set them up: the listeners that triggers need are no tags. */
import type { JsonPath } from '../../text/json-positions.ts';
import type { ContainerTag, ContainerZone, SequencedTag } from '../container.ts';
import { items, type Json, record, text } from '../container-json.ts';
import { LISTENERS, PAUSED, ZONE } from './functions.ts';
import { parameterOf, parametersOf, textsOf } from './parameters.ts';
import { BASE, inlineCondition, type Rules } from './rules.ts';
import type { Names } from './texts.ts';

/** The name of the tag at an index: the one that it sends as metadata, else its id. */
export function tagName(tags: readonly unknown[], index: unknown): string {
  const raw = typeof index === 'number' ? record(tags[index]) : undefined;
  const metadata = items(raw?.metadata);
  for (let at = 1; at + 1 < metadata.length; at += 2) {
    const name = metadata[at + 1];
    if (/^(?:tag[_ ]?)?name$/i.test(text(metadata[at]) ?? '') && typeof name === 'string' && name !== '') return name;
  }
  const id = text(raw?.tag_id);
  return id === undefined ? `tag at index ${typeof index === 'number' ? index : '?'}` : `tag ${id}`;
}

export function readTags(tags: readonly unknown[], rules: Rules, names: Names): ContainerTag[] {
  return tags.flatMap((value, index): ContainerTag[] => {
    const raw = record(value);
    const name = raw && text(raw.function);
    if (!raw || name === undefined || LISTENERS.has(name) || name === ZONE) return [];
    return [readTag(raw, index, rules, names)];
  });
}

function readTag(raw: Json, index: number, rules: Rules, names: Names): ContainerTag {
  const path = [...BASE, 'tags', index];
  const name = text(raw.function) ?? '';
  const paused = name === PAUSED;
  const parameters = parametersOf(raw, path, names);
  const consent = items(raw.consent);
  const types = consent
    .slice(consent[0] === 'list' ? 1 : 0)
    .map((type, at) => parameterOf('', type, [...path, 'consent', at + (consent[0] === 'list' ? 1 : 0)], names));
  return {
    id: text(raw.tag_id) ?? '',
    name: names.tag(index),
    type: paused ? (text(raw.vtp_originalTagType) ?? '') : name.replace(/^__/, ''),
    path,
    namePath: [...path, 'function'],
    parameters,
    folderId: undefined,
    texts: textsOf([...parameters.values(), ...types]),
    firing: rules.firing(index),
    blocking: rules.blocking(index),
    paused,
    priority: Number(raw.priority ?? 0) || 0,
    // Without a list nobody can tell "never looked at" from "needs none".
    consentStatus: raw.consent === undefined ? undefined : 'needed',
    consentTypes: types,
    setup: sequence(raw.setup_tags, [...path, 'setup_tags'], names),
    cleanup: sequence(raw.teardown_tags, [...path, 'teardown_tags'], names),
  };
}

/** `["list", ["tag", 5, 0]]`: the index of a tag, and what follows when it fails. */
function sequence(value: unknown, path: JsonPath, names: Names): SequencedTag[] {
  return items(value).flatMap((entry, index): SequencedTag[] => {
    const [word, tag] = items(entry);
    return word === 'tag' ? [{ name: names.tag(tag), path: [...path, index] }] : [];
  });
}

/** Zones: tags that load other containers. */
export function readZones(tags: readonly unknown[], rules: Rules, names: Names): ContainerZone[] {
  return tags.flatMap((value, index): ContainerZone[] => {
    const raw = record(value);
    if (raw?.function !== ZONE) return [];
    const path = [...BASE, 'tags', index];
    const parameters = parametersOf(raw, path, names);
    const boundaries = items(raw.vtp_boundaries);
    const types = parameters.get('enableTypeRestrictions')?.value === 'true';
    return [
      {
        id: text(raw.tag_id) ?? '',
        name: names.tag(index),
        type: 'zone',
        path,
        namePath: [...path, 'function'],
        parameters,
        folderId: undefined,
        texts: textsOf(parameters.values()),
        children: (parameters.get('childContainers')?.list ?? []).flatMap(({ map }) => {
          const child = map.find(({ key }) => key === 'publicId');
          return child?.value === undefined ? [] : [{ publicId: child.value, path: child.path }];
        }),
        conditions: boundaries.flatMap((one, at) =>
          items(one)[0] === 'zb' ? (inlineCondition(items(one), [...path, 'vtp_boundaries', at], names) ?? []) : [],
        ),
        evaluation: rules.firing(index),
        allowedTypes: types
          ? (parameters.get('whitelistedTypes')?.list ?? []).flatMap(({ map }) => map[0]?.value ?? [])
          : undefined,
      },
    ];
  });
}
