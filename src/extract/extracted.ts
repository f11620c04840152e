import type { Cmp } from '../model/catalog.ts';
import type { Activity, ContextFact, Entity, FormField, SettingFact, Unit } from '../model/unit.ts';
import type { Location } from '../text/location.ts';
import type { Source } from '../text/source.ts';

/** A problem that kept a text from being read wholly; becomes a `parse-error` finding. */
export interface ReadProblem {
  readonly message: string;
  readonly location: Location;
}

export interface SeenCmp {
  readonly cmp: Cmp;
  /** The unit loads it (and is not only written for it). */
  readonly loaded: boolean;
  readonly location?: Location;
  /** The unit sets it to grant everything until somebody refuses. */
  readonly optOut?: true;
}

/** A unit as the extractors give it: all facts, no verdicts yet. */
export interface ExtractedUnit {
  readonly kind: Unit['kind'];
  readonly source: Source;
  readonly cmps: readonly SeenCmp[];
  /** In order of execution. */
  readonly activities: readonly Activity[];
  readonly settings: readonly SettingFact[];
  readonly context: readonly ContextFact[];
  readonly fields: readonly FormField[];
  readonly entities: readonly Entity[];
  readonly problems: readonly ReadProblem[];
  /** Ids of vendors whose function the unit defines itself, as a queue in front of the library. */
  readonly stubs?: readonly string[];
  /** Evaluations that ran out of steps or depth. */
  readonly unresolved: number;
}
