/** The named parts of a container as a graph: what each uses, and what uses it. */
import type { Entity, EntityKind, Flaw, Reference, ReferenceRole, WidePermission } from '../../model/entity.ts';
import type { ContextFact } from '../../model/unit.ts';
import type { Container, ContainerParameter, ContainerTag } from '../../parse/container.ts';
import type { ContainerText } from '../../parse/container-texts.ts';
import type { JsonPath } from '../../text/json-positions.ts';
import type { Location } from '../../text/location.ts';
import { nearest } from '../../text/nearest.ts';
import { builtInState } from './built-ins.ts';
import { builtInMeant, isBuiltInTrigger } from './events.ts';
import { tagFlaws, triggerFlaws, variableFlaws } from './flaws.ts';
import { type AskedFirings, type FiresOn, firesOnVisits } from './page-visits.ts';
import { pageWords } from './page-words.ts';
import { widePermissions } from './permissions.ts';
import { partSize, templateSize } from './published-size.ts';
import { nameOf, type Scope } from './scope.ts';

export interface Entities {
  /** Tags first. */
  readonly all: readonly Entity[];
  /** The same objects that the activities carry. */
  readonly ofTag: ReadonlyMap<ContainerTag, Entity>;
}

type Part = Pick<ContainerTag, 'id' | 'name' | 'type' | 'path' | 'namePath'> & Partial<ContainerTag>;

interface Node extends Entity {
  readonly part: Part;
  /** Ids of its exceptions that are never asked. */
  readonly missed: readonly string[];
  folder?: Entity;
  pages?: readonly ContextFact[];
  firesOn?: FiresOn;
  twin?: Entity;
  widePermissions?: readonly WidePermission[];
  flaws: readonly Flaw[];
  publishedSize: number;
  readonly uses: Reference[];
  readonly usedBy: Entity[];
  readonly users: Set<Entity>;
  /** What is live when this is. */
  readonly wakes: Node[];
  live: boolean;
}

/** Names that are looked at for a slip; a container with more mistakes than this has others to repair first. */
const MAX_SLIPS = 50;
const MAX_CANDIDATES = 600;
/** Nothing that is longer is a name. */
const REFERENCE = /\{\{([^{}\r\n;]{1,200})\}\}/g;

/** Where the entries of a kind stand in the export. */
const SECTIONS: Readonly<Record<EntityKind, string>> = {
  tag: 'tag',
  trigger: 'trigger',
  variable: 'variable',
  template: 'customTemplate',
  client: 'client',
  transformation: 'transformation',
  zone: 'zone',
  folder: 'folder',
};

export function entitiesOf(scope: Scope, firings: AskedFirings): Entities {
  return new Graph(scope, firings).entities;
}

class Graph {
  readonly #scope: Scope;
  readonly #container: Container;
  readonly #nodes: Node[] = [];
  readonly #byName = new Map<string, Node>();
  readonly #byId = new Map<string, Node>();
  readonly #ofTag = new Map<ContainerTag, Node>();
  readonly #ofTemplate = new Map<JsonPath, Node>();
  #slips = 0;

