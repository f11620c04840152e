/** Which switches of automatic events count, on pages and in containers. */
import { describe, expect, it } from 'vitest';
import { Linter } from '../../../src/engine/lint.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { rules } from '../../../src/generated/rules.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';

/** `on`: left on; `ignored`: a switch is there and does nothing; `off`: nothing is reported. */
async function stateOf(text: string, kind: 'html' | 'container' = 'html'): Promise<'on' | 'ignored' | 'off'> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    profile: { sector: 'general', regime: 'eu', sensitivePaths: [], exemptVendors: [] },
    strictness: 'audit',
  });
  await linter.lint({ path: kind === 'html' ? 'page.html' : 'GTM-ABC1234.json', kind, text });
  const [finding] = linter
    .result(1, 0)
    .findings.filter(({ rule, message }) => rule === 'data/automatic-events' && !message.startsWith('Page views'));
  if (!finding) return 'off';
  return finding.message.includes('is ignored') ? 'ignored' : 'on';
}

const ID = '1234567890123456';
const page = (code: string): string => `<script>${code}</script>`;
const OFF = `fbq('set', 'autoConfig', false, '${ID}');`;
const START = `fbq('init', '${ID}'); fbq('track', 'PageView');`;

describe('a switch whose id a server prints', () => {
  const init = "fbq('init', '{{ settings.pixel }}');";
  it.each([
    `fbq('set', 'autoConfig', false, {{ settings.pixel }}); ${init}`,
    'var id = {{ settings.pixel }}; fbq("set", "autoConfig", false, id); fbq("init", id);',
    `fbq('set', 'autoConfig', false, <%= ENV['PIXEL'] %>); fbq('init', '<%= ENV['PIXEL'] %>');`,
    `fbq('set', 'autoConfig', false, <?php echo $pixel; ?>); fbq('init', '<?php echo $pixel; ?>');`,
  ])('is ignored where no quotes stand around it: %s', async (code) => {
    expect(await stateOf(page(code))).toBe('ignored');
  });

  it.each([
    `fbq('set', 'autoConfig', false, '{{ settings.pixel }}'); ${init}`,
    `fbq('set', 'autoConfig', false, String({{ settings.pixel }})); ${init}`,
    `fbq('set', 'autoConfig', false, '' + {{ settings.pixel }}); ${init}`,
    "fbq('set', 'autoConfig', false, {{ settings.pixel | json }}); fbq('init', {{ settings.pixel | json }});",
    "fbq('set', 'autoConfig', false, <?= json_encode($pixel) ?>); fbq('init', <?= json_encode($pixel) ?>);",
  ])('counts as a text: %s', async (code) => {
    expect(await stateOf(page(code))).toBe('off');
  });
});

