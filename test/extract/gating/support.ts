import { judge } from '../../../src/analyze/judge.ts';
import { CatalogIndex } from '../../../src/extract/catalog-index.ts';
import type { ExtractedUnit } from '../../../src/extract/extracted.ts';
import { settled } from '../../../src/extract/gates/settle.ts';
import { PageReader } from '../../../src/extract/page/reader.ts';
import { maskingOf, plain } from '../../../src/extract/templates/masking.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { CONSENT_STATES, type ConsentState } from '../../../src/model/guard.ts';
import { GENERAL_PROFILE } from '../../../src/model/profile.ts';
import type { SiteGate } from '../../../src/model/site-gate.ts';
import type { Outcome, Unit } from '../../../src/model/unit.ts';
import { componentSyntaxOf } from '../../../src/parse/component/syntax.ts';
import { type HeavyParser, type ScriptLanguage, ScriptParser } from '../../../src/parse/script.ts';
import { Source } from '../../../src/text/source.ts';

/**
 * Name (it begins with the number of the pattern in the facts on gating), code, expected outcomes, file extension or name.
 * Code that does not begin with `<` or template syntax stands in a script element of a page.
 *
 * Expected: the outcome on a first visit, then outcomes in other states by their first letter (`r:blocked m:runs`), one
 * outcome a state. What the unit defines has an outcome; what it takes from elsewhere (a property, a hook of a package, a
 * value that the server writes into a script) is `unknown`. Further files of the site follow after lines `=== name.ext`. `@vendor` asks for another vendor than Meta, `@beacon` for images and frames in the markup.
 */
export type Case = readonly [name: string, code: string, expected: string, extension?: string];

/** The usual snippet, as the vendor hands it out. */
export const SNIPPET =
  "!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');";
const PIX = `${SNIPPET}fbq('init','1234567890');fbq('track','PageView');`;
const INSERT =
  "(function(d){var s=d.createElement('script');s.async=!0;s.src='https://connect.facebook.net/en_US/fbevents.js';d.head.appendChild(s)})(document)";

/**
 * PIX: the snippet with init and event; LOADS: a declaration of `loadPixel()` that holds it; INSERT: an expression that
 * inserts the script; TAG: the snippet in a script element; SRC: the address of the script.
 */
export function expand(code: string): string {
  return code
    .replaceAll('LOADS', () => `function loadPixel(){${PIX}}`)
    .replaceAll('TAG', () => `<script>${PIX}</script>`)
    .replaceAll('PIX', () => PIX)
    .replaceAll('INSERT', () => INSERT)
    .replaceAll('SRC', () => 'https://connect.facebook.net/en_US/fbevents.js');
}

const plainIndex = new CatalogIndex(catalog);

export function read(
  code: string,
  extension: string,
  heavy?: HeavyParser,
  onlyHeavy = false,
  gates: readonly SiteGate[] = [],
): Unit {
  const index = gates.length === 0 ? plainIndex : new CatalogIndex(catalog, gates);
  const path = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(extension) ? extension : `page.${extension}`;
  const script = /\.[cm]?[jt]sx?$/.test(path);
  const syntax = componentSyntaxOf(path);
  const [main = '', ...others] = code.split(/^=== /m);
  const text =
    script || syntax || /^\s*[<{@#]/.test(main)
      ? main
      : `<!doctype html><html><head><script>\n${main}\n</script></head><body></body></html>`;
  const source = new Source(path, text);
  const files = others.map((one) => {
    const name = /^\S*/.exec(one)?.[0] ?? '';
    return { source: new Source(name, one.slice(name.length)), language: languageOf(name) };
  });
  const parser = new ScriptParser();
  parser.heavy = heavy;
  if (onlyHeavy && heavy) {
    parser.parse = (masked, language) => {
      try {
        return { ok: true, program: heavy(masked, language) };
      } catch {
        return { ok: false, message: '', offset: 0 };
      }
    };
  }
  const resolve = (address: string) => {
    const wanted = address.replace(/^[.@~]*\//, '').replace(/^lib\//, '');
    return files.find(({ source: file }) => file.name === wanted || file.name.replace(/\.\w+$/, '') === wanted);
  };
  const reader = new PageReader(source, { catalog: index, parser, resolve });
  const masking = syntax ? undefined : maskingOf(source, index.gates);
  const facts = syntax
    ? reader.readComponent(source, syntax)
    : script
      ? reader.readScript(source, masking ?? plain(text), languageOf(source.name))
      : reader.read(source, masking ?? plain(text));
  const unit: ExtractedUnit = { kind: 'page', source, entities: [], ...facts };
  return judge(index.gates ? settled(unit, index.gates) : unit, catalog, GENERAL_PROFILE);
}

function languageOf(name: string): ScriptLanguage {
  const extension = /\.[cm]?([jt]sx?)$/.exec(name)?.[1];
  return extension === 'tsx' || extension === 'ts' || extension === 'jsx' ? extension : 'js';
}

function outcomesOf(unit: Unit, vendor: string): Record<ConsentState, Outcome> {
  const table: Record<ConsentState, Outcome> = {
    'first-visit': 'blocked',
    refused: 'blocked',
    preferences: 'blocked',
    statistics: 'blocked',
    marketing: 'blocked',
    all: 'blocked',
  };
  if (vendor === 'beacon') {
    const [beacon] = unit.activities.filter(
      (activity) => activity.carrier === 'noscript' || activity.carrier === 'element',
    );
    if (beacon) for (const state of CONSENT_STATES) table[state] = beacon.states[state].outcome;
    return table;
  }
  const tag = unit.tags.find((one) => one.vendor.id === vendor);
  if (tag) for (const state of CONSENT_STATES) table[state] = tag.states[state].outcome;
  return table;
}

/** What the engine says of a case, next to what is expected: equal where it is right. */
export function compareCase(
  [, code, expected, extension]: Case,
  heavy: HeavyParser,
  gates: readonly SiteGate[] = [],
): { got: string; wanted: string } {
  const words = expected.split(/\s+/);
  const vendor = words.find((word) => word.startsWith('@'))?.slice(1) ?? 'meta';
  const outcomes = outcomesOf(read(expand(code), extension ?? 'html', heavy, false, gates), vendor);
  const got: string[] = [];
  const wanted: string[] = [];
  for (const word of words) {
    if (word.startsWith('@')) continue;
    const [key, value] = word.includes(':') ? word.split(':') : ['f', word];
    const state = CONSENT_STATES.find((one) => one.startsWith(key ?? 'f'));
    if (!state || value === undefined) throw new Error(`not an expectation: ${word}`);
    const outcome = outcomes[state];
    got.push(`${key}:${outcome}`);
    wanted.push(`${key}:${value}`);
  }
  return { got: got.join(' '), wanted: wanted.join(' ') };
}
