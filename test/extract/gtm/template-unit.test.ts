import { describe, expect, it } from 'vitest';
import type { ExtractedUnit } from '../../../src/extract/extracted.ts';
import { extractTemplate } from '../../../src/extract/gtm/template-reader.ts';
import { ScriptParser } from '../../../src/parse/script.ts';
import { resolveLocation } from '../../../src/text/location.ts';
import { Source } from '../../../src/text/source.ts';
import { printGuard, printValue } from './build.ts';
import { TEST_CATALOG } from './catalog.ts';
import { field, type TemplateParts, templateText } from './template.ts';

const PIXEL = 'https://cdn.social.example/pixel.js';

function read(text: string): ExtractedUnit {
  return extractTemplate(new Source('template.tpl', text), { catalog: TEST_CATALOG, parser: new ScriptParser() });
}

function activities(code: string, parts: TemplateParts = {}): string[] {
  return read(templateText(code, parts)).activities.map(
    ({ kind, vendor, guard, values }) =>
      `${kind} ${vendor.id} ${printGuard(guard)}${values.signals ? ` ${printValue(values.signals)}` : ''}`,
  );
}

function problems(text: string): string[] {
  return read(text).problems.map(({ message, location }) => {
    const { line, column } = resolveLocation(location);
    return `${line}:${column} ${message}`;
  });
}

describe('a template that is a file of its own', () => {
  it('does what its code does with the fields of a tag that was just made', () => {
    const code = `if (data.off) return; require('injectScript')('${PIXEL}');`;
    expect(activities(code)).toEqual(['load social true']);
    expect(activities(code, { parameters: [field('CHECKBOX', 'off', { defaultValue: true })] })).toEqual([]);
    const consent = "require('setDefaultConsentState')({ ad_storage: data.ads, analytics_storage: 'denied' });";
    const ads = field('SELECT', 'ads', { selectItems: [{ value: 'granted' }, { value: 'denied' }] });
    expect(activities(consent, { parameters: [ads] })).toEqual([
      'consent tag-manager true { ad_storage: "granted", analytics_storage: "denied" }',
    ]);
  });

  it('shows whom it is for where it does nothing before a field is filled in', () => {
    const code = `if (data.id) require('sendPixel')('https://social.example/tr?id=' + data.id + '&em=' + data.mail);`;
    expect(activities(code, { parameters: [field('TEXT', 'id'), field('TEXT', 'mail')] })).toEqual([
      'load social free[data.id]',
    ]);
  });

  it('keeps the places in the file', () => {
    const code = `const inject = require('injectScript');\ninject('${PIXEL}', data.gtmOnSuccess);`;
    const text = templateText(code);
    const [load] = read(text).activities;
    expect(load?.location.source.text.slice(load.location.start, load.location.end)).toMatch(/^inject\(.*\)$/);
    const found = load && resolveLocation(load.location);
    expect(text.slice(found?.start, found?.end)).toMatch(/^inject\(.*\)$/);
    expect(found?.path.map(({ label, line }) => `${label} ${line}`)).toEqual(['sandboxed JavaScript 4']);
    const [entity] = read(text).entities;
    const named = entity && resolveLocation(entity.location);
    expect(text.slice(named?.start, named?.end)).toBe('Own');
  });

  it('is read whatever its line ends are', () => {
    const code = `const inject = require('injectScript');\ninject('${PIXEL}');`;
    const text = `\uFEFF${templateText(code).replaceAll('\n', '\r\n')}`;
    expect(read(text).activities.map(({ kind }) => kind)).toEqual(['load']);
  });

  it('tells what is broken, and where', () => {
    expect(problems(templateText('const a = ;'))).toEqual(["21:11 the sandboxed code (Unexpected token: ';')"]);
    expect(problems('___INFO___\n\n{ "type": "TAG",\n\n___SANDBOXED_JS_FOR_WEB_TEMPLATE___\n\nlet a;\n')).toEqual([
      '4:1 invalid JSON in the section INFO: the text ends inside an object',
    ]);
    expect(problems('___INFO___\n\n{ "type": "TAG" }\n\n___TEMPLATE_PARAMETERS___\n\n[{]\n')).toEqual([
      '7:3 invalid JSON in the section TEMPLATE_PARAMETERS: expected a key in double quotes, found "]"',
      '7:3 the template has no section with code',
    ]);
    const text = templateText('let a;');
    expect(problems(`${text}\n___INFO___\n\n{}\n`)).toEqual([
      `${text.split('\n').length + 1}:1 the section INFO stands here again; the first one counts`,
    ]);
  });

  it('takes headings in code and unknown sections for what they are', () => {
    const text = templateText(`const text = \`\n___NOTE___\n\`;\nrequire('injectScript')('${PIXEL}');`);
    expect(read(text).activities).toHaveLength(1);
    const more = text.replace('___TEMPLATE_PARAMETERS___', '___VENDOR_DETAILS___\n\n{}\n\n___TEMPLATE_PARAMETERS___');
    expect(problems(more)).toEqual([]);
  });

  it('is read in bounded time whatever it holds', () => {
    const long = templateText(`// ${'x'.repeat(300_000)}\nrequire('injectScript')('${PIXEL}');`);
    expect(read(long).activities).toHaveLength(1);
    expect(problems(templateText(`let a = '${'x'.repeat(5_000_000)}';`))).toEqual([
      '19:36 the sandboxed code (the code is too long)',
    ]);
    expect(read('___INFO___\n'.repeat(200_000)).problems.length).toBeLessThan(30);
    expect(read(`___INFO___\n${'[{"a":'.repeat(100_000)}`).problems).toHaveLength(2);
    const nested = `${'{"type":"GROUP","subParams":['.repeat(2000)}${']}'.repeat(2000)}`;
    expect(
      read(templateText(`require('injectScript')('${PIXEL}');`).replace('[]', `[${nested}]`)).activities,
    ).toHaveLength(1);
    const proto = [field('TEXT', '__proto__', { defaultValue: 'x' }), field('CHECKBOX', 'constructor')];
    expect(activities(`require('sendPixel')('${PIXEL}' + data.__proto__);`, { parameters: proto })).toHaveLength(1);
  });
});
