/** Writes and finds the dated copies of settings. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readInput } from '../discover/index.ts';
import { newestSnapshot, SNAPSHOT_FOLDER } from '../discover/snapshots.ts';
import { writeWhole } from '../run/write.ts';
import type { Target } from './targets.ts';

/** A copy that is there. */
export interface Stored {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Copies below one folder. Methods throw where the file system refuses. */
export class SnapshotStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** The newest copy; undefined where there is none that can be read. */
  newest(target: Target): Stored | undefined {
    const path = newestSnapshot(this.#folder(target));
    const read = path === undefined ? undefined : readInput(path);
    return path !== undefined && read?.ok ? { path, bytes: read.bytes } : undefined;
  }

  /**
   * Keeps a copy under the day's date, beside it where it comes from, and gives its path. What is there already is not
   * touched: a second, different copy of one day has the time in its name.
   */
  write(target: Target, bytes: Uint8Array, from: { readonly url: string; readonly time: Date }): string {
    const folder = this.#makeFolder(target);
    const time = `${from.time.toISOString().slice(0, 19)}Z`;
    const name = freeName(folder, time);
    const about = { url: from.url, fetched: time, sha256: sha256(bytes), bytes: bytes.length };
    // The copy comes last: where it stands, all of it does.
    writeWhole(join(folder, `${name}.source.json`), `${JSON.stringify(about, null, 2)}\n`);
    const path = join(folder, `${name}.${target.snapshot.format}`);
    writeWhole(path, bytes);
    return path;
  }

  #folder({ snapshot, id }: Target): string {
    return join(this.#root, ...SNAPSHOT_FOLDER, snapshot.name, id);
  }

  /** A link in a foreign repository must not lead what is written out of it. */
  #makeFolder({ snapshot, id }: Target): string {
    let folder = this.#root;
    for (const name of [...SNAPSHOT_FOLDER, snapshot.name, id]) {
      folder = join(folder, name);
      mkdirSync(folder, { recursive: true });
      if (!lstatSync(folder).isDirectory()) throw new Error(`${folder} is a link or a file: nothing is written there`);
    }
    return folder;
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function freeName(folder: string, time: string): string {
  const day = time.slice(0, 10);
  const taken = readdirSync(folder).some((name) => name.startsWith(day));
  return taken ? time.replaceAll(':', '') : day;
}
