/** One place that says what goes on, how it ended, and what was not looked at. */
import type { Finding, Severity } from '../../model/finding.ts';
import { TIME_LIMIT } from '../limits.ts';
import type { Judged, PartName } from '../protocol.ts';
import { element, name } from './dom.ts';
import { headline, lookedWords } from './looked.ts';

/** Parts by what they are for. */
const PART_TITLES: Readonly<Record<PartName, string>> = {
  core: 'the rules',
  vocabulary: 'the vocabulary of sensitive words',
  parties: 'the list of third parties',
  typescript: 'the parser for TypeScript',
  selectors: 'the reader of selectors',
  templates: 'the readers of template languages',
  components: 'the readers of components',
  containers: 'the reader of containers',
  published: 'the reader of published containers',
  'template-code': 'the reader of custom templates',
  configuration: 'the reader of configurations',
  documents: 'what documents are written with',
  'rule-pages': 'the pages of the rules',
  report: 'the report',
  examples: 'the examples',
};

const MOST_NAMED = 5;

export class Status {
  readonly #parent: HTMLElement;
  readonly #verdict = element('p', { class: 'verdict' });
  readonly #looked = element('p', { class: 'looked' });
  readonly #progress = element('p', { class: 'progress' });
  #left: readonly { readonly path: string; readonly reason: string }[] = [];

  constructor(parent: HTMLElement) {
    this.#parent = parent;
    parent.append(this.#verdict, this.#looked, this.#progress);
    this.empty();
  }

  /** Files that were chosen and not taken. */
  left(left: readonly { readonly path: string; readonly reason: string }[]): void {
    this.#left = left;
  }

  empty(): void {
    this.#show('idle', 'Nothing to judge yet', ['Paste something, drop files, or begin with an example.']);
  }

  loading(parts: readonly PartName[]): void {
    const isJudging = this.#parent.classList.contains('busy');
    const loaded = isJudging ? 'Judging …' : '';
    const names = parts.map((part) => PART_TITLES[part]).join(' and ');
    this.#progress.textContent = parts.length === 0 ? loaded : `Loading ${names} …`;
  }

  judging(): void {
    this.#parent.classList.add('busy');
    this.#progress.textContent = 'Judging …';
  }

  judged({ result, failed, configured }: Judged, without: readonly PartName[]): void {
    const missing = without.map((part) => `Judged without ${PART_TITLES[part]}, which could not be loaded.`);
    const broken = failed ? ['An error inside taglint ended a part of this: see internal-error.'] : [];
    const kind = result.stats.parsed === 0 && result.findings.length === 0 ? 'idle' : worstOf(result.findings);
    this.#show(kind, headline(result), [
      ...broken,
      ...missing,
      ...lookedWords(result),
      ...(configured?.words ?? []),
      ...this.#leftOut(),
    ]);
    this.#parent.classList.add('done');
  }

  failed(message: string): void {
    this.#show('error', 'This could not be judged', [message]);
  }

  timedOut(): void {
    this.#show('error', `Stopped after ${TIME_LIMIT / 1000} seconds`, [
      'This is more than the page judges. The command has no such limit: npx taglint FILE',
    ]);
  }

  #leftOut(): string[] {
    const named = this.#left.slice(0, MOST_NAMED).map(({ path, reason }) => `${path} was not taken: ${reason}.`);
    const more = this.#left.length - named.length;
    return more > 0 ? [...named, `${more} more files were not taken.`] : named;
  }

  #show(kind: Severity | 'clean' | 'idle', title: string, texts: readonly string[]): void {
    this.#parent.className = `status ${kind}`;
    this.#verdict.replaceChildren(name(title));
    this.#looked.replaceChildren(name(texts.join(' ')));
    this.#progress.textContent = '';
  }
}

function worstOf(findings: readonly Finding[]): Severity | 'clean' {
  const severities: readonly Severity[] = ['error', 'warning', 'note'];
  return severities.find((severity) => findings.some((one) => one.severity === severity)) ?? 'clean';
}
