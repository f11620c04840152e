import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/index.ts';
import { asContainer, NAMES, withoutMarks } from '../../scripts/site/rule-examples.ts';
import { loadConfig, parseConfig } from '../../src/config/load.ts';
import { classify } from '../../src/discover/index.ts';
import { Linter } from '../../src/engine/lint.ts';
import { policyRule } from '../../src/engine/policy/rule.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Policy } from '../../src/model/policy.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';
import { policyInfo } from '../../src/report/policy.ts';
import { rangeOf } from '../rules/pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'taglint-policy-'));
mkdirSync(join(folder, '.git'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function policiesIn(config: string): readonly Policy[] {
  const file = join(folder, '.taglint.yml');
  writeFileSync(file, config);
  return loadConfig(file, folder).policies;
}

/** What the policies of a configuration find. */
async function found(config: string, text: string, path = 'page.html'): Promise<readonly Finding[]> {
  const policies = policiesIn(config);
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    policies: policies.map(policyRule),
    version: 'test',
    strictness: 'strict',
    // Patterns of files are relative to the folder of the configuration, shown paths to the current one.
    loadHeavyParser: loadTypeScriptParser,
  });
  const kind = classify(path, text);
  if (kind === 'other') throw new Error(`${path} is nothing that is read`);
  await linter.lint({ path: join(folder, path), kind, text });
  const ids = policies.map(({ id }) => id);
  return linter.result(1, 0).findings.filter(({ rule }) => ids.includes(rule));
}

const PIXEL = "<script>fbq('init', '1'); fbq('track', 'PageView');</script>";
const HOTJAR = '<script async src="https://static.hotjar.com/c/hotjar-1.js"></script>';
const UNKNOWN = '<script async src="https://cdn.visitor-pulse-metrics.io/c.js"></script>';

function policy(match: string, more = ''): string {
  return `policy:\n  p: { match: ${match}, message: "m"${more} }\n`;
}

describe('docs/policy.md', () => {
  const page = readFileSync(join(root, 'docs/policy.md'), 'utf8');
  const sections = page.split(/^### /m).slice(1);
  const fences = (text: string): { info: string; body: string }[] =>
    [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', body = '']) => ({
      info,
      body: body.slice(0, -1),
    }));

  it('shows ten policies', () => {
    expect(sections).toHaveLength(10);
  });

  describe.each(sections.map((section) => [section.split('\n', 1)[0] ?? '', section] as const))('%s', (_, section) => {
    const [config, ...examples] = fences(section);

    it('shows what is reported and what is not', () => {
      const marks = examples.map(({ body }) => withoutMarks(body).ranges.length);
      expect(marks.some((count) => count > 0)).toBe(true);
      expect(marks.some((count) => count === 0) || examples.some(({ info }) => info === 'json gtm')).toBe(true);
    });

    it.each(examples.map(({ info, body }, index) => [index + 1, info, body] as const))(
      'finds what example %i marks',
      async (_index, info, body) => {
        const [language = '', option = ''] = info.split(/ (?=file=)/);
        const path = option.slice('file='.length) || (NAMES[language] ?? 'page.html');
        const { text, ranges } = withoutMarks(language === 'json gtm' ? asContainer(body) : body);
        const findings = await found(config?.body ?? '', text, path);
        const shown = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
        expect(findings.map((one) => shown(rangeOf(one, text)))).toEqual(ranges.map(shown));
      },
    );
  });

  it('names every matcher, every purpose and every other word', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8'));
    const { match } = schema.properties.policy.additionalProperties.properties;
    for (const [name, matcher] of Object.entries<{ anyOf: { enum?: string[] }[] }>(match.properties)) {
      expect(page).toContain(`| \`${name}\` |`);
      if (name !== 'vendor') for (const word of matcher.anyOf[0]?.enum ?? []) expect(page).toContain(`\`${word}\``);
    }
  });
});

describe('the policies of presets', () => {
  const META = '<script src="https://connect.facebook.net/en_US/fbevents.js"></script>';

  it.each([
    ['bank', 'customers/login.liquid', 1],
    ['bank', 'pages/mina-sidor/index.html', 1],
    ['bank', 'blog/about.html', 0],
    ['insurance', 'claims/new.html', 1],
    ['healthcare', 'portal/home.html', 1],
    ['healthcare', 'about/team.html', 0],
    ['pharmacy', 'e-recept.html', 1],
    ['pharmacy', 'products/vitamins.html', 0],
  ])('%s: %s', async (preset, path, count) => {
    expect(await found(`extends: ${preset}\n`, META, path)).toHaveLength(count);
    expect(await found(`extends: ${preset}\n`, HOTJAR, path)).toHaveLength(0);
  });

  it('are warnings at most, whose evidence names no file that is not there', async () => {
    const [finding] = await found('extends: bank\n', META, 'login.html');
    expect(finding).toMatchObject({ severity: 'warning', file: join(folder, 'login.html'), trail: [] });
    expect(policyInfo(policiesIn('extends: bank\n')[0] ?? fail()).page).toContain('preset bank:');
  });
});

