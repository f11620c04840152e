/** The search of the site. Its data are fetched when somebody begins to search; nothing leaves the page. */
import { type Hit, type Section, searcher } from './sections.ts';

declare global {
  var taglintSections: ((sections: readonly Section[]) => void) | undefined;
}

const form = known('search', HTMLFormElement);
const input = known('search-words', HTMLInputElement);
const list = known('search-hits', HTMLOListElement);
const status = known('search-status', HTMLElement);
/** Where the site begins, as this page reaches it. */
const base = form.dataset.base ?? '';

let find: ((query: string) => readonly Hit[]) | undefined;
let isAsked = false;

form.hidden = false;
input.addEventListener('focus', load);
input.addEventListener('input', show);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  list.querySelector('a')?.click();
});
document.addEventListener('keydown', (event) => {
  const { target } = event;
  const isTyping = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    input.focus();
  }
  if (event.key === 'Escape' && target instanceof Node && form.contains(target)) {
    input.value = '';
    show();
    input.focus();
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event);
});

/** A script, because pages that are opened as files may fetch nothing else. */
function load(): void {
  if (isAsked) return;
  isAsked = true;
  globalThis.taglintSections = (sections) => {
    find = searcher(sections);
    show();
  };
  const script = document.createElement('script');
  script.src = `${base}search-data.js`;
  document.head.append(script);
}

function show(): void {
  const query = input.value.trim();
  if (query !== '') load();
  const hits = query === '' || !find ? [] : find(query);
  list.replaceChildren(...hits.map(item));
  list.hidden = hits.length === 0;
  status.textContent = query === '' || !find ? '' : hits.length === 0 ? 'Nothing found' : `${hits.length} found`;
}

function item({ section: { title, heading, address }, excerpt }: Hit): HTMLLIElement {
  const one = document.createElement('li');
  const link = document.createElement('a');
  link.href = base + address;
  link.textContent = heading === '' ? title : `${title}: ${heading}`;
  const text = document.createElement('p');
  text.textContent = excerpt;
  one.append(link, text);
  return one;
}

/** Up and down among what was found. */
function move(event: KeyboardEvent): void {
  const links = [...list.querySelectorAll('a')];
  const { activeElement: active } = document;
  if (links.length === 0 || !active || !form.contains(active)) return;
  event.preventDefault();
  const here = active instanceof HTMLAnchorElement ? links.indexOf(active) : -1;
  const at = here + (event.key === 'ArrowDown' ? 1 : -1);
  (links[at] ?? (at < 0 ? input : links.at(-1)))?.focus();
}

function known<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}
