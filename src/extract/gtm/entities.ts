import type { Entity } from '../../model/unit.ts';
import type { ContainerTag } from '../../parse/container.ts';
import { nameOf, type Scope } from './scope.ts';

/** The named parts of a container, tags first; `ofTag` gives the same objects that the activities carry. */
export function entitiesOf(scope: Scope): {
  readonly all: readonly Entity[];
  readonly ofTag: ReadonlyMap<ContainerTag, Entity>;
} {
  const { container } = scope;
  const ofTag = new Map<ContainerTag, Entity>();
  for (const tag of container.tags) {
    const { name, type, paused, consentStatus } = tag;
    ofTag.set(tag, { kind: 'tag', name, type, paused, consentStatus, location: nameOf(scope, tag) });
  }
  const plain = (kind: Entity['kind'], entity: { name: string; type: string; path: ContainerTag['path'] }): Entity => ({
    kind,
    name: entity.name,
    type: entity.type,
    paused: false,
    location: nameOf(scope, entity),
  });
  return {
    ofTag,
    all: [
      ...ofTag.values(),
      ...container.triggers.map((trigger) => plain('trigger', trigger)),
      ...container.variables.map((variable) => plain('variable', variable)),
      ...container.templates.map((template) => plain('template', { ...template, type: template.repository ?? '' })),
      ...container.clients.map((client) => plain('client', client)),
    ],
  };
}
