/** Parts of a container, as messages name them. */
import type { Entity, EntityKind } from './entity.ts';
import { type Phrase, say } from './phrase.ts';

type Names = Readonly<Record<EntityKind, (name: string) => Phrase>>;

const WITHIN: Names = {
  tag: (name) => say`the tag “${name}”`,
  trigger: (name) => say`the trigger “${name}”`,
  variable: (name) => say`the variable “${name}”`,
  template: (name) => say`the template “${name}”`,
  client: (name) => say`the client “${name}”`,
  transformation: (name) => say`the transformation “${name}”`,
  zone: (name) => say`the zone “${name}”`,
  folder: (name) => say`the folder “${name}”`,
};

const AT_START: Names = {
  tag: (name) => say`The tag “${name}”`,
  trigger: (name) => say`The trigger “${name}”`,
  variable: (name) => say`The variable “${name}”`,
  template: (name) => say`The template “${name}”`,
  client: (name) => say`The client “${name}”`,
  transformation: (name) => say`The transformation “${name}”`,
  zone: (name) => say`The zone “${name}”`,
  folder: (name) => say`The folder “${name}”`,
};

const BARE: Names = {
  tag: (name) => say`Tag “${name}”`,
  trigger: (name) => say`Trigger “${name}”`,
  variable: (name) => say`Variable “${name}”`,
  template: (name) => say`Template “${name}”`,
  client: (name) => say`Client “${name}”`,
  transformation: (name) => say`Transformation “${name}”`,
  zone: (name) => say`Zone “${name}”`,
  folder: (name) => say`Folder “${name}”`,
};

type Named = Pick<Entity, 'kind' | 'name'>;

/** `the trigger “Thanks”`, within a sentence. */
export function theEntity({ kind, name }: Named): Phrase {
  return WITHIN[kind](name);
}

/** `The trigger “Thanks”`, where a sentence begins. */
export function entityFirst({ kind, name }: Named): Phrase {
  return AT_START[kind](name);
}

/** `Trigger “Thanks”`, where a sentence begins. */
export function bareEntity({ kind, name }: Named): Phrase {
  return BARE[kind](name);
}

const PLURALS: Readonly<Record<EntityKind, Phrase>> = {
  tag: say`tags`,
  trigger: say`triggers`,
  variable: say`variables`,
  template: say`templates`,
  client: say`clients`,
  transformation: say`transformations`,
  zone: say`zones`,
  folder: say`folders`,
};

/** `triggers`. */
export function pluralOf(kind: EntityKind): Phrase {
  return PLURALS[kind];
}
