/** Elements made of names, attributes and texts: no text is ever read as markup. */

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An attribute that is `true` is there without a value; one that is `false` or undefined is not there. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (typeof value === 'string') made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

export function button(
  attributes: Attributes,
  onClick: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', onClick);
  return made;
}

/** An element of the document as it was sent. */
export function known<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`#${id} is not in the page`);
  return found;
}

/** Names of files and tags may be anything: marks that turn the direction of a text stay inside. */
export function name(text: string, attributes: Attributes = {}): HTMLElement {
  return element('bdi', attributes, text);
}

/** Gives a file to the person. */
export function save(fileName: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = element('a', { href: address, download: fileName });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
