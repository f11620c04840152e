/** Which formats are printed where: `--format sarif=out.sarif --format stylish -o log.txt`. */
import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../config/index.ts';

interface FormatInfo {
  /** Who reads it: people see no report where there was nothing to look at, programs always get their document. */
  readonly reader: 'people' | 'programs';
}

export const FORMATS = {
  stylish: { reader: 'people' },
  compact: { reader: 'people' },
  json: { reader: 'programs' },
  sarif: { reader: 'programs' },
  github: { reader: 'people' },
  gitlab: { reader: 'programs' },
  junit: { reader: 'programs' },
  checkstyle: { reader: 'programs' },
  rdjson: { reader: 'programs' },
  markdown: { reader: 'people' },
  agent: { reader: 'people' },
} as const satisfies Readonly<Record<string, FormatInfo>>;

export type Format = keyof typeof FORMATS;

/** A format, and the file that it goes to; standard output where there is none. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

/** Reads one `--format`, after those before it. @throws InvalidArgumentError naming what is known */
export function parseOutput(value: string, before: readonly Output[] = []): readonly Output[] {
  const at = value.indexOf('=');
  const name = at < 0 ? value : value.slice(0, at);
  if (!isFormat(name)) {
    const known = Object.keys(FORMATS);
    throw new InvalidArgumentError(
      `There is no format ${name}${didYouMean(name, known)}; known are ${known.join(', ')}.`,
    );
  }
  if (at < 0) return [...before, { format: name }];
  const file = value.slice(at + 1);
  if (file === '') throw new InvalidArgumentError(`Expected a file behind ${name}=.`);
  return [...before, { format: name, file }];
}

/**
 * What `--format` and `--output` say together: the one format without a file goes to `--output`.
 * @throws Error where two would go to one place, or `--output` is of no use
 */
export function outputsOf(formats: readonly Output[] | undefined, output: string | undefined): readonly Output[] {
  const asked = formats ?? [{ format: 'stylish' }];
  const open = asked.filter(({ file }) => file === undefined);
  if (open.length > 1) {
    const [first, second] = open.map(({ format }) => format);
    throw new Error(`${first} and ${second} would go to one place: give one a file, such as --format ${second}=FILE`);
  }
  if (output !== undefined && open.length === 0) throw new Error('every --format has a file: --output names none more');
  const outputs = asked.map(
    ({ format, file = output }): Output => (file === undefined ? { format } : { format, file }),
  );
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new Error(`two formats would go to ${twice}`);
  return outputs;
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}
