/** Finds in a judged page the containers that it loads, and what it puts in front of them. */
import { parameterOf } from '../extract/address-data.ts';
import { type DataLayer, type Message, statesOf } from '../extract/data-layer.ts';
import type { Embedding, Neighbour } from '../extract/embedding.ts';
import type { ExtractedUnit } from '../extract/extracted.ts';
import { CONTAINER_ID } from '../model/data-layer-push.ts';
import type { EmbeddingPage } from '../model/embedding.ts';
import { type FormField, fieldKind } from '../model/form-field.ts';
import { ALWAYS, atomsOf, condition, or } from '../model/guard.ts';
import { holdsAnyway } from '../model/guard-truth.ts';
import { say } from '../model/phrase.ts';
import type { JudgedActivity, Stage, Step, StepKind, Unit } from '../model/unit.ts';
import { textOf } from '../model/value.ts';

/** Steps of the loader that are told with every tag. */
const MAX_STEPS = 4;
/** A page sets its defaults in one or a few commands; a loop over regions may make more. */
const MAX_COMMANDS = 60;
/** Vendors that one page starts itself. */
const MAX_STARTS = 60;
/** Fields that are kept of the pages that load a container. */
const MAX_FIELDS = 40;
/** A page that loads more containers than anybody has lists them, for a test or for documentation. */
const MAX_NEIGHBOURS = 8;
/** Messages of one page to the data layer. */
const MAX_MESSAGES = 60;

/** One for each container that the unit loads; ids that a template or the environment fills in join nothing. */
export function embeddingsOf(extracted: ExtractedUnit, unit: Unit): Embedding[] {
  if (unit.kind !== 'page' && unit.kind !== 'script') return [];
  const loaders = new Map<string, JudgedActivity[]>();
  for (const activity of unit.activities) {
    const id = containerOf(activity);
    if (id === undefined) continue;
    const known = loaders.get(id);
    if (known) known.push(activity);
    else loaders.set(id, [activity]);
  }
  return [...loaders].map(([id, all]) => embedding(id, all, neighboursOf(id, loaders), extracted, unit));
}

/** The fields of both, each of a kind and name once; a site has the same search and newsletter on every page. */
export function fieldsOfBoth(one: readonly FormField[], other: readonly FormField[]): readonly FormField[] {
  const known = new Map<string, FormField>();
  for (const field of [...one, ...other]) {
    const key = `${fieldKind(field)} ${field.name}`;
    if (!known.has(key) && known.size < MAX_FIELDS) known.set(key, field);
  }
  return [...known.values()];
}

/** The other containers of the unit, in order. */
function neighboursOf(id: string, loaders: ReadonlyMap<string, readonly JudgedActivity[]>): Neighbour[] {
  const mine = firstOf(loaders.get(id) ?? []);
  if (!mine || loaders.size > MAX_NEIGHBOURS) return [];
  return [...loaders].flatMap(([other, all]) => {
    const first = firstOf(all);
    if (other === id || !first) return [];
    return [
      {
        id: other,
        guard: or(...scriptsOf(all).map((one) => one.guard)),
        steps: first.steps.filter(({ kind }) => kind !== undefined).slice(0, MAX_STEPS),
        before: first.order < mine.order,
      },
    ];
  });
}

function scriptsOf(loaders: readonly JudgedActivity[]): readonly JudgedActivity[] {
  return loaders.filter(({ carrier, urlKind }) => carrier !== 'noscript' && urlKind !== 'frame');
}

function firstOf(loaders: readonly JudgedActivity[]): JudgedActivity | undefined {
  return [...scriptsOf(loaders)].sort((a, b) => a.order - b.order)[0];
}

function containerOf(activity: JudgedActivity): string | undefined {
  const { kind, vendor, reached, values } = activity;
  if ((kind !== 'load' && kind !== 'configure') || !reached || !vendor.purposes.includes('tag-manager'))
    return undefined;
  const id = textOf(values.id);
  return id !== undefined && CONTAINER_ID.test(id) ? id.toUpperCase() : undefined;
}

function embedding(
  id: string,
  all: readonly JudgedActivity[],
  neighbours: readonly Neighbour[],
  extracted: ExtractedUnit,
  unit: Unit,
): Embedding {
  // Without a script in sight the frame for browsers without scripts still says whose container it is.
  const scripts = scriptsOf(all);
  const loaders = scripts.length > 0 ? scripts : all;
  const running = loaders.filter(({ states }) => states['first-visit'].outcome === 'runs');
  const [first = all[0]] = running.length > 0 ? running : loaders;
  if (!first) throw new Error('no loader');
  const guard = scripts.length > 0 ? or(...loaders.map((one) => one.guard)) : ALWAYS;
  const place: EmbeddingPage = {
    path: unit.source.root.name,
    location: first.location,
    sight: scripts.length > 0 ? sightOf(unit) : 'part',
    others: 0,
  };
  const found = {
    ...place,
    id,
    guard,
    order: first.order,
    steps: [
      { message: say`${place.path} loads this container`, location: first.location },
      ...first.steps.filter(({ kind }) => kind !== undefined).slice(0, MAX_STEPS),
    ] satisfies Step[],
    commands: commandsOf(unit, startOf(loaders)),
    cmps: unit.cmps.map(({ loader, ...seen }) =>
      loader && loader.order <= first.order
        ? { ...seen, loader: { ...loader, order: Number.NEGATIVE_INFINITY } }
        : seen,
    ),
    writes: extracted.writes ?? [],
    pushed: layerOf(unit, queueOf(loaders)),
    starts: unit.activities.filter(({ kind, reached }) => kind === 'init' && reached).slice(0, MAX_STARTS),
    neighbours,
    surroundings: unit.surroundings,
    fields: unit.fields.filter((field) => fieldKind(field) !== undefined).slice(0, MAX_FIELDS),
    harm: harmOf(first, unit),
  };
  return { ...found, signature: signatureOf(found, first) };
}

