/** Files that a person chooses or drops, as texts. */
import { isTestName, isWalked } from '../../discover/kinds.ts';
import { sizeLimit, textOf } from '../bytes.ts';
import { MOST_CHARACTERS, MOST_FILES } from '../limits.ts';
import type { TextFile } from '../protocol.ts';
import { isSettingsName } from '../settings-files.ts';

export interface Opened {
  readonly files: readonly TextFile[];
  /** What was not taken, and why. */
  readonly left: readonly { readonly path: string; readonly reason: string }[];
}

interface Chosen {
  readonly path: string;
  readonly file: File;
  readonly explicit: boolean;
}

/** Folders whose files are no part of a site: what is installed, and what tools keep for themselves. */
const SKIPPED_FOLDERS = /(?:^|\/)(?:node_modules|\.[^/]+)\//;

/** Of an input element. Files of a folder have paths that begin with the folder's name. */
export function chosenFiles(list: FileList): Promise<Opened> {
  return read(
    [...list].map((file) => {
      const inFolder = file.webkitRelativePath;
      return { path: inFolder === '' ? file.name : inFolder, file, explicit: inFolder === '' };
    }),
  );
}

/** What is dropped is only there while the event is handled: entries are taken at once, and read later. */
export async function droppedFiles(transfer: DataTransfer): Promise<Opened> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles(transfer.files);
  const chosen: Chosen[] = [];
  for (const entry of entries) await walk(entry, entry.isFile, chosen);
  return read(chosen);
}

async function walk(entry: FileSystemEntry, explicit: boolean, chosen: Chosen[]): Promise<void> {
  if (chosen.length > MOST_FILES) return;
  const path = entry.fullPath.replace(/^\/+/, '');
  if (isFile(entry)) {
    const file = await new Promise<File | undefined>((resolve) => entry.file(resolve, () => resolve(undefined)));
    if (file) chosen.push({ path, file, explicit });
    return;
  }
  if (!isFolder(entry) || SKIPPED_FOLDERS.test(`${path}/`)) return;
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return;
    for (const one of some) await walk(one, false, chosen);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

async function read(chosen: readonly Chosen[]): Promise<Opened> {
  const files: TextFile[] = [];
  const left: { path: string; reason: string }[] = [];
  let characters = 0;
  for (const { path, file, explicit } of chosen) {
    const isWanted = isSettingsName(path) || (isWalked(path) && !isTestName(path));
    if (!explicit && (SKIPPED_FOLDERS.test(path) || !isWanted)) continue;
    if (files.length >= MOST_FILES) {
      left.push({ path, reason: `more than ${MOST_FILES} files` });
      break;
    }
    if (file.size > sizeLimit(path) || characters + file.size > MOST_CHARACTERS) {
      left.push({ path, reason: 'it is too large' });
      continue;
    }
    const text = await file.arrayBuffer().then(
      (bytes) => textOf(path, new Uint8Array(bytes)),
      () => ({ ok: false, reason: 'it cannot be read' }) as const,
    );
    if (!text.ok) {
      left.push({ path, reason: text.reason });
      continue;
    }
    characters += text.text.length;
    files.push({ path, text: text.text, explicit });
  }
  return { files, left };
}
