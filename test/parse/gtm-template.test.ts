import { describe, expect, it } from 'vitest';
import { templateProblems, templateText } from '../../src/parse/gtm-template.ts';

const INFO = '{ "type": "TAG" }';
const CODE = "const log = require('logToConsole');\nlog(data);";

function read(text: string): string {
  const parsed = templateText(text);
  const sections = [...parsed.sections.values()].map(
    ({ name, start, end }) => `${name}=${text.slice(start, end).trim()}`,
  );
  return [...sections, ...templateProblems(text, parsed).map(({ message }) => `! ${message}`)].join('\n');
}

const template = (info: string, code: string, permissions = '___WEB_PERMISSIONS___'): string =>
  `${info}\n\n${INFO}\n\n${code}\n\n${CODE}\n\n${permissions}\n\n[]\n\n___TESTS___\n\nscenarios: []\n`;
const WEB = '___SANDBOXED_JS_FOR_WEB_TEMPLATE___';
const ALL = `INFO=${INFO}\nSANDBOXED_JS_FOR_WEB_TEMPLATE=${CODE}\nWEB_PERMISSIONS=[]\nTESTS=scenarios: []`;

describe('the headings of a template', () => {
  it('are found whatever the line ends are, behind a mark of the encoding, in whatever order', () => {
    const text = template('___INFO___', WEB);
    expect(read(text)).toBe(ALL);
    expect(read(text.replaceAll('\n', '\r\n')).replaceAll('\r', '')).toBe(ALL);
    expect(read(`\uFEFF${text}`)).toBe(ALL);
    expect(read(text.replaceAll('___\n', '___  \n'))).toBe(ALL);
    const [, ...parts] = text.split(/(?=^___)/m);
    expect(
      read([...parts, `___INFO___\n\n${INFO}\n`].join(''))
        .split('\n')
        .sort(),
    ).toEqual(ALL.split('\n').sort());
  });

  it.each<[string, string, string]>([
    ['___Info___', WEB, 'the heading ___Info___ is read as ___INFO___'],
    ['__INFO__', WEB, 'the heading __INFO__ is read as ___INFO___'],
    ['  ___INFO___', WEB, ''],
    ['___INF0___'.replace('0', 'OO'), WEB, 'the heading ___INFOO___ is read as ___INFO___'],
    [
      '___INFO___',
      '___SANDBOXED_JS_FOR_WEB_TEMPLATES___',
      'the heading ___SANDBOXED_JS_FOR_WEB_TEMPLATES___ is read as ___SANDBOXED_JS_FOR_WEB_TEMPLATE___',
    ],
    [
      '___INFO___',
      '___SANDBOXED_JS___',
      'the heading ___SANDBOXED_JS___ is read as ___SANDBOXED_JS_FOR_WEB_TEMPLATE___',
    ],
    [
      '___INFO___',
      '___SANDBOXED JS FOR WEB TEMPLATE___',
      'the heading ___SANDBOXED JS FOR WEB TEMPLATE___ is read as ___SANDBOXED_JS_FOR_WEB_TEMPLATE___',
    ],
    [
      '___INFO___',
      '____SANDBOXED_JS_FOR_WEB_TEMPLATE___',
      'the heading ____SANDBOXED_JS_FOR_WEB_TEMPLATE___ is read as ___SANDBOXED_JS_FOR_WEB_TEMPLATE___',
    ],
  ])('are read as what they mean: %s, %s', (info, code, problem) => {
    expect(read(template(info, code))).toBe(problem === '' ? ALL : `${ALL}\n! ${problem}`);
  });

  it('are read as what they mean behind the code, too, where what follows is no code', () => {
    const text = template('___INFO___', WEB, '___WEB_PERMISSION___');
    expect(read(text)).toBe(`${ALL}\n! the heading ___WEB_PERMISSION___ is read as ___WEB_PERMISSIONS___`);
    const code = text.replace('log(data);', 'log(`\n___NOTE___\nread this\n`);');
    expect(templateText(code).sections.has('NOTES')).toBe(false);
    expect(templateText(code).sections.has('WEB_PERMISSIONS')).toBe(true);
  });

  it('of other people are none of ours, nor are emphasised words of a note', () => {
    expect(read(template('___INFO___', `___VENDOR_DETAILS___\n\n{}\n\n${WEB}`))).toBe(ALL);
    expect(read(`${template('___INFO___', WEB)}\n___NOTES___\n\n___Tests___\n\n__info__\n`)).toBe(
      `${ALL}\nNOTES=___Tests___\n\n__info__`,
    );
  });

  it('that are missing are told', () => {
    expect(read(`${WEB}\n\n${CODE}\n`)).toBe(
      `SANDBOXED_JS_FOR_WEB_TEMPLATE=${CODE}\n! the template has no section INFO`,
    );
    expect(read(`___INFO___\n\n${INFO}\n`)).toBe(`INFO=${INFO}\n! the template has no section with code`);
    expect(read(`___INFO___\n\n${INFO}\n\n${WEB}\n\n${CODE}`)).toBe(
      `INFO=${INFO}\nSANDBOXED_JS_FOR_WEB_TEMPLATE=${CODE}`,
    );
  });

  it('are looked for in linear time', () => {
    for (const text of [
      '_'.repeat(300_000),
      '___A'.repeat(80_000),
      `___${'A_'.repeat(150_000)}`,
      ' \t'.repeat(150_000),
      `___INF\n`.repeat(40_000),
    ])
      expect(templateText(text).sections.size).toBeLessThan(3);
  });
});
