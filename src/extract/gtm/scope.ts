import type { Cmp } from '../../model/catalog.ts';
import type { Guard } from '../../model/guard.ts';
import type { Value } from '../../model/value.ts';
import type {
  Container,
  ContainerCondition,
  ContainerParameter,
  ContainerTag,
  ContainerTemplate,
  ContainerVariable,
} from '../../parse/container.ts';
import type { ScriptParser } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import type { MValue } from '../machine/values.ts';
import type { Places } from './places.ts';
import type { Sandboxes } from './sandboxes.ts';
import type { TemplateFacts } from './templates.ts';

/** What the parts of the container extractor ask of each other. */
export interface Scope {
  readonly container: Container;
  readonly catalog: CatalogIndex;
  readonly parser: ScriptParser;
  readonly places: Places;
  /** The variable of this name; names are case-sensitive. */
  readonly variable: (name: string) => ContainerVariable | undefined;
  /** The tag of this name: sequences and tag references name tags by name. */
  readonly tag: (name: string) => ContainerTag | undefined;
  /** The custom template that a tag or variable type stands for. */
  readonly template: (type: string) => TemplateFacts | undefined;
  /** All custom templates. */
  readonly templates: readonly TemplateFacts[];
  /** What the code of custom templates does. */
  readonly sandboxes: Pick<Sandboxes, 'of' | 'gate' | 'canRead' | 'code'>;
  /** The value of `{{name}}` where it stands at `location`. */
  readonly reference: (name: string, location: Location | undefined) => Value;
  /** What a consent platform answers, where `{{name}}` asks one. */
  readonly answer: (name: string, location: Location) => MValue | undefined;
  /** The value of a text with references. */
  readonly textValue: (text: string, location: Location | undefined) => Value;
  /** The guard of a condition. */
  readonly condition: (condition: ContainerCondition) => Guard;
  /** Notes that a guard asks this platform. */
  readonly asks: (cmp: Cmp, location: Location | undefined) => void;
  /** Counts an evaluation that was given up. */
  readonly giveUp: () => void;
}

/** The place of a parameter's value. */
export function placeOf(scope: Scope, parameter: ContainerParameter): Location {
  const key = parameter.value !== undefined ? 'value' : parameter.list.length > 0 ? 'list' : 'map';
  return scope.places.at([...parameter.path, key]);
}

/** The place of an entity's name. */
export function nameOf(scope: Scope, entity: Pick<ContainerTemplate, 'namePath'>): Location {
  return scope.places.at(entity.namePath);
}