  constructor(scope: Scope, firings: AskedFirings) {
    this.#scope = scope;
    this.#container = scope.container;
    const { tags, triggers, variables, clients, transformations, zones, folders, server } = scope.container;
    const triggersById = new Map(triggers.map((trigger) => [trigger.id, trigger]));
    for (const tag of tags) {
      const node = this.#add('tag', tag, firings.missed(tag));
      const pages = pageWords(scope, tag, triggersById);
      if (pages.length > 0) node.pages = pages;
      if (!server) node.firesOn = firesOnVisits(scope, tag, firings, triggersById);
      node.flaws = tagFlaws(scope, tag);
      if (!server) node.publishedSize = partSize(tag);
      this.#ofTag.set(tag, node);
    }
    for (const trigger of triggers) {
      const node = this.#add('trigger', trigger);
      node.flaws = triggerFlaws(scope, trigger);
      if (!server) node.publishedSize = partSize(trigger);
    }
    for (const variable of variables) {
      const node = this.#add('variable', variable);
      node.flaws = variableFlaws(scope, variable);
      if (!server) node.publishedSize = partSize(variable);
    }
    for (const facts of scope.templates) {
      const { template } = facts;
      const node = this.#add('template', { ...template, type: template.repository ?? '' });
      node.widePermissions = widePermissions(facts, () => scope.sandboxes.code(facts));
      if (!server) node.publishedSize = templateSize(facts);
      this.#ofTemplate.set(template.path, node);
    }
    for (const client of clients) this.#add('client', client);
    for (const transformation of transformations) this.#add('transformation', transformation);
    for (const zone of zones) this.#add('zone', zone);
    for (const folder of folders) this.#add('folder', folder);
    for (const node of this.#nodes) this.#connect(node);
    for (const node of this.#nodes) node.usedBy.push(...node.users);
    for (const node of this.#nodes) if (isStart(node)) revive(node);
    this.#pair(tags);
  }

  get entities(): Entities {
    return { all: this.#nodes, ofTag: this.#ofTag };
  }

  #pair(tags: readonly ContainerTag[]): void {
    const known = new Map<string, Node>();
    for (const tag of tags) {
      const node = this.#ofTag.get(tag);
      if (!node?.live || tag.firing.length === 0) continue;
      const signature = signatureOf(tag);
      const first = known.get(signature);
      if (first) node.twin = first;
      else known.set(signature, node);
    }
  }

  #add(kind: EntityKind, part: Part, missed: readonly string[] = []): Node {
    const { id, name, type, paused = false, consentStatus } = part;
    const node: Node = {
      kind,
      id,
      name,
      type,
      paused,
      location: nameOf(this.#scope, part),
      whole: this.#scope.places.at(part.path),
      ...(kind === 'tag' && consentStatus ? { consentStatus } : {}),
      flaws: [],
      publishedSize: 0,
      uses: [],
      usedBy: [],
      users: new Set(),
      wakes: [],
      live: false,
      part,
      missed,
    };
    this.#nodes.push(node);
    if (!this.#byName.has(`${kind} ${name}`)) this.#byName.set(`${kind} ${name}`, node);
    if (id !== '' && !this.#byId.has(`${kind} ${id}`)) this.#byId.set(`${kind} ${id}`, node);
    return node;
  }

  #connect(node: Node): void {
    const { part } = node;
    // A published container keeps what a tag fires on outside of the tag.
    const at = (...steps: JsonPath): Location =>
      this.#container.compiled ? nameOf(this.#scope, part) : this.#scope.places.at([...part.path, ...steps]);
    for (const text of part.texts ?? []) this.#read(node, text);
    for (const [index, id] of (part.firing ?? []).entries())
      this.#trigger(node, 'firing', id, at('firingTriggerId', index));
    for (const [index, id] of (part.blocking ?? []).entries())
      this.#trigger(node, 'exception', id, at('blockingTriggerId', index));
    for (const { name, path } of part.setup ?? []) this.#tag(node, 'set-up', name, this.#scope.places.at(path));
    for (const { name, path } of part.cleanup ?? []) this.#tag(node, 'clean-up', name, this.#scope.places.at(path));
    if (part.type.startsWith('cvt_') && node.kind !== 'template') {
      const template = this.#scope.template(part.type)?.template;
      const target = template && this.#ofTemplate.get(template.path);
      this.#use(node, { role: 'type', kind: 'template', name: part.type, location: at('type') }, target);
    }
    const folder = part.folderId === undefined ? undefined : this.#byId.get(`folder ${part.folderId}`);
    if (part.folderId !== undefined)
      this.#use(node, { role: 'folder', kind: 'folder', name: part.folderId, location: at('parentFolderId') }, folder);
    if (folder) node.folder = folder;
  }

  #read(node: Node, { value, path, names }: ContainerText): void {
    const { places } = this.#scope;
    if (names === 'tag') this.#tag(node, 'value', value, places.at(path));
    if (names === 'trigger') this.#trigger(node, 'member', value, places.at(path));
    if (names !== 'variables') return;
    for (const match of value.matchAll(REFERENCE)) {
      const name = (match[1] ?? '').trim();
      // Names that begin so are Tag Manager's own.
      if (name === '' || name.startsWith('_')) continue;
      const range = { start: match.index, end: match.index + match[0].length };
      const location = places.within(path, range, `${node.kind} "${node.name}"`);
      const target = this.#byName.get(`variable ${name}`);
      const builtIn = target ? undefined : builtInState(this.#container, name);
      this.#use(node, { role: 'value', kind: 'variable', name, location }, target, builtIn);
    }
  }

  #trigger(node: Node, role: ReferenceRole, id: string, location: Location): void {
    const target = this.#byId.get(`trigger ${id}`);
    this.#use(node, { role, kind: 'trigger', name: id, location }, target, isBuiltInTrigger(id) ? 'there' : undefined);
  }

  #tag(node: Node, role: ReferenceRole, name: string, location: Location): void {
    this.#use(node, { role, kind: 'tag', name, location }, this.#byName.get(`tag ${name}`));
  }

  #use(
    node: Node,
    reference: Pick<Reference, 'role' | 'kind' | 'name' | 'location'>,
    target: Node | undefined,
    otherwise: Reference['state'] = 'missing',
  ): void {
    if (!target) {
      const { sections } = this.#container;
      const unlisted = !sections.has(otherwise === 'disabled' ? 'builtInVariable' : SECTIONS[reference.kind]);
      const similar = otherwise === 'missing' ? this.#similar(reference) : undefined;
      node.uses.push({
        ...reference,
        state: otherwise,
        ...(unlisted ? { unlisted } : {}),
        ...(similar === undefined ? {} : { similar }),
      });
      return;
    }
    const missed = reference.role === 'exception' && node.missed.includes(reference.name);
    node.uses.push({ ...reference, state: 'there', target, ...(missed ? { missed } : {}) });
    if (target !== node) target.users.add(node);
    // A tag that is named for its id alone is not started.
    if (target.kind !== 'tag' || reference.role !== 'value') node.wakes.push(target);
  }

  /** Only what people write themselves can hold a slip: ids and types are written by the interface, except in files made by hand. */
  #similar({ kind, name }: Pick<Reference, 'kind' | 'name'>): string | undefined {
    if (kind === 'trigger') return builtInMeant(name);
    if (kind !== 'variable' && kind !== 'tag') return undefined;
    this.#slips += 1;
    if (this.#slips > MAX_SLIPS) return undefined;
    const names = this.#nodes.filter((node) => node.kind === kind).map((node) => node.name);
    return nearest(name, names.slice(0, MAX_CANDIDATES));
  }
}

/** What runs without anything else of the container asking for it. */
function isStart({ kind, paused, part }: Node): boolean {
  if (kind === 'tag') return !paused && (part.firing ?? []).length > 0;
  return kind === 'client' || kind === 'transformation' || kind === 'zone';
}

/** Marks a node and what it uses; a paused tag starts nothing. */
function revive(start: Node): void {
  const waiting = [start];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.live || node.paused) continue;
    node.live = true;
    waiting.push(...node.wakes);
  }
}

/** Everything that decides what a tag does and when, in an order of its own. */
function signatureOf(tag: ContainerTag): string {
  const { type, firing, blocking, consentStatus, consentTypes, setup, cleanup, parameters } = tag;
  return JSON.stringify([
    type,
    [...firing].sort(),
    [...blocking].sort(),
    consentStatus,
    consentTypes.map(contentOf),
    [...setup, ...cleanup].map(({ name }) => name),
    [...parameters.values()].map(contentOf).sort(),
  ]);
}

function contentOf({ key, value, list, map }: ContainerParameter): string {
  return JSON.stringify([key, value?.trim() ?? '', list.map(contentOf), map.map(contentOf)]);
}