function fail(): never {
  throw new Error('there is one');
}

describe('a policy', () => {
  it.each([
    ['{ vendor: meta }', PIXEL, 1],
    ['{ vendor: [hotjar, meta] }', `${PIXEL}${HOTJAR}`, 2],
    ['{ vendor: hotjar, activity: event }', HOTJAR, 0],
    ['{ vendor: meta, activity: [init] }', PIXEL, 1],
    ['{ purpose: [replay] }', `${PIXEL}${HOTJAR}`, 1],
    ['{ host: hotjar.com }', HOTJAR, 1],
    ['{ host: jar.com }', HOTJAR, 0],
    ['{ host: visitor-pulse-metrics.io }', UNKNOWN, 1],
    ['{ host: visitor-pulse-metrics.io, activity: load }', UNKNOWN, 1],
    ['{ host: visitor-pulse-metrics.io, activity: init }', UNKNOWN, 0],
    ['{ host: visitor-pulse-metrics.io, purpose: ads }', UNKNOWN, 0],
    ['{ file: "*.html" }', `${PIXEL}${HOTJAR}${UNKNOWN}`, 3],
    ['{ file: "/page.html", vendor: meta }', PIXEL, 1],
    ['{ file: other/, vendor: meta }', PIXEL, 0],
    ['{ event: pageview }', PIXEL, 1],
    ['{ event: page* }', PIXEL, 1],
    ['{ event: [purchase, "*VIEW"] }', PIXEL, 1],
    ['{ event: "view" }', PIXEL, 0],
    ['{ consent: first-visit, vendor: meta }', PIXEL, 1],
    ['{ consent: [refused], vendor: meta }', PIXEL, 1],
    ['{ consent: first-visit, vendor: hotjar }', '<script>function later() { hj("init", 1); }</script>', 0],
    ['{ entity: x* }', PIXEL, 0],
    ['{ kind: tag }', PIXEL, 0],
    ['{ key: value }', "<script>fbq('track', 'Purchase', { value: 1, contents: [{ id: 1, name: 'x' }] });</script>", 1],
    [
      '{ key: contents.name }',
      "<script>fbq('track', 'Purchase', { name: 1, contents: [{ id: 1, name: 'x' }] });</script>",
      1,
    ],
    ['{ key: name }', "<script>fbq('track', 'Purchase', { name: 1, contents: [{ id: 1, name: 'x' }] });</script>", 2],
    ['{ key: "CONTENTS.*" }', "<script>fbq('track', 'Purchase', { contents: [{ id: 1, name: 'x' }] });</script>", 2],
    ['{ key: em, vendor: meta }', "<script>fbq('init', '1', { em: document.querySelector('#e').value });</script>", 1],
    [
      '{ key: em, origin: form-field }',
      "<script>fbq('init', '1', { em: document.querySelector('#e').value });</script>",
      1,
    ],
    [
      '{ key: em, origin: { name: "*#e*" } }',
      "<script>fbq('init', '1', { em: document.querySelector('#e').value });</script>",
      1,
    ],
    [
      '{ key: em, origin: { kind: cookie, name: "*" } }',
      "<script>fbq('init', '1', { em: document.querySelector('#e').value });</script>",
      0,
    ],
    [
      '{ key: em, origin: [cookie, form-field] }',
      "<script>fbq('init', '1', { em: 'x@example.com', ph: document.querySelector('#e').value });</script>",
      0,
    ],
    [
      '{ key: secret }',
      '<script>dataLayer.push({ event: "x", secret: 1 })</script><script async src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC123"></script>',
      1,
    ],
    ['{ activity: consent }', "<script>gtag('consent', 'default', { ad_storage: 'denied' });</script>", 1],
    ['{ vendor: google-tag }', "<script>gtag('consent', 'default', { ad_storage: 'denied' });</script>", 0],
  ])('%s', async (match, text, count) => {
    expect(await found(policy(match), text)).toHaveLength(count);
  });

  it.each([
    ['{ vendor: [meta, hotjar] }', '{ vendor: meta }', 1],
    ['{ vendor: [meta, hotjar] }', '{ file: "*.html" }', 0],
    ['{ file: "*" }', '{ purpose: ads }', 2],
    ['{ file: "*" }', '{ host: [hotjar.com, visitor-pulse-metrics.io] }', 1],
    ['{ vendor: meta }', '{ consent: marketing }', 0],
  ])('%s but not %s', async (match, not, count) => {
    expect(await found(policy(match, `, not: ${not}`), `${PIXEL}${HOTJAR}${UNKNOWN}`)).toHaveLength(count);
  });

  it('is surer of what is certain, and makes a note of what may be', async () => {
    const gated = `<script>if (window.consentGiven()) { var s = document.createElement('script'); s.src = 'https://static.hotjar.com/c/hotjar-1.js'; document.head.append(s); }</script>`;
    const [note] = await found(policy('{ consent: first-visit, vendor: hotjar }'), gated);
    expect(note).toMatchObject({ severity: 'note', certainty: 'possible' });
    const [sure] = await found(policy('{ vendor: hotjar }'), gated);
    expect(sure).toMatchObject({ severity: 'error', certainty: 'certain' });
    const [unreached] = await found(
      policy('{ vendor: meta }'),
      "<script>function later() { fbq('track', 'x'); }</script>",
    );
    expect(unreached).toMatchObject({ certainty: 'likely' });
  });

  it('says what was found, and where the policy stands', async () => {
    const config = `# ours\npolicy:\n  p:\n    match: { key: "e*" }\n    message: "{vendor} gets {key} with {event} of {entity} {other}"\n`;
    await expect(found(config, '')).rejects.toThrow(
      /\.taglint\.yml:5:14: policy\.p\.message says \{other\}; known are/,
    );
    const [finding] = await found(
      config.replace(' {other}', ''),
      "<script>fbq('track', 'Lead', { extra: 1 });</script>",
    );
    expect(finding?.message).toBe('Meta Pixel gets extra with Lead of the tag');
    expect(finding?.trail.at(-1)).toMatchObject({ message: 'the policy', file: '.taglint.yml', line: 3 });
  });

  it('judges tags and parts of containers', async () => {
    const tag = (name: string, html: string, more = ''): string =>
      `{ "tagId": "${name.length}", "name": ${JSON.stringify(name)}, "type": "html", "parameter": [{ "type": "TEMPLATE", "key": "html", "value": ${JSON.stringify(html)} }], "firingTriggerId": ["2147479553"]${more} }`;
    const container = asContainer(
      `{ "tag": [${tag('Pixel', PIXEL)}, ${tag('Old pixel', HOTJAR, ', "paused": true')}] }`,
    );
    const names = async (match: string): Promise<string[]> =>
      (await found(policy(match), container, 'c.json')).map(({ entity, severity }) => `${entity} ${severity}`);
    expect(await names('{ vendor: [meta, hotjar] }')).toEqual(['Pixel error', 'Old pixel note']);
    expect(await names('{ vendor: [meta, hotjar], entity: "old *" }')).toEqual(['Old pixel note']);
    expect(await names('{ type: html }')).toEqual(['Pixel error', 'Old pixel note']);
    expect(await names('{ kind: trigger }')).toEqual([]);
    expect(await names('{ consent: first-visit, type: html }')).toEqual(['Pixel error', 'Old pixel note']);
  });

  it('has one finding for a vendor in a page, with the places in its evidence', async () => {
    const findings = await found(policy('{ vendor: meta }'), PIXEL + PIXEL);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.trail.map(({ message }) => message)).toEqual([
      'here too',
      'here too',
      'here too',
      'the policy',
    ]);
  });

  it('has a page made of what the configuration says', () => {
    const [one] = policiesIn(
      'policy:\n  p:\n    match: { key: "e*" }\n    message: "{vendor} gets {key} ``` x"\n    why: Because.\n',
    );
    expect(one && policyInfo(one)).toMatchObject({
      id: 'policy/p',
      title: 'A vendor gets a value ``` x',
      severity: 'error',
    });
    expect(one && policyInfo(one).page).toBe(
      '# A vendor gets a value ``` x\n\n`policy/p` · **error** · a policy of this site (.taglint.yml:2:3)\n\n## Why\n\nBecause.\n\n## What it is about\n\n' +
        '````yaml\np:\n    match: { key: "e*" }\n    message: "{vendor} gets {key} ``` x"\n    why: Because.\n````',
    );
  });

  it('takes time linear in what it is matched with', async () => {
    const pattern = '*a*a*a*a*a*a*a*b';
    const key = 'a'.repeat(20_000);
    const text = `<script>fbq('track', 'x', { ${key}: 1 });</script>`;
    expect(await found(policy(`{ key: "${pattern}" }`), text)).toHaveLength(0);
  });
});

