import { describe, expect, it } from 'vitest';
import { repaired } from './repaired.ts';

const SET = "fbq('set', 'autoConfig', false, '1')";
const INIT = "fbq('init', '1')";

describe('the switch of Meta’s automatic events', () => {
  it.each([
    ['a line of its own', `a();\n  ${INIT};\n`, `a();\n  ${SET};\n  ${INIT};\n`],
    ['line ends of Windows', `a();\r\n${INIT};\r\n`, `a();\r\n${SET};\r\n${INIT};\r\n`],
    ['no semicolons', `a()\n${INIT}\nb()`, `a()\n${SET}\n${INIT}\nb()`],
    ['one line', `a();${INIT};b()`, `a();${SET}; ${INIT};b()`],
    ['a body without braces', `if (a) ${INIT};`, `if (a) (${SET}, ${INIT});`],
    ['else', `if (a) b();\nelse\n  ${INIT};`, `if (a) b();\nelse\n  (${SET}, ${INIT});`],
    ['a condition', `window.a && ${INIT};`, `window.a && (${SET}, ${INIT});`],
    ['a choice', `window.a ? ${INIT} : 0;`, `window.a ? (${SET}, ${INIT}) : 0;`],
    ['an arrow function', `setTimeout(() => ${INIT});`, `setTimeout(() => (${SET}, ${INIT}));`],
    ['a function', `(function () { ${INIT}; })();`, `(function () { ${SET}; ${INIT}; })();`],
    ['a case', `switch (a) { case 1: ${INIT}; }`, `switch (a) { case 1: ${SET}; ${INIT}; }`],
    ['more behind the call', `b()\n${INIT}, c();`, `b()\n${SET};\n${INIT}, c();`],
    ['void', `void ${INIT};`, `void (${SET}, ${INIT});`],
    ['window', "window.fbq('init', '1');", "window.fbq('set', 'autoConfig', false, '1'); window.fbq('init', '1');"],
    ['double quotes', 'fbq("init", "1");', 'fbq("set", "autoConfig", false, "1");\nfbq("init", "1");'],
    [
      'a number',
      "fbq('init', 1234567890123456);",
      "fbq('set', 'autoConfig', false, '1234567890123456');\nfbq('init', 1234567890123456);",
    ],
    [
      'a constant',
      "const ID = '1';\nfbq('init', ID);",
      "const ID = '1';\nfbq('set', 'autoConfig', false, ID);\nfbq('init', ID);",
    ],
    [
      'a constant that is a number',
      "const ID = 12;\nfbq('init', ID);",
      "const ID = 12;\nfbq('set', 'autoConfig', false, String(ID));\nfbq('init', ID);",
    ],
    [
      'a variable',
      "fbq('init', site.pixel.id);",
      "fbq('set', 'autoConfig', false, String(site.pixel.id));\nfbq('init', site.pixel.id);",
    ],
    ['user data', "fbq('init', '1', { em: mail });", `${SET};\nfbq('init', '1', { em: mail });`],
    [
      'two pixels',
      "fbq('init', '1');\nfbq('init', '2');",
      `${SET};\nfbq('init', '1');\nfbq('set', 'autoConfig', false, '2');\nfbq('init', '2');`,
    ],
    [
      'a value of the wrong kind',
      "fbq('set', 'autoConfig', true, '1');\nfbq('init', '1');",
      `fbq('set', 'autoConfig', true, '1');\n${SET};\nfbq('init', '1');`,
    ],
  ])('%s', async (_, code, expected) => {
    const first = code.startsWith('window.fbq') ? `${expected.replace('; window', ';\nwindow')}` : expected;
    expect(await repaired('data/automatic-events', 'tracking.js', code)).toBe(first);
  });

  it.each([
    ['an id that a call gives', "fbq('init', nextId());"],
    ['arguments that are spread', "fbq(...['init', '1']);"],
    ['a handler in an attribute', `<button onclick="fbq('init', '1')">Buy</button>`, 'page.html'],
    [
      'markup that a script writes',
      `<script>document.write("<script>fbq('init', '1')<\\/script>");</script>`,
      'page.html',
    ],
    ['a name of the site’s own', "const track = window.fbq;\ntrack('init', '1');"],
  ])('%s is left alone', async (_, code, path = 'tracking.js') => {
    expect(await repaired('data/automatic-events', path, code)).toBe(code);
  });

  it.each([
    ['liquid', '<script>\n  CODE\n</script>', 'theme.liquid', "'{{ settings.pixel | escape }}'", ''],
    ['liquid as JSON', '<script>\n  CODE\n</script>', 'theme.liquid', '{{ settings.pixel | json }}', 'String'],
    ['php', '<script>\n  CODE\n</script>', 'header.php', "'<?php echo esc_js( $id ); ?>'", ''],
    ['php as JSON', '<script>\n  CODE\n</script>', 'header.php', '<?= json_encode($id) ?>', 'String'],
    ['a branch', '<script>\n  {% if a %}\n  CODE\n  {% endif %}\n</script>', 'base.html.twig', "'{{ id }}'", ''],
  ])('%s', async (_, frame, path, id, made) => {
    const page = frame.replace('CODE', () => `fbq('init', ${id});`);
    const set = `fbq('set', 'autoConfig', false, ${made === '' ? id : `${made}(${id})`});`;
    expect(await repaired('data/automatic-events', path, page)).toBe(
      frame.replace('CODE', () => `${set}\n  fbq('init', ${id});`),
    );
  });
});

