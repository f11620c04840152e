/** From what units name to what their vendors say: downloads, compares, keeps. */
import { reasonOf } from '../discover/discover.ts';
import type { Catalog } from '../model/catalog.ts';
import { Downloader, type DownloadLimits } from './download.ts';
import { type Change, changeBetween } from './facts.ts';
import { readSettings, wrongContent } from './read.ts';
import { type SnapshotStore, type Stored, sha256 } from './store.ts';
import { addressOf, keyOf, type Target } from './targets.ts';

export interface UpdateOptions {
  readonly catalog: Catalog;
  readonly store: SnapshotStore;
  /** Nothing is written: what is there is only compared. */
  readonly check?: boolean;
  /** Stands for the vendors' hosts. */
  readonly mirror?: URL;
  readonly limits?: Partial<DownloadLimits>;
  readonly now?: () => Date;
  /** Told of every outcome as it comes. */
  readonly done?: (outcome: Outcome) => void;
}

/** What came of one target. */
export interface Outcome {
  readonly target: Target;
  readonly url: string;
  /**
   * `new`: there was no copy yet; `same`: byte for byte; `changed`: other bytes, with what they mean; `absent`: the host has
   * nothing there; `failed`: it could not be had.
   */
  readonly state: 'new' | 'same' | 'changed' | 'absent' | 'failed';
  /** What is switched on by now, of `new` and `changed`. */
  readonly change?: Change;
  /** Of `absent` and `failed`. */
  readonly reason?: string;
  /** The copy that is the newest now. */
  readonly path?: string;
}

const AT_ONCE = 4;
/** A container names pixels, a tag of Google's other tags: so many steps from what the files name. */
const MAX_ROUNDS = 3;
/** Settings of one run: no site has so many, a hostile file may. */
const MAX_TARGETS = 500;

/** What is left out because a file names more accounts than any site has. */
export interface Update {
  readonly outcomes: readonly Outcome[];
  readonly leftOut: number;
}

/** Downloads the settings of all targets, and of those that they lead to. Rejects for no answer of a host. */
export async function update(targets: readonly Target[], options: UpdateOptions): Promise<Update> {
  const downloader = new Downloader(options.limits);
  const known = new Set<string>();
  const outcomes: Outcome[] = [];
  let leftOut = 0;
  const fresh = (list: readonly Target[]): Target[] =>
    list.filter((target) => {
      const key = keyOf(target);
      if (known.has(key)) return false;
      known.add(key);
      if (known.size > MAX_TARGETS) leftOut++;
      return known.size <= MAX_TARGETS;
    });
  try {
    let round = fresh(targets);
    for (let rounds = 0; round.length > 0 && rounds < MAX_ROUNDS; rounds++) {
      const next: Target[] = [];
      await inParallel(round, async (target) => {
        const { outcome, targets: found } = await updateOne(target, downloader, options);
        outcomes.push(outcome);
        next.push(...found);
        options.done?.(outcome);
      });
      round = fresh(next);
    }
  } finally {
    await downloader.close();
  }
  const order = ({ target }: Outcome): string => keyOf(target);
  return { outcomes: outcomes.sort((a, b) => (order(a) < order(b) ? -1 : 1)), leftOut };
}

async function updateOne(
  target: Target,
  downloader: Downloader,
  { catalog, store, check, mirror, now = () => new Date() }: UpdateOptions,
): Promise<{ readonly outcome: Outcome; readonly targets: readonly Target[] }> {
  const address = addressOf(target, mirror);
  const base = { target, url: address.href };
  const download = await downloader.get(address);
  const before = store.newest(target);
  if (!download.ok) {
    const { reason, absent } = download;
    return { outcome: { ...base, ...kept(before), state: absent ? 'absent' : 'failed', reason }, targets: [] };
  }
  const { bytes } = download;
  const reason = wrongContent(bytes, target);
  if (reason !== undefined) return { outcome: { ...base, ...kept(before), state: 'failed', reason }, targets: [] };
  const name = `${target.snapshot.name}.${target.snapshot.format}`;
  const { facts, targets } = await readSettings(bytes, name, catalog);
  if (before && sha256(before.bytes) === sha256(bytes)) {
    return { outcome: { ...base, ...kept(before), state: 'same' }, targets };
  }
  const old = before ? (await readSettings(before.bytes, name, catalog)).facts : new Set<string>();
  let path = before?.path;
  if (!check) {
    try {
      path = store.write(target, bytes, { url: address.href, time: now() });
    } catch (error) {
      const reason = `the copy cannot be written: ${reasonOf(error)}`;
      return { outcome: { ...base, ...kept(before), state: 'failed', reason }, targets };
    }
  }
  return {
    outcome: {
      ...base,
      state: before ? 'changed' : 'new',
      change: changeBetween(old, facts),
      ...(path !== undefined && { path }),
    },
    targets,
  };
}

function kept(before: Stored | undefined): { readonly path?: string } {
  return before ? { path: before.path } : {};
}

async function inParallel<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = list.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
