/** Where taglint can be put; options name them, so this loads nothing. */

/** What runs before a commit. `git`: a hook in the clone itself, which nobody else gets. */
export const HOOKS = ['husky', 'lefthook', 'pre-commit', 'lint-staged', 'git', 'none'] as const;
export type HookKind = (typeof HOOKS)[number];

export const PIPELINES = ['github', 'gitlab', 'none'] as const;
export type PipelineKind = (typeof PIPELINES)[number];
