import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classify, looksLikeContainer } from '../../src/discover/classify.ts';
import { isTestName, kindOfName } from '../../src/discover/kinds.ts';
import { published } from '../parse/compiled/build.ts';

const exported = {
  exportFormatVersion: 2,
  containerVersion: { accountId: '1', containerId: '2', tag: [{ tagId: '1', name: 'a', type: 'html', parameter: [] }] },
};

describe('kindOfName', () => {
  const cases: [string, string][] = [
    ['a/index.HTML', 'html'],
    ['theme.liquid', 'html'],
    ['theme.js.liquid', 'html'],
    ['theme.css.liquid', 'ignored'],
    ['show.html.erb', 'html'],
    ['page.blade.php', 'html'],
    ['base.html.j2', 'html'],
    ['config.php.dist', 'html'],
    ['x.d.ts', 'ignored'],
    ['x.min.mjs', 'script'],
    ['App.tsx', 'script'],
    ['GTM.json', 'json'],
    ['photo.png', 'ignored'],
    ['notes.md', 'prose'],
    ['send.py', 'ignored'],
    ['Makefile', 'unknown'],
    ['snippet', 'unknown'],
    ['page.liquid.bak', 'html'],
    ['C:\\site\\page.cshtml', 'html'],
    ['v1.2/readme', 'unknown'],
    ['constructor', 'unknown'],
    ['x.constructor', 'unknown'],
  ];
  it.each(cases)('%s is %s', (path, kind) => {
    expect(kindOfName(path)).toBe(kind);
  });
});

describe('isTestName', () => {
  it.each(['src/pixel.test.ts', 'pixel.spec.js', 'Banner.stories.tsx', 'checkout.cy.ts', 'shop.e2e.mjs', 'A.TEST.JSX'])(
    'takes %s for a test',
    (path) => expect(isTestName(path)).toBe(true),
  );
  it.each(['test.js', 'latest.js', 'spec.html', 'pixel.test.html', 'stories.tsx', 'ab-test.js', 'test/pixel.js'])(
    'takes %s for code of the site',
    (path) => expect(isTestName(path)).toBe(false),
  );
});

describe('classify', () => {
  const cases: [name: string, path: string, text: string, kind: string][] = [
    ['export', 'GTM-X.json', JSON.stringify(exported), 'container'],
    ['export with BOM', 'GTM-X.json', `\ufeff${JSON.stringify(exported, null, 2)}`, 'container'],
    ['export with junk before it', 'x.json', `I'm...${JSON.stringify(exported)}`, 'container'],
    ['export named .json.js', 'x.json.js', JSON.stringify(exported), 'container'],
    ['export without a name', 'download', JSON.stringify(exported), 'container'],
    ['export that is cut off', 'x.json', JSON.stringify(exported, null, 1).slice(0, -9), 'container'],
    ['a snippet in a note', 'pixel.txt', "fbq('init', '1')", 'script'],
    ['a page in a program', 'mail.py', "BODY = \"<html><script>fbq('init', '1')</script>\"", 'html'],
    [
      'a program that names a tracker',
      'send.py',
      'requests.post("https://graph.facebook.com/v19.0/1/events")',
      'other',
    ],
    ['a program with a call of that name', 'x.go', 'fbq("init", "1")', 'other'],
    ['a style sheet', 'x.css', 'a { background: url(https://www.facebook.com/tr?id=1) }', 'other'],
    ['published container', 'js/gtm.js', published({}), 'container'],
    ['published container without a name', 'js(1)', published({}), 'container'],
    ['published container saved as a page', 'gtag/js.html', published({}), 'container'],
    ['published container that is cut off', 'gtm.js', published({}).slice(0, 200), 'container'],
    ['library with data', 'vendor.js', 'var data = {"resource":{"name":"x"}};', 'script'],
    ['tutorial on them', 'page.html', `<p>hello</p><script>${published({})}</script>`, 'html'],
    ['API shape', 'v.json', JSON.stringify({ ...exported.containerVersion, containerVersionId: '3' }), 'container'],
    ['API list of tags', 't.json', JSON.stringify({ tag: [{ tagId: '4', type: 'html', parameter: [] }] }), 'container'],
    [
      'array of tags',
      't.json',
      JSON.stringify([{ accountId: '1', containerId: '2', tagId: '4', type: 'html', parameter: [] }]),
      'container',
    ],
    ['script that holds one', 'x.js', `export const c = ${JSON.stringify(exported)}`, 'script'],
    ['package.json', 'package.json', '{"name":"x","version":"1.0.0","scripts":{"a":"b"}}', 'json'],
    ['OpenAPI tags', 'api.json', '{"openapi":"3.0.0","tag":[{"name":"users"}],"parameter":[]}', 'json'],
    ['Docker containers', 'd.json', '{"containerId":"abc","variable":[{"name":"A"}]}', 'json'],
    ['HTML that shows one', 'x.html', `<pre>${JSON.stringify(exported)}</pre>`, 'html'],
    ['page without a name', 'page', '<!DOCTYPE html>\n<p>', 'html'],
    ['snippet without a name', 'pixel', "<script>fbq('init', '1')</script>", 'html'],
    ['snippet in a foreign file', 'layout.xml', '<x><script src="a"></script></x>', 'html'],
    ['markup behind a long head', 'x', `${' '.repeat(70_000)}<script>`, 'html'],
    ['pixel call without markup', 'pixel', "window.fbq && fbq('track', 'PageView');", 'script'],
    ['data layer', 'layer', 'dataLayer.push({event: 1})', 'script'],
    ['JSON without a name', 'conf', '{"a": 1}', 'json'],
    ['prose', 'NOTES', 'We use fbq to track things.', 'other'],
    ['custom template', 't.tpl', '___TERMS_OF_SERVICE___\n\nBy creating', 'gtm-template'],
    ['Smarty template', 't.tpl', '{include file="head.tpl"}<p>', 'html'],
    ['empty', 'x', '', 'other'],
  ];
  it.each(cases)('tells %s', (_name, path, text, kind) => {
    expect(classify(path, text)).toBe(kind);
  });

  const corpus = join(import.meta.dirname, '../../../shared/corpus/gtm');
  it.runIf(existsSync(corpus))('knows every container of the corpus', () => {
    for (const name of readdirSync(corpus)) {
      expect(classify(name, readFileSync(join(corpus, name), 'utf8')), name).toBe('container');
    }
  });

  it('is linear on hostile text', () => {
    looksLikeContainer('"tag"   '.repeat(300_000));
    classify('x', `${'<'.repeat(1_000_000)}${'fbq '.repeat(300_000)}`);
    classify('x.json', `"tag"${' '.repeat(2_000_000)}`);
  });
});
