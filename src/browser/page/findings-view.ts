/** The findings as a list: what has one cause together, the worst first, every place a button that leads to it. */
import type { Finding, LintResult, Severity, Suggestion } from '../../model/finding.ts';
import { byFile, causesOf, type FindingCause, otherPlaces } from '../../report/causes.ts';
import { placeWithin } from '../../report/place.ts';
import { button, element, name } from './dom.ts';

export interface FindingEvents {
  readonly jump: (file: string, from: Spot, to?: Spot) => void;
  readonly repair: (finding: Finding, repair: Suggestion) => void;
}

interface Spot {
  readonly line: number;
  readonly column: number;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
/** So many causes are shown at once; a list of thousands helps nobody, and takes long to lay out. */
const MOST_SHOWN = 200;

export class FindingsView {
  readonly #list = element('div', { class: 'finding-list' });
  readonly #filter = element('div', { class: 'filter', role: 'group', 'aria-label': 'Severities shown' });
  readonly #events: FindingEvents;
  readonly #hidden = new Set<Severity>();
  #result: LintResult | undefined;
  #shown = MOST_SHOWN;

  constructor(parent: HTMLElement, events: FindingEvents) {
    this.#events = events;
    parent.append(this.#filter, this.#list);
    this.hidden = true;
  }

  set hidden(hidden: boolean) {
    this.#filter.hidden = hidden;
    this.#list.hidden = hidden;
  }

  show(result: LintResult): void {
    this.#result = result;
    this.#shown = MOST_SHOWN;
    this.#draw();
  }

  #draw(): void {
    const { findings = [] } = this.#result ?? {};
    this.#filter.replaceChildren(...SEVERITIES.map((severity) => this.#toggle(severity, findings)));
    const shown = findings.filter(({ severity }) => !this.#hidden.has(severity));
    const files = byFile(shown);
    const parts: Node[] = [];
    let left = this.#shown;
    let unseen = 0;
    for (const [file, list] of files) {
      const causes = causesOf(list);
      const some = causes.slice(0, left);
      left -= some.length;
      unseen += causes.length - some.length;
      if (some.length === 0) continue;
      if (files.size > 1) parts.push(element('h3', { class: 'finding-file' }, name(file)));
      parts.push(element('ol', { class: 'causes' }, ...some.map((cause) => this.#cause(cause))));
    }
    if (unseen > 0) parts.push(this.#more(unseen));
    if (findings.length > 0 && shown.length === 0)
      parts.push(element('p', { class: 'quiet' }, 'All severities are hidden.'));
    this.#list.replaceChildren(...parts);
  }

  #toggle(severity: Severity, findings: readonly Finding[]): HTMLElement {
    const { length } = findings.filter((one) => one.severity === severity);
    return button(
      { class: `chip ${severity}`, 'aria-pressed': String(!this.#hidden.has(severity)), disabled: length === 0 },
      () => {
        if (!this.#hidden.delete(severity)) this.#hidden.add(severity);
        this.#draw();
        this.#filter.querySelectorAll('button')[SEVERITIES.indexOf(severity)]?.focus();
      },
      `${length} ${severity}${length === 1 ? '' : 's'}`,
    );
  }

  #more(count: number): HTMLElement {
    return button(
      { class: 'more' },
      () => {
        this.#shown += MOST_SHOWN;
        this.#draw();
      },
      `Show ${Math.min(count, MOST_SHOWN)} more of ${count}`,
    );
  }

  #cause(cause: FindingCause): HTMLElement {
    const { first } = cause;
    const { severity, certainty, rule, message, remedy, entity } = first;
    const doubt = certainty === 'certain' ? '' : ` · ${certainty}`;
    const others = otherPlaces(cause);
    const title = first.causeTitle !== undefined && cause.others.length > 0 ? first.causeTitle : undefined;
    return element(
      'li',
      { class: `finding ${severity}` },
      element(
        'div',
        { class: 'finding-head' },
        element('span', { class: `badge ${severity}` }, severity),
        element('a', { class: 'rule', href: `../rules/${rule}.html` }, rule),
        element('span', { class: 'certainty' }, doubt),
      ),
      ...(title === undefined ? [] : [element('p', { class: 'cause-title' }, name(title))]),
      element('p', { class: 'message' }, name(message)),
      element('div', { class: 'places' }, this.#place(first, entity ?? first.excerpt)),
      ...(remedy === undefined
        ? []
        : [element('p', { class: 'remedy' }, element('strong', {}, 'What to do: '), name(remedy))]),
      this.#repairs(first),
      ...(others.length === 0 ? [] : [this.#others(others)]),
      this.#evidence(first),
    );
  }

  #place(finding: Finding, text: string): HTMLElement {
    const { file, line, column, endLine, endColumn } = finding;
    return button(
      { class: 'place', title: 'Go there' },
      () => this.#events.jump(file, { line, column }, { line: endLine, column: endColumn }),
      element('span', { class: 'line' }, `${line}:${column}`),
      name(text, { class: 'excerpt' }),
    );
  }

  #others(others: readonly Finding[]): HTMLElement {
    const items = others.map((one) =>
      element('li', {}, this.#place(one, `${one.entity ?? one.excerpt} · ${one.rule}`)),
    );
    const { length } = others;
    return element(
      'details',
      {},
      element('summary', {}, `${length} more ${length === 1 ? 'place' : 'places'} with this cause`),
      element('ul', { class: 'places' }, ...items),
    );
  }

  #repairs(finding: Finding): HTMLElement {
    const repairs = [...(finding.fix ? [finding.fix] : []), ...(finding.suggestions ?? [])].filter(
      ({ edits }) => edits.length > 0,
    );
    return element(
      'div',
      { class: 'repairs' },
      ...repairs.map((repair) =>
        button({ class: 'repair' }, () => this.#events.repair(finding, repair), name(repair.message)),
      ),
    );
  }

  #evidence(finding: Finding): HTMLElement {
    const { trail, law, file } = finding;
    const within = placeWithin(finding);
    const steps = trail.map((step) =>
      element(
        'li',
        {},
        button(
          { class: 'step' },
          () => this.#events.jump(step.file, step),
          name(step.message),
          element(
            'span',
            { class: 'line' },
            step.file === file ? `${step.line}:${step.column}` : `${step.file}:${step.line}`,
          ),
        ),
      ),
    );
    return element(
      'details',
      {},
      element('summary', {}, 'Evidence and law'),
      ...(within === '' ? [] : [element('p', { class: 'within' }, name(within))]),
      ...(steps.length === 0 ? [] : [element('ol', { class: 'steps' }, ...steps)]),
      ...(law.length === 0 ? [] : [element('p', { class: 'law' }, ...lawLinks(law))]),
    );
  }
}

function lawLinks(ids: readonly string[]): (Node | string)[] {
  return ids.flatMap((id, index) => [
    index === 0 ? '' : ', ',
    element('a', { href: `../law.html#${id.toLowerCase()}` }, id),
  ]);
}
