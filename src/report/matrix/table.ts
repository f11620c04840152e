import Table from 'cli-table3';
import pc from 'picocolors';
import type { LintResult, TrailStep } from '../../model/finding.ts';
import { CONSENT_STATES, type ConsentState } from '../../model/guard.ts';
import type { Outcome } from '../../model/unit.ts';
import { maskPersonalData } from '../mask.ts';
import { lookedAt, plural } from '../summary.ts';
import { clean, textWidth, widthOf, wrap } from '../terminal.ts';
import { isDead, type MatrixTag, type MatrixUnit } from './rows.ts';

export interface MatrixTableOptions {
  /** With what decides, for the tag and for each of its cells, below every tag. */
  readonly explain: boolean;
  readonly showValues: boolean;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

type Colors = ReturnType<typeof pc.createColors>;

const LINE_WIDTH = 7;
/** Narrower, names are no longer told apart; then lines are longer than the terminal. */
const LEAST_NAME_WIDTH = 18;
const MOST_NAME_LINES = 5;
/** Below so many columns the headings are folded and stand closer. */
const NARROW = 96;
const FOLDED: Readonly<Record<ConsentState, string>> = {
  'first-visit': 'first\nvisit',
  refused: 'refused',
  preferences: 'prefer-\nences',
  statistics: 'statis-\ntics',
  marketing: 'market-\ning',
  all: 'all',
};
const PADDING = 2;
const MARGIN = 2;
const INDENT = '    ';

/** What the words in the cells mean; only those that stand in the table are explained. */
const LEGEND: Readonly<Record<Outcome, string>> = {
  runs: 'runs: in full',
  held: "held: fetched, sends nothing until the vendor's own switch",
  limited: 'limited: without cookies, under a denied consent mode',
  blocked: 'blocked: does not run',
  unknown: 'unknown: rests on what is not seen here',
};

/** The matrix for people: a table for each page, script or container, its legend, and how much was looked at. */
export function matrixTable(units: readonly MatrixUnit[], result: LintResult, options: MatrixTableOptions): string {
  const colors = pc.createColors(options.color);
  const lines = units.flatMap((unit) => [
    colors.underline(clean(unit.file)),
    ...unitTable(unit, options, colors),
    ...notes(unit, options, colors),
    '',
  ]);
  const tags = units.flatMap((unit) => unit.tags);
  const headline =
    tags.length === 0
      ? 'No tags: nothing here loads or calls a vendor that taglint knows.'
      : `${plural(tags.length, 'tag')} in ${plural(units.length, 'file')}.`;
  lines.push(colors.bold(headline));
  if (tags.length > 0) lines.push(...wrap(legendOf(tags), options.width).map((line) => colors.dim(line)));
  lines.push(...wrap(lookedAt(result).join(' '), options.width));
  return `${lines.join('\n')}\n`;
}

function unitTable(unit: MatrixUnit, options: MatrixTableOptions, colors: Colors): string[] {
  const isNarrow = options.width < NARROW;
  const padding = isNarrow ? 1 : PADDING;
  const headers = CONSENT_STATES.map((state) => (isNarrow ? FOLDED[state] : state.replace('-', ' ')));
  const stateWidths = headers.map(
    (header) => Math.max(...header.split('\n').map(textWidth), 'limited*'.length) + padding,
  );
  const statesWidth = stateWidths.reduce((sum, width) => sum + width, 0);
  const nameWidth = Math.max(LEAST_NAME_WIDTH, options.width - LINE_WIDTH - statesWidth - MARGIN);
  const layout = {
    colWidths: [nameWidth, LINE_WIDTH, ...stateWidths],
    colAligns: ['left' as const, 'right' as const],
    chars: NO_BORDERS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': padding },
  };
  const head = ['tag', 'line', ...headers].map((header) => header.split('\n').map(colors.dim).join('\n'));
  const lines = linesOf(new Table({ ...layout, head }));
  // The widths are fixed, so every row is laid out alone: what stands across the columns costs the table dearly.
  for (const tag of unit.tags) {
    const cells = CONSENT_STATES.map((state) => cell(tag, state, colors));
    const row = new Table(layout);
    row.push([nameCell(tag, unit, nameWidth - padding, options, colors), String(tag.line), ...cells]);
    lines.push(...linesOf(row));
    if (options.explain) lines.push(...explanation(tag, unit, options, colors));
  }
  return lines.map((line) => `${' '.repeat(MARGIN)}${line}`.trimEnd());
}

function linesOf(table: Table.Table): string[] {
  return table.toString().split('\n');
}

/** What the table does not show: silence would mean that there is no more. */
function notes({ server, pages, unlisted }: MatrixUnit, { width }: MatrixTableOptions, colors: Colors): string[] {
  const texts: string[] = [];
  if (server) texts.push('A server has no first visit: the states are those of the event that comes in.');
  if (pages.length > 0) texts.push(loadedBy(pages));
  if (unlisted > 0)
    texts.push(
      `${plural(unlisted, 'more tag')} not listed: what only sets consent, never fires, or does nothing that taglint knows.`,
    );
  const margin = ' '.repeat(MARGIN);
  return texts.flatMap((text) => wrap(text, width - MARGIN).map((line) => margin + colors.dim(line)));
}

/** Which pages the cells rest on. */
function loadedBy(pages: MatrixUnit['pages']): string {
  const named = pages.map(({ path, others }) => clean(others === 0 ? path : `${path} (and ${others} more alike)`));
  return named.length === 1
    ? `Loaded by ${named.join('')}: what stands in front of it there counts.`
    : `Loaded by ${named.join(', ')}, which differ: of each cell the worst.`;
}

const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

/** The name; below it the vendor, where the name does not say it, and the file, where it is not the unit's. */
function nameCell(
  tag: MatrixTag,
  unit: MatrixUnit,
  width: number,
  options: MatrixTableOptions,
  colors: Colors,
): string {
  const below = [];
  if (!tag.name.toLowerCase().includes(tag.vendor.toLowerCase())) below.push(tag.vendor);
  if (tag.file !== unit.file) below.push(`in ${tag.file}`);
  if (tag.paused) below.push('paused');
  // Names of tags differ at their ends: the table would cut them there.
  const lines = wrap(shown(tag.name, options), width).flatMap((line) => pieces(line, width));
  if (lines.length > MOST_NAME_LINES) lines.splice(MOST_NAME_LINES - 1, lines.length, '…');
  const folded = wrap(clean(below.join(', ')), width - 2).flatMap((line) => pieces(line, width - 2));
  if (below.length > 0) lines.push(...folded.slice(0, MOST_NAME_LINES).map((line) => colors.dim(`  ${line}`)));
  return lines.join('\n');
}

/** A line in pieces of at most `width` columns: a word that is longer than that is broken. */
function pieces(line: string, width: number): string[] {
  const output = [''];
  let used = 0;
  for (const character of line) {
    const columns = widthOf(character);
    if (used + columns > width) {
      output.push('');
      used = 0;
    }
    output[output.length - 1] += character;
    used += columns;
  }
  return output;
}

function cell(tag: MatrixTag, state: ConsentState, colors: Colors): string {
  const { outcome } = tag.states[state];
  const word = isLikely(tag, state) ? `${outcome}*` : outcome;
  if (outcome === 'blocked') return colors.dim(word);
  if (outcome !== 'runs') return colors.yellow(word);
  const early = tag.needsConsent && (state === 'first-visit' || state === 'refused');
  return early ? colors.red(word) : word;
}

function isLikely({ states }: MatrixTag, state: ConsentState): boolean {
  return states[state].certainty === 'likely' && states[state].outcome !== 'blocked';
}

function explanation(tag: MatrixTag, unit: MatrixUnit, options: MatrixTableOptions, colors: Colors): string[] {
  const placed = ({ message, file, line, column }: TrailStep): string => {
    const place = `${file === unit.file ? '' : `${clean(file)}:`}${line}:${column}`;
    return `${shown(message, options)} (${place})`;
  };
  const groups = alike(tag);
  const said = new Set(tag.why.map(({ message }) => message));
  const cells = groups.flatMap(({ states, outcome, reasons }) => {
    // What is so in every state says nothing new where it stands among what decides.
    if (groups.length === 1 && reasons.every(({ message }) => said.has(message))) return [];
    const names = groups.length === 1 ? ['every state'] : states.map((state) => state.replace('-', ' '));
    return `${outcome} in ${names.join(', ')}: ${reasons.map(placed).join('; ')}`;
  });
  const lines = [...tag.why.map(placed), ...cells].flatMap((text) =>
    wrap(text, options.width - INDENT.length - MARGIN - PADDING),
  );
  return lines.map((line) => colors.dim(INDENT + line));
}

interface AlikeCells {
  readonly states: ConsentState[];
  readonly outcome: Outcome;
  readonly reasons: readonly TrailStep[];
}

/** The cells of a tag; those of one outcome with the same reasons stand together. */
function alike({ states, reasons }: MatrixTag): AlikeCells[] {
  const groups = new Map<string, AlikeCells>();
  for (const state of CONSENT_STATES) {
    const { outcome } = states[state];
    const key = JSON.stringify([outcome, reasons[state]]);
    const group = groups.get(key);
    if (group) group.states.push(state);
    else groups.set(key, { states: [state], outcome, reasons: reasons[state] });
  }
  return [...groups.values()];
}

function legendOf(tags: readonly MatrixTag[]): string {
  const outcomes = new Set(tags.flatMap((tag) => CONSENT_STATES.map((state) => tag.states[state].outcome)));
  const words = (['runs', 'held', 'limited', 'blocked', 'unknown'] as const).filter((word) => outcomes.has(word));
  const parts = words.map((word) => LEGEND[word]);
  if (tags.some((tag) => CONSENT_STATES.some((state) => isLikely(tag, state)))) {
    parts.push('*: likely');
  }
  if (tags.some(isDead)) parts.push('a tag that is blocked in every state is dead');
  return `${parts.join('; ')}.`;
}

function shown(text: string, { showValues }: MatrixTableOptions): string {
  return clean(showValues ? text : maskPersonalData(text));
}
