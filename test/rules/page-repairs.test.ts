import { describe, expect, it } from 'vitest';
import { repaired } from './repaired.ts';

const COOKIEBOT =
  '<script src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000"></script>\n';
const PIXEL = "fbq('init', '1');\nfbq('track', 'PageView');";

describe('a tag is parked', () => {
  const RULE = 'consent/fires-before-consent';
  const parked = (page: string, path = 'page.html'): Promise<string> => repaired(RULE, path, page, 'suggested');

  it.each([
    [
      'an address',
      '<script async src="https://static.hotjar.com/c/hotjar-1.js"></script>',
      '<script type="text/plain" data-cookieconsent="statistics" async src="https://static.hotjar.com/c/hotjar-1.js"></script>',
    ],
    [
      'a type',
      '<script type="text/javascript" src="https://static.hotjar.com/c/hotjar-1.js"></script>',
      '<script data-cookieconsent="statistics" type="text/plain" src="https://static.hotjar.com/c/hotjar-1.js"></script>',
    ],
    [
      'a type in single quotes',
      "<SCRIPT TYPE='text/javascript' SRC='https://static.hotjar.com/c/hotjar-1.js'></SCRIPT>",
      "<SCRIPT data-cookieconsent=\"statistics\" TYPE='text/plain' SRC='https://static.hotjar.com/c/hotjar-1.js'></SCRIPT>",
    ],
    [
      'a snippet',
      `<script>\n${PIXEL}\n</script>`,
      `<script type="text/plain" data-cookieconsent="marketing">\n${PIXEL}\n</script>`,
    ],
    [
      'lines',
      '<script\n  async\n  src="https://static.hotjar.com/c/hotjar-1.js"\n></script>',
      '<script type="text/plain" data-cookieconsent="statistics"\n  async\n  src="https://static.hotjar.com/c/hotjar-1.js"\n></script>',
    ],
    [
      'a text that looks like a type',
      '<script data-x=\'a type="b"\' src="https://static.hotjar.com/c/hotjar-1.js"></script>',
      '<script type="text/plain" data-cookieconsent="statistics" data-x=\'a type="b"\' src="https://static.hotjar.com/c/hotjar-1.js"></script>',
    ],
    [
      'two snippets',
      "<script>fbq('init', '1');</script>\n<p>a > b</p>\n<script>fbq('track', 'PageView');</script>",
      '<script type="text/plain" data-cookieconsent="marketing">fbq(\'init\', \'1\');</script>\n<p>a > b</p>\n<script type="text/plain" data-cookieconsent="marketing">fbq(\'track\', \'PageView\');</script>',
    ],
  ])('%s', async (_, tag, expected) => {
    expect(await parked(`${COOKIEBOT}${tag}\n`)).toBe(`${COOKIEBOT}${expected}\n`);
  });

  it.each([
    [
      'a template',
      'theme.liquid',
      `{% if settings.pixel %}<script>fbq('init', '{{ settings.pixel }}');</script>{% endif %}`,
    ],
    ['php', 'header.php', `<script>fbq('init', '<?= esc_js($id) ?>');</script>`],
  ])('in %s', async (_, path, tag) => {
    expect(await parked(`${COOKIEBOT}${tag}`, path)).toBe(
      `${COOKIEBOT}${tag.replace('<script', '<script type="text/plain" data-cookieconsent="marketing"')}`,
    );
  });

  it.each([
    [
      'Cookie Script',
      '<script src="https://cdn.cookie-script.com/s/0123456789abcdef.js"></script>',
      'type="text/plain" data-cookiecategory="targeting" data-cookiescript="accepted"',
    ],
    [
      'OneTrust',
      '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="0"></script>',
      'type="text/plain" class="optanon-category-C0004"',
    ],
  ])('for %s', async (_, loader, attributes) => {
    const page = `${loader}\n<script>fbq('init', '1');</script>`;
    expect(await parked(page)).toBe(page.replace('<script>fbq', `<script ${attributes}>fbq`));
  });

  it('the platform’s class joins the others', async () => {
    const loader =
      '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="0"></script>\n';
    expect(await parked(`${loader}<script class="pixel">fbq('init', '1');</script>`)).toBe(
      `${loader}<script type="text/plain" class="pixel optanon-category-C0004">fbq('init', '1');</script>`,
    );
  });

  it.each([
    ['no platform', `<script>${PIXEL}</script>`],
    [
      'two platforms',
      `${COOKIEBOT}<script src="https://cdn-cookieyes.com/client_data/0123456789abcdef/script.js" async></script><script>${PIXEL}</script>`,
    ],
    ['a module', `${COOKIEBOT}<script type="module">${PIXEL}</script>`],
    [
      'attributes that a template decides on',
      `${COOKIEBOT}<script {% if a %}async{% endif %} src="https://static.hotjar.com/c/hotjar-1.js"></script>`,
      'theme.liquid',
    ],
    [
      'a script that sets a consent default, too',
      `${COOKIEBOT}<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}\ngtag('consent', 'default', { ad_storage: 'denied' });\n${PIXEL}</script>`,
    ],
    [
      'a script with vendors of two categories',
      `${COOKIEBOT}<script>${PIXEL}\nhj('event', 'a');clarity('set', 'a', 'b');</script>`,
    ],
  ])('not with %s', async (_, page, path = 'page.html') => {
    expect(await parked(page, path)).toBe(page);
  });

  it('what carries the attribute alone gets the type', async () => {
    const page = `${COOKIEBOT}<script data-cookieconsent="marketing">${PIXEL}</script>`;
    expect(await repaired('consent/ineffective-gate', 'page.html', page, 'suggested')).toBe(
      page.replace('<script data-cookieconsent', '<script type="text/plain" data-cookieconsent'),
    );
  });
});

