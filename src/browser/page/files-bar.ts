/** The open files, one button each, with one to close it. */
import type { Finding, Severity } from '../../model/finding.ts';
import type { TextFile } from '../protocol.ts';
import { button, element, name } from './dom.ts';

export interface FilesEvents {
  readonly choose: (path: string) => void;
  readonly close: (path: string) => void;
}

/** More files than that are listed as a number: a bar of hundreds of buttons is none. */
const MOST_SHOWN = 60;
const WORST: readonly Severity[] = ['error', 'warning', 'note'];

export function drawFiles(
  list: HTMLElement,
  files: readonly TextFile[],
  active: string,
  findings: readonly Finding[],
  { choose, close }: FilesEvents,
): void {
  const worst = new Map<string, Severity>();
  for (const { file, severity } of findings) {
    const before = worst.get(file);
    if (before === undefined || WORST.indexOf(severity) < WORST.indexOf(before)) worst.set(file, severity);
  }
  // Files with findings come first where not all can be shown.
  const isCrowded = files.length > MOST_SHOWN;
  const ordered = isCrowded ? [...files].sort((a, b) => rank(worst, a, active) - rank(worst, b, active)) : files;
  const items = ordered.slice(0, MOST_SHOWN).map(({ path }) => {
    const severity = worst.get(path);
    const isActive = path === active;
    const short = path.slice(path.lastIndexOf('/') + 1);
    return element(
      'li',
      { class: isActive ? 'file active' : 'file' },
      button(
        { class: 'file-name', title: path, 'aria-current': isActive ? 'true' : undefined },
        () => choose(path),
        ...(severity === undefined
          ? []
          : [element('span', { class: `dot ${severity}`, role: 'img', 'aria-label': `has ${severity}s` })]),
        name(short),
      ),
      ...(files.length > 1 ? [button({ class: 'close', 'aria-label': `Close ${path}` }, () => close(path), '×')] : []),
    );
  });
  const unseen = files.length - MOST_SHOWN;
  if (unseen > 0) items.push(element('li', { class: 'file' }, `and ${unseen} more`));
  list.replaceChildren(...items);
}

function rank(worst: ReadonlyMap<string, Severity>, { path }: TextFile, active: string): number {
  if (path === active) return -1;
  const severity = worst.get(path);
  return severity === undefined ? WORST.length : WORST.indexOf(severity);
}
