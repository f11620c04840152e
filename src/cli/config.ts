/** `taglint config`: what applies, and where it was written. */
import { resolve } from 'node:path';
import type { ConfigDescription, ConfigValue } from '../config/describe.ts';
import { findConfig } from '../config/find.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { ConfigFlags } from './options.ts';
import { complainOf, outputWidth, visible } from './terminal.ts';

/** Prints the configuration of a file, or of the current folder. */
export async function config({ file, config: named, format }: ConfigFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const path = typeof named === 'string' ? resolve(cwd, named) : named ? findConfig(file ?? '.', cwd) : undefined;
  const [{ loadConfig }, { describeConfig }] = await Promise.all([
    import('../config/load.ts'),
    import('../config/describe.ts'),
  ]);
  let description: ConfigDescription;
  try {
    description = describeConfig(path === undefined ? undefined : loadConfig(path, cwd), cwd, file);
  } catch (error) {
    complainOf(error);
    return EXIT.failed;
  }
  process.stdout.write(format === 'json' ? `${JSON.stringify(description, null, 2)}\n` : text(description));
  return EXIT.clean;
}

function text({ configuration, layers, file, ignored, values }: ConfigDescription): string {
  const lines = [
    configuration === undefined
      ? 'No configuration: what is not said holds as it is.'
      : `Configuration: ${configuration}`,
    ...(layers.length > 1 ? [`Built on: ${layers.slice(0, -1).join(', ')}`] : []),
    ...(file === undefined ? [] : [`What applies to ${file}:`]),
    ...(ignored ? [`It is not looked at: ${String(ignored.value)} (${originOf(ignored)})`] : []),
    '',
  ];
  const width = Math.max(...values.map(({ path }) => path.length));
  const origins = Math.max(...values.map((one) => originOf(one).length));
  const room = Math.max(16, outputWidth() - width - origins - 4);
  const shown = Math.min(room, Math.max(...values.map(({ value }) => plain(value).length)));
  for (const one of values) {
    const value = shortened(plain(one.value), room);
    lines.push(`${one.path.padEnd(width)}  ${value.padEnd(shown)}  ${originOf(one)}`);
  }
  return `${lines.map(visible).join('\n')}\n`;
}

function originOf({ from: { source, line } }: ConfigValue): string {
  return source === undefined ? 'not said' : `${source}:${line}`;
}

/** Texts without quotation marks, the rest as YAML would have it on one line. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function shortened(value: string, width: number): string {
  return value.length > width ? `${value.slice(0, width - 1)}…` : value;
}
