import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { buildCommand, root } from '../command.ts';
import { CLEAN_PAGE, PIXEL_PAGE } from '../samples.ts';
import { Project, type Said } from './project.ts';

beforeAll(buildCommand);

describe('templates/taglint.yml, a component of GitLab', { timeout: 120_000 }, () => {
  const text = readFileSync(join(root, 'templates/taglint.yml'), 'utf8');
  const header = z.object({ spec: z.object({ inputs: z.record(z.string(), z.object({ default: z.string() })) }) });
  const body = z.object({
    taglint: z.object({
      variables: z.record(z.string(), z.string()),
      before_script: z.array(z.string()),
      script: z.tuple([z.string()]),
      artifacts: z.object({ when: z.literal('always'), reports: z.object({ codequality: z.string() }) }),
    }),
  });
  const [first, second] = parseAllDocuments(text).map((document): unknown => document.toJS());
  const { inputs } = header.parse(first).spec;
  const { taglint: job } = body.parse(second);

  /** Runs the script of the job with inputs in its variables. */
  function runJob(project: Project, given: Readonly<Record<string, string>> = {}): Said {
    const script = join(project.path, 'node_modules/script.sh');
    writeFileSync(script, job.script[0]);
    const variables = Object.entries(job.variables).map(([name, value]) => {
      const [, input] = /^\$\[\[ inputs\.([\w-]+) \]\]$/.exec(value) ?? [];
      return [name, input === undefined ? value : (given[input] ?? inputs[input]?.default ?? '')];
    });
    return project.run('sh', ['-e', script], Object.fromEntries(variables));
  }

  it('fills inputs into variables alone', () => {
    expect(job.script[0]).not.toContain('$[[');
    const used = [...text.matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(([, input]) => input);
    expect(new Set(used)).toEqual(new Set(Object.keys(inputs)));
  });

  it('fails for what is found, and writes the report of code quality', () => {
    using project = new Project({ 'page.html': PIXEL_PAGE });
    const { status, said } = runJob(project);
    expect(status).toBe(1);
    expect(said).toContain('consent/fires-before-consent');
    const report = JSON.parse(project.read(job.artifacts.reports.codequality));
    expect(report[0]).toMatchObject({ check_name: 'consent/fires-before-consent', location: { path: 'page.html' } });
    project.write({ 'page.html': CLEAN_PAGE });
    expect(runJob(project).status).toBe(0);
  });

  it('reads paths and arguments line by line, and no code in them', () => {
    using project = new Project({ 'a b/page.html': PIXEL_PAGE, 'c/page.html': CLEAN_PAGE });
    // npx takes longer than all the rest.
    project.write({ 'node_modules/.bin/npx': '#!/bin/sh\nshift\nexec "$@"\n' });
    chmodSync(join(project.path, 'node_modules/.bin/npx'), 0o755);
    expect(runJob(project, { paths: 'a b' }).status).toBe(1);
    expect(runJob(project, { paths: 'c\na b', arguments: '--fail-on\nnever' }).status).toBe(0);
    expect(runJob(project, { paths: '*/page.html\n!a b/**' }).status).toBe(0);
    project.commit();
    expect(runJob(project, { since: 'HEAD' }).status).toBe(0);
    expect(runJob(project, { since: '$CI_MERGE_REQUEST_DIFF_BASE_SHA' }).status).toBe(1);
    for (const value of ['$(touch pwned)', '`touch pwned`', '"; touch pwned; "', "'; touch pwned; '"]) {
      runJob(project, { paths: value, since: value, arguments: value });
      runJob(project, { paths: value });
      expect(existsSync(join(project.path, 'pwned'))).toBe(false);
    }
  });
});

describe('Dockerfile', () => {
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n');
  const of = (instruction: string): string[] =>
    lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1));

  it('runs the command as a user without rights, from what was packed', () => {
    const { name, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const [installed] = of('COPY')
      .filter((line) => line.startsWith('--from='))
      .map((line) => line.split(' ').at(-1));
    expect(of('ENTRYPOINT')).toEqual([`["node", "${installed}/node_modules/${name}/${bin.taglint}"]`]);
    expect(of('USER').at(-1)).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(lines.indexOf('USER 10001:10001')).toBeGreaterThan(
      lines.findLastIndex((line) => /^(?:RUN|COPY)/.test(line)),
    );
  });

  it('copies what the build needs, and nothing that is not in the repository', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').trim().split('\n');
    expect(ignored[0]).toBe('*');
    for (const one of ignored.slice(1).filter((line) => !line.includes('*') && line.startsWith('!')))
      expect(existsSync(join(root, one.slice(1))), one).toBe(true);
  });
});