describe('user data is taken out', () => {
  const RULE = 'data/advanced-matching';
  it.each([
    ['an argument', "fbq('init', '1', { em: user.email });", "fbq('init', '1');"],
    [
      'an argument before others',
      "fbq('init', '1', { em: user.email }, { agent: 'a' });",
      "fbq('init', '1', undefined, { agent: 'a' });",
    ],
    [
      'a table with a name',
      "const data = { em: user.email };\nfbq('init', '1', data);",
      "const data = { em: user.email };\nfbq('init', '1');",
    ],
    ['a variable', "fbq('init', '1', userData);", "fbq('init', '1');"],
    ['a choice', "fbq('init', '1', user ? { em: user.email } : {});", "fbq('init', '1');"],
    [
      'one member of several',
      "gtag('config', 'G-ABCDEF1234', { user_id: user.id, send_page_view: false });",
      "gtag('config', 'G-ABCDEF1234', { send_page_view: false });",
    ],
    [
      'the last member',
      "gtag('config', 'G-ABCDEF1234', {\n  send_page_view: false,\n  user_id: user.id\n});",
      "gtag('config', 'G-ABCDEF1234', {\n  send_page_view: false\n});",
    ],
    [
      'a member with a comma behind it',
      "gtag('config', 'G-ABCDEF1234', {\n  send_page_view: false,\n  user_id: user.id,\n});",
      "gtag('config', 'G-ABCDEF1234', {\n  send_page_view: false,\n  });",
    ],
    ['a command of its own', "a();\ngtag('set', 'user_data', { email: user.email });\nb();", 'a();\nb();'],
    ['a command in a condition', 'if (user) ttq.identify({ email: user.email });', 'if (user) ttq.identify();'],
    ['a command in a block', 'if (user) {\n  ttq.identify({ email: user.email });\n}', 'if (user) {\n}'],
  ])('%s', async (_, code, expected) => {
    expect(await repaired(RULE, 'tracking.js', code, 'suggested')).toBe(expected);
  });

  it('a branch of a template', async () => {
    const page = "<script>fbq('init', '1', { {% if customer %}em: '{{ customer.email }}'{% endif %} });</script>";
    expect(await repaired(RULE, 'theme.liquid', page, 'suggested')).toBe("<script>fbq('init', '1');</script>");
  });
});

