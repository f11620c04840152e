// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of templates.
/** Gates of the site's own: each form asked as declared, for another category, turned round, and not declared. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readGate } from '../../src/extract/gates/read.ts';
import type { DeclaredGate, SiteGate } from '../../src/model/site-gate.ts';
import type { HeavyParser } from '../../src/parse/script.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';
import { compareCase } from './gating/support.ts';

let heavy: HeavyParser;
beforeAll(async () => {
  heavy = await loadTypeScriptParser();
});

const GATED = 'blocked r:blocked p:blocked s:blocked m:runs a:runs';
const STATISTICS = 'blocked r:blocked p:blocked s:runs m:blocked a:runs';

function gatesOf(declared: readonly DeclaredGate[]): readonly SiteGate[] {
  return declared.flatMap((one) => {
    const gate = readGate(one);
    if ('message' in gate) throw new Error(gate.message);
    return gate;
  });
}

const expression = (text: string, category: DeclaredGate['category'] = 'marketing'): DeclaredGate => ({
  expression: text,
  category,
});

type Row = readonly [name: string, gates: readonly DeclaredGate[], code: string, expected: string, extension?: string];

const MEMBER = [expression('window.acme.ok.m')];
const CALL = [expression("mayRun('ads')")];
const HOOK = [expression('usePermission().ads')];

const EXPRESSIONS: readonly Row[] = [
  ['member', MEMBER, 'if (window.acme.ok.m) { PIX }', GATED],
  ['member without window', MEMBER, 'if (acme.ok.m) { PIX }', GATED],
  ['member, optional and in brackets', MEMBER, "if (window.acme?.ok?.['m']) { PIX }", GATED],
  ['member behind its own presence', MEMBER, 'if (window.acme && acme.ok && acme.ok.m) { PIX }', GATED],
  ['member by another name', MEMBER, 'const { ok } = window.acme; if (ok.m) { PIX }', GATED],
  ['member of an alias', MEMBER, 'const a = window.acme; const o = a.ok; o.m && INSERT;', GATED],
  ['member compared with true', MEMBER, 'if (window.acme.ok.m === true) { PIX }', GATED],
  ['member, defined on the page', MEMBER, 'window.acme = { ok: JSON.parse(x) }; if (acme.ok.m) { PIX }', GATED],
  ['member, early return', MEMBER, 'function go(){ if (!acme.ok.m) return; PIX } go();', GATED],
  ['member, turned round', MEMBER, 'if (!acme.ok.m) { PIX }', 'runs r:runs s:runs m:blocked'],
  ['member, another one', MEMBER, 'if (acme.ok.n) { PIX }', 'runs r:runs'],
  ['member, not declared', [], 'if (acme.ok.m) { PIX }', 'runs r:runs'],
  ['member of another category', [expression('acme.ok.m', 'statistics')], 'if (acme.ok.m) { PIX }', STATISTICS],
  [
    'two categories',
    [expression('acme.ok.m', ['statistics', 'marketing'])],
    'if (acme.ok.m) { PIX }',
    'blocked r:blocked s:blocked m:blocked a:runs',
  ],
  ['call', CALL, "if (mayRun('ads')) { PIX }", GATED],
  ['call, other quotes', CALL, 'if (window.mayRun("ads")) { PIX }', GATED],
  ['call, constant word', CALL, "const WORD = 'ads'; if (mayRun(WORD)) { PIX }", GATED],
  ['call, other word', CALL, "if (mayRun('maps')) { PIX }", 'runs r:runs'],
  ['call, turned round', CALL, "if (!mayRun('ads')) { PIX }", 'runs m:blocked'],
  ['call, not declared', [], "if (mayRun('ads')) { PIX }", 'runs r:runs'],
  ['call, defined in sight', CALL, "function mayRun(w){ return flags[w] } if (mayRun('ads')) { PIX }", GATED],
  ['call, imported', CALL, "import { mayRun } from '@acme/permissions'; if (mayRun('ads')) { PIX }", GATED, 'js'],
  ['call, awaited', CALL, "(async () => { if (await mayRun('ads')) { PIX } })()", GATED],
  ['call, then', CALL, "mayRun('ads').then((ok) => { if (ok) { PIX } })", GATED],
  [
    'call in the markup of Vue',
    CALL,
    `<template><p v-if="mayRun('ads')"><img src="https://www.facebook.com/tr?id=1&ev=PageView"></p></template>`,
    GATED,
    'vue',
  ],
  ['hook', HOOK, 'const may = usePermission(); if (may.ads) { PIX }', GATED, 'js'],
  ['hook, destructured', HOOK, 'const { ads } = usePermission(); if (ads) { PIX }', GATED, 'js'],
  ['negated', [expression('!window.quietMode')], 'if (!window.quietMode) { PIX }', GATED],
  ['negated, turned round', [expression('!window.quietMode')], 'if (window.quietMode) { PIX }', 'runs m:blocked'],
  ['negated, early return', [expression('!quietMode')], 'function go(){ if (quietMode) return; PIX } go();', GATED],
  ['comparison', [expression("acme.level === 'full'")], "if (acme.level == 'full') { PIX }", GATED],
  [
    'comparison, not equal',
    [expression("acme.level === 'full'")],
    "if (acme.level !== 'full') { PIX }",
    'runs m:blocked',
  ],
  [
    'comparison, another value',
    [expression("acme.level === 'full'")],
    "if (acme.level !== 'none') { PIX }",
    'runs m:runs',
  ],
  ['comparison of size', [expression('acme.level >= 2')], 'if (acme.level >= 2) { PIX }', GATED],
  ['list', [expression("acme.granted.includes('ads')")], "if (acme.granted.includes('ads')) { PIX }", GATED],
  ['both terms', [expression('acme.on && acme.yes')], 'if (acme.on && acme.yes) { PIX }', GATED],
  [
    'both terms, one inside the other',
    [expression('acme.on && acme.yes')],
    'if (acme.yes) { if (acme.on) { PIX } }',
    GATED,
  ],
  ['one of two terms', [expression('acme.on && acme.yes')], 'if (acme.on) { PIX }', 'runs r:runs'],
  ['one of two alternatives', [expression('acme.a || acme.b')], 'if (acme.b) { PIX }', GATED],
  ['one of two alternatives, both asked', [expression('acme.a || acme.b')], 'if (acme.a || acme.b) { PIX }', GATED],
  ['an alternative that is no gate', [expression('acme.a')], 'if (acme.a || acme.b) { PIX }', 'runs r:runs'],
  [
    'condition in JSX',
    CALL,
    'export default () => <>{mayRun(\'ads\') && <img src="https://www.facebook.com/tr?id=1&ev=PageView"/>}</>',
    GATED,
    'jsx',
  ],
  [
    'store of Svelte',
    [expression('$acme.ads')],
    '{#if $acme.ads}<img src="https://www.facebook.com/tr?id=1&ev=PageView">{/if}',
    GATED,
    'svelte',
  ],
  [
    'selector',
    [expression('useStore((s) => s.ads)')],
    'const ok = useStore((state) => state.ads); if (ok) { PIX }',
    GATED,
    'js',
  ],
  ['selector, declared as a member', [expression('useStore().ads')], 'if (useStore(s => s.ads)) { PIX }', GATED, 'js'],
  [
    'selector, other member',
    [expression('useStore((s) => s.ads)')],
    'if (useStore((s) => s.maps)) { PIX }',
    'runs r:runs',
    'js',
  ],
  [
    'hook, compared',
    [expression("usePermission().level === 'full'")],
    "const { level } = usePermission(); if (level === 'full') { PIX }",
    GATED,
    'js',
  ],
  [
    'comparison in a switch',
    [expression("acme.level === 'full'")],
    "switch (acme.level) { case 'full': PIX; break; default: }",
    GATED,
  ],
  ['missing function counts as yes', CALL, "if (window.mayRun?.('ads') ?? true) { PIX }", 'runs r:runs'],
  ['missing function counts as no', CALL, "if (window.mayRun?.('ads') ?? false) { PIX }", GATED],
  ['missing function is not false', CALL, "if (window.mayRun?.('ads') !== false) { PIX }", 'runs r:runs'],
  ['missing function is not true', CALL, "if (window.mayRun?.('ads') === true) { PIX }", GATED],
  ['compared with true, turned round', CALL, "if (mayRun('ads') !== true) { PIX }", 'runs m:blocked'],
  ['always granted', [expression('acme.base', 'necessary')], 'if (acme.base) { PIX }', 'runs r:runs'],
  [
    'member of this',
    [expression("$acme.has('ads')")],
    "<script>export default { mounted() { if (this.$acme.has('ads')) { PIX } } }</script>",
    GATED,
    'vue',
  ],
  ['call in a helper', CALL, "const can = () => window.mayRun('ads'); if (can()) { PIX }", GATED],
  ['call, word of a table', CALL, "const WORDS = { ADS: 'ads' }; if (mayRun(WORDS.ADS)) { PIX }", GATED],
  [
    'call, list of trackers',
    CALL,
    "[{ src: 'SRC', word: 'ads' }].filter((t) => mayRun(t.word)).forEach((t) => { const s = document.createElement('script'); s.src = t.src; document.head.append(s) })",
    GATED,
  ],
  [
    'call, list of trackers, other word',
    CALL,
    "[{ src: 'SRC', word: 'maps' }].filter((t) => mayRun(t.word)).forEach((t) => { const s = document.createElement('script'); s.src = t.src; document.head.append(s) })",
    'runs r:runs',
  ],
  ['member of a typed window', MEMBER, 'if ((window as any).acme.ok.m) { PIX }', GATED, 'ts'],
  [
    'member behind two presences and a comparison',
    [expression("window.acme.ok.m === 'yes'")],
    "if (window.acme && window.acme.ok && window.acme.ok.m === 'yes') { PIX }",
    GATED,
  ],
  [
    'effect',
    HOOK,
    "import { useEffect } from 'react'; export default function Tags() { const { ads } = usePermission(); useEffect(() => { if (!ads) return; PIX }, [ads]); return null }",
    GATED,
    'jsx',
  ],
  [
    'script of a framework',
    CALL,
    "import Script from 'next/script'; export default () => mayRun('ads') ? <Script src=\"SRC\" /> : null",
    GATED,
    'jsx',
  ],
  [
    'computed value of Vue',
    [expression('store.ads')],
    "<script setup>import { computed } from 'vue'; const on = computed(() => store.ads); if (on.value) { PIX }</script>",
    GATED,
    'vue',
  ],
  [
    'stored in a variable and asked later',
    CALL,
    "let ok = false; function init(){ ok = mayRun('ads'); } init(); setTimeout(() => { if (ok) { PIX } }, 500);",
    GATED,
  ],
  ['negative in a variable', CALL, "const blocked = !mayRun('ads'); if (!blocked) { PIX }", GATED],
  [
    'thrown where it is missing',
    CALL,
    "function need(){ if (!mayRun('ads')) throw new Error('no') } need(); PIX",
    GATED,
  ],
];

const TRACKING = [expression('settings.tracking_enabled and customer.accepts_news')];

const TEMPLATES: readonly Row[] = [
  ['Liquid', [expression('{% if shop_privacy.ads %}')], '{% if shop_privacy.ads %}TAG{% endif %}', GATED, 'liquid'],
  [
    'Liquid, turned round',
    [expression('shop_privacy.ads')],
    '{% unless shop_privacy.ads %}TAG{% endunless %}',
    'runs m:blocked',
    'liquid',
  ],
  [
    'Liquid, else',
    [expression('shop_privacy.ads')],
    '{% if shop_privacy.ads %}x{% else %}TAG{% endif %}',
    'runs m:blocked',
    'liquid',
  ],
  ['Liquid, not declared', [], '{% if shop.flag_a %}TAG{% endif %}', 'runs r:runs', 'liquid'],
  [
    'Liquid, assigned',
    [expression('shop_privacy.ads')],
    '{% assign go = shop_privacy.ads %}{% if go %}TAG{% endif %}',
    GATED,
    'liquid',
  ],
  [
    'Liquid, two terms',
    TRACKING,
    '{% if settings.tracking_enabled and customer.accepts_news %}TAG{% endif %}',
    GATED,
    'liquid',
  ],
  [
    'Liquid, two statements',
    TRACKING,
    '{% if settings.tracking_enabled %}{% if customer.accepts_news %}TAG{% endif %}{% endif %}',
    GATED,
    'liquid',
  ],
  ['Liquid, one term', TRACKING, '{% if settings.tracking_enabled %}TAG{% endif %}', 'unknown', 'liquid'],
  [
    'Liquid, another category',
    [expression('shop_privacy.ads', 'statistics')],
    '{% if shop_privacy.ads %}TAG{% endif %}',
    STATISTICS,
    'liquid',
  ],
  ['Twig', [expression('privacy.ads')], "{% extends 'x' %}{% if privacy.ads %}TAG{% endif %}", GATED, 'twig'],
  ['Jinja, function', [expression("may_run('ads')")], '{% if may_run("ads") %}TAG{% endif %}', GATED, 'jinja'],
  [
    'Django, filter',
    [expression('request|may_run:"ads"')],
    '{% if request|may_run:"ads" %}TAG{% endif %}',
    GATED,
    'djhtml',
  ],
  [
    'PHP',
    [expression("$privacy->has('ads')")],
    "<?php if ( $privacy->has( 'ads' ) ) : ?>TAG<?php endif; ?>",
    GATED,
    'php',
  ],
  [
    'PHP, turned round',
    [expression("$privacy->has('ads')")],
    "<?php if (!$privacy->has('ads')) { ?>TAG<?php } ?>",
    'runs m:blocked',
    'php',
  ],
  [
    'PHP, other word',
    [expression("$privacy->has('ads')")],
    "<?php if ($privacy->has('maps')) { ?>TAG<?php } ?>",
    'runs',
    'php',
  ],
  ['Blade', [expression("$privacy->may('ads')")], "@if ($privacy->may('ads'))\nTAG\n@endif", GATED, 'blade.php'],
  ['ERB', [expression('may_run?(:ads)')], '<% if may_run? :ads %>TAG<% end %>', GATED, 'erb'],
  ['Handlebars', [expression('{{#if privacy.ads}}')], '{{#if privacy.ads}}TAG{{/if}}', GATED, 'hbs'],
  ['Go', [expression('.Privacy.Ads')], '{{ if .Privacy.Ads }}TAG{{ end }}', GATED, 'gohtml'],
  ['EJS', [expression('privacy.ads')], '<% if (privacy.ads) { %>TAG<% } %>', GATED, 'ejs'],
  ['Razor', [expression('Model.Privacy.Ads')], '@if (Model.Privacy.Ads)\n{\nTAG\n}', GATED, 'cshtml'],
  ['JSP', [expression('privacy.ads')], '<c:if test="${privacy.ads}">TAG</c:if>', GATED, 'jsp'],
  ['Thymeleaf', [expression('${privacy.ads}')], '<th:block th:if="${privacy.ads}">TAG</th:block>', GATED, 'html'],
  ['Smarty', [expression('$privacy.ads')], '{if $privacy.ads}TAG{/if}', GATED, 'tpl'],
  ['Velocity', [expression('$privacy.ads')], '#if($privacy.ads)TAG#end', GATED, 'vm'],
  ['FreeMarker', [expression('privacy.ads')], '<#if privacy.ads>TAG</#if>', GATED, 'ftl'],
  ['Mustache', [expression('privacy.ads')], '{{#privacy.ads}}TAG{{/privacy.ads}}', GATED, 'mustache'],
  ['Nunjucks, function', [expression("mayRun('ads')")], "{% if mayRun('ads') %}TAG{% endif %}", GATED, 'njk'],
  [
    'WordPress',
    [expression("apply_filters('acme_ads', false)")],
    "<?php if ( apply_filters( 'acme_ads', false ) ) { ?>TAG<?php } ?>",
    GATED,
    'php',
  ],
  ['comparison', [expression("privacy.ads == 'yes'")], "{% if privacy.ads == 'yes' %}TAG{% endif %}", GATED, 'liquid'],
  [
    'in a script, as text',
    [expression('privacy.ads')],
    "<script>if ('{{ privacy.ads }}' === 'true') { PIX }</script>",
    GATED,
    'liquid',
  ],
  [
    'in a script, of PHP',
    [expression('$privacy->ads')],
    '<script>var ok = <?= json_encode($privacy->ads) ?>; if (ok) { PIX }</script>',
    GATED,
    'php',
  ],
  [
    'in a script, chosen',
    [expression('$privacy->ads')],
    "<script>var ok = <?php echo $privacy->ads ? 'true' : 'false'; ?>; if (ok) { PIX }</script>",
    GATED,
    'php',
  ],
  [
    'in a script',
    [expression('privacy.ads')],
    '<script>if ({{ privacy.ads | json }}) { PIX }</script>',
    GATED,
    'liquid',
  ],
  [
    'unless in the declaration',
    [expression('{% unless shop.quiet %}')],
    '{% unless shop.quiet %}TAG{% endunless %}',
    GATED,
    'liquid',
  ],
  [
    'PHP, only whether it is set',
    [expression("$privacy['ads']")],
    "<?php if (isset($privacy['ads'])) { ?>TAG<?php } ?>",
    'runs r:runs',
    'php',
  ],
  [
    'PHP, not empty',
    [expression("$privacy['ads']")],
    "<?php if (!empty($privacy['ads'])) { ?>TAG<?php } ?>",
    GATED,
    'php',
  ],
];

const STORED = [{ cookie: 'site_choice', value: '3', category: 'marketing' } as const];
const HELPER = `function getCookie(n){var v=document.cookie.match('(^|;) ?'+n+'=([^;]*)(;|$)');return v?v[2]:null}`;
const JSON_COOKIE = [{ cookie: 'site_choice', path: 'purposes.a', category: 'marketing' } as const];

const STORES: readonly Row[] = [
  ['cookie, value', STORED, `${HELPER} if (getCookie('site_choice') === '3') { PIX }`, GATED],
  [
    'cookie, value as a number',
    STORED,
    `import Cookies from 'js-cookie'; if (Cookies.get('site_choice') == 3) { PIX }`,
    GATED,
    'js',
  ],
  ['cookie, indexOf', STORED, `if (document.cookie.indexOf('site_choice=3') > -1) { PIX }`, GATED],
  ['cookie, other value', STORED, `${HELPER} if (getCookie('site_choice') === '1') { PIX }`, 'blocked m:unknown'],
  ['cookie, turned round', STORED, `${HELPER} if (getCookie('site_choice') !== '3') { PIX }`, 'runs m:blocked'],
  ['cookie in PHP', STORED, "<?php if (($_COOKIE['site_choice'] ?? '') === '3') { ?>TAG<?php } ?>", GATED, 'php'],
  [
    'cookie that is there',
    [{ cookie: 'ads_yes', category: 'marketing' }],
    `${HELPER} if (getCookie('ads_yes')) { PIX }`,
    GATED,
  ],
  [
    'cookie that is there, compared',
    [{ cookie: 'ads_yes', category: 'marketing' }],
    `${HELPER} if (getCookie('ads_yes') === 'x1') { PIX }`,
    GATED,
  ],
  [
    'cookie by the start of its name',
    [{ cookie: 'ads_*', category: 'marketing' }],
    `${HELPER} if (getCookie('ads_se')) { PIX }`,
    GATED,
  ],
  [
    'cookie of another category',
    [{ cookie: 'ads_yes', category: 'statistics' }],
    `${HELPER} if (getCookie('ads_yes')) { PIX }`,
    STATISTICS,
  ],
  [
    'cookie, JSON',
    JSON_COOKIE,
    `${HELPER} const c = JSON.parse(getCookie('site_choice') || '{}'); if (c.purposes.a) { PIX }`,
    GATED,
  ],
  [
    'cookie, JSON, other member',
    JSON_COOKIE,
    `${HELPER} const c = JSON.parse(getCookie('site_choice') || '{}'); if (c.purposes.b) { PIX }`,
    'blocked r:unknown',
  ],
  [
    'storage',
    [{ storage: 'site_choice', value: 'x2', category: 'marketing' }],
    `if (localStorage.getItem('site_choice') === 'x2') { PIX }`,
    GATED,
  ],
  [
    'storage, JSON with a value',
    [{ storage: 'p', path: 'a', value: 'on', category: 'marketing' }],
    `const p = JSON.parse(localStorage.getItem('p')); if (p && p.a === 'on') { PIX }`,
    GATED,
  ],
  [
    'storage is no cookie',
    [{ storage: 'ads_yes', category: 'marketing' }],
    `if (document.cookie.includes('ads_yes=')) { PIX }`,
    'blocked r:runs',
  ],
];

const EVENT = [{ event: 'acme:ads', category: 'marketing' } as const];
const DETAIL = [{ event: 'acme:changed', path: 'detail.ads', category: 'marketing' } as const];
const CALLBACK = [{ event: "acme.whenOk('ads')", category: 'marketing' } as const];

const EVENTS: readonly Row[] = [
  ['event of window', EVENT, "window.addEventListener('acme:ads', function(){ PIX })", GATED],
  [
    'event of an emitter',
    [{ event: "bus.on('acme:ads')", category: 'marketing' }],
    "bus.on('acme:ads', () => { PIX })",
    GATED,
  ],
  ['event of an imported emitter', EVENT, "import bus from './bus'; bus.$on('acme:ads', () => { PIX })", GATED, 'js'],
  ['event of jQuery', EVENT, "$(document).on('acme:ads', function(){ PIX })", GATED],
  [
    'event, promise',
    EVENT,
    "new Promise((go) => document.addEventListener('acme:ads', go)).then(() => { PIX })",
    GATED,
  ],
  ['event, other name', EVENT, "window.addEventListener('acme:maps', function(){ PIX })", 'runs r:runs'],
  ['event, not declared', [], "window.addEventListener('acme:ads', function(){ PIX })", 'runs r:runs'],
  [
    'event of another category',
    [{ event: 'acme:ads', category: 'statistics' }],
    "addEventListener('acme:ads', function(){ PIX })",
    STATISTICS,
  ],
  ['event with members', DETAIL, "addEventListener('acme:changed', (e) => { if (e.detail.ads) { PIX } })", GATED],
  [
    'event with members, turned round',
    DETAIL,
    "addEventListener('acme:changed', (e) => { if (!e.detail.ads) { PIX } })",
    'runs m:blocked',
  ],
  ['event with members, not asked', DETAIL, "addEventListener('acme:changed', (e) => { PIX })", 'runs r:runs'],
  ['callback', CALLBACK, "acme.whenOk('ads', function(){ PIX })", GATED],
  ['callback, awaited', CALLBACK, "(async () => { await acme.whenOk('ads'); PIX })()", GATED],
  ['callback, other word', CALLBACK, "acme.whenOk('maps', function(){ PIX })", 'runs r:runs'],
  [
    'promise of the site',
    [{ event: 'window.adsOk.then()', category: 'marketing' }],
    'window.adsOk.then(() => { PIX })',
    GATED,
  ],
  ['event once', EVENT, "document.addEventListener('acme:ads', () => { PIX }, { once: true })", GATED],
  [
    'event, named constant',
    EVENT,
    "const E = { ADS: 'acme:ads' }; window.addEventListener(E.ADS, go); function go(){ PIX }",
    GATED,
  ],
  ['event, handler object', EVENT, "window.addEventListener('acme:ads', { handleEvent() { PIX } })", GATED],
  [
    'event, destructured member',
    DETAIL,
    "addEventListener('acme:changed', ({ detail: { ads } }) => { if (ads) { PIX } })",
    GATED,
  ],
  [
    'event with members, of jQuery',
    [{ event: 'acme:changed', path: 'detail.ads', category: 'marketing' }],
    "document.addEventListener('acme:changed', function (e) { var d = e.detail || {}; if (d.ads) { PIX } })",
    GATED,
  ],
];

const MARKED = [{ attribute: 'data-permit="ads"', category: 'marketing' } as const];

const ATTRIBUTES: readonly Row[] = [
  ['attribute', MARKED, '<script type="text/plain" data-permit="ads">PIX</script>', GATED],
  ['attribute among words', MARKED, '<script type="text/plain" data-permit="ads maps">PIX</script>', GATED],
  [
    'attribute, any value',
    [{ attribute: 'data-permit', category: 'marketing' }],
    '<script type="text/plain" data-permit src="SRC"></script>',
    GATED,
  ],
  [
    'attribute with a parked source',
    MARKED,
    '<script type="text/plain" data-permit="ads" data-src="SRC"></script>',
    GATED,
  ],
  [
    'attribute of another category',
    [{ attribute: 'data-permit', value: 'ads', category: 'statistics' }],
    '<script type="text/plain" data-permit="ads">PIX</script>',
    STATISTICS,
  ],
  ['attribute on a script that runs', MARKED, '<script data-permit="ads">PIX</script>', 'runs r:runs'],
  ['attribute, other word', MARKED, '<script type="text/plain" data-permit="maps">PIX</script>', 'blocked m:blocked'],
  ['attribute, not declared', [], '<script type="text/plain" data-permit="ads">PIX</script>', 'blocked m:blocked'],
  [
    'class',
    [{ attribute: 'class="needs-ads"', category: 'marketing' }],
    '<script type="text/plain" class="x needs-ads">PIX</script>',
    GATED,
  ],
  [
    'attribute on a frame',
    MARKED,
    '<iframe data-permit="ads" data-src="https://www.facebook.com/tr?id=1&ev=PageView"></iframe>',
    `@beacon ${GATED}`,
  ],
  [
    'attribute in a template language',
    MARKED,
    '{% if x %}<script type="text/plain" data-permit="ads">PIX</script>{% endif %}',
    GATED,
    'liquid',
  ],
  [
    'attribute, set by a script',
    MARKED,
    "<script>var s = document.createElement('script'); s.type = 'text/plain'; s.setAttribute('data-permit', 'ads'); s.src = 'SRC'; document.head.appendChild(s)</script>",
    GATED,
  ],
];

const IMAGE = '<img src="https://www.facebook.com/tr?id=1&ev=PageView" />';
const WRAPPER = [{ component: '<ConsentGate purpose="ads">', category: 'marketing' } as const];
const IN_SIGHT =
  'function ConsentGate({ purpose, children }) { const on = useRegistry(purpose); return on ? children : null }';

const COMPONENTS: readonly Row[] = [
  ['component of JSX', WRAPPER, `export default () => <ConsentGate purpose="ads">${IMAGE}</ConsentGate>`, GATED, 'jsx'],
  [
    'component of JSX, value in braces',
    WRAPPER,
    `export default () => <ConsentGate purpose={'ads'}>${IMAGE}</ConsentGate>`,
    GATED,
    'jsx',
  ],
  [
    'component of JSX, list',
    WRAPPER,
    `export default () => <ConsentGate purpose={['maps', 'ads']}>${IMAGE}</ConsentGate>`,
    GATED,
    'jsx',
  ],
  [
    'component in sight',
    WRAPPER,
    `${IN_SIGHT} export default () => <ConsentGate purpose="ads">${IMAGE}</ConsentGate>`,
    GATED,
    'jsx',
  ],
  ['component, other word', WRAPPER, `export default () => <Gate purpose="maps">${IMAGE}</Gate>`, 'runs r:runs', 'jsx'],
  [
    'component without properties',
    [{ component: 'AdsOnly', category: 'marketing' }],
    `export default () => <AdsOnly>${IMAGE}</AdsOnly>`,
    GATED,
    'jsx',
  ],
  [
    'component of another category',
    [{ component: 'AdsOnly', category: 'statistics' }],
    `export default () => <AdsOnly>${IMAGE}</AdsOnly>`,
    STATISTICS,
    'jsx',
  ],
  ['component, not declared', [], `export default () => <AdsOnly>${IMAGE}</AdsOnly>`, 'runs r:runs', 'jsx'],
  [
    'component of Vue',
    WRAPPER,
    `<template><consent-gate purpose="ads">${IMAGE}</consent-gate></template>`,
    GATED,
    'vue',
  ],
  ['component of Svelte', WRAPPER, `<ConsentGate purpose="ads">${IMAGE}</ConsentGate>`, GATED, 'svelte'],
  [
    'component of Astro',
    WRAPPER,
    `---\nimport ConsentGate from './x.astro';\n---\n<ConsentGate purpose="ads">${IMAGE}</ConsentGate>`,
    GATED,
    'astro',
  ],
];

const GROUPS = {
  expressions: EXPRESSIONS,
  'expressions in templates': TEMPLATES,
  'stored values': STORES,
  'events and callbacks': EVENTS,
  attributes: ATTRIBUTES,
  components: COMPONENTS,
};

describe.each(Object.entries(GROUPS))('declared gates: %s', (_group, rows) => {
  it.each(rows.map((row): [string, Row] => [row[0], row]))('%s', (_name, [name, gates, code, expected, extension]) => {
    const row =
      extension === undefined ? ([name, code, expected] as const) : ([name, code, expected, extension] as const);
    const { got, wanted } = compareCase(row, heavy, gatesOf(gates));
    expect(got).toBe(wanted);
  });
});
