/** Which files of the project are pages of the site, where each of them goes, and how they are grouped. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { law } from '../../src/generated/law.ts';
import { ruleList } from '../../src/generated/rule-list.ts';
import { withRepair } from '../generate/repairs.ts';

export interface Page {
  /** Path of the Markdown file in the project. */
  readonly source: string;
  /** Path of the page in the site. */
  readonly target: string;
  readonly title: string;
  readonly text: string;
}

export interface PageGroup {
  readonly title: string;
  readonly pages: readonly Page[];
}

/** In the order in which somebody reads them; what else lies in `docs/` comes behind them. */
const GUIDES: readonly (readonly [source: string, target: string, title?: string])[] = [
  ['docs/index.md', 'index.html', 'Overview'],
  ['README.md', 'guide.html', 'Guide'],
  ['docs/for-data-protection-officers.md', 'for-data-protection-officers.html'],
  ['docs/report.md', 'report.html'],
  ['docs/consent-states.md', 'consent-states.html'],
  ['docs/configuration.md', 'configuration.html'],
  ['docs/policy.md', 'policy.html', 'Policies'],
  ['docs/recipes.md', 'recipes.html'],
];
const REFERENCE_LAST: readonly (readonly [source: string, target: string, title?: string])[] = [
  ['examples/README.md', 'examples/index.html', 'Examples'],
  ['CONTRIBUTING.md', 'contributing.html'],
];

/** @param root the project's folder */
export function sitePages(root: string): PageGroup[] {
  const page = (source: string, target: string, title?: string): Page => {
    const text = readFileSync(join(root, source), 'utf8');
    return { source, target, text, title: title ?? titleOf(text, source) };
  };
  const guides = GUIDES.map((one) => page(...one));
  const known = new Set(guides.map(({ source }) => source));
  const others = readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md') && !known.has(`docs/${name}`))
    .sort()
    .map((name) => page(`docs/${name}`, name.replace(/\.md$/, '.html')));
  const rules = ruleList.map(({ id, law, repair }): Page => {
    const one = page(`rules/${id}.md`, `rules/${id}.html`, id);
    return { ...one, text: `${withRepair(one.text, repair).trimEnd()}\n${lawSection(law)}` };
  });
  const groups = [...new Set(rules.map(({ title }) => title.slice(0, title.indexOf('/'))))];
  return [
    { title: 'Read', pages: guides },
    { title: 'Look up', pages: [...others, ...REFERENCE_LAST.map((one) => page(...one))] },
    ...groups.map((group) => ({
      title: `Rules: ${group}`,
      pages: rules.filter(({ title }) => title.startsWith(`${group}/`)),
    })),
  ];
}

/** Folders that pages lead to, and the page that tells of what is in them. */
const FOLDERS: Readonly<Record<string, string>> = {
  'rules/catalog/vendors': 'vendors.html',
  'rules/catalog/cmps': 'consent-platforms.html',
};

/** Where a file of the project is in the site: a page, or the file itself. Undefined for what is not there. */
export function targetOf(source: string, root: string, pages: readonly Page[]): string | undefined {
  const page = pages.find((one) => one.source === source);
  if (page) return page.target;
  return FOLDERS[source] ?? (existsSync(join(root, source)) ? source : undefined);
}

function lawSection(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const lines = ids.map((id) => {
    const title = law.find((entry) => entry.id === id)?.title ?? id;
    return `- [${id}](../../docs/law.md#${id.toLowerCase()}): ${title}`;
  });
  return `\n## Law\n\n${lines.join('\n')}\n`;
}

function titleOf(text: string, source: string): string {
  const [, title] = /^# (.+)$/m.exec(text) ?? [];
  if (title === undefined) throw new Error(`${source}: has no heading`);
  return title.replaceAll('`', '');
}
