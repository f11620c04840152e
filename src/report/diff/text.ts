import pc from 'picocolors';
import { type ConfigurationChange, type Diff, EFFECTS, type Effect } from '../../diff/diff.ts';
import { clean, wrap } from '../terminal.ts';
import { behaviourPhrase, diffSummary, EFFECT_WORDS, type Phrase } from './phrases.ts';
import { shownChange } from './values.ts';

export interface DiffTextOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Texts of the input as they may be shown. */
  readonly shown: (text: string) => string;
}

type Colors = ReturnType<typeof pc.createColors>;

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;
const MOST_FIELDS = 12;
const MOST_RENAMED = 5;

/** The difference for people; ends with a line end. */
export function diffText({ behaviour, configuration }: Diff, options: DiffTextOptions): string {
  const colors = pc.createColors(options.color);
  const lines: string[] = [];
  for (const effect of EFFECTS) {
    const found = behaviour.filter((one) => one.effect === effect);
    if (found.length === 0) continue;
    lines.push(colors.underline(EFFECT_WORDS[effect].heading));
    for (const one of found) {
      const sign = signOf(effect, colors);
      const [first = '', ...rest] = wrap(plain(behaviourPhrase(one), options), options.width - 4);
      lines.push(`  ${sign} ${first}`, ...rest.map((line) => `    ${line}`));
      const [{ place }] = one.subjects;
      if (place) lines.push(`    ${colors.dim(clean(`${place.file}:${place.line}`))}`);
    }
    lines.push('');
  }
  for (const file of new Set(configuration.map((one) => one.file))) {
    const ofFile = configuration.filter((one) => one.file === file);
    lines.push(colors.underline(`Configuration${file === '' ? '' : ` of ${clean(options.shown(file))}`}`));
    const renamed = ofFile.filter((part) => part.what === 'changed' && part.fields.length === 0);
    // A new scheme of names touches everything and changes nothing.
    const isScheme = renamed.length > MOST_RENAMED;
    for (const part of ofFile)
      if (!isScheme || !renamed.includes(part)) lines.push(...partLines(part, options, colors));
    if (isScheme) lines.push(`  ${colors.yellow('~')} ${renamed.length} parts have nothing but another name`);
    lines.push('');
  }
  lines.push(colors.bold(diffSummary(behaviour, configuration.length)));
  return `${lines.join('\n')}\n`;
}

function signOf(effect: Effect, colors: Colors): string {
  if (effect === 'weaker') return colors.red('!');
  return effect === 'stronger' ? colors.green('✓') : colors.dim('·');
}

/** A phrase without emphasis. */
export function plain(phrase: Phrase, { shown }: Pick<DiffTextOptions, 'shown'>): string {
  return phrase
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return clean(shown('name' in piece ? piece.name : piece.code));
    })
    .join('');
}

function partLines(part: ConfigurationChange, { shown }: DiffTextOptions, colors: Colors): string[] {
  const { what, kind, name, type, renamedFrom, fields } = part;
  const sign = SIGNS[what];
  const color = what === 'added' ? colors.green : what === 'removed' ? colors.red : colors.yellow;
  const was = renamedFrom === undefined ? '' : `, before “${clean(shown(renamedFrom))}”`;
  const ofType = what === 'changed' || type === '' || kind === 'template' ? '' : ` (${clean(type)})`;
  const lines = [`  ${color(sign)} ${kind} “${clean(shown(name))}”${ofType}${was}`];
  // What is gone needs no list of what it was.
  if (what === 'removed') return lines;
  for (const field of fields.slice(0, MOST_FIELDS)) {
    const change = shownChange(field);
    const label = clean(shown(field.field));
    if (change.kind === 'short') {
      const { before, after } = change;
      const value = (text: string | undefined): string => (text === undefined ? '(not set)' : clean(shown(text)));
      lines.push(`      ${label}: ${what === 'added' ? value(after) : `${value(before)} → ${value(after)}`}`);
      continue;
    }
    lines.push(`      ${label}:`);
    for (const line of change.lines) {
      const paint = line.startsWith('+') ? colors.green : line.startsWith('-') ? colors.red : colors.dim;
      lines.push(`        ${paint(clean(shown(line)))}`);
    }
    if (change.omitted > 0) lines.push(colors.dim(`        … ${change.omitted} more lines`));
  }
  if (fields.length > MOST_FIELDS) lines.push(colors.dim(`      … ${fields.length - MOST_FIELDS} more fields`));
  return lines;
}
