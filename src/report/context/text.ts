import pc from 'picocolors';
import type { LintResult, TrailStep } from '../../model/finding.ts';
import { maskPersonalData } from '../mask.ts';
import { lookedAt, plural } from '../summary.ts';
import { clean, wrap } from '../terminal.ts';
import type { ExplainedContext } from './explained.ts';

export interface ContextTextOptions {
  readonly showValues: boolean;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

type Colors = ReturnType<typeof pc.createColors>;

const INDENT = '  ';

/** The contexts for people: a paragraph for each page, script or container, and how much was looked at. */
export function contextText(
  contexts: readonly ExplainedContext[],
  result: LintResult,
  options: ContextTextOptions,
): string {
  const colors = pc.createColors(options.color);
  const lines = contexts.flatMap((one) => [
    colors.underline(clean(one.file)),
    ...paragraph(one, options, colors).flatMap((line) => indented(line, options.width)),
    '',
  ]);
  const sensitive = contexts.filter(({ level, pages }) => level !== 'none' || pages.length > 0).length;
  lines.push(
    colors.bold(
      sensitive === 0
        ? 'Nothing here says that it is about something sensitive.'
        : `${sensitive} of ${plural(contexts.length, 'file')} ${sensitive === 1 ? 'is' : 'are'} about something sensitive.`,
    ),
    ...wrap(lookedAt(result).join(' '), options.width),
  );
  return `${lines.join('\n')}\n`;
}

function paragraph(one: ExplainedContext, { showValues }: ContextTextOptions, colors: Colors): string[] {
  const shown = (text: string): string => clean(showValues ? text : maskPersonalData(text));
  const at = ({ message, file, line, column }: TrailStep): string =>
    `${shown(message)} ${colors.dim(`(${clean(file)}:${line}:${column})`)}`;
  const sum = one.evidence.reduce((all, { points }) => all + points, 0);
  return [
    `${SAID[one.level]}${one.reason === '' ? '' : `: ${shown(one.reason)}`}`,
    `sector ${one.sector}${one.inferredSector ? `, by the evidence ${one.inferredSector}` : ''}, regime ${one.regime}`,
    ...(one.evidence.length === 0 ? [] : [`evidence of the site, ${sum} of the ${one.enough} points that it takes:`]),
    ...one.evidence.map((step) => `${INDENT}${step.points}  ${at(step)}`),
    ...one.pages.flatMap(({ tag, file, where, certainty, evidence }) => [
      `${visitorsOf(tag && shown(tag), file && clean(file))} are ${shown(where)} (${certainty})`,
      ...evidence.map((step) => `${INDENT}${at(step)}`),
    ]),
    ...(one.strengthens.length === 0 ? [] : [`find more here, or graver: ${one.strengthens.join(', ')}`]),
  ];
}

function visitorsOf(tag: string | undefined, file: string | undefined): string {
  if (file !== undefined) return `below it, visitors of ${file}`;
  return tag === undefined ? 'visitors' : `visitors who meet the tag “${tag}”`;
}

const SAID: Readonly<Record<ExplainedContext['level'], string>> = {
  configured: 'sensitive by the configuration',
  evident: 'sensitive by what it says of itself',
  none: 'nothing says that the site is sensitive',
};

function indented(line: string, width: number): string[] {
  const [, indent = ''] = /^( *)/.exec(line) ?? [];
  const margin = `${INDENT}${indent}`;
  return wrap(line.trimStart(), width - margin.length - INDENT.length).map(
    (part, at) => `${margin}${at === 0 ? '' : INDENT}${part}`,
  );
}
