/** Reads a custom template of Tag Manager that is a file of its own (`template.tpl` of the gallery). */
import type { Entity, WidePermission } from '../../model/entity.ts';
import type { Activity, Step } from '../../model/unit.ts';
import { type SectionName, sectionJson, type TemplateParameter } from '../../parse/gtm-template.ts';
import type { ScriptParser } from '../../parse/script.ts';
import { jsonStart } from '../../text/json-positions.ts';
import type { Location } from '../../text/location.ts';
import { OffsetMap } from '../../text/offset-map.ts';
import type { Source } from '../../text/source.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import type { ExtractedUnit, SeenCmp } from '../extracted.ts';
import type { MValue } from '../machine/values.ts';
import { optionalByDefault, unreadByCode } from './consent-parameters.ts';
import { widePermissions } from './permissions.ts';
import { Places } from './places.ts';
import { parseCode, runSandbox, type SandboxCode, type SandboxFacts } from './sandbox/run.ts';
import { problemsOf } from './sandboxes.ts';
import { initialFields } from './template-fields.ts';
import { TemplateFacts } from './templates.ts';

export interface TemplateOptions {
  readonly catalog: CatalogIndex;
  readonly parser: ScriptParser;
}

/** A unit of kind `gtm-template`: what the code does with the fields of a tag that somebody has just made. Never throws. */
export function extractTemplate(source: Source, { catalog, parser }: TemplateOptions): ExtractedUnit {
  const places = (name: SectionName): Places => {
    const inner = sectionSource(source, facts, name);
    return new Places(inner, jsonStart(inner.text));
  };
  const info = { id: '', path: [], namePath: ['displayName'], data: source.text };
  const facts = new TemplateFacts({ ...info, name: source.name, repository: undefined, galleryId: undefined });
  const about = sectionJson(source.text, facts.text.sections.get('INFO'));
  const section = facts.codeSection;
  const parsed = section && parseCode(source, section, parser);
  const fields = places('TEMPLATE_PARAMETERS');
  const ran = parsed?.ok
    ? runInitial(parsed.code, catalog, (filled) => initialFields(facts.parameters, fields, filled))
    : undefined;
  const asked = parsed?.ok ? consentSteps(facts, parsed.code, ({ path }) => fields.at([...path, 'name'])) : [];
  const entity: Entity = {
    kind: 'template',
    id: '',
    name: textIn(about, 'displayName') ?? source.name,
    type: textIn(about, 'type') ?? '',
    paused: false,
    location: places('INFO').at(info.namePath),
    uses: [],
    usedBy: [],
    live: true,
    flaws: [],
    publishedSize: 0,
    widePermissions: widePermissions(facts, () => (parsed?.ok ? parsed.code : undefined)).map((one) => ({
      ...one,
      ...placeOf(one, facts, places),
    })),
  };
  return {
    kind: 'gtm-template',
    source,
    cmps: ran
      ? [...ran.cmps].map(([cmp, location]): SeenCmp => ({ cmp, loaded: true, ...(location && { location }) }))
      : [],
    activities: ran
      ? ran.activities.map((one): Activity => ({ ...one, carrier: 'tag', entity, steps: [...one.steps, ...asked] }))
      : [],
    settings: [],
    context: [],
    fields: [],
    entities: [entity],
    problems: problemsOf(facts, source, parsed),
    unresolved: ran && !ran.complete ? 1 : 0,
  };
}

/** What the template's own consent parameters come to in a tag that somebody has just made. */
function consentSteps(
  { parameters, codeSection }: TemplateFacts,
  { uses }: SandboxCode,
  place: (parameter: TemplateParameter) => Location,
): Step[] {
  const isServer = codeSection?.name === 'SANDBOXED_JS_FOR_SERVER';
  return [...(isServer ? optionalByDefault(parameters, uses, place) : []), ...unreadByCode(parameters, uses, place)];
}

/**
 * What the code does for a tag in which only what must be filled in is. Code that then does nothing at all waits for a field that
 * may stay empty: with all of them filled in it shows whom it is for, but not what it sends by itself.
 */
function runInitial(
  code: SandboxCode,
  catalog: CatalogIndex,
  fieldsWith: (filled: boolean) => ReadonlyMap<string, MValue>,
): SandboxFacts {
  const bare = runSandbox(code, catalog, fieldsWith(false));
  if (bare.effects.length > 0) return bare;
  const filled = runSandbox(code, catalog, fieldsWith(true));
  const activities = filled.activities.flatMap((one): Activity[] => {
    if (one.kind === 'identify') return [];
    const { user, ...values } = one.values;
    return [{ ...one, values: user ? values : one.values, args: user ? [] : one.args }];
  });
  return { ...filled, activities };
}

/** A section as a text of its own; an empty one where it is missing. */
function sectionSource(source: Source, facts: TemplateFacts, name: SectionName): Source {
  const { start, end } = facts.text.sections.get(name) ?? { start: 0, end: 0 };
  return source.nest(source.text.slice(start, end), OffsetMap.shift(start), `section ${name}`);
}

/** Where a permission stands in its section. */
function placeOf(
  { id }: WidePermission,
  facts: TemplateFacts,
  places: (name: SectionName) => Places,
): { readonly location?: Location } {
  const found = facts.permissions.find((one) => one.id === id);
  if (!found?.at) return {};
  return { location: places(found.at.section).at([found.at.index, 'instance', 'key', 'publicId']) };
}

function textIn(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const text: unknown = Reflect.get(value, key);
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}
