/** Pages with tags of their own that wait for the containers which they load: what a container sets governs the page's tags, too. */
import { judge } from '../analyze/judge.ts';
import { type Embedding, embedded, mergedCmps } from '../extract/embedding.ts';
import type { ExtractedUnit } from '../extract/extracted.ts';
import type { Catalog } from '../model/catalog.ts';
import type { SiteProfile } from '../model/profile.ts';
import type { JudgedActivity, Unit } from '../model/unit.ts';
import { isEarly, withCommands } from './neighbours.ts';

/** Of more pages those that come later are judged without their containers. */
const MAX_WAITING = 200;

interface Waiting<Input> {
  readonly unit: ExtractedUnit;
  readonly input: Input;
  readonly loads: readonly Embedding[];
}

export class WaitingPages<Input> {
  readonly #waiting: Waiting<Input>[] = [];
  readonly #containers = new Map<string, ExtractedUnit | undefined>();
  readonly #catalog: Catalog;
  readonly #profile: SiteProfile;

  constructor(catalog: Catalog, profile: SiteProfile) {
    this.#catalog = catalog;
    this.#profile = profile;
  }

  /** True where the page is to be judged once its containers are known. */
  wait(unit: ExtractedUnit, judged: Unit, loads: readonly Embedding[], input: Input): boolean {
    if (loads.length === 0 || this.#waiting.length >= MAX_WAITING || !judged.activities.some(isGoverned)) return false;
    this.#waiting.push({ unit, input, loads });
    for (const { id } of loads) if (!this.#containers.has(id)) this.#containers.set(id, undefined);
    return true;
  }

  /** Keeps a container that a waiting page loads. */
  note(container: ExtractedUnit): void {
    const id = container.publicId?.toUpperCase();
    if (id !== undefined && this.#containers.has(id)) this.#containers.set(id, withCommands(container));
  }

  /** The pages with what their containers set, in the order in which they came. */
  take(): readonly Pick<Waiting<Input>, 'unit' | 'input'>[] {
    return this.#waiting
      .splice(0)
      .map(({ unit, input, loads }) => ({ unit: loads.reduce((page, load) => this.#with(page, load), unit), input }));
  }

  #with(page: ExtractedUnit, load: Embedding): ExtractedUnit {
    const container = this.#containers.get(load.id);
    if (!container) return page;
    const { activities } = judge(embedded(container, load), this.#catalog, this.#profile);
    const commands = activities
      .filter(({ kind }) => kind !== 'init')
      .map((one, index) => placed(one, load, index / activities.length));
    return {
      ...page,
      commands: [...(page.commands ?? []), ...commands],
      cmps: mergedCmps(
        page.cmps,
        container.cmps.map(({ loader, ...seen }) => seen),
      ),
      writes: [...(page.writes ?? []), ...(container.writes ?? [])],
    };
  }
}

/** A tag of the page's own that asks a consent mode: the container's loader asks none. */
function isGoverned({ vendor, reached, kind }: JudgedActivity): boolean {
  return reached && kind !== 'consent' && vendor.consentMode !== undefined && !vendor.purposes.includes('tag-manager');
}

/** A command of a container between its loader and what the page does next; what waits for the document comes last. */
function placed(command: JudgedActivity, { order }: Embedding, part: number): JudgedActivity {
  const { stage, ...rest } = command;
  return { ...rest, order: isEarly(command) ? order + part : Number.MAX_SAFE_INTEGER };
}