/** The data layer that the loaders read: the one that their address names. */
function queueOf(loaders: readonly JudgedActivity[]): string | undefined {
  for (const { url, vendor } of loaders) {
    const { queue } = vendor;
    const name = queue && url !== undefined ? (parameterOf(url, queue.parameter) ?? queue.name) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

/** What a unit pushes that loads no container itself: a script of a shop, a part of a page. */
export function pushedBy(unit: Unit): DataLayer {
  return unit.kind === 'page' || unit.kind === 'script' ? layerOf(unit, undefined) : [];
}

/** Messages of the unit to a data layer, in order; those of which the queue is not known go to whichever is read. */
function layerOf(unit: Unit, queue: string | undefined): DataLayer {
  const messages = unit.activities.flatMap((one): Message[] => {
    const { values, guard, reached, steps } = one;
    const value = values.pushed;
    if (value?.kind !== 'object' || (queue !== undefined && one.queue !== undefined && one.queue !== queue)) return [];
    const waits = !reached || steps.some(({ kind }) => kind !== undefined && WAITS.includes(kind));
    if (waits) return [{ value, guard: condition('free', 'what the page waits for') }];
    return [{ value, guard: holdsAnyway(guard) ? ALWAYS : guard }];
  });
  return statesOf(messages.slice(0, MAX_MESSAGES));
}

function sightOf({ kind, surroundings: { complete, unread } }: Unit): EmbeddingPage['sight'] {
  if (kind !== 'page' || !complete || unread === 'consent') return 'part';
  return unread === 'none' ? 'whole' : 'most';
}

/**
 * When the container's first event is queued: a loader's snippet queues it before it fetches the script, a bare script
 * element comes after everything that the page has queued.
 */
function startOf(loaders: readonly JudgedActivity[]): number {
  return Math.min(...loaders.map(({ carrier, order }) => (carrier === 'script' ? order : Number.POSITIVE_INFINITY)));
}

function commandsOf(unit: Unit, start: number): JudgedActivity[] {
  const commands = unit.activities
    .filter(({ kind, reached, ignored }) => reached && (kind === 'consent' || ignored !== undefined))
    .slice(0, MAX_COMMANDS);
  return commands.map((command, index): JudgedActivity => {
    if (command.order <= start) return { ...command, order: index - MAX_COMMANDS };
    return { ...command, order: Number.MAX_SAFE_INTEGER - MAX_COMMANDS + index, stage: lateStage(command) };
  });
}

const PAGE_VIEW = 2;
const WINDOW_LOADED = 4;
const LATER = 5;
const WAITS: readonly StepKind[] = ['delay', 'interaction', 'visibility', 'click', 'site-event'];

/** A command behind the loader comes after what the page view fires, and before what fires when the document is there. */
function lateStage({ steps }: JudgedActivity): Stage {
  const kinds = steps.map(({ kind }) => kind);
  const waits = kinds.some((kind) => kind !== undefined && WAITS.includes(kind));
  return { phase: waits ? LATER : kinds.includes('load') ? WINDOW_LOADED : PAGE_VIEW, priority: 0, markup: true };
}

const LOADS: Readonly<Record<string, number>> = { runs: 2, unknown: 1 };

function harmOf(loader: JudgedActivity, unit: Unit): number {
  const loads = LOADS[loader.states['first-visit'].outcome] ?? 0;
  const open = unit.consentModes.some(({ default: set, faults }) => set === 'none' || faults.length > 0);
  return 2 * loads + Number(open);
}

function signatureOf(found: Omit<Embedding, 'signature'>, loader: JudgedActivity): string {
  const { id, sight, guard, commands, cmps, writes, starts, neighbours } = found;
  const asked = new Set<string | undefined>();
  for (const { atom } of [guard, ...commands.map((one) => one.guard)].flatMap(atomsOf))
    if (atom.kind === 'storage') asked.add(atom.key);
  return plain([
    id,
    sight,
    loader.states,
    guard,
    commands.map(({ consent, ignored, states, stage, values, vendor }) => [
      vendor.id,
      consent,
      ignored?.reason,
      states,
      stage,
      values,
    ]),
    cmps.map(({ cmp, loaded, loader: at, presets }) => [cmp.id, loaded, at?.how, at?.blocks, presets]),
    writes
      .filter(({ key }) => asked.has(key))
      .map(({ store, key, guard: when, content }) => [store, key, when, content]),
    starts.map(({ vendor, guard: when, values }) => [vendor.id, when, values.id]),
    neighbours.map(({ id: other, guard: when, before }) => [other, when, before]),
  ]);
}

/** As text, without where it stands. */
function plain(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'location') return undefined;
    return inner instanceof Map ? [...inner] : inner;
  });
}
