/** A container as it runs in a page: behind the page's gate, after the page's consent commands, beside its platforms. */
import type { EmbeddingPage } from '../model/embedding.ts';
import type { FormField } from '../model/form-field.ts';
import { and, type Guard } from '../model/guard.ts';
import type { Surroundings } from '../model/parked.ts';
import type { JudgedActivity, Step } from '../model/unit.ts';
import type { DataLayer } from './data-layer.ts';
import type { ExtractedUnit, SeenCmp, StoredWrite } from './extracted.ts';
import { filledActivities } from './filled-values.ts';

/** Another container that the same page loads. */
export interface Neighbour {
  readonly id: string;
  /** What its loader waits for. */
  readonly guard: Guard;
  readonly steps: readonly Step[];
  /** Its loader comes first. */
  readonly before: boolean;
}

/** What a page of the run is to a container that it loads. Holds no tree: pages are many. */
export interface Embedding extends EmbeddingPage {
  /** The public id of the container, in upper case. */
  readonly id: string;
  /** What the loader waits for. */
  readonly guard: Guard;
  readonly steps: readonly Step[];
  /** Its place in the page's order of execution. */
  readonly order: number;
  /**
   * Consent commands of the page, with the place in the container's order of execution: before everything, or, with a stage,
   * after what has fired by then.
   */
  readonly commands: readonly JudgedActivity[];
  readonly cmps: readonly SeenCmp[];
  readonly writes: readonly StoredWrite[];
  /** Vendors that the page itself starts, each with an id. */
  readonly starts: readonly JudgedActivity[];
  /** What the pages of the run that load the container push into its data layer. */
  readonly pushed: DataLayer;
  /** What scripts and parts of pages push that load no container themselves, where the run has only this one. */
  readonly pushedBeside?: DataLayer;
  readonly neighbours: readonly Neighbour[];
  readonly surroundings: Surroundings;
  /** What the container's scripts can read of the page's forms, and of those of pages like it. */
  readonly fields: readonly FormField[];
  /** How much it lets through before any choice, as far as pages can be compared by it. */
  readonly harm: number;
  /** Equal for pages that make no difference to the container. */
  readonly signature: string;
}

/** The container with what the page puts in front of its tags. */
export function embedded(container: ExtractedUnit, page: Embedding): ExtractedUnit {
  const { guard, steps } = page;
  const shared = new Map<Guard, Guard>();
  const behind = (own: Guard): Guard => {
    let both = shared.get(own);
    if (!both) {
      both = and(guard, own);
      shared.set(own, both);
    }
    return both;
  };
  return {
    ...container,
    cmps: mergedCmps(container.cmps, page.cmps),
    activities: filledActivities(container.activities, page).map((one) => ({
      ...one,
      guard: behind(one.guard),
      steps: [...steps, ...one.steps],
      ...(one.ways && {
        ways: one.ways.map((way) => ({ guard: behind(way.guard), steps: [...steps, ...way.steps] })),
      }),
    })),
    ...(container.unknownScripts && {
      unknownScripts: container.unknownScripts.map((one) => ({
        ...one,
        guard: behind(one.guard),
        steps: [...steps, ...one.steps],
      })),
    }),
    ...(container.routes && { routes: container.routes.map((one) => ({ ...one, guard: behind(one.guard) })) }),
    surroundings: page.surroundings,
    fields: [...container.fields, ...page.fields],
    writes: [...page.writes, ...(container.writes ?? [])],
    commands: page.commands,
    embedding: page,
  };
}

/** Each platform once; that it is loaded, and how, counts before that it is only named. */
export function mergedCmps(own: readonly SeenCmp[], more: readonly SeenCmp[]): SeenCmp[] {
  const found = new Map(own.map((seen) => [seen.cmp.id, seen]));
  for (const seen of more) {
    const known = found.get(seen.cmp.id);
    found.set(seen.cmp.id, known ? { ...known, ...seen, loaded: known.loaded || seen.loaded } : seen);
  }
  return [...found.values()];
}
