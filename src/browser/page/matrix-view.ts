/** The consent matrix: tags by consent states; a cell tells on demand what decides it. */
import { CONSENT_STATES, type ConsentState } from '../../model/guard.ts';
import { isDead, type MatrixTag, type MatrixUnit } from '../../report/matrix/rows.ts';
import { button, element, name } from './dom.ts';

const STATES: Readonly<Record<ConsentState, string>> = {
  'first-visit': 'first visit',
  refused: 'refused',
  preferences: 'preferences',
  statistics: 'statistics',
  marketing: 'marketing',
  all: 'all',
};

/** Beside the word, so that no colour has to be told from another. */
const MARKS: Readonly<Record<string, string>> = { runs: '●', held: '◐', limited: '◔', blocked: '○', unknown: '?' };

type Jump = (file: string, place: { readonly line: number; readonly column: number }) => void;

export class MatrixView {
  readonly #parent: HTMLElement;
  readonly #jump: Jump;

  constructor(parent: HTMLElement, jump: Jump) {
    this.#parent = parent;
    this.#jump = jump;
  }

  show(units: readonly MatrixUnit[]): void {
    if (units.length === 0) {
      this.#parent.replaceChildren(element('p', { class: 'quiet' }, 'No tag was found, so there is no matrix.'));
      return;
    }
    this.#parent.replaceChildren(...units.map((unit) => this.#unit(unit)), legend());
  }

  #unit(unit: MatrixUnit): HTMLElement {
    const caption = element(
      'caption',
      {},
      name(unit.file),
      unit.server ? ' (server: states of the incoming event)' : '',
    );
    const head = element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, 'Tag'),
        ...CONSENT_STATES.map((state) => element('th', { scope: 'col' }, STATES[state])),
      ),
    );
    const body = element('tbody', {}, ...unit.tags.flatMap((tag) => this.#rows(tag)));
    const table = element('table', { class: 'matrix' }, caption, head, body);
    const { unlisted } = unit;
    const rest =
      unlisted === 0
        ? []
        : [
            element(
              'p',
              { class: 'quiet' },
              `${unlisted} more ${unlisted === 1 ? 'tag has' : 'tags have'} no row: ${unlisted === 1 ? 'it sets' : 'they set'} consent only, never ${unlisted === 1 ? 'fires' : 'fire'}, or ${unlisted === 1 ? 'does' : 'do'} nothing that the catalogue knows.`,
            ),
          ];
    return element(
      'div',
      { class: 'matrix-unit' },
      element(
        'div',
        { class: 'table', role: 'region', tabindex: '0', 'aria-label': `Consent matrix of ${unit.file}` },
        table,
      ),
      ...rest,
    );
  }

  #rows(tag: MatrixTag): HTMLElement[] {
    const why = element('tr', { class: 'why', hidden: true });
    let open: HTMLElement | undefined;
    const cells = CONSENT_STATES.map((state) => {
      const { outcome, certainty } = tag.states[state];
      const cell = button(
        {
          class: 'cell',
          'aria-expanded': 'false',
          'aria-label': `${tag.name}, ${STATES[state]}: ${outcome}${certainty === 'certain' ? '' : `, ${certainty}`}. Why?`,
        },
        () => {
          const isOpen = open === cell;
          open?.setAttribute('aria-expanded', 'false');
          open = isOpen ? undefined : cell;
          why.hidden = isOpen;
          if (isOpen) return;
          cell.setAttribute('aria-expanded', 'true');
          why.replaceChildren(
            element('td', { colspan: String(CONSENT_STATES.length + 1) }, ...this.#reasons(tag, state)),
          );
        },
        element('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[outcome] ?? ''),
        ` ${outcome}`,
      );
      const isWrong = tag.needsConsent && (state === 'first-visit' || state === 'refused') && outcome === 'runs';
      return element('td', { class: `outcome ${outcome}${isWrong ? ' wrong' : ''}` }, cell);
    });
    const { name: title, vendor, paused, file, line, column } = tag;
    const notes = [vendor === title ? '' : vendor, paused ? 'paused' : isDead(tag) ? 'runs in no state' : ''].filter(
      (text) => text !== '',
    );
    const head = element(
      'th',
      { scope: 'row' },
      button({ class: 'tag-name' }, () => this.#jump(file, { line, column }), name(title)),
      ...(notes.length === 0 ? [] : [element('span', { class: 'vendor' }, notes.join(', '))]),
    );
    return [element('tr', {}, head, ...cells), why];
  }

  #reasons(tag: MatrixTag, state: ConsentState): Node[] {
    const steps = tag.reasons[state].map((step) =>
      element(
        'li',
        {},
        button(
          { class: 'step' },
          () => this.#jump(step.file, step),
          name(step.message),
          element('span', { class: 'line' }, `${step.line}:${step.column}`),
        ),
      ),
    );
    return [
      element('p', { class: 'reason-title' }, element('strong', {}, `${STATES[state]}: ${tag.states[state].outcome}`)),
      element('ul', { class: 'steps' }, ...steps),
    ];
  }
}

function legend(): HTMLElement {
  const words: readonly (readonly [string, string])[] = [
    ['runs', 'the tag sends what it sends'],
    ['held', 'its script is fetched, its events wait for the vendor’s own switch'],
    ['limited', 'a Google tag under a denied consent mode'],
    ['blocked', 'nothing of it runs'],
    ['unknown', 'what decides it is not in sight'],
  ];
  return element(
    'dl',
    { class: 'legend' },
    ...words.flatMap(([word, meaning]) => [
      element('dt', {}, `${MARKS[word] ?? ''} ${word}`),
      element('dd', {}, meaning),
    ]),
  );
}
