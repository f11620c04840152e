/**
 * Containers that one page loads wait for each other: what the first sets and starts is there when the second runs.
 *
 * A container's queue is worked off, its page view included, before the next one's script is executed; what it fires later
 * comes in between.
 */
import { judge } from '../analyze/judge.ts';
import { type Embedding, embedded, mergedCmps, type Neighbour } from '../extract/embedding.ts';
import type { ExtractedUnit } from '../extract/extracted.ts';
import type { Catalog } from '../model/catalog.ts';
import type { SiteProfile } from '../model/profile.ts';
import type { JudgedActivity } from '../model/unit.ts';

const PAGE_VIEW = 2;
/** Commands and starts of one neighbour that are looked at. */
const MAX_ACTIVITIES = 200;

interface Waiting<Input> {
  readonly unit: ExtractedUnit;
  readonly input: Input;
}

/** The containers of a run that share a page with others, until all of them are read. */
export class Neighbours<Input> {
  readonly #waiting: Waiting<Input>[] = [];
  readonly #byId = new Map<string, ExtractedUnit>();
  readonly #catalog: Catalog;
  readonly #profile: SiteProfile;

  constructor(catalog: Catalog, profile: SiteProfile) {
    this.#catalog = catalog;
    this.#profile = profile;
  }

  add(unit: ExtractedUnit, input: Input): void {
    this.#waiting.push({ unit, input });
    const id = unit.publicId?.toUpperCase();
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, unit);
  }

  /** Those that wait, in the order in which they came; they are forgotten as waiting, not as neighbours. */
  take(): readonly Waiting<Input>[] {
    return this.#waiting.splice(0);
  }

  /** The page with what its other containers add to it. */
  complete(page: Embedding): Embedding {
    let whole = page;
    for (const neighbour of page.neighbours) {
      const unit = this.#byId.get(neighbour.id);
      if (unit) whole = this.#with(whole, neighbour, unit);
      // A container out of sight may set what the page does not.
      else if (whole.sight === 'whole') whole = { ...whole, sight: 'most' };
    }
    return whole;
  }

  #with(page: Embedding, neighbour: Neighbour, unit: ExtractedUnit): Embedding {
    const { guard, steps } = neighbour;
    const own = embedded(withCommands(unit), { ...page, guard, steps });
    const judged = judge(own, this.#catalog, this.#profile).activities;
    const starts = neighbour.before ? judged.filter(({ kind }) => kind === 'init') : [];
    return {
      ...page,
      commands: ordered([...page.commands, ...judged.flatMap((one) => commandOf(one, neighbour))]),
      cmps: mergedCmps(
        page.cmps,
        unit.cmps.map(({ loader, ...seen }) => seen),
      ),
      writes: [...page.writes, ...(unit.writes ?? [])],
      starts: [...page.starts, ...starts],
    };
  }
}

/** A container with nothing but its consent commands and what it starts. */
export function withCommands(unit: ExtractedUnit): ExtractedUnit {
  const activities = unit.activities
    .filter(({ kind, ignored }) => kind === 'consent' || kind === 'init' || ignored !== undefined)
    .filter(({ reached, entity }) => reached && !entity?.paused)
    .slice(0, MAX_ACTIVITIES);
  return { ...unit, activities };
}

/** A command of a neighbour, where it comes in the order of the container beside it. */
function commandOf(activity: JudgedActivity, { before }: Neighbour): readonly JudgedActivity[] {
  const { stage, ...command } = activity;
  if (activity.kind === 'init') return [];
  const phase = stage?.phase ?? PAGE_VIEW;
  if (before && isEarly(activity)) return [{ ...command, order: -1 }];
  const late = { phase: Math.max(PAGE_VIEW, phase), priority: 0, markup: true };
  return [{ ...command, order: Number.MAX_SAFE_INTEGER, stage: late }];
}

/** What a container does while its queue is worked off for the first time. */
export function isEarly({ stage }: JudgedActivity): boolean {
  return (stage?.phase ?? PAGE_VIEW) <= PAGE_VIEW;
}

/** Numbers that leave room for the container's own: below zero what comes before, far above what comes after. */
function ordered(commands: readonly JudgedActivity[]): JudgedActivity[] {
  const early = commands.filter(({ order }) => order < 0);
  const late = commands.filter(({ order }) => order >= 0);
  return [
    ...early.map((one, index) => ({ ...one, order: index - early.length })),
    ...late.map((one, index) => ({ ...one, order: Number.MAX_SAFE_INTEGER - late.length + index })),
  ];
}
