/** What git says of files, with `-z`: names are bytes, and may hold anything but NUL. */
import { nameOf } from '../names.ts';

/** A file of the index. */
export interface StoredFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  /** As git writes it: `100644`, `100755`, `120000` for a link, `160000` for a submodule. */
  readonly mode: string;
  readonly blob: string;
}

/** A file that differs between two states of a repository, as it is in the later one. */
export interface ChangedFile extends StoredFile {
  /** `A`dded, `M`odified, `D`eleted, `T`ype changed, `U`nmerged. */
  readonly status: string;
}

export const LINK_MODE = '120000';
export const SUBMODULE_MODE = '160000';

/** Reads `git ls-files --stage -z`; what is not merged yet is left out. */
export function storedFiles(output: Buffer): StoredFile[] {
  return fieldsOf(output).flatMap((field) => {
    const tab = field.indexOf(9);
    const [mode = '', blob = '', stage] = field.subarray(0, tab).toString('latin1').split(' ');
    return stage === '0' ? [{ path: nameOf(field.subarray(tab + 1)), mode, blob }] : [];
  });
}

/** Reads `git ls-tree -r -z`: `100644 blob id`, a tab, the name. */
export function treeFiles(output: Buffer): StoredFile[] {
  return fieldsOf(output).map((field) => {
    const tab = field.indexOf(9);
    const [mode = '', , blob = ''] = field.subarray(0, tab).toString('latin1').split(' ');
    return { path: nameOf(field.subarray(tab + 1)), mode, blob };
  });
}

/** Reads `git diff --raw -z --no-renames --no-abbrev`: `:100644 100644 old new M`, and the name. */
export function changedFiles(output: Buffer): ChangedFile[] {
  const fields = fieldsOf(output);
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode = '', , blob = '', status = ''] = fields[at]?.toString('latin1').split(' ') ?? [];
    const name = fields[at + 1];
    if (name) files.push({ path: nameOf(name), mode, blob, status: status.charAt(0) });
  }
  return files;
}

/** Reads a list of names. */
export function names(output: Buffer): string[] {
  return fieldsOf(output).map(nameOf);
}

function fieldsOf(output: Buffer): Buffer[] {
  const fields: Buffer[] = [];
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf(0, start);
    if (end < 0) break;
    fields.push(output.subarray(start, end));
    start = end + 1;
  }
  return fields;
}
