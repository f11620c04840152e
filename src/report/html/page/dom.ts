/** Elements by selector, of the kind that is asked for. */
export function all<T extends Element>(kind: new () => T, selector: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll(selector)].filter((element): element is T => element instanceof kind);
}

export function one<T extends Element>(
  kind: new () => T,
  selector: string,
  within: ParentNode = document,
): T | undefined {
  return all(kind, selector, within)[0];
}

/** The cards of the causes that the filters let through. */
export function shownCauses(): HTMLElement[] {
  return all(HTMLElement, '.cause').filter((card) => !card.hidden);
}

export function detailsOf(card: Element): HTMLDetailsElement | undefined {
  return one(HTMLDetailsElement, 'details', card);
}