describe('a consent default is moved in front of the tags', () => {
  const RULE = 'consent-mode/late-default';
  const table =
    "{ ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied', analytics_storage: 'denied' }";
  const command = `gtag('consent', 'default', ${table});`;
  const stub = 'window.dataLayer = window.dataLayer || [];\nfunction gtag() { dataLayer.push(arguments); }\n';
  const loader = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234"></script>\n';
  const config = `<script>\n${stub}gtag('js', new Date());\ngtag('config', 'G-ABCDEF1234');\n</script>\n`;
  const own = (indent = ''): string =>
    [
      '<script>',
      '  window.dataLayer = window.dataLayer || [];',
      '  function gtag() { dataLayer.push(arguments); }',
      `  ${command}`,
      '</script>',
    ]
      .map((line) => `${indent}${line}\n`)
      .join('');
  const moved = (page: string, path = 'page.html'): Promise<string> => repaired(RULE, path, page, 'suggested');

  it('out of a script of its own', async () => {
    expect(await moved(`<p>a</p>\n${loader}${config}<script>\n  ${command}\n</script>\n<p>b</p>\n`)).toBe(
      `<p>a</p>\n${own()}${loader}${config}<p>b</p>\n`,
    );
  });

  it('with the line ends of Windows, and indented', async () => {
    const page = `<head>\n  ${loader}${config}  <script>${command}</script>\n</head>\n`.replaceAll('\n', '\r\n');
    expect(await moved(page)).toBe(`<head>\n${own('  ')}  ${loader}${config}</head>\n`.replaceAll('\n', '\r\n'));
  });

  it('on one line', async () => {
    const page = `<b></b>${loader.trim()}${config}<script>${command}</script>`;
    const text = own().replaceAll(/\n\s*/g, ' ').replace('> ', '>').replace(' </', '</').trim();
    expect(await moved(page)).toBe(`<b></b>${text}${loader.trim()}${config}`);
  });

  it('within one script', async () => {
    const code = `${stub}gtag('config', 'G-ABCDEF1234');\n`;
    expect(await moved(`${code}${command}\ngtag('event', 'a');\n`, 'tracking.js')).toBe(
      `${stub}${command}\ngtag('config', 'G-ABCDEF1234');\ngtag('event', 'a');\n`,
    );
  });

  it.each([
    [
      'a table that is made elsewhere',
      `${loader}${config}<script>\nvar table = ${table};\ngtag('consent', 'default', table);\n</script>`,
    ],
    ['a condition of the site', `${loader}${config}<script>if (window.shop) { ${command} }</script>`],
    [
      'a condition of a template',
      `${loader}${config}{% if shop %}<script>${command}</script>{% endif %}`,
      'theme.liquid',
    ],
    [
      'tags of a condition',
      `{% if shop %}${loader}${config}{% endif %}<script>${stub}${command}</script>`,
      'theme.liquid',
    ],
  ])('not with %s', async (_, page, path = 'page.html') => {
    expect(await moved(page, path)).toBe(page);
  });
});

describe('an element is taken out', () => {
  const image = '<img height="1" width="1" src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1" />';
  it.each([
    ['with its noscript', `<p>a</p>\n<noscript>\n  ${image}\n</noscript>\n<p>b</p>`, '<p>a</p>\n<p>b</p>'],
    ['from between others', `<noscript><p>a</p>${image}<p>b</p></noscript>`, '<noscript><p>a</p><p>b</p></noscript>'],
    ['from one line', `<p>a</p><noscript>${image}</noscript><p>b</p>`, '<p>a</p><p>b</p>'],
    ['in a branch', `{% if a %}\n  <noscript>${image}</noscript>\n{% endif %}`, '{% if a %}\n{% endif %}'],
    ['a frame', '<noscript><iframe src="https://www.facebook.com/tr?id=1"></iframe></noscript>\n', ''],
  ])('%s', async (_, page, expected) => {
    expect(await repaired('consent/noscript-beacon', 'theme.liquid', page, 'suggested')).toBe(expected);
  });

  it('a link', async () => {
    const link = '<link rel="preconnect" href="https://connect.facebook.net" crossorigin>';
    const page = (text: string): string =>
      `<head>\n  <meta charset="utf-8">\n${text}</head>\n<script>fbq('init', '1');</script>`;
    expect(await repaired('consent/resource-hint', 'page.html', page(`  ${link}\n`), 'suggested')).toBe(page(''));
  });
});

describe('a frame is parked', () => {
  const frame = '<iframe width="560" src="https://www.youtube.com/embed/a" title="A > B"></iframe>';
  const parked = (page: string): Promise<string> =>
    repaired('consent/embedded-content', 'page.html', page, 'suggested');

  it('with its address elsewhere', async () => {
    expect(await parked(`${COOKIEBOT}${frame}`)).toBe(
      `${COOKIEBOT}${frame.replace('<iframe', '<iframe data-cookieconsent="marketing"').replace(' src=', ' data-cookieblock-src=')}`,
    );
  });

  it('not where no platform is there', async () => {
    expect(await parked(frame)).toBe(frame);
  });
});
