/** The report for people, as it would be saved, in a frame of its own that may do nothing but show it. */
import { button, element } from './dom.ts';

export class ReportView {
  readonly #parent: HTMLElement;
  readonly #save: () => void;
  readonly #frame = element('iframe', { class: 'report', title: 'The report', sandbox: 'allow-scripts' });

  constructor(parent: HTMLElement, save: () => void) {
    this.#parent = parent;
    this.#save = save;
    this.clear('Here comes what a lawyer can read, once there is something to judge.');
  }

  clear(text: string): void {
    this.#parent.replaceChildren(element('p', { class: 'quiet' }, text));
  }

  show(text: string): void {
    this.#frame.srcdoc = text;
    const line = element(
      'p',
      { class: 'report-line' },
      button({ class: 'repair' }, this.#save, 'Save this report'),
      element('span', { class: 'quiet' }, 'One file that loads nothing; it prints well.'),
    );
    this.#parent.replaceChildren(line, this.#frame);
  }
}
