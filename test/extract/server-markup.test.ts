import { describe, expect, it } from 'vitest';
import { CatalogIndex, HOLE } from '../../src/extract/catalog-index.ts';
import { echoedMarkup } from '../../src/extract/templates/echoed-markup.ts';
import { handedScripts } from '../../src/extract/templates/handed-scripts.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { Source } from '../../src/text/source.ts';
import { read } from './gating/support.ts';

function source(text: string): Source {
  return new Source('functions.php', text);
}

describe('markup that a server puts together', () => {
  it.each([
    [`<?php echo '<img src="/a.png">'; ?>`, '<img src="/a.png">'],
    [
      `<?php echo '<iframe src="https://x.example/' . $id . '"></iframe>'; ?>`,
      `<iframe src="https://x.example/${HOLE}"></iframe>`,
    ],
    [`<?= '<iframe src="' . esc_url(get_option('x')) . '"></iframe>' ?>`, `<iframe src="${HOLE}"></iframe>`],
    [
      `<?php print "<img src=\\"https://x.example/" . $this->ids['a'] . "\\">"; ?>`,
      `<img src="https://x.example/${HOLE}">`,
    ],
    [`<?php $html .= '<script src="' . Config::$base . '/a.js"></script>'; ?>`, `<script src="${HOLE}/a.js"></script>`],
    [`<?php echo '<link rel="stylesheet" href="/a.css">'; ?>`, '<link rel="stylesheet" href="/a.css">'],
  ])('%s', (text, html) => {
    const [found, ...more] = echoedMarkup(source(text));
    expect(found?.html).toBe(html);
    expect(more).toEqual([]);
  });

  it.each([
    `<?php /* '<img src="/a.png">' */ echo 1; ?>`,
    `<?php echo '<img src="/a'; ?>`,
    `<?php echo 'a' . f(((((((('<img src="/a.png"'; ?>`,
    `<p>'<img src="/a.png">'</p>`,
  ])('is none in %s', (text) => {
    expect(echoedMarkup(source(text))).toEqual([]);
  });

  it('is read in time however it is nested', () => {
    const text = `<?php ${`'<img>' . f(`.repeat(4000)} ?>`;
    expect(echoedMarkup(source(text)).length).toBeLessThanOrEqual(40);
  });
});

describe('files that WordPress is told to load', () => {
  const gtag = "wp_enqueue_script('gtag', 'https://www.googletagmanager.com/gtag/js?id=G-ABC', [], null);";
  const HOOK = "add_action('wp_enqueue_scripts', 'shop_scripts');";

  it.each([
    [`<?php ${gtag}`, '<script src="https://www.googletagmanager.com/gtag/js?id=G-ABC"></script>'],
    [
      `<?php function shop_scripts() { ${gtag} } ${HOOK}`,
      '<script src="https://www.googletagmanager.com/gtag/js?id=G-ABC"></script>',
    ],
    [
      `<?php wp_enqueue_style( "inter", "//fonts.googleapis.com/css2?family=Inter" );`,
      '<link rel="stylesheet" href="//fonts.googleapis.com/css2?family=Inter">',
    ],
    [
      `<?php wp_register_style('a', 'https://x.example/a.css'); wp_enqueue_style('a');`,
      '<link rel="stylesheet" href="https://x.example/a.css">',
    ],
    [
      `<?php if (!is_admin()) { wp_enqueue_script('a', 'https://x.example/a.js'); }`,
      '<script src="https://x.example/a.js"></script>',
    ],
  ])('%s', (text, html) => {
    expect(handedScripts(source(text)).map((one) => one.html)).toEqual([html]);
  });

  it.each([
    `<?php // ${gtag}`,
    `<?php /* ${gtag} */`,
    `<?php wp_register_style('a', 'https://x.example/a.css');`,
    `<?php wp_enqueue_script('a', get_template_directory_uri() . '/a.js');`,
    `<?php function shop_scripts() { ${gtag} } add_action('admin_enqueue_scripts', 'shop_scripts');`,
    `<?php function shop_admin_scripts() { ${gtag} }`,
    `<?php if (is_admin()) { ${gtag} }`,
    `wp_enqueue_script('a', 'https://x.example/a.js');`,
  ])('is nothing in %s', (text) => {
    expect(handedScripts(source(text))).toEqual([]);
  });

  it('are tags under the conditions around them', () => {
    const outcome = (code: string): string | undefined =>
      read(code, 'php').tags.find(({ vendor }) => vendor.id === 'google-analytics')?.states['first-visit'].outcome;
    expect(outcome(`<?php function shop_scripts() { ${gtag} } ${HOOK}`)).toBe('runs');
    expect(outcome(`<?php if (($_COOKIE['consent'] ?? '') === 'yes') { ${gtag} }`)).toBe('blocked');
    expect(outcome(`<?php if (wp_has_consent('statistics')) { ${gtag} }`)).toBe('blocked');
  });

  it('stand where the address is written', () => {
    const [found] = handedScripts(source(`<?php ${gtag}`));
    const { start, end } = found?.location ?? { start: 0, end: 0 };
    const url = `<?php ${gtag}`.slice(start, end);
    expect(new CatalogIndex(catalog).matchUrl(url)[0]?.vendor.id).toBe('google-analytics');
  });
});
