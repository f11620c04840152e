/** Pages that load a container, and what a run over both finds. */

import { classify } from '../../src/discover/index.ts';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import type { Finding } from '../../src/model/finding.ts';
import { GENERAL_PROFILE, type SiteProfile, type Strictness } from '../../src/model/profile.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';
import { type MatrixUnit, matrixUnit } from '../../src/report/matrix/rows.ts';
import { worstOf } from '../../src/report/matrix/worst.ts';

export const SNIPPET = (id = 'GTM-TEST'): string =>
  `(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});
var f=d.getElementsByTagName(s)[0],j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;
j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);
})(window,document,'script','dataLayer','${id}');`;

export const GTAG = 'window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }';

export function consentDefault(value: 'granted' | 'denied', more = ''): string {
  const signals = ['ad_storage', 'ad_user_data', 'ad_personalization', 'analytics_storage'];
  return `${GTAG} gtag('consent', 'default', { ${signals.map((name) => `${name}: '${value}'`).join(', ')}${more} });`;
}

/** A whole document with these scripts in its head. */
export function page(...scripts: readonly string[]): string {
  const elements = scripts.map((script) => (/^(?:<|\{%)/.test(script) ? script : `<script>${script}</script>`));
  return `<!doctype html>\n<html><head><title>Shop</title>\n${elements.join('\n')}\n</head><body></body></html>\n`;
}

export interface Found {
  readonly findings: readonly Finding[];
  readonly units: readonly MatrixUnit[];
}

/** A run over files by name, in the order in which they are given. */
export async function lintAll(
  files: Readonly<Record<string, string>>,
  { profile = {}, strictness = 'default' }: { profile?: Partial<SiteProfile>; strictness?: Strictness } = {},
): Promise<Found> {
  const units: MatrixUnit[] = [];
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    profile: { ...GENERAL_PROFILE, ...profile },
    strictness,
    loadHeavyParser: loadTypeScriptParser,
    judged: (unit) => {
      const rows = matrixUnit(unit);
      if (rows.tags.length > 0) units.push(rows);
    },
  });
  for (const [path, text] of Object.entries(files)) {
    const kind = classify(path, text);
    await linter.lint({ path, kind: kind === 'other' ? 'html' : kind, text });
  }
  return { findings: linter.result(Object.keys(files).length, 0).findings, units: worstOf(units) };
}

/** `rule severity certainty` of the findings in a file, with the tag. */
export function told({ findings }: Found, file: string, group = ''): string[] {
  return findings
    .filter((one) => one.file === file && one.rule.startsWith(group))
    .map(({ rule, severity, certainty, entity }) =>
      [rule, severity, certainty, ...(entity ? [`(${entity})`] : [])].join(' '),
    );
}

/** A row of the matrix in one line: the outcomes from the first visit to `all`. */
export function row({ units }: Found, file: string, name: string): string | undefined {
  const tag = units.find((unit) => unit.file === file)?.tags.find((one) => one.name === name);
  return (
    tag &&
    Object.values(tag.states)
      .map(({ outcome }) => outcome)
      .join(' ')
  );
}
