/** Finds the rules in `rules/<group>/` and makes their registry. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { banner } from './module-text.ts';

export interface RuleFile {
  /** `<group>/<name>`, as in findings. */
  readonly id: string;
  /** Path of the module, below the folder of rules. */
  readonly module: string;
  /** Path of the page beside it. */
  readonly page: string;
}

/**
 * @param folder the folder of rules, as it is to be named in messages
 * @returns the rules in the order of their ids
 * @throws Error for a rule without its page, a page without its rule, and a module that exports no `rule`
 */
export function ruleFiles(folder: string): RuleFile[] {
  const found: RuleFile[] = [];
  const problems: string[] = [];
  for (const group of readdirSync(folder, { withFileTypes: true })) {
    if (!group.isDirectory() || group.name === 'catalog') continue;
    for (const name of readdirSync(join(folder, group.name))) {
      const path = `${folder}/${group.name}/${name}`;
      const stem = path.replace(/\.[^./]*$/, '');
      if (name.endsWith('.md') && !existsSync(`${stem}.ts`)) problems.push(`${path}: no rule ${stem}.ts beside it`);
      if (!name.endsWith('.ts')) continue;
      if (!existsSync(`${stem}.md`)) problems.push(`${path}: its page ${stem}.md is missing`);
      if (!/^export const rule\b/m.test(readFileSync(path, 'utf8'))) problems.push(`${path}: exports no \`rule\``);
      found.push({ id: `${group.name}/${name.slice(0, -'.ts'.length)}`, module: path, page: `${stem}.md` });
    }
  }
  if (problems.length > 0) throw new Error(problems.sort().join('\n'));
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const severity = z.enum(['error', 'warning', 'note']);

/** What commands say of a rule without loading it. */
const metaSchema = z.object({
  id: z.string(),
  title: z.string(),
  severity,
  law: z.array(z.string()),
  repair: z.enum(['safe', 'suggested']).optional(),
  options: z.record(z.string(), z.string()).optional(),
});

/**
 * What the rules say of themselves, in the order of their ids.
 * @throws Error for a rule whose id is not that of its file
 */
export async function ruleMetas(rules: readonly RuleFile[]): Promise<z.infer<typeof metaSchema>[]> {
  const modules = await Promise.all(
    rules.map(async ({ module }): Promise<unknown> => await import(pathToFileURL(resolve(module)).href)),
  );
  const metas = modules.map((loaded) => z.object({ rule: z.object({ meta: metaSchema }) }).parse(loaded).rule.meta);
  const stray = rules.find(({ id }, index) => metas[index]?.id !== id);
  if (stray) throw new Error(`${stray.module}: its id is not ${stray.id}`);
  return metas;
}

/** The module with all rules in the order of their ids. */
export function registryModule(rules: readonly RuleFile[]): string {
  const name = (id: string): string => id.replace(/[^a-z0-9]+(.)/g, (_, next: string) => next.toUpperCase());
  const imports = rules.map(({ id, module }) => `import { rule as ${name(id)} } from '../../${module}';\n`);
  const entries = rules.map(({ id }) => `  ${name(id)},\n`);
  return `${banner}import type { Rule } from '../model/rule.ts';
${imports.join('')}
export const rules: readonly Rule[] = [
${entries.join('')}];
`;
}

/** The text of every rule's page, by id. */
export function ruleDocs(rules: readonly RuleFile[]): Record<string, string> {
  return Object.fromEntries(rules.map(({ id, page }) => [id, readFileSync(page, 'utf8')]));
}
