import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildCommand, root } from '../command.ts';
import { CLEAN_PAGE, PIXEL_PAGE } from '../samples.ts';
import { Project, type Said } from './project.ts';

beforeAll(buildCommand);

const step = z.object({
  name: z.string(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  shell: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
  run: z.string().optional(),
});
const schema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.object({ value: z.string() })),
  runs: z.object({ using: z.literal('composite'), steps: z.array(step) }),
});
const text = readFileSync(join(root, 'action.yml'), 'utf8');
const action = schema.parse(parse(text));

type Outputs = Readonly<Record<string, string>>;
interface Ran extends Said {
  readonly outputs: Outputs;
  readonly summary: string;
}

/** Runs the script of a step as a runner does: what stands in braces is filled in, in the variables alone. */
function runStep(
  project: Project,
  name: string,
  inputs: Outputs = {},
  { outputs = {}, env = {} }: { readonly outputs?: Outputs; readonly env?: Outputs } = {},
): Ran {
  const found = action.runs.steps.find((one) => one.name === name);
  if (!found?.run) throw new Error(`there is no step ${name} with a script`);
  const temp = join(project.path, 'node_modules/temp');
  mkdirSync(temp, { recursive: true });
  const [output, summary, script] = ['output', 'summary', 'script.sh'].map((file) => join(temp, file));
  if (!output || !summary || !script) throw new Error('three files');
  rmSync(output, { force: true });
  writeFileSync(script, found.run);
  const given = Object.entries(found.env).map(([key, value]) => {
    const [, input] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value) ?? [];
    const [, from] = /^\$\{\{ steps\.lint\.outputs\.([\w-]+) \}\}$/.exec(value) ?? [];
    if (input !== undefined) return [key, inputs[input] ?? action.inputs[input]?.default ?? ''];
    if (from !== undefined) return [key, outputs[from] ?? ''];
    throw new Error(`${key}: ${value}`);
  });
  const said = project.run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    ...Object.fromEntries(given),
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: root,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: temp,
    ...env,
  });
  const lines = existsSync(output) ? readFileSync(output, 'utf8').trim().split('\n') : [];
  return {
    ...said,
    outputs: Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    ),
    summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
  };
}

