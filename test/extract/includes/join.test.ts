import { describe, expect, it } from 'vitest';
import { flat, join, type Site } from './site.ts';

/** Name, entry, site, the page as it is read. */
const CASES: readonly (readonly [name: string, entry: string, site: Site, page: string])[] = [
  [
    'Shopify: snippet',
    'layout/theme.liquid',
    { 'layout/theme.liquid': "<a>{% render 'px', id: 1 %}<b>", 'snippets/px.liquid': '<x>' },
    '<a> <x> <b>',
  ],
  [
    'Shopify: section in a section folder',
    'layout/theme.liquid',
    { 'layout/theme.liquid': "<a>{%- section 'head' -%}<b>", 'sections/head.liquid': '<x>' },
    '<a> <x> <b>',
  ],
  [
    'Shopify: group of sections',
    'layout/theme.liquid',
    {
      'layout/theme.liquid': "<a>{% sections 'g' %}<b>",
      'sections/g.json': '{"sections":{"one":{"type":"s1"},"two":{"type":"s2"}},"order":["one","two"]}',
      'sections/s1.liquid': '<x>',
      'sections/s2.liquid': '<y>',
    },
    '<a> <x> <y> <b>',
  ],
  [
    'Shopify: template in the theme',
    'templates/product.liquid',
    { 'templates/product.liquid': '<p>', 'layout/theme.liquid': '<a>{{ content_for_layout }}<b>' },
    '<a> <p> <b>',
  ],
  [
    'Shopify: another layout',
    'templates/product.liquid',
    {
      'templates/product.liquid': "{% layout 'alt' %}<p>",
      'layout/theme.liquid': '<a>{{ content_for_layout }}<b>',
      'layout/alt.liquid': '<c>{{ content_for_layout }}',
    },
    '<c> <p>',
  ],
  [
    'Shopify: no layout',
    'templates/gift.liquid',
    { 'templates/gift.liquid': '{% layout none %}<p>', 'layout/theme.liquid': '<a>{{ content_for_layout }}<b>' },
    '<p>',
  ],
  [
    'Shopify: liquid tag',
    'layout/theme.liquid',
    { 'layout/theme.liquid': "<a>{% liquid\n assign x = 1\n render 'px'\n%}<b>", 'snippets/px.liquid': '<x>' },
    '<a> <x> <b>',
  ],
  [
    'Jekyll: include and layout',
    'blog/index.html',
    {
      'blog/index.html': '---\nlayout: post\ntitle: x\n---\n<p>{% include px.html id=1 %}',
      '_includes/px.html': '<x>',
      '_layouts/post.html': '---\nlayout: default\n---\n<post>{{ content }}</post>',
      '_layouts/default.html': '<a>{{ content }}<b>',
    },
    '<a> <post> <p> <x> </post> <b>',
  ],
  [
    'Jinja: blocks',
    'shop/page.html',
    {
      'shop/page.html': "{% extends 'base.html' %}ignored{% block head %}{{ super() }}<x>{% endblock %}",
      'templates/base.html': '<a>{% block head %}<h>{% endblock %}<b> {% block body %}<d>{% endblock %}',
    },
    '<a> <h> <x> <b> <d>',
  ],
  [
    'Django: three levels, block.super',
    'app/templates/app/page.html',
    {
      'app/templates/app/page.html': '{% extends "app/base.html" %}{% block a %}<p>{{ block.super }}{% endblock %}',
      'app/templates/app/base.html':
        '{% extends "base.html" %}{% block a %}<m>{{ block.super }}{% block in %}<i>{% endblock %}{% endblock %}',
      'templates/base.html': '<r>{% block a %}<d>{% endblock %}<e>',
    },
    '<r> <p> <m> <d> <i> <e>',
  ],
  [
    'Jinja: a nested block of the middle is filled by the page',
    'page.html',
    {
      'page.html': '{% extends "mid.html" %}{% block in %}<p>{% endblock %}',
      'mid.html': '{% extends "base.html" %}{% block a %}<m>{% block in %}<i>{% endblock %}<n>{% endblock %}',
      'base.html': '<r>{% block a %}{% endblock %}',
    },
    '<r> <m> <p> <n>',
  ],
  [
    'Jinja: macro',
    'page.html',
    {
      'page.html': "{% from 'm.html' import pixel as px %}<a>{{ px(1) }}<b>",
      'm.html': '{% macro other() %}<o>{% endmacro %}{% macro pixel(id) %}<x>{% endmacro %}',
    },
    '<a> <x> <b>',
  ],
  [
    'Jinja: macro of a namespace',
    'page.html',
    {
      'page.html': "{% import 'm.html' as m %}<a>{{ m.pixel(1) }}<b>",
      'm.html': '{% macro pixel(id) %}<x>{% endmacro %}<never>',
    },
    '<a> <x> <b>',
  ],
  [
    'Jinja: a list of names',
    'page.html',
    { 'page.html': "<a>{% include ['no.html', 'yes.html'] ignore missing %}", 'yes.html': '<x>' },
    '<a> <x>',
  ],
  [
    'Twig: namespace and embed',
    'templates/p.html.twig',
    {
      'templates/p.html.twig':
        "{% include '@App/part.html.twig' %}{% embed 'card.html.twig' %}{% block c %}<x>{% endblock %}{% endembed %}<z>",
      'templates/part.html.twig': '<a>',
      'templates/card.html.twig': '<card>{% block c %}<no>{% endblock %}</card>',
    },
    '<a> <card> <x> </card> <z>',
  ],
  [
    'Twig: bundle and parent()',
    'src/Resources/views/p.html.twig',
    {
      'src/Resources/views/p.html.twig':
        "{% extends 'ShopBundle::base.html.twig' %}{% block c %}{{ parent() }}<x>{% endblock %}",
      'src/Resources/views/base.html.twig': '<a>{% block c %}<d>{% endblock %}',
    },
    '<a> <d> <x>',
  ],
  [
    'Twig: include as a function',
    'p.html.twig',
    { 'p.html.twig': "<a>{{ include('q.html.twig') }}", 'q.html.twig': '<x>' },
    '<a> <x>',
  ],
  [
    'Nunjucks with front matter',
    'src/index.njk',
    { 'src/index.njk': '---\nlayout: base.njk\n---\n<p>', 'src/_includes/base.njk': '<a>{{ content | safe }}<b>' },
    '<a> <p> <b>',
  ],
  [
    'PHP: folder of the file',
    'shop/index.php',
    {
      'shop/index.php':
        "<?php include __DIR__ . '/inc/px.php'; ?><a><?php require_once(dirname(__FILE__) . '/b.php') ?>",
      'shop/inc/px.php': '<x>',
      'shop/b.php': '<b>',
    },
    '<x> <a> <b>',
  ],
  [
    'PHP: header, footer, template part',
    'theme/page.php',
    {
      'theme/page.php': "<?php get_header(); ?><p><?php get_template_part('parts/px', 'meta'); get_footer('shop'); ?>",
      'theme/header.php': '<h>',
      'theme/footer-shop.php': '<f>',
      'theme/parts/px-meta.php': '<x>',
    },
    '<h> <p> <x> <f>',
  ],
  [
    'ERB: partial and layout',
    'app/views/shop/show.html.erb',
    {
      'app/views/shop/show.html.erb':
        "<% content_for :head do %><x><% end %><p><%= render 'px' %><%= render partial: 'shared/y' %>",
      'app/views/shop/_px.html.erb': '<px>',
      'app/views/shared/_y.html.erb': '<y>',
      'app/views/layouts/application.html.erb': '<a><%= yield :head %><b><%= yield %><c>',
    },
    '<a> <x> <b> <p> <px> <y> <c>',
  ],
  [
    'Handlebars: partial',
    'views/index.hbs',
    { 'views/index.hbs': '<a>{{> px id=1}}<b>', 'views/partials/px.hbs': '<x>' },
    '<a> <x> <b>',
  ],
  [
    'Handlebars: block partial',
    'views/index.hbs',
    {
      'views/index.hbs': '{{#> main}}<p>{{#*inline "head"}}<x>{{/inline}}{{/main}}',
      'views/partials/main.hbs': '<a>{{> @partial-block}}<b>',
    },
    '<a> <p> <b>',
  ],
  [
    'Handlebars: layout of Express',
    'views/index.hbs',
    { 'views/index.hbs': '<p>', 'views/layout.hbs': '<a>{{{body}}}<b>' },
    '<a> <p> <b>',
  ],
  [
    'Handlebars: layout in a comment',
    'post.hbs',
    { 'post.hbs': '{{!< default}}<p>', 'default.hbs': '<a>{{{body}}}<b>' },
    '<a> <p> <b>',
  ],
  [
    'EJS: include and layout',
    'views/index.ejs',
    {
      'views/index.ejs': "<p><%- include('parts/px', {a: 1}) %>",
      'views/parts/px.ejs': '<x>',
      'views/layout.ejs': '<a><%- body %><b>',
    },
    '<a> <p> <x> <b>',
  ],
];

describe('joining', () => {
  it.each(CASES)('%s', (_, entry, site, page) => {
    expect(flat(site, entry)).toBe(page);
  });

  it('counts what is not there', () => {
    expect(
      join({ 'a.liquid': "{% render 'no' %}{% render x %}{% render 'b' %}", 'snippets/b.liquid': '' }, 'a.liquid')
        .missing,
    ).toBe(2);
  });

  it('goes round no circle', () => {
    const site = {
      'a.html': '{% include "b.html" %}{% if x %}1',
      'b.html': '<x>{% include "a.html" %}{% include "b.html" %}',
    };
    expect(flat(site, 'a.html')).toContain('<x>');
    const layouts = {
      'a.html': '{% extends "b.html" %}',
      'b.html': '{% extends "a.html" %}<x>{% block c %}{% endblock %}',
    };
    expect(flat(layouts, 'a.html')).toBe('<x>');
  });

  it('ends where every file includes every file many times', () => {
    const names = Array.from({ length: 30 }, (_, index) => `f${index}.html`);
    const all = names.map((name) => `{% include "${name}" %}`).join('');
    const site = Object.fromEntries(names.map((name) => [name, all]));
    expect(join(site, 'f0.html').pieces.length).toBeLessThan(5000);
  });
});
