/** Tags become activities. */

import type { Cmp } from '../../model/catalog.ts';
import type { DynamicCode } from '../../model/dynamic-code.ts';
import type { Entity } from '../../model/entity.ts';
import type { Activity, SettingFact, UnknownScript } from '../../model/unit.ts';
import { userDataOf } from '../../model/user-data.ts';
import { type Property, textOf, type Value } from '../../model/value.ts';
import type { ContainerTag } from '../../parse/container.ts';
import { HOLE, type UrlMatch } from '../catalog-index.ts';
import type { ReadProblem, SeenCmp } from '../extracted.ts';
import { extractFragment } from '../fragment.ts';
import { namesDataLayer } from '../machine/pushed-data.ts';
import { publicHost } from '../machine/unknown-scripts.ts';
import { codeFacts } from './code-activities.ts';
import { optionalConsent, unreadConsent } from './consent-parameters.ts';
import { consentWrites, tagManagerOf } from './consent-templates.ts';
import type { Firing } from './firing.ts';
import { nameOf, placeOf, type Scope } from './scope.ts';
import { settingsOf } from './settings.ts';
import { platformOf, shapeOf, type TagShape } from './shapes.ts';
import { parameterValue } from './tables.ts';
import { optionsOf, tagValues, userOf } from './tag-values.ts';
import { addressesOf, similarShape, userDataIn } from './unknown-templates.ts';

export interface TagFacts {
  readonly activities: readonly Activity[];
  readonly unknownScripts?: readonly UnknownScript[];
  readonly dynamic?: readonly DynamicCode[];
  readonly settings: readonly SettingFact[];
  readonly cmps: readonly SeenCmp[];
  readonly problems: readonly ReadProblem[];
  readonly unresolved: number;
}

type Common = Pick<
  Activity,
  'carrier' | 'label' | 'guard' | 'reached' | 'order' | 'location' | 'steps' | 'entity' | 'args' | 'stage'
>;

/** Everything that one tag does. A paused tag is read like the others: its entity says that it is paused. */
export function readTag(scope: Scope, tag: ContainerTag, entity: Entity, firing: Firing): TagFacts {
  if (tag.type === 'html') return customHtml(scope, tag, entity, firing);
  const common: Common = {
    carrier: 'tag',
    label: `${tag.type} tag "${tag.name}"`,
    guard: firing.guard,
    reached: firing.reached,
    order: firing.order,
    stage: firing.stage,
    location: nameOf(scope, tag),
    steps: [...firing.steps, ...optionalConsent(scope, tag), ...unreadConsent(scope, tag)],
    entity,
    args: [],
  };
  const none = { settings: [], cmps: [], problems: [], unresolved: 0 };
  const cmp = platformOf(scope, tag);
  // What a platform's own template writes is catalogue data, else told by its code.
  if (cmp)
    return {
      ...none,
      activities: consentActivities(scope, tag, common, cmp),
      cmps: [{ cmp, loaded: isLive(tag, firing), location: common.location }],
    };
  const shape = shapeOf(scope, tag);
  if (shape)
    return {
      ...none,
      activities: [...shaped(scope, tag, shape, common), ...granted(scope, tag, shape, common)],
      settings: settingsOf(scope, tag, shape, entity),
    };
  if (tag.type === 'img') return { ...none, ...customImage(scope, tag, common) };
  const code = codeFacts(scope, tag, common);
  const cmps = code.cmps.map((one) => ({ ...one, loaded: isLive(tag, firing) }));
  const { unknownScripts } = code;
  const consent = code.consent.length > 0 ? code.consent : consentActivities(scope, tag, common);
  if (consent.length > 0) return { ...none, activities: [...consent, ...code.others], cmps, unknownScripts };
  return { ...none, ...unknownTemplate(scope, tag, entity, common, code.others), cmps, unknownScripts };
}

function isLive(tag: ContainerTag, firing: Firing): boolean {
  return firing.reached && !tag.paused;
}