describe('in components', () => {
  it.each([
    [
      'App.vue',
      `<script setup>\nimport { onMounted } from 'vue';\nonMounted(() => {\n  a()\n  CODE\n});\n</script>\n<template><p>a</p></template>`,
      '\n  ',
    ],
    ['App.vue', `<template><button @click="CODE">Buy</button></template>`, ' '],
    [
      'App.svelte',
      `<script>\n  import { onMount } from 'svelte';\n  onMount(() => {\n    CODE\n  });\n</script>`,
      '\n    ',
    ],
    [
      'Tracking.tsx',
      `import { useEffect } from 'react';\nexport function Pixel() {\n  useEffect(() => {\n    CODE\n  }, []);\n  return null;\n}`,
      '\n    ',
    ],
    ['Page.astro', `<p>a</p>\n<script is:inline>\n  CODE\n</script>`, '\n  '],
  ])('%s', async (path, frame, gap) => {
    const expected = frame.replace('CODE', () => `fbq('set', 'autoConfig', false, '1');${gap}fbq('init', '1');`);
    expect(
      await repaired(
        'data/automatic-events',
        path,
        frame.replace('CODE', () => "fbq('init', '1');"),
      ),
    ).toBe(expected);
  });
});

describe('the option of a wrapper', () => {
  it.each([
    ['another value', '{ autoConfig: true, debug: false }', '{ autoConfig: false, debug: false }'],
    ['other options', '{ debug: false }', '{ autoConfig: false, debug: false }'],
    ['a line each', '{\n  debug: false,\n}', '{\n  autoConfig: false,\n  debug: false,\n}'],
    ['none', '{}', '{ autoConfig: false }'],
    ['options out of sight', 'options', 'options'],
  ])('%s', async (_, options, expected) => {
    const code = (text: string): string =>
      `import ReactPixel from 'react-facebook-pixel';\nReactPixel.init('1', undefined, ${text});\n`;
    expect(await repaired('data/automatic-events', 'tracking.js', code(options))).toBe(code(expected));
  });
});

