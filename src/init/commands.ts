/** How hooks and pipelines run taglint in a repository. */
import type { Commands } from './pipelines.ts';
import type { Repository } from './repository.ts';

export interface RepositoryCommands extends Commands {
  /** What runs before a commit, in the root of the repository. */
  readonly staged: string;
  /** The same for tools that hand over names, which come behind it. */
  readonly named: string;
  /** The folder that is meant, from the root of the repository on; empty for all of it. */
  readonly below: string;
}

/** @param version of taglint, where the project does not say which it has */
export function commandsOf({ installed, below, lock }: Repository, version: string): RepositoryCommands {
  const base = installed ? 'npx --no-install taglint' : `npx --yes taglint@${version}`;
  // Configuration is looked for above the first path.
  const folder = below === '' ? '' : ` ${quoted(below)}`;
  return {
    staged: `${base} --staged${folder}`,
    named: `${base} --in-context`,
    below,
    taglint: `${base}${folder}`,
    install: installed ? INSTALL[lock ?? 'none'] : undefined,
  };
}

const INSTALL: Readonly<Record<NonNullable<Repository['lock']> | 'none', string>> = {
  npm: 'npm ci',
  pnpm: 'corepack enable && pnpm install --frozen-lockfile',
  yarn: 'corepack enable && yarn install --immutable',
  bun: 'npx --yes bun install --frozen-lockfile',
  none: 'npm install',
};

/** As a shell reads one word. */
function quoted(path: string): string {
  return /^[\w./@+-]+$/.test(path) && !path.startsWith('-') ? path : `'./${path.replaceAll("'", "'\\''")}'`;
}