/** One activity for the tag, and one more for the user data that it hands over. */
function shaped(scope: Scope, tag: ContainerTag, { vendor, shape }: TagShape, common: Common): Activity[] {
  const values = tagValues(scope, tag, shape);
  const user = userOf(scope, tag, shape);
  const own: Activity = { ...common, kind: shape.does, vendor, values, tagShape: shape };
  if (!user) return [own];
  if (shape.does === 'identify') return [{ ...own, values: { ...values, user } }];
  const handed: Record<string, Value> = values.id ? { id: values.id, user } : { user };
  return [
    own,
    {
      ...common,
      kind: 'identify',
      vendor,
      values: handed,
      tagShape: shape,
      location: user.location ?? common.location,
    },
  ];
}

/** A template that turns the vendor's own switch on at every firing; a variable decides what nobody can see here. */
function granted(scope: Scope, tag: ContainerTag, { vendor, shape }: TagShape, common: Common): Activity[] {
  const { grants } = shape;
  if (!grants) return [];
  const given = tag.parameters.get(grants.key);
  const text = given ? textOf(parameterValue(scope, given)) : '';
  if (text === undefined || grants.unless.includes(text)) return [];
  return [{ ...common, kind: 'consent', vendor, consent: 'grant', values: {}, tagShape: shape }];
}

function customHtml(scope: Scope, tag: ContainerTag, entity: Entity, firing: Firing): TagFacts {
  const html = tag.parameters.get('html');
  const source = html && scope.places.nested([...html.path, 'value'], `tag "${tag.name}"`);
  if (!source || !mayMatter(scope, source.text))
    return { activities: [], settings: [], cmps: [], problems: [], unresolved: 0 };
  const { guard, steps, order } = firing;
  const { catalog, parser, reference, answer } = scope;
  const facts = extractFragment(source, { catalog, parser, guard, steps, order, entity, reference, answer });
  const live = isLive(tag, firing);
  return {
    settings: [],
    activities: facts.activities.map((one) => ({
      ...one,
      stage: firing.stage,
      reached: one.reached && firing.reached,
    })),
    unknownScripts: facts.unknownScripts.map((one) => ({ ...one, reached: one.reached && firing.reached })),
    dynamic: facts.dynamic,
    cmps: live ? facts.cmps : facts.cmps.map((one) => ({ ...one, loaded: false })),
    problems: facts.problems,
    unresolved: facts.unresolved,
  };
}

/**
 * Code that names no vendor and no platform, makes no code, loads no image, and puts nothing into the list that every container reads, has nothing
 * to tell.
 */
function mayMatter({ catalog }: Scope, text: string): boolean {
  return text.includes('{{') || catalog.interest.test(text) || namesDataLayer(text) || MAKES_OR_ASKS.test(text);
}

