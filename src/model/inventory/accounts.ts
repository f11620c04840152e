/** The accounts (pixel ids, measurement ids) that an activity works for. */
import type { Activity, Unit } from '../unit.ts';
import { alternativesOf, originsOf, textOf, type Value } from '../value.ts';

/**
 * Sorted. A command without an id of its own works for every account of its vendor that the unit starts; empty where none is
 * in sight. An id that is filled in at run time is named by what fills it: `{{ settings.pixel_id }}`.
 */
export function accountsOf(activity: Activity, unit: Pick<Unit, 'activities' | 'alongside'>): readonly string[] {
  const own = idsIn(activity.values.id);
  if (own.length > 0) return own;
  const near = startedBy(activity, unit.activities);
  return near.length > 0 ? near : startedBy(activity, unit.alongside);
}

function startedBy({ vendor, entity }: Activity, activities: readonly Activity[]): readonly string[] {
  const starts = activities.filter(
    (one) => one.vendor === vendor && one.kind === 'init' && (!one.entity?.paused || one.entity === entity),
  );
  return sorted(starts.flatMap(({ values }) => idsIn(values.id)));
}

function idsIn(value: Value | undefined): readonly string[] {
  if (!value) return [];
  return sorted(alternativesOf(value).flatMap((one) => idText(one) ?? []));
}

function idText(value: Value): string | undefined {
  const text = textOf(value)?.trim();
  if (text !== undefined) return text === '' ? undefined : text;
  const [origin] = originsOf(value);
  return origin && `{{ ${origin.name.replace(/^\{\{\s*|\s*\}\}$/g, '')} }}`;
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