describe('missing signals', () => {
  const RULE = 'consent-mode/missing-v2-signals';
  const head = 'window.dataLayer = window.dataLayer || [];\nfunction gtag() { dataLayer.push(arguments); }\n';
  const both = (text: string, gap = ', '): string =>
    [text, ...['ad_user_data', 'ad_personalization'].map((key) => text.replace('ad_storage', key))].join(gap);
  it.each([
    ['one line', 'gtag("consent", "default", { MEMBER, analytics_storage: "denied" });', 'ad_storage: "denied"', ', '],
    ['keys in quotes', "gtag('consent', 'default', { MEMBER });", "'ad_storage': 'denied'", ', '],
    ['a line each', "gtag('consent', 'default', {\n  MEMBER,\n  a: 1\n});", "ad_storage: 'denied'", ',\n  '],
    [
      'a line each, a comma at the end',
      "gtag('consent', 'default', {\n\tMEMBER,\n});",
      "ad_storage: 'denied'",
      ',\n\t',
    ],
    ['the last one', "gtag('consent', 'default', {\n  a: 1,\n  MEMBER\n});", "ad_storage: 'denied'", ',\n  '],
    ['nothing between', "gtag('consent','default',{MEMBER,a:1})", "ad_storage:'denied'", ','],
    ['a choice', "gtag('consent', 'default', { MEMBER });", "ad_storage: ok === true ? 'granted' : 'denied'", ', '],
    [
      'a table of its own',
      "const table = { MEMBER };\ngtag('consent', 'default', table);",
      "ad_storage: 'denied'",
      ', ',
    ],
    ['a comment behind', "gtag('consent', 'default', {\n  MEMBER, // ads\n});", "ad_storage: 'denied'", ',\n  '],
  ])('%s', async (_, code, member, gap) => {
    const text = head + code.replace('MEMBER', () => member);
    expect(await repaired(RULE, 'tracking.js', text)).toBe(head + code.replace('MEMBER', () => both(member, gap)));
  });

  it('a short form', async () => {
    const text = `${head}const ad_storage = 'denied';\ngtag('consent', 'default', { ad_storage });`;
    expect(await repaired(RULE, 'tracking.js', text)).toBe(
      text.replace('{ ad_storage }', '{ ad_storage, ad_user_data: ad_storage, ad_personalization: ad_storage }'),
    );
  });

  it.each([
    ['a value that does something', "gtag('consent', 'default', { ad_storage: (count++, 'denied') });"],
    ['a table that is filled', "const table = {};\ntable.ad_storage = 'denied';\ngtag('consent', 'default', table);"],
    ['what a function gives', "gtag('consent', 'default', { ad_storage: (() => 'denied')() });"],
  ])('%s is left alone', async (_, code) => {
    expect(await repaired(RULE, 'tracking.js', head + code)).toBe(head + code);
  });
});

