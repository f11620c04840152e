import type { Cmp } from '../../model/catalog.ts';
import type { Route } from '../../model/entity.ts';
import { ALWAYS } from '../../model/guard.ts';
import type { SiteProfile } from '../../model/profile.ts';
import type { ContextFact } from '../../model/unit.ts';
import { compiledStart } from '../../parse/compiled/detect.ts';
import { type Container, type ContainerTag, type ContainerVariable, readContainer } from '../../parse/container.ts';
import { LatePart } from '../../parse/late-part.ts';
import type { ScriptParser } from '../../parse/script.ts';
import { type Location, locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import type { ExtractedUnit, SeenCmp } from '../extracted.ts';
import { publicHost } from '../machine/unknown-scripts.ts';
import { answerOf, conditionGuard } from './conditions.ts';
import { entitiesOf } from './entities.ts';
import { Firings } from './firing.ts';
import { withOwnPushes } from './own-pushes.ts';
import { Places } from './places.ts';
import { publishedSettings } from './published.ts';
import { soleReference } from './references.ts';
import type { Sandboxes } from './sandboxes.ts';
import type { Scope } from './scope.ts';
import { rowsOf } from './tables.ts';
import { readTag } from './tags.ts';
import { Templates } from './templates.ts';
import { Transformations } from './transformations.ts';
import { Variables } from './variables.ts';
import { zoneActivities } from './zones.ts';

/** The reader of published containers. */
export const COMPILED = new LatePart(() => import('../../parse/compiled/index.ts'));
/** What reads and evaluates the code of custom templates. */
export const TEMPLATE_CODE = new LatePart(() => import('./template-reader.ts'));

export interface ContainerOptions {
  readonly catalog: CatalogIndex;
  readonly parser: ScriptParser;
  readonly profile: SiteProfile;
}

/** Reads a container, exported or published: a unit of kind `container`, or `server-container`. Throws nothing but `PartNeeded`; broken JSON is a problem of the unit. */
export function extractContainer(source: Source, options: ContainerOptions): ExtractedUnit {
  const published = compiledStart(source.text);
  const document = published < 0 ? readContainer(source.text) : COMPILED.module.readCompiled(source.text, published);
  if (!document.ok) {
    const { message, offset } = document.error;
    return {
      ...emptyUnit(source),
      problems: [
        {
          message: `invalid JSON: ${message}`,
          location: locationOf(source, { start: offset, end: Math.min(offset + 1, source.text.length) }),
          severity: 'error',
        },
      ],
    };
  }
  const { container } = document;
  const seen = new Map<string, SeenCmp>();
  const see = (cmp: Cmp, loaded: boolean, location: Location | undefined): void => {
    const known = seen.get(cmp.id);
    if (known && (known.loaded || !loaded)) return;
    seen.set(cmp.id, location ? { cmp, loaded, location } : { cmp, loaded });
  };
  let unresolved = 0;
  const { scope, sandboxes } = scopeOf(container, new Places(source, document.start, document.textAt), options, {
    asks: (cmp, location) => see(cmp, false, location),
    giveUp: () => {
      unresolved += 1;
    },
  });
  const firings = new Firings(scope);
  const transformations = new Transformations(scope);
  const entities = entitiesOf(scope, firings);
  const tags = container.tags.flatMap((tag) => {
    const entity = entities.ofTag.get(tag);
    if (!entity) return [];
    const facts = readTag(scope, tag, entity, firings.of(tag));
    return [{ ...facts, activities: transformations.apply(tag, facts.activities) }];
  });
  for (const tag of tags) for (const { cmp, loaded, location } of tag.cmps) see(cmp, loaded, location);
  for (const tag of tags) unresolved += tag.unresolved;
  const zoneEntities = entities.all.filter(({ kind }) => kind === 'zone');
  const zones = container.zones.flatMap((zone, index) => {
    const entity = zoneEntities[index];
    return entity ? zoneActivities(scope, firings, zone, entity, container.tags.length + index) : [];
  });
  const routes = container.tags.flatMap((tag): Route[] => {
    const entity = entities.ofTag.get(tag);
    if (!entity) return [];
    const { order, stage } = firings.of(tag);
    return firings.ways(tag).map(({ caller, role, guard }) => {
      const from = caller && entities.ofTag.get(caller);
      return { entity, ...(from ? { caller: from } : {}), role, guard, order, stage, location: entity.location };
    });
  });
  return {
    kind: container.server ? 'server-container' : 'container',
    source,
    ...(container.compiled ? { compiled: true } : {}),
    cmps: [...seen.values()],
    activities: withOwnPushes([...tags.flatMap((tag) => tag.activities), ...zones]).sort((a, b) => a.order - b.order),
    unknownScripts: tags.flatMap((tag) => tag.unknownScripts ?? []),
    settings: [...tags.flatMap((tag) => tag.settings), ...publishedSettings(scope, entities.ofTag)],
    context: contextOf(scope),
    hosts: hostsOf(scope),
    fields: [],
    dynamic: tags.flatMap((tag) => tag.dynamic ?? []),
    entities: entities.all,
    routes,
    problems: [
      ...(document.others ?? []).slice(0, MAX_OTHERS).map((path) => ({
        message: 'a further container in the same file; keep one in a file',
        location: scope.places.at(path),
      })),
      ...tags.flatMap((tag) => tag.problems),
      ...sandboxes.problems,
    ],
    unresolved,
    ...(container.publicId === undefined ? {} : { publicId: container.publicId }),
  };
}

/** Containers beyond the first that are told one by one. */
const MAX_OTHERS = 20;

function emptyUnit(source: Source): ExtractedUnit {
  return {
    kind: 'container',
    source,
    cmps: [],
    activities: [],
    settings: [],
    context: [],
    fields: [],
    entities: [],
    problems: [],
    unresolved: 0,
  };
}

type SandboxReader = Scope['sandboxes'] & Pick<Sandboxes, 'problems'>;

/** Of a container without custom templates. */
const NO_CODE: SandboxReader = {
  of: () => undefined,
  gate: () => ALWAYS,
  canRead: () => false,
  code: () => undefined,
  problems: [],
};

function scopeOf(
  container: Container,
  places: Places,
  { catalog, parser }: ContainerOptions,
  notes: Pick<Scope, 'asks' | 'giveUp'>,
): { readonly scope: Scope; readonly sandboxes: SandboxReader } {
  const variables = new Map<string, ContainerVariable>(
    container.variables.map((variable) => [variable.name, variable]),
  );
  const tags = new Map<string, ContainerTag>(container.tags.map((tag) => [tag.name, tag]));
  const templates = new Templates(container);
  const values = new Variables(() => scope);
  const sandboxes = templates.all.length === 0 ? NO_CODE : new TEMPLATE_CODE.module.Sandboxes(() => scope);
  const scope: Scope = {
    ...notes,
    container,
    catalog,
    parser,
    places,
    variable: (name) => variables.get(name),
    tag: (name) => tags.get(name),
    template: (type) => templates.find(type),
    templates: templates.all,
    sandboxes,
    reference: (name, location) => values.value(name, location),
    answer: (name, location) => answerOf(scope, name, location),
    textValue: (text, location) => values.text(text, location),
    condition: (condition) => conditionGuard(scope, condition),
  };
  return { scope, sandboxes };
}

/** The site's own hosts: many a container is named for its site, and triggers ask on which host the page is. */
function hostsOf({ container }: Scope): string[] {
  const asked = container.triggers.flatMap(({ filters }) =>
    filters.flatMap(({ left, right, negate }) => (left === '{{Page Hostname}}' && !negate ? [right] : [])),
  );
  const hosts = [container.name ?? '', ...asked].flatMap(
    (text) => publicHost(`//${text.replace(/^https?:\/\//, '')}`) ?? [],
  );
  return [...new Set(hosts)].slice(0, MAX_HOSTS);
}

const MAX_HOSTS = 20;

/** Rows of lookup tables that are looked at for what pages they name. */
const MAX_TABLE_ROWS = 200;

/** The container's name, the paths that its triggers name, and those that its lookup tables ask for. */
function contextOf(scope: Scope): ContextFact[] {
  const { container, places } = scope;
  const facts: ContextFact[] = [];
  if (container.name !== undefined && container.name !== '') {
    facts.push({ about: 'container', text: container.name, location: places.at(container.namePath) });
  }
  const texts = new Set<string>();
  for (const trigger of container.triggers) {
    for (const one of [...trigger.filters, ...trigger.listenerFilters]) {
      if (one.negate || one.right === '' || texts.has(one.right) || !isAddress(scope, one.left)) continue;
      texts.add(one.right);
      facts.push({ about: 'path', text: one.right, location: places.at(one.path) });
    }
  }
  const keys = container.variables.flatMap((variable) => tableKeys(scope, variable)).slice(0, MAX_TABLE_ROWS);
  return [...facts, ...keys];
}

/** What a lookup or regex table over addresses asks for: `/potency` becomes the label of a conversion. */
function tableKeys(scope: Scope, { type, parameters }: ContainerVariable): ContextFact[] {
  if (type !== 'smm' && type !== 'remm') return [];
  const input = parameters.get('input')?.value ?? '';
  const map = parameters.get('map');
  if (!map || !isAddress(scope, input)) return [];
  return rowsOf(map).map(({ key }) => ({
    about: 'table',
    text: key.value ?? '',
    location: scope.places.at(key.path),
  }));
}

/** A reference to the address of the page or to its path. */
function isAddress(scope: Scope, left: string): boolean {
  const name = soleReference(left);
  if (name === undefined) return false;
  const variable = scope.variable(name);
  if (!variable) return /^Page (?:Path|URL)$/.test(name);
  const component = variable.parameters.get('component')?.value?.toUpperCase();
  return variable.type === 'u' && (component === 'PATH' || component === 'URL');
}
