/** Zones: other containers that this one loads. What is in them is not seen here, only who they are and when they come. */

import type { Entity } from '../../model/entity.ts';
import { and, or } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { Activity, Step } from '../../model/unit.ts';
import { literal } from '../../model/value.ts';
import type { ContainerZone } from '../../parse/container.ts';
import { tagManagerOf } from './consent-templates.ts';
import type { Firings } from './firing.ts';
import { nameOf, type Scope } from './scope.ts';

/** Where a zone names no trigger its boundary is evaluated on every page view. */
const ALL_PAGES = '2147479553';

/** One load for each container of a zone. */
export function zoneActivities(
  scope: Scope,
  firings: Firings,
  zone: ContainerZone,
  entity: Entity,
  order: number,
): Activity[] {
  const vendor = tagManagerOf(scope.catalog);
  if (!vendor) return [];
  const triggers = firings.triggers(zone.evaluation.length > 0 ? zone.evaluation : [ALL_PAGES]);
  const guard = and(or(...triggers.map((one) => one.guard)), ...zone.conditions.map(scope.condition));
  const steps = [...triggers.map(({ step }) => step), ...restriction(scope, zone)];
  return zone.children.map(({ publicId, path }): Activity => {
    const location = scope.places.at(path);
    return {
      kind: 'load',
      vendor,
      carrier: 'tag',
      label: `container ${publicId}`,
      values: { id: literal(publicId, location) },
      args: [],
      guard,
      reached: triggers.length > 0,
      order,
      location,
      steps,
      entity,
    };
  });
}

function restriction(scope: Scope, zone: ContainerZone): Step[] {
  if (!zone.allowedTypes) return [];
  const types = zone.allowedTypes.slice(0, 12).join(', ');
  return [{ message: say`only tags of these types may run in it: ${types}`, location: nameOf(scope, zone) }];
}