describe('action.yml', { timeout: 120_000 }, () => {
  it('pins every action by its commit, and says of which version that is', () => {
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, used = '']) => used);
    expect(uses.length).toBeGreaterThan(0);
    for (const used of uses) expect(used).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('fills nothing into scripts, and hands over every input', () => {
    for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
    const used = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, input]) => input);
    expect(new Set(used)).toEqual(new Set(Object.keys(action.inputs)));
    for (const one of action.runs.steps) if (one.run) expect(one.shell).toBe('bash');
  });

  it('tells what is found, as SARIF, annotations, summary and exit code', () => {
    using project = new Project({ 'page.html': PIXEL_PAGE });
    const { status, said, outputs, summary } = runStep(project, 'Lint');
    expect({ status, code: outputs['exit-code'] }, said).toEqual({ status: 0, code: '1' });
    expect(said).toContain('::error file=page.html,');
    expect(summary).toContain('consent/fires-before-consent');
    const sarif = JSON.parse(readFileSync(outputs.sarif ?? '', 'utf8'));
    expect(sarif.runs[0].results[0].ruleId).toBe('consent/fires-before-consent');
    expect(runStep(project, 'Result', {}, { outputs }).status).toBe(1);
  });

  it('passes where nothing is found', () => {
    using project = new Project({ 'page.html': CLEAN_PAGE });
    const { outputs } = runStep(project, 'Lint');
    expect(outputs['exit-code']).toBe('0');
    expect(runStep(project, 'Result', {}, { outputs }).status).toBe(0);
  });

  it('fails where nothing could be looked at, and has no SARIF of a run before', () => {
    using project = new Project({ 'page.html': CLEAN_PAGE });
    expect(runStep(project, 'Lint').outputs.sarif).toBeDefined();
    const { outputs } = runStep(project, 'Lint', { sector: 'farmacy' });
    expect(outputs).toEqual({ 'exit-code': '2' });
    expect(runStep(project, 'Result', {}, { outputs }).status).toBe(2);
    expect(runStep(project, 'Lint', { paths: 'nowhere' }).outputs['exit-code']).toBe('3');
  });

  it('hands over each option, and paths and arguments line by line', () => {
    using project = new Project({
      'a b/page.html': PIXEL_PAGE,
      'c/page.html': PIXEL_PAGE,
      'd.html': PIXEL_PAGE,
      'other.yml': 'rules: { consent/fires-before-consent: warning }\n',
    });
    project.commit();
    project.write({ 'c/page.html': `${PIXEL_PAGE}<p>` });
    const files = (inputs: Outputs): unknown[] => {
      const { outputs, said } = runStep(project, 'Lint', inputs);
      if (!outputs.sarif) throw new Error(said);
      const { results } = JSON.parse(readFileSync(outputs.sarif, 'utf8')).runs[0];
      return results
        .filter(({ ruleId }: { ruleId: string }) => ruleId === 'consent/fires-before-consent')
        .map((one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[]; level: string }) => [
          one.locations[0]?.physicalLocation.artifactLocation.uri,
          one.level,
        ]);
    };
    expect(files({ paths: 'a b\n\nd.html\r\n' })).toEqual([
      ['a%20b/page.html', 'error'],
      ['d.html', 'error'],
    ]);
    expect(files({ since: 'HEAD' })).toEqual([['c/page.html', 'error']]);
    expect(files({ config: 'other.yml', paths: 'd.html' })).toEqual([['d.html', 'warning']]);
    expect(files({ arguments: '--only\nhygiene/duplicate-pixel' })).toEqual([]);
    expect(files({ paths: '**/page.html\n!c/**' })).toEqual([['a%20b/page.html', 'error']]);
    expect(runStep(project, 'Lint', { 'fail-on': 'never', strictness: 'audit' }).outputs['exit-code']).toBe('0');
    const warnings = runStep(project, 'Lint', { config: 'other.yml', 'max-warnings': '0' });
    expect(warnings.outputs['exit-code']).toBe('1');
  });

  it.each(
    Object.keys(action.inputs).filter((input) =>
      text.includes(`_${input.toUpperCase().replaceAll('-', '_')}: \${{ inputs.${input} }}`),
    ),
  )('reads no code in the input %s', (input) => {
    using project = new Project({ 'page.html': CLEAN_PAGE });
    for (const value of [
      '$(touch pwned)',
      '`touch pwned`',
      '"; touch pwned; "',
      "'; touch pwned; '",
      'a\ntouch pwned',
      '-o\npwned',
    ]) {
      runStep(project, 'Lint', { [input]: value });
      // What an option of the command writes is for whoever writes the workflow to say.
      if (!(input === 'arguments' && value.startsWith('-o')))
        expect(existsSync(join(project.path, 'pwned'))).toBe(false);
    }
  });

  it('installs itself once, from its own folder', () => {
    using project = new Project({
      'action/package.json': '{}',
      'bin/npm': '#!/bin/sh\necho "$PWD: npm $*"\nmkdir -p dist && touch dist/cli.js\n',
    });
    project.run('chmod', ['+x', 'bin/npm']);
    const env = {
      GITHUB_ACTION_PATH: join(project.path, 'action'),
      PATH: `${join(project.path, 'bin')}:${process.env.PATH}`,
    };
    const first = runStep(project, 'Install taglint', {}, { env });
    expect(first.said.split('\n').slice(0, 2)).toEqual([
      `${env.GITHUB_ACTION_PATH}: npm ci --ignore-scripts --no-audit --no-fund --loglevel=error`,
      `${env.GITHUB_ACTION_PATH}: npm run --silent build`,
    ]);
    expect(runStep(project, 'Install taglint', {}, { env })).toMatchObject({ status: 0, said: '' });
  });

  it('takes the Node that is there where it is new enough', () => {
    using project = new Project({ 'old/node': '#!/bin/sh\nexit 1\n' });
    project.run('chmod', ['+x', 'old/node']);
    expect(runStep(project, 'Look for Node').outputs).toEqual({ found: 'true' });
    const env = { PATH: `${join(project.path, 'old')}:${process.env.PATH}` };
    expect(runStep(project, 'Look for Node', {}, { env }).outputs).toEqual({ found: 'false' });
  });

  it('sends what the lint step has written', () => {
    const upload = action.runs.steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'));
    expect(upload).toMatchObject({
      if: "inputs.upload-sarif == 'true' && steps.lint.outputs.sarif != ''",
      with: { sarif_file: '${{ steps.lint.outputs.sarif }}', category: '${{ inputs.category }}' },
    });
    expect(action.runs.steps.at(-1)?.name).toBe('Result');
  });
});