describe('a command that the library ignores', () => {
  const RULE = 'consent-mode/ignored-command';
  const list = 'window.dataLayer = window.dataLayer || [];\n';
  const table = "{ ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' }";
  const command = `'consent', 'default', ${table}`;
  it.each([
    [
      'a list, and no semicolon before',
      `var a = 1\ndataLayer.push([${command}])`,
      `var a = 1\n;(function () { dataLayer.push(arguments); })(${command})`,
    ],
    [
      'a list behind a function',
      `var f = function () {}\ndataLayer.push([${command}])`,
      `var f = function () {}\n;(function () { dataLayer.push(arguments); })(${command})`,
    ],
    [
      'a list behind a comment',
      `var a = 1 // b;\ndataLayer.push([${command}])`,
      `var a = 1 // b;\n;(function () { dataLayer.push(arguments); })(${command})`,
    ],
    [
      'a list in a condition',
      `if (window.a) dataLayer.push([${command}]);`,
      `if (window.a) (function () { dataLayer.push(arguments); })(${command});`,
    ],
    [
      'a list on window',
      `window.dataLayer.push([${command},]);`,
      `(function () { window.dataLayer.push(arguments); })(${command});`,
    ],
    ['parts', `dataLayer.push(${command});`, `(function () { dataLayer.push(arguments); })(${command});`],
    [
      'a function that works',
      `function gtag() { dataLayer.push(arguments); }\ndataLayer.push([${command}]);`,
      `function gtag() { dataLayer.push(arguments); }\ngtag(${command});`,
    ],
    [
      'a function of that name out of sight',
      `(function () { function gtag() { dataLayer.push(arguments); } gtag('js', new Date()); })();\ndataLayer.push([${command}]);`,
      `(function () { function gtag() { dataLayer.push(arguments); } gtag('js', new Date()); })();\n(function () { dataLayer.push(arguments); })(${command});`,
    ],
    [
      'a function with another list',
      `var other = [];\nfunction gtag() { other.push(arguments); }\ndataLayer.push([${command}]);`,
      `var other = [];\nfunction gtag() { other.push(arguments); }\n;(function () { dataLayer.push(arguments); })(${command});`,
    ],
    [
      'an arrow function with braces',
      `const gtag = (...a) => { dataLayer.push(a); };\ngtag(${command});`,
      `const gtag = function (...a) { dataLayer.push(arguments); };\ngtag(${command});`,
    ],
    [
      'a spread',
      `function gtag(...a) { dataLayer.push(...a); }\ngtag(${command});`,
      `function gtag(...a) { dataLayer.push(arguments); }\ngtag(${command});`,
    ],
    [
      'a copy',
      `function gtag() { dataLayer.push([].slice.call(arguments)); }\ngtag(${command});`,
      `function gtag() { dataLayer.push(arguments); }\ngtag(${command});`,
    ],
    [
      'a list that is replaced',
      `function gtag() { dataLayer.push(arguments); }\ngtag(${command});\ndataLayer = [];`,
      `function gtag() { dataLayer.push(arguments); }\ngtag(${command});\ndataLayer = window.dataLayer || [];`,
    ],
  ])('%s', async (_, code, expected) => {
    expect(await repaired(RULE, 'tracking.js', list + code)).toBe(list + expected);
  });

  it('a typed arrow function', async () => {
    const code = `${list}const gtag = (...a: unknown[]): void => {\n  dataLayer.push(a);\n};\ngtag(${command});`;
    expect(await repaired(RULE, 'tracking.ts', code)).toBe(
      code
        .replace('(...a: unknown[]): void =>', 'function (...a: unknown[]): void')
        .replace('push(a)', 'push(arguments)'),
    );
  });

  it.each([
    ['an object', "dataLayer.push({ consent: 'default', ad_storage: 'denied' });"],
    ['parts that are applied', `function gtag() { dataLayer.push.apply(dataLayer, arguments); }\ngtag(${command});`],
    [
      'a list that is replaced by another',
      `function gtag() { dataLayer.push(arguments); }\ngtag(${command});\ndataLayer = [{ page: 1 }];`,
    ],
    ['two pushes', `function gtag(...a) { dataLayer.push(a); dataLayer.push(a); }\ngtag(${command});`],
  ])('%s is left alone', async (_, code) => {
    expect(await repaired(RULE, 'tracking.js', list + code)).toBe(list + code);
  });
});

describe('a word that the library does not know', () => {
  const RULE = 'consent-mode/unknown-signal';
  const head = 'window.dataLayer = window.dataLayer || [];\nfunction gtag() { dataLayer.push(arguments); }\n';
  const rest = "ad_user_data: 'denied', ad_personalization: 'denied', analytics_storage: 'denied'";
  it.each([
    ['a key', "ad_storge: 'denied'", "ad_storage: 'denied'"],
    ['a key in quotes', '"ad-storage": "denied"', '"ad_storage": "denied"'],
    ['an option', "ad_storage: 'denied', wait_for_updates: 500", "ad_storage: 'denied', wait_for_update: 500"],
    ['a value', 'ad_storage: "deny"', 'ad_storage: "denied"'],
    ['a truth value', 'ad_storage: false', "ad_storage: 'denied'"],
    ['a region', "ad_storage: 'denied', region: ['SE', 'uk']", "ad_storage: 'denied', region: ['SE', 'GB']"],
    ['a region outside of a list', "ad_storage: 'denied', region: 'SE'", "ad_storage: 'denied', region: ['SE']"],
    ['a region that is none', "ad_storage: 'denied', region: ['EEA']", "ad_storage: 'denied', region: ['EEA']"],
  ])('%s', async (_, written, expected) => {
    const code = (text: string): string => `${head}gtag('consent', 'default', { ${text}, ${rest} });\n`;
    expect(await repaired(RULE, 'tracking.js', code(written), 'suggested')).toBe(code(expected));
  });

  it('a value where it is written', async () => {
    const code = (word: string): string =>
      `${head}const state = '${word}';\ngtag('consent', 'default', { ad_storage: state, ${rest} });\n`;
    expect(await repaired(RULE, 'tracking.js', code('deny'), 'suggested')).toBe(code('denied'));
  });
});
