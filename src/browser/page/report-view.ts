/** The report for people, as it would be saved, in a frame of its own that may do nothing but show it. */
import { LANGUAGES, type LanguageCode } from '../../report/html/languages/codes.ts';
import { button, element } from './dom.ts';

export interface ReportEvents {
  readonly save: () => void;
  /** It is wanted in another language. */
  readonly again: () => void;
}

const TITLES: Readonly<Record<LanguageCode, string>> = { en: 'English', sv: 'Svenska', de: 'Deutsch' };

export class ReportView {
  readonly #frame = element('div');
  readonly #line = element('p', { class: 'report-line' });
  readonly #text = element('p', { class: 'quiet' });
  readonly #language = element(
    'select',
    {},
    ...LANGUAGES.map((code) => element('option', { value: code, lang: code }, TITLES[code])),
  );

  constructor(parent: HTMLElement, { save, again }: ReportEvents) {
    this.#language.addEventListener('change', again);
    this.#line.append(
      button({ class: 'repair' }, save, 'Save this report'),
      element('label', {}, 'Language ', this.#language),
      element('span', { class: 'quiet' }, 'One file that loads nothing; it prints well.'),
    );
    parent.append(this.#line, this.#text, this.#frame);
    this.clear();
  }

  get language(): LanguageCode {
    return LANGUAGES.find((code) => code === this.#language.value) ?? 'en';
  }

  clear(text = 'Here comes what a lawyer can read, once there is something to judge.'): void {
    this.#text.textContent = text;
    this.#frame.replaceChildren();
    this.#line.hidden = true;
  }

  /** To be called while the view is visible: what loads in a hidden frame may stay blank. */
  show(text: string): void {
    const frame = element('iframe', { class: 'report', title: 'The report', sandbox: 'allow-scripts' });
    frame.srcdoc = text;
    this.#frame.replaceChildren(frame);
    this.#text.textContent = '';
    this.#line.hidden = false;
  }
}
