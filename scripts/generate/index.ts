/**
 * Makes `src/generated/`: the compiled catalogue, the sensitive vocabulary, the rule registry and the rules' pages, and the
 * small modules that a run needs before it knows whether there is anything to judge.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RepairKind } from '../../src/model/finding.ts';
import { compileCatalog, compileLaw, readCatalog } from '../catalog/compile.ts';
import { loadSensitive } from '../catalog/load-sensitive.ts';
import { configSchemaText } from './config-schema.ts';
import { coveragePage } from './coverage.ts';
import { platformsPage, vendorsPage } from './docs.ts';
import { documentSchemas } from './document-schemas.ts';
import { lawPage } from './law.ts';
import { type Ids, idsModule, interestModule, versionModule } from './light.ts';
import { jsonModule } from './module-text.ts';
import { partyList } from './parties.ts';
import { presetTexts } from './presets.ts';
import { projectKinds } from './projects.ts';
import { withRepair } from './repairs.ts';
import { reportPage } from './report-page.ts';
import { ruleIndexPage } from './rule-index.ts';
import { registryModule, ruleDocs, ruleFiles, ruleMetas } from './rules.ts';

/** The project's folder. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url));

const outputs = [
  'catalog.ts',
  'ids.ts',
  'interest.ts',
  'law.ts',
  'parties.ts',
  'presets.ts',
  'projects.ts',
  'report-page.ts',
  'rule-docs.ts',
  'rule-list.ts',
  'rules.ts',
  'sensitive.ts',
  'version.ts',
] as const;
const folder = join(root, 'src/generated');
const manifest = join(root, 'package.json');

/** Of the rules that have any, by id. */
type Repairs = Readonly<Record<string, RepairKind>>;

/** What is committed, unlike the modules: editors fetch the schema from the repository and the package, people read the pages there. */
export function committedTexts(ids: Ids, repairs: Repairs): Record<string, string> {
  const { vendors, platforms, law } = readCatalog(join(root, 'rules/catalog'));
  const pages = ruleDocs(ruleFiles(join(root, 'rules')));
  return {
    'schemas/config.schema.json': configSchemaText(ids),
    ...documentSchemas(),
    'docs/vendors.md': vendorsPage(vendors),
    'docs/consent-platforms.md': platformsPage(platforms),
    'docs/coverage.md': coveragePage(pages),
    'docs/rules.md': ruleIndexPage(pages, repairs),
    'docs/law.md': lawPage(law),
  };
}

/**
 * Writes every generated module whose text has changed.
 * @throws Error naming file (and line) of an invalid catalogue file, or of a rule without its page
 */
export async function generate(): Promise<void> {
  // Paths in messages are relative to the project, whatever folder the command was started in.
  process.chdir(root);
  const rules = ruleFiles('rules');
  const catalog = compileCatalog('rules/catalog');
  const metas = await ruleMetas(rules);
  const repairs: Repairs = Object.fromEntries(metas.flatMap(({ id, repair }) => (repair ? [[id, repair]] : [])));
  const ids = {
    ruleIds: rules.map(({ id }) => id),
    vendorIds: catalog.vendors.map(({ id }) => id),
    platformIds: catalog.cmps.map(({ id }) => id),
    presetNames: Object.keys(presetTexts('rules/presets')),
    ruleOptions: Object.fromEntries(metas.flatMap(({ id, options }) => (options ? [[id, options]] : []))),
  };
  const texts: Record<(typeof outputs)[number], string> = {
    'catalog.ts': jsonModule({
      name: 'catalog',
      type: 'Catalog',
      from: '../model/catalog.ts',
      value: { ...catalog, interest: undefined },
      shared: { interest: './interest.ts' },
      // What most calls say of themselves.
      repeated: '"each":false,"where":[],"unless":[],"holds":[],"hands":[]',
    }),
    'law.ts': jsonModule({
      name: 'law',
      type: 'readonly LawEntry[]',
      from: '../model/catalog.ts',
      value: compileLaw('rules/catalog'),
    }),
    'ids.ts': idsModule(ids),
    'interest.ts': interestModule(catalog),
    'parties.ts': jsonModule({
      name: 'parties',
      type: 'PartyList',
      from: '../model/parties.ts',
      value: partyList('rules/catalog/shared-hosts.yaml', 'rules/catalog/code-hosts.yaml'),
    }),
    'projects.ts': jsonModule({
      name: 'projectKinds',
      type: 'readonly ProjectKind[]',
      from: '../init/projects.ts',
      value: projectKinds('rules/catalog/projects.yaml'),
    }),
    'presets.ts': jsonModule({
      name: 'presets',
      type: 'Readonly<Record<string, string>>',
      value: presetTexts('rules/presets'),
    }),
    'report-page.ts': jsonModule({
      name: 'pageAssets',
      type: 'PageAssets',
      from: '../report/html/assets.ts',
      value: await reportPage('src/report/html/page'),
    }),
    'version.ts': versionModule(manifest),
    'sensitive.ts': jsonModule({
      name: 'sensitive',
      type: 'SensitiveData',
      from: '../model/sensitive.ts',
      value: loadSensitive('rules/catalog/sensitive'),
    }),
    'rules.ts': registryModule(rules),
    'rule-list.ts': jsonModule({
      name: 'ruleList',
      type: 'readonly RuleSummary[]',
      from: '../model/rule.ts',
      value: metas.map(({ id, title, severity, law, repair }) => ({ id, title, severity, law, repair })),
    }),
    'rule-docs.ts': jsonModule({
      name: 'ruleDocs',
      type: 'Readonly<Record<string, string>>',
      value: Object.fromEntries(
        Object.entries(ruleDocs(rules)).map(([id, page]) => [id, withRepair(page, repairs[id])]),
      ),
    }),
  };
  mkdirSync(folder, { recursive: true });
  for (const name of outputs) write(join(folder, name), texts[name]);
  // Where changes are checked nothing may repair what was committed: a test compares it.
  if (process.env.CI === undefined) {
    mkdirSync(join(root, 'docs'), { recursive: true });
    for (const [name, text] of Object.entries(committedTexts(ids, repairs))) write(join(root, name), text);
  }
  for (const name of readdirSync(folder)) {
    if (!outputs.some((output) => name.startsWith(output))) rmSync(join(folder, name), { recursive: true });
  }
}

/** Runs `generate` when a generated module is missing or older than what it is made from. */
export async function generateIfStale(): Promise<void> {
  const oldest = Math.min(...outputs.map((name) => modified(join(folder, name))));
  if (oldest < newest([join(root, 'rules'), join(root, 'scripts'), join(root, 'src/report/html/page'), manifest]))
    await generate();
}

/** The file appears whole or not at all, because tests that run at the same time may be reading it. */
function write(file: string, text: string): void {
  if (modified(file) > 0 && readFileSync(file, 'utf8') === text) {
    const now = new Date();
    utimesSync(file, now, now);
    return;
  }
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
  console.log(`generated ${relative(root, file)}`);
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Folders count too: removing a file changes nothing else. */
function newest(paths: readonly string[]): number {
  let latest = 0;
  for (const path of paths) {
    latest = Math.max(latest, modified(path));
    if (!statSync(path).isDirectory()) continue;
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inner = join(path, entry.name);
      latest = Math.max(latest, entry.isDirectory() ? newest([inner]) : modified(inner));
    }
  }
  return latest;
}
