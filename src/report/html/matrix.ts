/** The consent matrix: tags by vendor, consent states across; a cell tells what decides it when it is chosen. */
import type { TrailStep } from '../../model/finding.ts';
import { CONSENT_STATES } from '../../model/guard.ts';
import type { Outcome } from '../../model/unit.ts';
import type { ReportTag, ReportUnit } from './data.ts';
import { grouped } from './grouped.ts';
import { dataBlock, html, type Markup, short } from './markup.ts';
import { isBad, isBadAnywhere, legend, OUTCOMES } from './outcomes.ts';
import { name, type Scene, section } from './scene.ts';

/** In tables of more rows the tags of a vendor are folded. */
const MOST_OPEN_ROWS = 48;
const LONGEST_REASON = 240;

export function matrixSection(scene: Scene): Markup {
  const { data, words } = scene;
  const { units } = data;
  if (units.length === 0) return section('matrix', words.say('matrix'), html`<p>${words.say('matrix.none')}</p>`);
  const explanations = new Explanations(scene);
  const rows = units.reduce((sum, unit) => sum + unit.tags.length, 0);
  const tables = units.map((unit) => unitTable(scene, unit, explanations, rows > MOST_OPEN_ROWS));
  return section(
    'matrix',
    words.say('matrix'),
    html`<p>${words.say('matrix.lead')}</p>
${legend(scene)}
${tables}
<p class="nothing" id="matrix-empty" hidden>${words.say('filter.empty')}</p>
${dataBlock('cells', explanations.data())}`,
  );
}

function unitTable(scene: Scene, unit: ReportUnit, explanations: Explanations, folded: boolean): Markup {
  const { words } = scene;
  const byVendor = grouped(unit.tags, ({ vendor }) => vendor);
  const vendors = [...byVendor].sort(([, a], [, b]) => badOf(b) - badOf(a) || b.length - a.length);
  const heads = CONSENT_STATES.map((state) => html`<th scope="col">${words.say(`state.${state}`)}</th>`);
  return html`<div class="unit"><h3>${name(scene, short(unit.file))} <small>${words.say(`kind.${unit.kind}`)}</small></h3>
${notes(scene, unit)}
<div class="wide" tabindex="0" role="region" aria-label="${words.say('matrix')}: ${scene.shown(short(unit.file))}"><table class="matrix">
<thead><tr><th scope="col">${words.say('matrix.tag')}</th>${heads}</tr></thead>
${vendors.map(([vendor, tags]) => vendorRows(scene, vendor, tags, explanations, folded))}</table></div></div>
`;
}

function notes(scene: Scene, { server, pages }: ReportUnit): Markup {
  const { words } = scene;
  const paths = pages.map(({ path, others }) => (others > 0 ? `${path} (+${others})` : path));
  return html`${server && html`<p>${words.say('matrix.server')}</p>`}${
    paths.length > 0 && html`<p>${words.say('matrix.pages', { pages: scene.shown(words.list(paths)) })}</p>`
  }`;
}

function vendorRows(
  scene: Scene,
  vendor: string,
  tags: readonly ReportTag[],
  explanations: Explanations,
  folded: boolean,
): Markup {
  const { words } = scene;
  const closed = folded && tags.length > 1;
  const sums = CONSENT_STATES.map((state) => {
    const bad = tags.some((tag) => isBad(tag, state));
    const worst = worstOf(tags.map((tag) => tag.states[state].outcome));
    return html`<td class="o ${worst}${bad && ' bad'}"><span>${words.say(`outcome.${worst}`)}</span></td>`;
  });
  const head =
    tags.length > 1 &&
    html`<tr class="vendor"><th scope="row"><button type="button" aria-expanded="${String(!closed)}" aria-label="${words.say(
      'matrix.vendor-open',
      { vendor },
    )}">${vendor}</button> <small>${words.count('count.tags', tags.length)}</small></th>${sums}</tr>`;
  return html`<tbody data-vendor="${vendor}"${closed && html` data-closed`}>${head}${tags.map((tag) => tagRow(scene, tag, explanations, tags.length > 1))}
</tbody>`;
}

function tagRow(scene: Scene, tag: ReportTag, explanations: Explanations, inGroup: boolean): Markup {
  const { words } = scene;
  const active = CONSENT_STATES.filter((state) => tag.states[state].outcome !== 'blocked');
  const cells = CONSENT_STATES.map((state) => {
    const { outcome, certainty } = tag.states[state];
    const likely = certainty === 'likely' && outcome !== 'blocked';
    return html`<td class="o ${outcome}${isBad(tag, state) && ' bad'}"><button type="button" aria-expanded="false"><span>${words.say(`outcome.${outcome}`)}</span>${
      likely && html`<abbr title="${words.say('matrix.likely')}">*</abbr>`
    }</button></td>`;
  });
  const says = tag.name.toLowerCase().includes(tag.vendor.toLowerCase());
  const small = [...(inGroup || says ? [] : [tag.vendor]), ...(tag.paused ? [words.say('matrix.paused')] : [])];
  return html`
<tr class="tag${inGroup && ' inner'}" data-row="${explanations.add(tag)}" data-states="${active.join(' ')}"><th scope="row">${name(scene, short(tag.name))}${
    small.length > 0 && html` <small>${small.join(', ')}</small>`
  }</th>${cells}</tr>`;
}

function badOf(tags: readonly ReportTag[]): number {
  return tags.filter(isBadAnywhere).length;
}

function worstOf(outcomes: readonly Outcome[]): Outcome {
  return OUTCOMES.find((outcome) => outcomes.includes(outcome)) ?? 'blocked';
}

/** What the page's script shows of a cell. Tags are alike: texts, places and whole explanations are kept once. */
class Explanations {
  readonly #scene: Scene;
  readonly #texts = new Index<string>();
  readonly #steps = new Index<readonly (readonly [text: number, place: string])[]>();
  readonly #rows: (readonly number[])[] = [];

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** @returns the number of the row: its cells by state, then what is told of the tag as a whole */
  add(tag: ReportTag): number {
    const lists = [...CONSENT_STATES.map((state) => tag.reasons[state]), tag.why];
    this.#rows.push(lists.map((steps) => this.#steps.of(steps.map((step) => this.#step(step, tag.file)))));
    return this.#rows.length - 1;
  }

  #step({ message, file, line, column }: TrailStep, own: string): readonly [number, string] {
    const text = this.#texts.of(short(this.#scene.shown(message), LONGEST_REASON));
    return [text, `${file === own ? '' : `${short(file)}:`}${line}:${column}`];
  }

  data(): unknown {
    const { words } = this.#scene;
    return {
      because: words.say('matrix.because'),
      how: words.say('matrix.how'),
      means: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, words.say(`outcome.${outcome}.means`)])),
      states: CONSENT_STATES.map((state) => words.say(`state.${state}`)),
      texts: this.#texts.all,
      steps: this.#steps.all,
      rows: this.#rows,
    };
  }
}

/** Values by their number, each once. */
class Index<T> {
  readonly all: T[] = [];
  readonly #known = new Map<string, number>();

  of(value: T): number {
    const key = JSON.stringify(value);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.all.length);
    this.all.push(value);
    return this.all.length - 1;
  }
}
