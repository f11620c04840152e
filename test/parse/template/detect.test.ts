import { describe, expect, it } from 'vitest';
import { detectTemplateLanguages } from '../../../src/parse/template/index.ts';
import { scanTemplate } from '../../../src/parse/template/scan.ts';

describe('detecting template languages', () => {
  it.each([
    ['theme.liquid', '{{ x }}', ['liquid']],
    ['assets/theme.js.liquid', '{{ x }}', ['liquid']],
    ['a.html.twig', '{{ x }}', ['jinja']],
    ['a.njk', '{% if a %}', ['jinja']],
    ['a.j2.html', '{{ x }}', ['jinja']],
    ['a.hbs', '{{x}}', ['handlebars']],
    ['a.mustache', '{{x}}', ['handlebars']],
    ['a.ejs', '<%= x %>', ['ejs']],
    ['a.html.erb', '<%= x %>', ['erb']],
    ['a.js.erb', '<%= x %>', ['erb']],
    ['C:\\site\\PIXEL.PHP', '<?= $x ?>', ['php']],
    ['a.phtml', '<? if ($x): ?>', ['php']],
    ['a.php', '<?= $x ?>{{#a}}{{/a}}', ['php', 'handlebars']],
    ['a.erb', '<%= x %>{{ y }}', ['erb', 'handlebars']],
    ['a.liquid', '{% raw %}{{ vue }}{% endraw %}', ['liquid', 'handlebars']],
  ])('knows %s by its name', (path, text, languages) => {
    expect(detectTemplateLanguages(path, text)).toEqual(languages);
  });

  it.each([
    ['{% if a %}{% elsif b %}{% endif %}', ['liquid']],
    ["{% assign a = 'x' | split: ',' %}", ['liquid']],
    ["{%- render 'pixel' -%}", ['liquid']],
    ['{% include analytics.html %}', ['liquid']],
    ['{% case a %}{% when 1 %}{% endcase %}', ['liquid']],
    ["{% if a %}{{ a | default: 'x' }}{% endif %}", ['liquid']],
    ['{% if a %}{% elif b %}{% endif %}', ['jinja']],
    ['{% extends "base.html" %}', ['jinja']],
    ['{% load static %}', ['jinja']],
    ['{% block head %}{% endblock %}', ['jinja']],
    ['{% if not a %}x{% endif %}', ['jinja']],
    ['{% if a %}{{ b }}{% endif %}', ['jinja']],
    ['<p><?php echo 1; ?></p>', ['php']],
    ['<p><?= $x ?></p>', ['php']],
    ['<% if user %><%= user.name %><% end %>', ['erb']],
    ['<% items.each do |i| %><% end %>', ['erb']],
    ["<%= render 'pixel' %>", ['erb']],
    ['<% if (user) { %><%= user.name %><% } %>', ['ejs']],
    ["<%- include('head') %>", ['ejs']],
    ['<p><%= title %></p>', ['ejs']],
    ['<p>{{ title }}</p>', ['handlebars']],
    ['<p>{{#if a}}x{{/if}}</p>', ['handlebars']],
    ['<?xml version="1.0"?><p>x</p>', []],
    ['<p>plain</p>', []],
  ])('knows %s in an .html file by its content', (text, languages) => {
    expect(detectTemplateLanguages('page.html', text)).toEqual(languages);
    expect(detectTemplateLanguages('', text)).toEqual(languages);
  });

  it('takes a doubtful page in a folder of Jekyll or Shopify as liquid', () => {
    expect(detectTemplateLanguages('_includes/pixel.html', '{% if a %}{{ b }}{% endif %}')).toEqual(['liquid']);
  });

  it.each([
    ['a.js', 'const a = {{b: 1}};', []],
    ['a.jsx', '<p style={{ color: x }}>{{ x }}</p>', []],
    ['a.ts', 'if (a <b && c %2) {}', []],
    ['a.js', "const t = '<?php';", []],
    ['a.js', 'x = {%};', []],
    ['a.json', '{"a": "{{x}}"}', []],
    ['a.vue', '<p>{{ x }}</p>', []],
    ['pixel.js', "fbq('init', '{{ id }}');{% if a %}fbq('track');{% endif %}", ['jinja']],
    ['pixel.js', "fbq('init', '<?= $id ?>');", ['php']],
    ['pixel.js', "fbq('init', '<%= id %>');", ['ejs']],
  ])('reads the script %s only if it has clear islands: %s', (path, text, languages) => {
    expect(detectTemplateLanguages(path, text)).toEqual(languages);
  });

  it('finds nothing in a text without islands', () => {
    expect(scanTemplate('<p>plain</p>', ['php', 'ejs', 'liquid', 'handlebars'])).toBeUndefined();
    expect(scanTemplate('<p>{{ x }}</p>', [])).toBeUndefined();
  });
});
