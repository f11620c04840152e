import { type ConfigurationChange, type Diff, EFFECTS } from '../../diff/diff.ts';
import { markdownCode, markdownText } from '../markdown-text.ts';
import { behaviourPhrase, diffSummary, EFFECT_WORDS, type Phrase } from './phrases.ts';
import { shownChange } from './values.ts';

const MOST_FIELDS = 20;

/** The difference as a comment of a review: behaviour first, the configuration folded. Ends with a line end. */
export function diffMarkdown({ behaviour, configuration }: Diff, shown: (text: string) => string): string {
  const lines = ['## What changes for visitors', '', diffSummary(behaviour, configuration.length), ''];
  for (const effect of EFFECTS) {
    const found = behaviour.filter((one) => one.effect === effect);
    if (found.length === 0) continue;
    lines.push(`### ${EFFECT_WORDS[effect].word}`, '');
    for (const one of found) lines.push(`- ${set(behaviourPhrase(one), shown)}`);
    lines.push('');
  }
  if (configuration.length > 0) {
    lines.push('<details><summary>Configuration, part by part</summary>', '');
    for (const part of configuration) lines.push(...partLines(part, shown));
    lines.push('', '</details>', '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function set(phrase: Phrase, shown: (text: string) => string): string {
  return phrase
    .map((piece) => {
      if (typeof piece === 'string') return markdownText(piece);
      return 'name' in piece ? `**${markdownText(shown(piece.name))}**` : markdownCode(shown(piece.code));
    })
    .join('');
}

function partLines(part: ConfigurationChange, shown: (text: string) => string): string[] {
  const { what, kind, name, renamedFrom, file, fields } = part;
  const was = renamedFrom === undefined ? '' : `, before ${markdownCode(shown(renamedFrom))}`;
  const where = file === '' ? '' : ` in ${markdownCode(shown(file))}`;
  const lines = [`- ${what} ${kind} **${markdownText(shown(name))}**${where}${was}`];
  if (what === 'removed') return lines;
  for (const field of fields.slice(0, MOST_FIELDS)) {
    const change = shownChange(field);
    const label = markdownCode(shown(field.field));
    if (change.kind === 'lines') {
      const more = change.omitted > 0 ? ` … ${change.omitted} more lines` : '';
      lines.push(`  - ${label}: ${change.lines.map((line) => markdownCode(shown(line))).join('<br>')}${more}`);
      continue;
    }
    const value = (text: string | undefined): string => (text === undefined ? 'not set' : markdownCode(shown(text)));
    lines.push(
      `  - ${label}: ${what === 'added' ? value(change.after) : `${value(change.before)} → ${value(change.after)}`}`,
    );
  }
  if (fields.length > MOST_FIELDS) lines.push(`  - … ${fields.length - MOST_FIELDS} more fields`);
  return lines;
}
