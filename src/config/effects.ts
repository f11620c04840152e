/** What of a configuration has no effect on a run over all that it governs. */
import { resolve } from 'node:path';
import { isInside } from '../discover/inside.ts';
import type { Reported } from '../engine/findings.ts';
import { atomsOf } from '../model/guard.ts';
import { type Phrase, say } from '../model/phrase.ts';
import { SITE } from '../model/site-gate.ts';
import { isBelow, thirdPartiesOf } from '../model/third-parties.ts';
import type { Unit } from '../model/unit.ts';
import { locationOf } from '../text/location.ts';
import type { ConfigDocument, Path } from './document.ts';
import { type ConfigPlace, fileMatcher } from './files.ts';
import { gatesOf } from './gates.ts';
import type { ConfigFile } from './schema.ts';

/** What a run has looked at. */
export interface Looked {
  /** By the paths that findings show. */
  readonly files: readonly string[];
  /** What the patterns of the configuration left out, absolute. */
  readonly ignored: readonly string[];
  /** Ids of rules for which nothing was there that they could have judged. */
  readonly idle: readonly string[];
}

/**
 * Watches a run and tells which entries of the configuration matched nothing in it. Only what stands in the file itself is
 * asked: what many sites share need not matter to each of them.
 */
export class Effects {
  /** The configuration, as findings name it. */
  readonly file: string;
  readonly #document: ConfigDocument;
  readonly #config: ConfigFile;
  readonly #place: ConfigPlace;
  readonly #vendors = new Set<string>();
  /** Names of the parts of each container. */
  readonly #containers = new Map<string, ReadonlySet<string>>();
  #isManaged = false;
  /** Hosts of third parties, where the configuration names any. */
  readonly #hosts = new Set<string>();
  /** What tags wait for, of what the site says that it asks. */
  readonly #asked = new Set<string>();

  /** @param config what stands in the document itself */
  constructor(document: ConfigDocument, config: ConfigFile, place: ConfigPlace) {
    this.file = document.source.name;
    this.#document = document;
    this.#config = config;
    this.#place = place;
  }

  /** True where a run over these paths looks at all files that the configuration governs. */
  isWhole(paths: readonly string[]): boolean {
    const { cwd, folder } = this.#place;
    const all = paths.length === 0 ? ['.'] : paths;
    return all.every((path) => !path.startsWith('!')) && all.some((path) => isInside(resolve(cwd, path), folder));
  }

  /** Takes in a unit of the run. */
  judged(unit: Unit): void {
    const { source, activities, hints, entities } = unit;
    for (const { vendor } of [...activities, ...hints]) {
      this.#vendors.add(vendor.id);
      if (vendor.purposes.includes('tag-manager')) this.#isManaged = true;
    }
    if (this.#config.vendors?.allow?.some(isHost))
      for (const { hosts } of thirdPartiesOf(unit)) for (const host of hosts) this.#hosts.add(host);
    if (this.#config.consent?.gates)
      for (const { guard } of [...activities, ...hints])
        for (const { atom } of atomsOf(guard))
          if (atom.kind === 'consent' && atom.cmp === SITE) this.#asked.add(atom.word);
    if (entities.length > 0) this.#containers.set(source.root.name, new Set(entities.map(({ name }) => name)));
  }

  /** A note for each entry that had none. */
  reports({ files, ignored, idle }: Looked): Reported[] {
    const { overrides = [], policy = {}, ignore = [], vendors, suppressions = [], rules = {}, consent } = this.#config;
    const meansNone = (pattern: string, among: readonly string[]): boolean => {
      if (pattern.startsWith('!')) return false;
      const isMeant = fileMatcher([pattern], this.#place);
      return !among.some(isMeant);
    };
    const patterns = [
      ...overrides.map((one, index) => ({ files: one.files, path: ['overrides', index, 'files'] })),
      ...Object.entries(policy).flatMap(([name, { match, not }]) => [
        { files: listOf(match.file), path: ['policy', name, 'match', 'file'] },
        { files: listOf(not?.file), path: ['policy', name, 'not', 'file'] },
      ]),
    ];
    // A container that nobody linted may hold any vendor.
    const isAllInSight = !this.#isManaged || this.#containers.size > 0;
    return [
      ...patterns.flatMap((one) =>
        one.files.flatMap((pattern, index) =>
          meansNone(pattern, files) ? [this.#note([...one.path, index], say`No file is meant by “${pattern}”.`)] : [],
        ),
      ),
      ...ignore.flatMap((pattern, index) =>
        meansNone(pattern, ignored) ? [this.#note(['ignore', index], say`“${pattern}” leaves out no file.`)] : [],
      ),
      ...(['exempt', 'allow'] as const).flatMap((list) =>
        (vendors?.[list] ?? []).flatMap((id, index) =>
          isAllInSight && !this.#isUsed(id)
            ? [this.#note(['vendors', list, index], say`${id} is used in no file.`)]
            : [],
        ),
      ),
      ...gatesOf(consent?.gates ?? []).flatMap(({ text }, index) =>
        isAllInSight && !this.#asked.has(text)
          ? [this.#note(['consent', 'gates', index], say`No tag waits for ${text}.`)]
          : [],
      ),
      ...suppressions.flatMap(({ entity, file }, index) =>
        this.#hasPart(entity, file)
          ? []
          : [this.#note(['suppressions', index], say`No container has a part “${entity}”.`)],
      ),
      ...Object.entries(rules).flatMap(([id, setting]) =>
        isOff(setting) && idle.includes(id)
          ? [this.#note(['rules', id], say`${id} is off, and there is nothing that it could judge.`)]
          : [],
      ),
    ];
  }

  /** @param party an id, or a host with all below it */
  #isUsed(party: string): boolean {
    return isHost(party) ? [...this.#hosts].some((host) => isBelow(host, party)) : this.#vendors.has(party);
  }

  #hasPart(entity: string, file: string | undefined): boolean {
    const isMeant = file === undefined ? () => true : fileMatcher([file], this.#place);
    return [...this.#containers].some(([name, parts]) => parts.has(entity) && isMeant(name));
  }

  #note(path: Path, message: Phrase): Reported {
    const { source } = this.#document;
    return {
      rule: 'configuration/without-effect',
      unit: source,
      report: {
        message,
        why: say`What is there and does nothing is taken for something that it does.`,
        remedy: say`Correct it, or remove it.`,
        location: locationOf(source, this.#document.lineFrom(path)),
        severity: 'note',
        certainty: 'certain',
        subject: message.toString(),
        trail: [],
        law: [],
      },
    };
  }
}

function isHost(party: string): boolean {
  return party.includes('.');
}

function isOff(setting: NonNullable<ConfigFile['rules']>[string] | undefined): boolean {
  return (typeof setting === 'string' ? setting : setting?.severity) === 'off';
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
