/** `suppressions` of a configuration. */
import type { ConfiguredSuppression } from '../engine/suppressions/suppressions.ts';
import { locationOf } from '../text/location.ts';
import type { Span } from '../text/offset-map.ts';
import type { Source } from '../text/source.ts';
import { type ConfigPlace, fileMatcher } from './files.ts';
import type { ConfigFile } from './schema.ts';

export interface Where extends ConfigPlace {
  /** The configuration, by the name that messages show. */
  readonly source: Source;
  /** Where an entry stands. */
  readonly spanOf: (index: number) => Span;
}

/** The suppressions of a valid configuration. */
export function suppressionsOf(
  declared: NonNullable<ConfigFile['suppressions']>,
  { source, spanOf, ...place }: Where,
): ConfiguredSuppression[] {
  return declared.map(({ rule, entity, file, until }, index) => {
    return {
      rules: [rule].flat(),
      entity,
      isAbout: file === undefined ? () => true : fileMatcher([file], place),
      ...(until !== undefined && { until }),
      location: locationOf(source, spanOf(index)),
    };
  });
}
