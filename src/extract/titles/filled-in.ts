/** The value of a constant of the page; undefined for what is none. */
export type Known = (name: string) => string | undefined;

/** A text of the markup with the page's own constants in it: `{title} – Shop`, `{{ title }}`. */
export function filledIn(text: string, known: Known): string {
  return text.replace(
    /\{{1,2}\s{0,5}([A-Za-z_$][\w$]{0,60})\s{0,5}\}{1,2}/g,
    (all, name: string) => known(name) ?? all,
  );
}
