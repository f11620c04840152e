/** Search and filters over causes and matrix. What is chosen stands in the fragment of the address, so that it can be sent. */
import { all, detailsOf, one, shownCauses } from './dom.ts';

/** The filters as the fragment has them: `q=meta&severity=error&state=refused`. */
export interface FilterBar {
  /** Sets them; what is not there filters nothing. */
  readonly set: (chosen: URLSearchParams) => void;
}

interface Chosen {
  readonly words: readonly string[];
  readonly vendor: string;
  readonly state: string;
  readonly severities: ReadonlySet<string>;
}

export function filters(): FilterBar | undefined {
  const form = one(HTMLFormElement, '#filters');
  const search = form && one(HTMLInputElement, 'input[name=q]', form);
  const vendor = form && one(HTMLSelectElement, 'select[name=vendor]', form);
  const state = form && one(HTMLSelectElement, 'select[name=state]', form);
  if (!form || !search || !vendor || !state) return undefined;
  const boxes = all(HTMLInputElement, 'input[name=severity]', form);
  form.hidden = false;
  const chosen = (): Chosen => ({
    words: search.value.toLowerCase().split(/\s+/).filter(Boolean),
    vendor: vendor.value,
    state: state.value,
    severities: new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value)),
  });
  const told = (): string => {
    const params = new URLSearchParams();
    if (search.value.trim() !== '') params.set('q', search.value.trim());
    if (vendor.value !== '') params.set('vendor', vendor.value);
    if (state.value !== '') params.set('state', state.value);
    const { severities } = chosen();
    if (severities.size < boxes.length) params.set('severity', [...severities].join(','));
    return params.toString();
  };
  const changed = (): void => {
    apply(chosen(), form);
    const { pathname, search: query } = location;
    history.replaceState(null, '', told() === '' ? pathname + query : `#${told()}`);
  };
  const set = (params: URLSearchParams): void => {
    search.value = params.get('q') ?? '';
    vendor.value = params.get('vendor') ?? '';
    state.value = params.get('state') ?? '';
    const severities = params.get('severity')?.split(',');
    for (const box of boxes) box.checked = severities?.includes(box.value) ?? true;
    // A vendor or state that is not there leaves the list empty.
    if (vendor.selectedIndex < 0) vendor.value = '';
    if (state.selectedIndex < 0) state.value = '';
    apply(chosen(), form);
  };
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  const press = (name: string, action: () => void): void =>
    one(HTMLButtonElement, `button[name=${name}]`, form)?.addEventListener('click', action);
  press('reset', () => {
    set(new URLSearchParams());
    changed();
  });
  press('open', () => toggle(true));
  press('close', () => toggle(false));
  apply(chosen(), form);
  keepClear(form);
  return { set };
}

/** What is gone to must not end up below the bar, which stays at the top. */
function keepClear(form: HTMLFormElement): void {
  new ResizeObserver(() => {
    const height = getComputedStyle(form).position === 'sticky' ? form.offsetHeight : 0;
    document.documentElement.style.scrollPaddingTop = `${height + 16}px`;
  }).observe(form);
}

function toggle(open: boolean): void {
  for (const card of shownCauses()) {
    const details = detailsOf(card);
    if (details) details.open = open;
  }
}

/** Texts are long and do not change. */
const TEXTS = new WeakMap<Element, string>();

function textOf(element: Element): string {
  const known = TEXTS.get(element) ?? (element.textContent ?? '').toLowerCase();
  TEXTS.set(element, known);
  return known;
}

function apply(chosen: Chosen, form: HTMLFormElement): void {
  const cards = all(HTMLElement, '.cause');
  for (const card of cards) card.hidden = !isCauseMeant(card, chosen);
  const rows = all(HTMLTableRowElement, 'tr.tag');
  for (const row of rows) row.hidden = !isTagMeant(row, chosen);
  for (const explained of all(HTMLTableRowElement, 'tr.explained')) explained.remove();
  for (const cell of all(HTMLButtonElement, 'td.o button[aria-expanded=true]')) cell.ariaExpanded = 'false';
  for (const body of all(HTMLTableSectionElement, 'table.matrix tbody'))
    body.hidden = all(HTMLTableRowElement, 'tr.tag', body).every(({ hidden }) => hidden);
  for (const unit of all(HTMLElement, '.unit'))
    unit.hidden = all(HTMLTableSectionElement, 'tbody', unit).every(({ hidden }) => hidden);
  const shownCards = cards.filter(({ hidden }) => !hidden).length;
  const shownRows = rows.filter(({ hidden }) => !hidden).length;
  hideUnless('#causes-empty', cards.length > 0 && shownCards === 0);
  hideUnless('#matrix-empty', rows.length > 0 && shownRows === 0);
  const values: Record<string, number> = {
    causes: shownCards,
    all: cards.length,
    tags: shownRows,
    allTags: rows.length,
  };
  const count = one(HTMLOutputElement, '#count');
  if (count)
    count.value = (form.dataset.count ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

function hideUnless(selector: string, shown: boolean): void {
  const element = one(HTMLElement, selector);
  if (element) element.hidden = !shown;
}

function isCauseMeant(card: HTMLElement, { words, vendor, state, severities }: Chosen): boolean {
  const { severity = '', vendors = '[]', states = '' } = card.dataset;
  if (!severities.has(severity)) return false;
  if (vendor !== '' && !vendors.includes(JSON.stringify(vendor))) return false;
  // What is about no tag belongs to every state.
  if (state !== '' && states !== '' && !states.split(' ').includes(state)) return false;
  return words.every((word) => textOf(card).includes(word));
}

function isTagMeant(row: HTMLTableRowElement, { words, vendor, state }: Chosen): boolean {
  const own = row.parentElement?.dataset.vendor ?? '';
  if (vendor !== '' && own !== vendor) return false;
  if (state !== '' && !(row.dataset.states ?? '').split(' ').includes(state)) return false;
  const text = `${own} ${textOf(row.cells[0] ?? row)}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
