/** taglint in front of every commit, by what runs there already. */
import { join } from 'node:path';
import { applyEdits, modify, parse as parseJsonc } from 'jsonc-parser';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { RepositoryCommands } from './commands.ts';
import type { HookKind } from './kinds.ts';
import { type Step, textAt } from './plan.ts';
import {
  firstOf,
  isInManifest,
  LEFTHOOK_FILES,
  LINT_STAGED_CODE,
  LINT_STAGED_FILES,
  PRE_COMMIT_FILES,
  type Repository,
} from './repository.ts';

/** Whoever has written it: a line that runs taglint. */
const RUNS_TAGLINT = /^(?![ \t]*#).*\btaglint\b/m;

/** What is run in the root of the repository. */
type HookCommands = Pick<RepositoryCommands, 'staged' | 'named' | 'below'>;

/** The files that pages, scripts and containers have: lint-staged hands over nothing else. */
const STAGED_NAMES =
  '*.{html,htm,liquid,njk,j2,twig,hbs,mustache,ejs,erb,php,phtml,vue,svelte,astro,cshtml,jsp,tpl,js,mjs,cjs,ts,jsx,tsx,json}';

/**
 * Hooks that run a command look at the index; tools that hand over names of files, and that put away what is not staged by
 * themselves, let those be judged in their context: so they can also be run over everything.
 */
export function hookSteps(kind: HookKind, repository: Repository, commands: HookCommands): Step[] {
  const { root, hooks } = repository;
  const { staged: command } = commands;
  switch (kind) {
    case 'husky':
      return [shellHook(join(root, '.husky/pre-commit'), command, '')];
    case 'git':
      return hooks === undefined ? [] : [inThisClone(shellHook(join(hooks, 'pre-commit'), command, '#!/bin/sh\n'))];
    case 'lefthook':
      return [lefthook(join(root, firstOf(root, LEFTHOOK_FILES) ?? 'lefthook.yml'), command)];
    case 'pre-commit':
      return [preCommit(join(root, firstOf(root, PRE_COMMIT_FILES) ?? PRE_COMMIT_FILES[0]), commands)];
    case 'lint-staged':
      return [lintStaged(root, commands)];
    case 'none':
      return [];
  }
}

/** What stands in `.git` is nobody else's. */
function inThisClone(step: Step): Step {
  return step.kind === 'write' ? { ...step, about: `${step.about} in this clone` } : step;
}

/**
 * A script of lines: one more before the others. Behind them it might not be reached, and a script that does not end at the first
 * failure would then end with what taglint says, whatever failed before.
 */
function shellHook(file: string, command: string, head: string): Step {
  const before = textAt(file);
  if (before !== undefined && RUNS_TAGLINT.test(before)) return keep(file);
  if (before === undefined || before.trim() === '') return write(file, before, `${head}${command}\n`, true);
  const line = `${command} || exit 1`;
  if (before.startsWith('#!') && !/^#!.*\b(?:ba|da|z|k)?sh\b/.test(before))
    return byHand(file, 'it is no script of a shell: make it run', [command]);
  const [comments = ''] = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*/.exec(before) ?? [];
  return write(file, before, `${comments}${line}\n${before.slice(comments.length)}`, true);
}

function lefthook(file: string, command: string): Step {
  const before = textAt(file);
  if (before !== undefined && RUNS_TAGLINT.test(before)) return keep(file);
  const document = parseDocument(before ?? '');
  const hook = document.get('pre-commit');
  const lines = ['pre-commit:', '  commands:', '    taglint:', `      run: ${command}`];
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return byHand(file, 'it is not what lefthook reads', lines);
  if (isMap(hook) && isSeq(hook.get('jobs'))) document.addIn(['pre-commit', 'jobs'], { name: 'taglint', run: command });
  else document.setIn(['pre-commit', 'commands', 'taglint'], { run: command });
  return write(file, before, printed(document));
}

function preCommit(file: string, { named, below }: HookCommands): Step {
  const before = textAt(file);
  if (before !== undefined && RUNS_TAGLINT.test(before)) return keep(file);
  const entry = {
    repo: 'local',
    hooks: [
      {
        id: 'taglint',
        name: 'taglint',
        language: 'system',
        entry: named,
        args: ['--'],
        types: ['text'],
        ...(below !== '' && { files: `^${below.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}/` }),
        require_serial: true,
      },
    ],
  };
  const document = parseDocument(before ?? '');
  const repos = document.contents === null ? undefined : document.get('repos');
  if (document.errors.length > 0 || (document.contents !== null && !isSeq(repos)))
    return byHand(file, 'it is not what pre-commit reads', ['  - repo: local', '    hooks: [{ id: taglint, … }]']);
  if (isSeq(repos)) document.addIn(['repos'], entry);
  else document.setIn(['repos'], [entry]);
  return write(file, before, printed(document));
}

/** Keeps comments and does not break lines that were long before. */
function printed(document: ReturnType<typeof parseDocument>): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function lintStaged(root: string, { named, below }: HookCommands): Step {
  const command = `${named} --`;
  const files = below === '' ? STAGED_NAMES : `${below.replace(/[\\*?[\]{}()!+@]/g, '\\$&')}/**/${STAGED_NAMES}`;
  const code = firstOf(root, LINT_STAGED_CODE);
  const inManifest = isInManifest(root);
  const name = firstOf(root, LINT_STAGED_FILES) ?? (inManifest || code === undefined ? 'package.json' : code);
  const file = join(root, name);
  const before = textAt(file);
  if (before !== undefined && RUNS_TAGLINT.test(lintStagedText(before, name))) return keep(file);
  const line = `${JSON.stringify(files)}: ${JSON.stringify(command)}`;
  const document: unknown = before === undefined ? undefined : parseJsonc(before);
  if (name === code || before === undefined || typeof document !== 'object' || document === null)
    return byHand(file, 'add it to the configuration of lint-staged', [line]);
  const path = name === 'package.json' ? ['lint-staged', files] : [files];
  const [, indent = '  '] = /^([ \t]+)"/m.exec(before) ?? [];
  const edits = modify(before, path, command, {
    formattingOptions: {
      insertSpaces: !indent.includes('\t'),
      tabSize: indent.length,
      eol: before.includes('\r\n') ? '\r\n' : '\n',
    },
  });
  return write(file, before, applyEdits(before, edits));
}

/** Of package.json, what is of lint-staged: taglint is named among the dependencies too. */
function lintStagedText(text: string, name: string): string {
  if (name !== 'package.json') return text;
  const manifest: unknown = parseJsonc(text);
  if (typeof manifest !== 'object' || manifest === null || !('lint-staged' in manifest)) return '';
  return JSON.stringify(manifest['lint-staged']);
}

function keep(file: string): Step {
  return { kind: 'keep', file, about: 'runs taglint already' };
}

function write(file: string, before: string | undefined, text: string, isScript = false): Step {
  const about = before === undefined ? 'runs taglint before every commit' : 'runs taglint too, before every commit';
  return { kind: 'write', file, before, text, about, ...(isScript && { executable: true }) };
}

function byHand(file: string, about: string, lines: readonly string[]): Step {
  return { kind: 'by-hand', file, about, lines };
}
