/** Which severity a rule has in a file, as far as anybody has said so. */
import type { Severity } from '../model/finding.ts';

export type Levels = Readonly<Record<string, Severity | 'off'>>;

/** Severities for some files alone. */
export interface SeverityOverride {
  /** By the paths that findings show. */
  readonly isAbout: (file: string) => boolean;
  readonly severities: Levels;
}

export class Severities {
  readonly #levels: Levels;
  readonly #overrides: readonly SeverityOverride[];

  constructor(levels: Levels = {}, overrides: readonly SeverityOverride[] = []) {
    this.#levels = levels;
    this.#overrides = overrides;
  }

  /** Undefined where the rule decides by itself. */
  of(rule: string, file: string): Severity | 'off' | undefined {
    const last = this.#overrides.findLast(({ severities, isAbout }) => severities[rule] !== undefined && isAbout(file));
    return last?.severities[rule] ?? this.#levels[rule];
  }

  /** True where no file can have a finding of the rule. */
  isOff(rule: string): boolean {
    if (this.#levels[rule] !== 'off') return false;
    return this.#overrides.every(({ severities }) => (severities[rule] ?? 'off') === 'off');
  }
}