describe('a wrong policy', () => {
  const refused = (text: string): string => {
    try {
      parseConfig(text, 'c.yml');
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
    return '';
  };

  it.each([
    [
      '{ vendor: metta }',
      /^c\.yml:2:25: policy\.p\.match\.vendor: there is no vendor "metta" \(did you mean meta\?\)$/,
    ],
    ['{ vendor: [meta, hotjr] }', /^c\.yml:2:32: policy\.p\.match\.vendor\.1: .*did you mean hotjar/],
    ['{ vendors: meta }', /^c\.yml:2:17: "vendors" is no key of policy\.p\.match \(did you mean vendor\?\)$/],
    ['{ state: all }', /"state" is no key of policy\.p\.match/],
    ['{ purpose: advertising }', /purpose is "advertising", expected ads, analytics,/],
    ['{ activity: loads }', /activity is "loads", .*did you mean load/],
    [
      '{ consent: [firstvisit] }',
      /^c\.yml:2:27: policy\.p\.match\.consent\.0 is "firstvisit", .*did you mean first-visit/,
    ],
    ['{ kind: tags }', /did you mean tag\?/],
    [
      '{ host: "*.example.com" }',
      /"\*\.example\.com" is no host such as cdn\.example\.com, which means all below it too/,
    ],
    ['{ host: https://x.example.com }', /is no host/],
    ['{ origin: form }', /origin is "form", expected form-field, template,/],
    [
      '{ origin: { kind: formfield } }',
      /^c\.yml:2:33: policy\.p\.match\.origin\.kind is "formfield", .*did you mean form-field/,
    ],
    ['{ origin: [url, { nam: x }] }', /"nam" is no key of policy\.p\.match\.origin\.1 \(did you mean name\?\)/],
    ['{ origin: {} }', /origin names no origin, expected kind or name/],
    ['{ key: [] }', /key is empty/],
    ['{ key: "" }', /key is empty/],
    ['{ key: 5 }', /key: expected a text/],
    ['{ key: { a: b } }', /key: expected a text/],
    [`{ key: ${'a'.repeat(201)} }`, /key is too long/],
    ['{ key: "*********" }', /key has more than 8 stars/],
    ['{}', /match names nothing: a policy is about/],
    ['5', /match: expected keys with values/],
  ])('that matches %s', (match, message) => {
    expect(refused(`policy:\n  p: { match: ${match}, message: m }\n`)).toMatch(message);
  });

  it.each([
    ['p: { message: m }', /^c\.yml:2:6: policy\.p\.match: expected keys with values/],
    ['p: { match: { vendor: meta } }', /policy\.p\.message: expected a text/],
    ['p: { match: { vendor: meta }, message: " " }', /message is empty/],
    ['p: { match: { vendor: meta }, message: "{vendr}" }', /message says \{vendr\} \(did you mean vendor\?\)/],
    [
      'p: { match: { vendor: meta }, message: m, severity: fatal }',
      /severity is "fatal", expected error, warning or note/,
    ],
    [
      'p: { match: { vendor: meta }, message: m, remdy: x }',
      /"remdy" is no key of policy\.p \(did you mean remedy\?\)/,
    ],
    [
      'No Replay: { match: { vendor: meta }, message: m }',
      /^c\.yml:2:3: "No Replay" is no name of a policy: small letters/,
    ],
    ['unlisted-vendor: { match: { vendor: meta }, message: m }', /policy\.unlisted-vendor is a rule of taglint/],
    ['__proto__: { match: { vendor: meta }, message: m }', /^c\.yml:2:3: "__proto__" is no key/],
    ['- { match: { vendor: meta }, message: m }', /policy: expected keys with values/],
  ])('%s', (entry, message) => {
    expect(refused(`policy:\n  ${entry}\n`)).toMatch(message);
  });

  it('is no rule that may be set', () => {
    const declared = 'policy:\n  p: { match: { vendor: meta }, message: m }\n';
    expect(
      refused(`${declared}rules: { policy/p: note }\noverrides: [{ files: [a], rules: { policy/p: off } }]\n`),
    ).toBe('');
    expect(refused(`${declared}rules: { policy/q: note }\n`)).toMatch(
      /no rule "policy\/q" \(did you mean policy\/p\?\)/,
    );
    expect(refused('rules: { policy/p: note }\n')).toMatch(/there is no rule "policy\/p"/);
  });
});
