/** Cells of the matrix explain themselves; the tags of a vendor fold; arrow keys move. */
import { all, one } from './dom.ts';

/** What is told of the tag as a whole stands behind its cells. */
const CELLS = 6;

/** What `src/report/html/matrix.ts` wrote. */
interface Cells {
  readonly because: string;
  readonly how: string;
  /** By outcome, as the classes of the cells name them. */
  readonly means: Readonly<Record<string, string>>;
  readonly states: readonly string[];
  readonly texts: readonly string[];
  readonly steps: readonly (readonly (readonly [text: number, place: string])[])[];
  readonly rows: readonly (readonly number[])[];
}

export function matrix(): void {
  const data = document.getElementById('cells')?.textContent;
  if (data == null) return;
  const cells: Cells = JSON.parse(data);
  for (const table of all(HTMLTableElement, 'table.matrix')) {
    table.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!(button instanceof HTMLButtonElement)) return;
      if (button.closest('tr.vendor')) fold(button);
      else if (button.closest('td.o')) explain(button, cells);
    });
    table.addEventListener('keydown', (event) => move(event, table));
  }
}

function fold(button: HTMLButtonElement): void {
  const body = button.closest('tbody');
  if (!body) return;
  const closed = body.toggleAttribute('data-closed');
  button.ariaExpanded = String(!closed);
}

/** Shows what decides a cell below its row; chosen again, it goes. */
function explain(button: HTMLButtonElement, cells: Cells): void {
  const row = button.closest('tr');
  const cell = button.closest('td');
  const table = button.closest('table');
  if (!row || !cell || !table) return;
  const wasOpen = button.ariaExpanded === 'true';
  for (const open of all(HTMLTableRowElement, 'tr.explained', table)) open.remove();
  for (const open of all(HTMLButtonElement, 'td.o button[aria-expanded=true]', table)) open.ariaExpanded = 'false';
  if (wasOpen) return;
  button.ariaExpanded = 'true';
  const state = cell.cellIndex - 1;
  const lists = cells.rows[Number(row.dataset.row)];
  const means = [...cell.classList].flatMap((outcome) => cells.means[outcome] ?? []).join('');
  const title = element('p', [element('strong', [`${cells.states[state]}: ${button.textContent}`]), ` (${means})`]);
  const box = element('td', [
    title,
    ...told(cells, cells.because, lists?.[state]),
    ...told(cells, cells.how, lists?.[CELLS]),
  ]);
  box.colSpan = row.cells.length;
  const explained = element('tr', [box]);
  explained.className = 'explained';
  row.after(explained);
}

/** Steps below their heading; nothing where there are none. */
function told(cells: Cells, heading: string, index: number | undefined): HTMLElement[] {
  if (index === undefined || (cells.steps[index] ?? []).length === 0) return [];
  return [element('p', [`${heading}:`]), steps(cells, index)];
}

function steps(cells: Cells, index: number | undefined): HTMLElement {
  const list = (index === undefined ? undefined : cells.steps[index]) ?? [];
  return element(
    'ul',
    list.map(([text, place]) => {
      const said = element('span', [cells.texts[text] ?? '']);
      if (document.documentElement.lang !== 'en') said.lang = 'en';
      const where = element('span', [place]);
      where.className = 'file';
      return element('li', [said, ' ', where]);
    }),
  );
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  content: readonly (string | Node)[],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

function move(event: KeyboardEvent, table: HTMLTableElement): void {
  const by = MOVES[event.key];
  const { target } = event;
  const cell = target instanceof Element ? target.closest('td.o') : null;
  const row = cell?.closest('tr');
  if (event.key === 'Escape' && target instanceof HTMLButtonElement && target.ariaExpanded === 'true') {
    target.click();
    return;
  }
  if (!by || !(cell instanceof HTMLTableCellElement) || !row) return;
  const rows = all(HTMLTableRowElement, 'tr.tag', table).filter((one) => one.offsetParent !== null);
  const next = rows[rows.indexOf(row) + by[0]]?.cells[cell.cellIndex + by[1]];
  const button = next && one(HTMLButtonElement, 'button', next);
  if (!button) return;
  event.preventDefault();
  button.focus();
}
