/** taglint in the pipelines of a repository. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { PipelineKind } from './kinds.ts';
import { type Step, textAt, wholeFile } from './plan.ts';
import type { Repository } from './repository.ts';

const RUNS_TAGLINT = /^(?![ \t]*#).*\btaglint\b/m;
const WORKFLOW = '.github/workflows/taglint.yml';

export interface Commands {
  /** Makes taglint available, where something has to. */
  readonly install: string | undefined;
  /** taglint, with the folder that is meant, and room for options. */
  readonly taglint: string;
}

export function pipelineSteps(kind: PipelineKind, { root }: Repository, commands: Commands, force: boolean): Step[] {
  switch (kind) {
    case 'github':
      return [github(root, commands, force)];
    case 'gitlab':
      return [gitlab(join(root, '.gitlab-ci.yml'), commands)];
    case 'none':
      return [];
  }
}

/** Actions are pinned: what a tag names may change. */
function github(root: string, { install, taglint }: Commands, force: boolean): Step {
  const file = join(root, WORKFLOW);
  const other = workflows(root).find(
    (name) => join(root, name) !== file && RUNS_TAGLINT.test(textAt(join(root, name)) ?? ''),
  );
  if (other !== undefined) return { kind: 'keep', file: join(root, other), about: 'runs taglint already' };
  const text = `name: taglint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  taglint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
      - uses: actions/setup-node@249970729cb0ef3589644e2896645e5dc5ba9c38 # v6.5.0
        with: { node-version: 22 }
${install === undefined ? '' : `      - run: ${install}\n`}      - run: ${taglint} --format github
`;
  return wholeFile(file, text, 'fails a pull request that brings new findings, and shows them in it', force);
}

function workflows(root: string): string[] {
  try {
    const names = readdirSync(join(root, '.github/workflows'));
    return names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `.github/workflows/${name}`);
  } catch {
    return [];
  }
}

function gitlab(file: string, { install, taglint }: Commands): Step {
  const before = textAt(file);
  if (before !== undefined && RUNS_TAGLINT.test(before)) return { kind: 'keep', file, about: 'runs taglint already' };
  const document = parseDocument(before ?? '', { logLevel: 'silent' });
  const stages = isMap(document.contents) ? document.get('stages') : undefined;
  const names: unknown = isSeq(stages) ? stages.toJSON() : undefined;
  // A job without a stage is of `test`, which a pipeline with stages of its own may not have.
  const stage = Array.isArray(names) && !names.includes('test') ? names[0] : undefined;
  const job = [
    'taglint:',
    ...(typeof stage === 'string' ? [`  stage: ${stage}`] : []),
    '  image: node:22-slim',
    '  script:',
    ...(install === undefined ? [] : [`    - ${install}`]),
    `    - ${taglint} --format gitlab=gl-code-quality-report.json --format stylish`,
    '  artifacts:',
    '    when: always',
    '    reports:',
    '      codequality: gl-code-quality-report.json',
  ];
  if (before !== undefined && document.contents !== null && !isMap(document.contents))
    return { kind: 'by-hand', file, about: 'it is not what GitLab reads', lines: job };
  const lead = before === undefined || before === '' ? '' : `${before.replace(/\n*$/, '\n')}\n`;
  const about = 'a job that fails where there are new findings, and shows them in the merge request';
  return { kind: 'write', file, before, text: `${lead}${job.join('\n')}\n`, about };
}