/** Code that makes code, what has to do with consent, and what may be a pixel of whomever. */
const MAKES_OR_ASKS =
  /<(?:img|iframe)\b|\b[Cc]onsent\b|\beval\b|\bFunction\s{0,4}\(|\bglobalEval\b|\bdocument\s{0,4}\.\s{0,4}write|\bresponseText\b|\bset(?:Timeout|Interval)\b/;

function customImage(scope: Scope, tag: ContainerTag, common: Common): Pick<TagFacts, 'activities' | 'unknownScripts'> {
  const given = tag.parameters.get('url');
  if (!given) return { activities: [] };
  const value = parameterValue(scope, given);
  const url = addressOf(value);
  const params = queryOf(scope, given.value ?? '', value);
  const values: Record<string, Value> =
    params.length > 0 ? { params: { kind: 'object', properties: params, rest: [] } } : {};
  const location = placeOf(scope, given);
  const matches = scope.catalog.matchUrl(url);
  const host = matches.length === 0 ? publicHost(url) : undefined;
  const { guard, reached, order, steps, entity } = common;
  return {
    activities: matches.map((match) => load(common, match, url, values, { urlKind: 'beacon', location })),
    unknownScripts:
      host === undefined || scope.catalog.knowsHost(host)
        ? []
        : [{ url, host, form: 'image', location, guard, reached, order, steps, ...(entity && { entity }) }],
  };
}

/** The address with a hole for everything that is not known. */
function addressOf(value: Value): string {
  if (value.kind === 'literal') return String(value.value ?? '');
  if (value.kind !== 'text') return HOLE;
  return value.parts
    .map((part) => (typeof part === 'string' ? part : part.kind === 'literal' ? String(part.value ?? '') : HOLE))
    .join('');
}

/** The query's parameters with the values that stand behind their references. */
function queryOf(scope: Scope, text: string, value: Value): Property[] {
  const query = text.slice(text.indexOf('?') + 1).split('#', 1)[0] ?? '';
  if (!text.includes('?')) return [];
  return query
    .split('&')
    .slice(0, 60)
    .flatMap((part): Property[] => {
      const at = part.indexOf('=');
      return at > 0
        ? [{ key: decode(part.slice(0, at)), value: scope.textValue(decode(part.slice(at + 1)), value.location) }]
        : [];
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function load(
  common: Common,
  { vendor, pattern, id }: UrlMatch,
  url: string,
  values: Readonly<Record<string, Value>>,
  found: Pick<Activity, 'location'> & { readonly urlKind?: Activity['urlKind'] },
): Activity {
  const known: Record<string, Value> =
    id === undefined ? { ...values } : { ...values, id: { kind: 'literal', value: id } };
  return {
    ...common,
    kind: 'load',
    vendor,
    values: known,
    url,
    urlKind: found.urlKind ?? pattern.kind,
    location: found.location,
  };
}

function consentActivities(scope: Scope, tag: ContainerTag, common: Common, platform?: Cmp): Activity[] {
  const vendor = tagManagerOf(scope.catalog);
  if (!vendor) return [];
  return consentWrites(scope, tag, platform).map(
    ({ command, signals, location }): Activity => ({
      ...common,
      kind: 'consent',
      vendor,
      consent: command,
      values: { signals },
      location,
    }),
  );
}

/** A template that the catalogue does not know is told by what its code does, else by the addresses that it may load. */
function unknownTemplate(
  scope: Scope,
  tag: ContainerTag,
  entity: Entity,
  common: Common,
  done: readonly Activity[],
): Pick<TagFacts, 'activities' | 'settings'> {
  const vendors = new Set(done.map(({ vendor }) => vendor));
  const found = addressesOf(scope, tag).filter(({ vendor }) => done.length === 0 || vendors.has(vendor));
  for (const { vendor } of found) {
    const shape = similarShape(scope, tag, vendor);
    if (shape)
      return { activities: shaped(scope, tag, shape, common), settings: settingsOf(scope, tag, shape, entity) };
  }
  const options = optionsOf(scope, tag, new Set());
  const values: Record<string, Value> = options.properties.length > 0 ? { options } : {};
  if (done.length > 0) return { activities: withFields(scope, tag, done, values), settings: [] };
  const activities = found.flatMap((match): Activity[] => {
    const user = userDataIn(scope, tag, match.vendor);
    const own = load(common, match, match.address, values, { location: common.location });
    if (!user) return [own];
    return [
      own,
      {
        ...common,
        kind: 'identify',
        vendor: match.vendor,
        values: { user },
        location: user.location ?? common.location,
      },
    ];
  });
  return { activities, settings: [] };
}

/** What the code of a template does, with the tag's fields: the first activity of each vendor carries them. */
function withFields(
  scope: Scope,
  tag: ContainerTag,
  done: readonly Activity[],
  values: Readonly<Record<string, Value>>,
): Activity[] {
  const seen = new Set<string>();
  return done.flatMap((one): Activity[] => {
    if (seen.has(one.vendor.id)) return [one];
    seen.add(one.vendor.id);
    const own = { ...one, values: { ...values, ...one.values } };
    // What the code hands over is known by what it does: digested, or left out.
    const user = done.some((other) => other.vendor === one.vendor && userDataOf(other).length > 0)
      ? undefined
      : userDataIn(scope, tag, one.vendor);
    if (!user) return [own];
    return [own, { ...one, kind: 'identify', values: { user }, location: user.location ?? one.location }];
  });
}