describe('on a page', () => {
  it.each([
    ['before the start', `${OFF} ${START}`],
    ['as a text', `fbq('set', 'autoConfig', 'false', '${ID}'); ${START}`],
    ['as anything but true', `fbq('set', 'autoConfig', 0, '${ID}'); ${START}`],
    ['for all pixels', `fbq('set', 'autoConfig', false); ${START}`],
    ['in one go with the start, behind it', `${START} ${OFF}`],
    ['by a constant', `const id = '${ID}'; fbq('set', 'autoConfig', false, id); fbq('init', id);`],
    ['with the settings as a whole', `fbq.disableConfigLoading = true; ${START}`],
    ['later than the page, as the start itself', `addEventListener('load', function () { ${OFF} ${START} });`],
    [
      'in a loop over accounts',
      "['1111111111', '2222222222'].forEach((id) => { fbq('set', 'autoConfig', false, id); fbq('init', id); });",
    ],
    [
      'of X, one by one',
      "for (const name of ['autoConfig', 'dataLayerTracking', 'autoDwellTracking']) twq('set', name, 'false', 'o1'); twq('config', 'o1');",
    ],
  ])('a switch counts %s', async (_, code) => {
    expect(await stateOf(page(code))).toBe('off');
  });

  it.each([
    ['with a number', `fbq('set', 'autoConfig', false, ${ID}); ${START}`],
    ['for an account that nothing starts', `fbq('set', 'autoConfig', false, '999999999999999'); ${START}`],
    ['after a delay', `${START} setTimeout(function () { ${OFF} }, 3000);`],
    ['on a click', `${START} document.querySelector('#x').addEventListener('click', function () { ${OFF} });`],
    ['when the page has loaded', `${START} addEventListener('load', function () { ${OFF} });`],
    ['for the settings as a whole, too late', `${START} setTimeout(() => { fbq.disableConfigLoading = true; }, 10);`],
    ['of X as a boolean', "twq('set', 'autoConfig', false, 'o1'); twq('config', 'o1');"],
    ['of X behind its start', "twq('config', 'o1'); twq('set', 'autoConfig', 'false', 'o1');"],
  ])('a switch is ignored %s', async (_, code) => {
    expect(await stateOf(page(code))).toBe('ignored');
  });

  it.each([
    ['is switched on', `fbq('set', 'autoConfig', true, '${ID}'); ${START}`],
    ['is switched off for one of two pixels', `${OFF} ${START} fbq('init', '8888888888');`],
    ['has a misspelt switch', `fbq('set', 'autoconfig', false, '${ID}'); ${START}`],
  ])('it %s', async (_, code) => {
    expect(await stateOf(page(code))).toBe('on');
  });
});

const PAGE_VIEW = '2147479553';
const trigger = (id: string, type: string): object => ({ triggerId: id, name: type, type });

function container(tags: readonly object[]): string {
  const triggers = [trigger('10', 'DOM_READY'), trigger('11', 'INIT'), trigger('12', 'CLICK')];
  const version = { accountId: '1', containerId: '2', container: { publicId: 'GTM-ABC1234' } };
  return JSON.stringify({ exportFormatVersion: 2, containerVersion: { ...version, tag: tags, trigger: triggers } });
}

const html = (name: string, code: string, fires: string, more: object = {}): object => ({
  tagId: name,
  name,
  type: 'html',
  parameter: [{ type: 'TEMPLATE', key: 'html', value: page(code) }],
  firingTriggerId: [fires],
  ...more,
});

const template = (name: string, fires: string, off: boolean, more: object = {}): object => ({
  tagId: name,
  name,
  type: 'cvt_5RM3Q',
  parameter: [
    { type: 'TEMPLATE', key: 'pixelId', value: ID },
    { type: 'TEMPLATE', key: 'standardEventName', value: 'PageView' },
    { type: 'BOOLEAN', key: 'disableAutoConfig', value: String(off) },
  ],
  firingTriggerId: [fires],
  ...more,
});

describe('in a container', () => {
  it.each([
    ['counts in the same tag', 'off', [html('1', `${OFF} ${START}`, PAGE_VIEW)]],
    ['counts in a tag that fires before', 'off', [html('1', START, PAGE_VIEW), html('2', OFF, '11')]],
    ['is ignored in a tag that fires later', 'ignored', [html('1', START, PAGE_VIEW), html('2', OFF, '10')]],
    ['is ignored on a click', 'ignored', [html('1', START, PAGE_VIEW), html('2', OFF, '12')]],
    ['of a paused tag is none', 'on', [html('1', START, PAGE_VIEW), html('2', OFF, '11', { paused: true })]],
    ['of a template counts', 'off', [template('1', PAGE_VIEW, true)]],
    ['of a template is left', 'on', [template('1', PAGE_VIEW, false)]],
    ['of a second template does nothing', 'on', [template('1', PAGE_VIEW, false), template('2', '10', true)]],
    ['of the first template is enough', 'off', [template('1', PAGE_VIEW, true), template('2', '10', false)]],
    [
      'of the template that comes first by its priority is enough',
      'off',
      [template('1', PAGE_VIEW, false), template('2', PAGE_VIEW, true, { priority: { type: 'INTEGER', value: '9' } })],
    ],
  ])('a switch %s', async (_, state, tags) => {
    expect(await stateOf(container(tags), 'container')).toBe(state);
  });
});

