/** Which files have to be judged so that what is found in some of them is what a run over all would find there. */
import { kindOfName } from '../discover/index.ts';
import { isLayout, namesOfTemplate, templateNames } from './includes.ts';
import { namesOf, reachingNames, referencedNames } from './references.ts';
import type { Candidate } from './scan.ts';

/** The public id in an export of a container. */
const PUBLIC_ID = /"publicId"\s{0,9}:\s{0,9}"([^"\\]{1,60})"/;

/**
 * What has changed, and what may take it in, directly or through others: told by names, rather too much than too little. Where
 * a container is among it, or is loaded by it, every page and script is: any may push what the container waits for.
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
  const names = new Map<string, ReadonlySet<string>>();
  const loaded = new Set<Candidate>();
  for (const page of pages) {
    const text = textOf(page);
    const { includes, layouts } = templateNames(text);
    names.set(page.input.path, new Set([...includes, ...layouts, ...referencedNames(text)]));
    for (const [container, id] of ids) if (id === undefined || text.includes(id)) loaded.add(container);
  }
  const hot = [...changed].filter(mayBeTakenIn);
  const referrers = [...names].map(([path, own]) => ({ path, names: own }));
  const { warm } = reachingNames(hot, referrers, (path) => [...namesOf(path), ...namesOfTemplate(path)]);
  const judged = new Set([...hot, ...warm]);
  // Pages need not name the layout that they get.
  const isEverywhere = [...judged].some(isLayout);
  const isOwn = ({ input }: Candidate): boolean => changed.has(input.path);
  const isRelated = (one: Candidate): boolean => judged.has(one.input.path) || (isEverywhere && one.kind === 'html');
  const around = pages.filter(isRelated);
  const hasContainer = containers.some(isOwn) || (around.length > 0 && loaded.size > 0);
  const wanted = new Set(hasContainer ? [...pages, ...loaded] : around);
  return candidates.filter((one) => isOwn(one) || wanted.has(one));
}

/** Other files name pages and scripts, and take them in. */
export function mayBeTakenIn(path: string): boolean {
  const kind = kindOfName(path);
  return kind === 'html' || kind === 'script' || kind === 'unknown';
}
