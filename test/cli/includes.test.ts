import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildCommand, Folder, taglint } from './command.ts';
import { PIXEL } from './samples.ts';

beforeAll(buildCommand);

const resultSchema = z.object({
  findings: z.array(z.object({ rule: z.string(), severity: z.string(), certainty: z.string(), file: z.string() })),
});

const BEFORE = 'consent/fires-before-consent';
const GA = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC1234567"></script>
<script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }
gtag('js', new Date()); gtag('config', 'G-ABC1234567');</script>
`;
const DEFAULT = `<script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }
gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' });</script>
`;
const PIXEL_MARKUP = `<script>${PIXEL}</script>\n`;

/** `rule certainty file` of every finding above notes. */
async function found(site: Readonly<Record<string, string>>, paths: readonly string[] = []): Promise<string[]> {
  using folder = new Folder(site);
  return await foundIn(folder.path, paths);
}

async function foundIn(cwd: string, paths: readonly string[] = []): Promise<string[]> {
  const { stdout } = await taglint(['--format', 'json', ...paths], { cwd });
  return resultSchema
    .parse(JSON.parse(stdout))
    .findings.filter(({ severity }) => severity !== 'note')
    .map(({ rule, certainty, file }) => `${rule} ${certainty} ${file}`);
}

/** Sites in which a layout pulls in a part; `HEAD` stands before it. */
const SITES: readonly (readonly [string, Readonly<Record<string, string>>, part: string])[] = [
  [
    'Liquid',
    {
      'layout/theme.liquid': "<html><head>HEAD{% render 'ga' %}</head>{{ content_for_layout }}",
      'snippets/ga.liquid': GA,
    },
    'snippets/ga.liquid',
  ],
  [
    'Jinja, Django',
    {
      'templates/base.html': '<html><head>HEAD{% block head %}{% endblock %}</head>',
      'templates/shop/page.html':
        '{% extends "base.html" %}{% block head %}{% include "includes/ga.html" %}{% endblock %}',
      'templates/includes/ga.html': GA,
    },
    'templates/includes/ga.html',
  ],
  [
    'Twig',
    {
      'templates/base.html.twig': '<html><head>HEAD{% block js %}{% endblock %}</head>',
      'templates/home.html.twig':
        "{% extends 'base.html.twig' %}{% block js %}{{ include('ga.html.twig') }}{% endblock %}",
      'templates/ga.html.twig': GA,
    },
    'templates/ga.html.twig',
  ],
  [
    'Nunjucks',
    {
      '_includes/base.njk': '<html><head>HEAD{% include "ga.njk" %}</head><body>{{ content | safe }}</body>',
      '_includes/ga.njk': GA,
      'index.njk': '---\nlayout: base.njk\n---\n<p>a</p>',
    },
    '_includes/ga.njk',
  ],
  [
    'PHP',
    {
      'header.php': '<!DOCTYPE html><html><head>HEAD<?php wp_head(); ?></head><body>',
      'footer.php': "<?php get_template_part('template-parts/ga'); ?></body></html>",
      'template-parts/ga.php': GA,
      'index.php': '<?php get_header(); ?><p>a</p><?php get_footer(); ?>',
    },
    'template-parts/ga.php',
  ],
  [
    'ERB',
    {
      'app/views/layouts/application.html.erb':
        "<html><head>HEAD<%= render 'shared/ga' %></head><body><%= yield %></body>",
      'app/views/shared/_ga.html.erb': GA,
      'app/views/home/index.html.erb': '<p>a</p>',
    },
    'app/views/shared/_ga.html.erb',
  ],
  [
    'EJS',
    {
      'views/index.ejs': "<%- include('partials/head') %><body><%- include('partials/ga') %></body></html>",
      'views/partials/head.ejs': '<!doctype html><html><head>HEAD</head>',
      'views/partials/ga.ejs': GA,
    },
    'views/partials/ga.ejs',
  ],
  [
    'Handlebars',
    {
      'views/layouts/main.hbs': '<html><head>HEAD{{> ga}}</head><body>{{{body}}}</body>',
      'views/partials/ga.hbs': GA,
      'views/home.hbs': '<p>a</p>',
    },
    'views/partials/ga.hbs',
  ],
  [
    'Go',
    {
      'layouts/_default/baseof.html':
        '<!DOCTYPE html><html><head>HEAD{{ partial "ga.html" . }}</head><body>{{ block "main" . }}{{ end }}</body></html>',
      'layouts/partials/ga.html': GA,
      'layouts/index.html': '{{ define "main" }}<p>a</p>{{ end }}',
    },
    'layouts/partials/ga.html',
  ],
  [
    'Blade',
    {
      'resources/views/layouts/app.blade.php':
        "<html><head>HEAD@include('partials.ga')\n</head><body>@yield('content')</body>",
      'resources/views/partials/ga.blade.php': GA,
      'resources/views/home.blade.php': "@extends('layouts.app')\n@section('content')\n<p>a</p>\n@endsection",
    },
    'resources/views/partials/ga.blade.php',
  ],
  [
    'Razor',
    {
      'Views/Shared/_Layout.cshtml':
        '<!DOCTYPE html><html><head>HEAD@await Html.PartialAsync("_Ga")\n</head><body>@RenderBody()</body></html>',
      'Views/Shared/_Ga.cshtml': GA,
    },
    'Views/Shared/_Ga.cshtml',
  ],
  [
    'Smarty',
    {
      'themes/a/header.tpl': "<html><head>HEAD{include file='_partials/ga.tpl'}</head><body>",
      'themes/a/_partials/ga.tpl': GA,
    },
    'themes/a/_partials/ga.tpl',
  ],
  [
    'JSP',
    { 'WEB-INF/jsp/layout.jsp': '<html><head>HEAD<%@ include file="ga.jspf" %></head>', 'WEB-INF/jsp/ga.jspf': GA },
    'WEB-INF/jsp/ga.jspf',
  ],
];

describe('a layout governs what it includes', () => {
  it.each(SITES)('%s', async (_, site, part) => {
    const withHead = (head: string): Record<string, string> =>
      Object.fromEntries(Object.entries(site).map(([path, text]) => [path, text.replace('HEAD', head)]));
    expect(await found(withHead(DEFAULT))).toEqual([]);
    const bare = await found(withHead(''));
    expect(bare.filter((finding) => finding.startsWith(BEFORE))).toEqual([`${BEFORE} certain ${part}`]);
  });
});

describe('pages, not files', () => {
  it('what stands in a page is judged with its layout', async () => {
    const site = {
      'Views/Shared/_Layout.cshtml': `<!DOCTYPE html><html><head>${DEFAULT}</head><body>@RenderBody()</body></html>`,
      'Views/Home/Index.cshtml': `@{\n  Layout = "../Shared/_Layout.cshtml";\n}\n<p>a</p>\n${GA}${PIXEL_MARKUP}`,
    };
    expect(await found(site)).toEqual([`${BEFORE} certain Views/Home/Index.cshtml`]);
  });

  it('a gate in a local script holds back the snippet in the page', async () => {
    const page = `<!doctype html><script src="/js/app.js"></script><script>withConsent('marketing', () => {\n${PIXEL}});</script>`;
    const gate =
      "function withConsent(key, run) { if (JSON.parse(localStorage.getItem('consent') || '{}')[key]) run(); }";
    expect(await found({ 'index.html': page, 'js/app.js': gate })).toEqual([]);
    expect(await found({ 'index.html': page, 'js/app.js': 'function withConsent(key, run) { run(); }' })).toEqual([
      `${BEFORE} certain index.html`,
    ]);
  });

  it('a part that no page includes is judged alone, with less certainty', async () => {
    expect(await found({ 'snippets/px.liquid': PIXEL_MARKUP })).toEqual([`${BEFORE} likely snippets/px.liquid`]);
  });

  it('what several pages include is found once, at its worst', async () => {
    const site = {
      'a.html': "<html>{% if cookies.consent == 'yes' %}{% include 'px.html' %}{% endif %}</html>",
      'b.html': "<html>{% include 'px.html' %}</html>",
      'c.html': "<html>{% include 'px.html' %}</html>",
      'px.html': PIXEL_MARKUP,
    };
    expect(await found(site)).toEqual([`${BEFORE} certain px.html`]);
  });

  it('a layout without pages is judged', async () => {
    const layout = `<!doctype html><html><head>${PIXEL_MARKUP}</head><body>{{ content_for_layout }}</body></html>`;
    const expected = [`${BEFORE} certain layout/theme.liquid`];
    expect(await found({ 'layout/theme.liquid': layout })).toEqual(expected);
    expect(await found({ 'layout/theme.liquid': layout, 'templates/index.liquid': '<p>a</p>' })).toEqual(expected);
  });

  it('one page is judged with what it includes when it is named alone', async () => {
    const site = { 'a.html': "<html>{% include 'px.html' %}</html>", 'px.html': PIXEL_MARKUP };
    expect(await found(site, ['a.html'])).toEqual([`${BEFORE} certain px.html`]);
  });

  it('nothing outside the folder is read, circles end', async () => {
    using folder = new Folder({ 'secret/px.html': PIXEL_MARKUP });
    const site = join(folder.path, 'site');
    mkdirSync(site);
    writeFileSync(
      join(site, 'a.html'),
      "<html>{% include '../secret/px.html' %}{% include 'link.html' %}{% include 'b.html' %}</html>",
    );
    writeFileSync(join(site, 'b.html'), `{% include 'a.html' %}{% include 'b.html' %}${GA}`);
    symlinkSync('../secret/px.html', join(site, 'link.html'));
    expect((await foundIn(site)).filter((finding) => finding.startsWith(BEFORE))).toEqual([`${BEFORE} certain b.html`]);
  });
});