describe('page views on route changes', () => {
  const ROUTES = "history.pushState({}, '', '/next');";
  const HEALTH = '<title>Apotek: receptbelagda läkemedel mot depression</title><h1>Köp Viagra och antidepressiva</h1>';

  /** The severity of what is said of them; `silent` for nothing. */
  async function said(
    code: string,
    strictness: 'default' | 'strict' | 'audit' = 'audit',
    head = '',
    path = 'page.html',
  ): Promise<string> {
    const linter = new Linter({
      catalog,
      sensitive,
      rules,
      version: 'test',
      profile: { sector: head === '' ? 'general' : 'pharmacy', regime: 'eu', sensitivePaths: [], exemptVendors: [] },
      strictness,
    });
    const text = path === 'page.html' ? `${head}${page(code)}` : code;
    await linter.lint({ path, kind: path === 'page.html' ? 'html' : 'script', text });
    const found = linter.result(1, 0).findings.find(({ message }) => message.startsWith('Page views'));
    return found ? `${found.severity}${found.message.includes('ignored') ? ', ignored' : ''}` : 'silent';
  }

  it.each([
    ['note', `${OFF} ${START}`],
    ['note', `fbq.disableConfigLoading = true; ${START}`],
    ['note', `fbq.disablePushState = false; ${OFF} ${START}`],
    ['note, ignored', `${OFF} ${START} setTimeout(function () { fbq.disablePushState = true; }, 3000);`],
    ['note, ignored', `${OFF} ${START} addEventListener('load', function () { fbq.disablePushState = true; });`],
    ['silent', `fbq.disablePushState = true; ${OFF} ${START}`],
    ['silent', `window.fbq.disablePushState = true; ${OFF} ${START}`],
    ['silent', `window['fbq'].disablePushState = !0; ${OFF} ${START}`],
    ['silent', `${OFF} ${START} fbq.disablePushState = true;`],
    ['silent', `var f = window.fbq; f.disablePushState = 1 === 1; ${OFF} ${START}`],
    // What is collected on every page is the finding there.
    ['silent', START],
    ['silent', "gtag('config', 'G-ABC1234');"],
  ])('are %s for reviewers: %s', async (expected, code) => {
    expect(await said(code)).toBe(expected);
  });

  it('are told to the strict where the page changes its address', async () => {
    const code = `${OFF} ${START}`;
    expect(await said(code, 'strict')).toBe('silent');
    expect(await said(`${code} ${ROUTES}`, 'strict')).toBe('note');
    expect(await said(`${code} window.${ROUTES.replace('push', 'replace')}`, 'strict')).toBe('note');
    expect(await said(`${code} ${ROUTES}`, 'default')).toBe('silent');
    const app = (from: string): string => `import { x } from '${from}'; ${code} x();`;
    for (const router of ['react-router-dom', 'vue-router', 'next/navigation', '@angular/router'])
      expect(await said(app(router), 'strict', '', 'app.js')).toBe('note');
    expect(await said(app('./router'), 'strict', '', 'app.js')).toBe('silent');
  });

  it('are a warning on a sensitive site, where each address tells something', async () => {
    const code = `${OFF} ${START}`;
    expect(await said(code, 'default', HEALTH)).toBe('silent');
    expect(await said(`${code} ${ROUTES}`, 'default', HEALTH)).toBe('warning');
    expect(await said(code, 'audit', HEALTH)).toBe('warning');
    expect(await said(`fbq.disablePushState = true; ${code} ${ROUTES}`, 'default', HEALTH)).toBe('silent');
  });
});
