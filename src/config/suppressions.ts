/** `suppressions` of a configuration. */
import { resolve } from 'node:path';
import { configuredLayer, isIgnored } from '../discover/ignore-files.ts';
import type { ConfiguredSuppression } from '../engine/suppressions/suppressions.ts';
import { locationOf } from '../text/location.ts';
import type { Span } from '../text/offset-map.ts';
import type { Source } from '../text/source.ts';
import type { ConfigFile } from './schema.ts';

export interface Where {
  /** The configuration, by the name that messages show. */
  readonly source: Source;
  /** The folder in which it lies. */
  readonly folder: string;
  /** What the paths of findings are relative to. */
  readonly cwd: string;
  /** Where an entry stands. */
  readonly spanOf: (index: number) => Span;
}

/** The suppressions of a valid configuration. */
export function suppressionsOf(
  declared: NonNullable<ConfigFile['suppressions']>,
  { source, folder, cwd, spanOf }: Where,
): ConfiguredSuppression[] {
  return declared.map(({ rule, entity, file, until }, index) => {
    const layers = configuredLayer(folder, file === undefined ? [] : [file]);
    return {
      rules: [rule].flat(),
      entity,
      isAbout: (path) => file === undefined || isIgnored(resolve(cwd, path), false, layers),
      ...(until !== undefined && { until }),
      location: locationOf(source, spanOf(index)),
    };
  });
}
