/** Which files have to be judged so that what is found in some of them is what a run over all would find there. */
import { kindOfName } from '../discover/index.ts';
import { isLayout, namesOfTemplate, templateNames } from './includes.ts';
import { namesOf, reachingNames, referencedNames } from './references.ts';
import type { Candidate } from './scan.ts';

/** The public id in an export of a container. */
const PUBLIC_ID = /"publicId"\s{0,9}:\s{0,9}"([^"\\]{1,60})"/;

/**
 * What has changed, and what may take it in, directly or through others: told by names, rather too much than too little. A
 * container and the pages that name it belong together.
 * @param changed paths of files, judged by themselves or not
 */
export function relatedTo(
  changed: ReadonlySet<string>,
  candidates: readonly Candidate[],
  textOf: (candidate: Candidate) => string,
): Candidate[] {
  const pages = candidates.filter(({ kind }) => kind === 'html' || kind === 'script');
  const containers = candidates.filter(({ kind }) => kind === 'container');
  const ids = new Map(containers.map((one) => [one, PUBLIC_ID.exec(textOf(one))?.[1]]));
  const names = new Map<Candidate, ReadonlySet<string>>();
  const loading = new Set<Candidate>();
  const loaded = new Set<Candidate>();
  for (const page of pages) {
    const text = textOf(page);
    const { includes, layouts } = templateNames(text);
    names.set(page, new Set([...includes, ...layouts, ...referencedNames(text)]));
    for (const container of containers) {
      const id = ids.get(container);
      if (id !== undefined && !text.includes(id)) continue;
      loaded.add(container);
      if (changed.has(container.input.path)) loading.add(page);
    }
  }
  const hot = [...[...changed].filter(mayBeTakenIn), ...[...loading].map(({ input }) => input.path)];
  const { warm } = reachingNames(
    hot,
    pages.map((page) => ({ path: page.input.path, names: names.get(page) ?? new Set() })),
    (path) => [...namesOf(path), ...namesOfTemplate(path)],
  );
  const judged = new Set([...hot, ...warm]);
  // Pages need not name the layout that they get.
  const isEverywhere = [...judged].some(isLayout);
  const isJudged = (one: Candidate): boolean => judged.has(one.input.path) || (isEverywhere && one.kind === 'html');
  const hasPages = pages.some(isJudged);
  return candidates.filter((one) => changed.has(one.input.path) || isJudged(one) || (hasPages && loaded.has(one)));
}

/** Other files name pages and scripts, and take them in. */
export function mayBeTakenIn(path: string): boolean {
  const kind = kindOfName(path);
  return kind === 'html' || kind === 'script' || kind === 'unknown';
}
