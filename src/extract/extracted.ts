import type { DynamicCode } from '../model/dynamic-code.ts';
import type { Entity, Route } from '../model/entity.ts';
import type { Severity } from '../model/finding.ts';
import type { FormField } from '../model/form-field.ts';
import type { Guard, Store } from '../model/guard.ts';
import type { Parked, Surroundings } from '../model/parked.ts';
import type {
  Activity,
  ContextFact,
  Hint,
  JudgedActivity,
  LoadedCmp,
  SettingFact,
  Unit,
  UnknownScript,
} from '../model/unit.ts';
import type { Literal } from '../model/value.ts';
import type { Location } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import type { Embedding } from './embedding.ts';

/** A problem that kept a text from being read wholly; becomes a `parse-error` finding. */
export interface ReadProblem {
  readonly message: string;
  readonly location: Location;
  /** A warning where none is given; an error where nothing could be read. */
  readonly severity?: Severity;
}

export type SeenCmp = LoadedCmp;

/** What is stored, as far as it is known; a record or list is stored as JSON. */
export type StoredContent =
  /** Taken away again, or expired. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'literal'; readonly value: Literal }
  /** `open` where it may have members that are not known. */
  | { readonly kind: 'record'; readonly members: ReadonlyMap<string, StoredContent>; readonly open: boolean }
  | { readonly kind: 'list'; readonly items: readonly StoredContent[]; readonly open: boolean }
  | { readonly kind: 'choice'; readonly guard: Guard; readonly yes: StoredContent; readonly no: StoredContent }
  /** Something: a date, an identifier. */
  | { readonly kind: 'something' };

/** A value that a script of the unit stores: a banner's own cookie, for example. */
export interface StoredWrite {
  readonly store: Store;
  /** Undefined where it is not known under which. */
  readonly key: string | undefined;
  readonly content: StoredContent;
  readonly guard: Guard;
  /** In a function that something calls. */
  readonly reached: boolean;
}

/** A unit as the extractors give it: all facts, no verdicts yet. */
export interface ExtractedUnit {
  readonly kind: Unit['kind'];
  readonly source: Source;
  readonly cmps: readonly SeenCmp[];
  /** In order of execution. */
  readonly activities: readonly Activity[];
  /** What link elements get ready. */
  readonly hints?: readonly Hint[];
  /** Scripts from hosts that the catalogue does not know. */
  readonly unknownScripts?: readonly UnknownScript[];
  readonly parked?: readonly Parked[];
  readonly surroundings?: Surroundings;
  readonly settings: readonly SettingFact[];
  readonly context: readonly ContextFact[];
  /** Hosts that a page gives itself. */
  readonly hosts?: readonly string[];
  readonly fields: readonly FormField[];
  readonly dynamic?: readonly DynamicCode[];
  readonly entities: readonly Entity[];
  /** A container as it is published. */
  readonly compiled?: true;
  /** The ways by which the tags of a container start. */
  readonly routes?: readonly Route[];
  readonly problems: readonly ReadProblem[];
  /** The public id of a container. */
  readonly publicId?: string;
  /** The page that loads a container, where one of the run does. */
  readonly embedding?: Embedding;
  /** Consent commands of the page that loads a container, or of containers that a page loads, by their place in the order of this unit. */
  readonly commands?: readonly JudgedActivity[];
  /** Ids of vendors whose function the unit defines itself, as a queue in front of the library. */
  readonly stubs?: readonly string[];
  /** What its scripts store. */
  readonly writes?: readonly StoredWrite[];
  /** Where its code changes the address without a page being loaded. */
  readonly moves?: Location;
  /** Includes whose file is not in sight. */
  readonly missing?: number;
  /** Evaluations that ran out of steps or depth. */
  readonly unresolved: number;
}
