import type { DynamicCode } from '../../model/dynamic-code.ts';
import type { Entity } from '../../model/entity.ts';
import type { FormField } from '../../model/form-field.ts';
import type { Guard } from '../../model/guard.ts';
import type { Parked, Surroundings } from '../../model/parked.ts';
import type { Activity, ContextFact, Hint, SettingFact, Step, UnknownScript } from '../../model/unit.ts';
import type { ScriptLanguage, ScriptParser } from '../../parse/script.ts';
import type { Source } from '../../text/source.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import type { ReadProblem, SeenCmp, StoredWrite } from '../extracted.ts';

/** A local file that a page refers to. */
export interface LocalFile {
  readonly source: Source;
  readonly language: ScriptLanguage;
}

export interface PageOptions {
  readonly catalog: CatalogIndex;
  readonly parser: ScriptParser;
  /** The local file that an address or an import of `from` means, if it lies below the roots. */
  readonly resolve: (address: string, from: Source) => LocalFile | undefined;
  /** The text of a template that a component in `from` names, likewise. */
  readonly template?: (address: string, from: Source) => string | undefined;
  /** Conditions and evidence in front of the whole text, for what a container injects. */
  readonly guard?: Guard;
  readonly steps?: readonly Step[];
  readonly entity?: Entity;
  /** Markup that a script injects: noscript is never rendered. */
  readonly injected?: boolean;
}

export interface PageFacts {
  readonly activities: readonly Activity[];
  readonly hints: readonly Hint[];
  readonly unknownScripts: readonly UnknownScript[];
  readonly parked: readonly Parked[];
  readonly surroundings: Surroundings;
  readonly cmps: readonly SeenCmp[];
  readonly context: readonly ContextFact[];
  /** Hosts that the page gives itself. */
  readonly hosts: readonly string[];
  readonly fields: readonly FormField[];
  /** Of a vendor's own script: what it says of an account's switches. */
  readonly settings: readonly SettingFact[];
  readonly dynamic: readonly DynamicCode[];
  readonly problems: readonly ReadProblem[];
  readonly unresolved: number;
  /** Ids of vendors whose function the unit defines itself, as a queue in front of the library. */
  readonly stubs: readonly string[];
  readonly writes: readonly StoredWrite[];
}
