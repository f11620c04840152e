/** `suppressions` of a configuration. */
import type { ConfiguredSuppression } from '../engine/suppressions/suppressions.ts';
import type { Location } from '../text/location.ts';
import { type ConfigPlace, fileMatcher } from './files.ts';
import type { ConfigFile } from './schema.ts';

export interface Where extends ConfigPlace {
  /** Where an entry stands. */
  readonly locationOf: (index: number) => Location;
}

/** The suppressions of a valid configuration. */
export function suppressionsOf(
  declared: NonNullable<ConfigFile['suppressions']>,
  { locationOf, ...place }: Where,
): ConfiguredSuppression[] {
  return declared.map(({ rule, entity, file, until }, index) => {
    return {
      rules: [rule].flat(),
      entity,
      isAbout: file === undefined ? () => true : fileMatcher([file], place),
      ...(until !== undefined && { until }),
      location: locationOf(index),
    };
  });
}
