import { describe, expect, it } from 'vitest';
import { pageFile } from '../../../src/extract/includes/join.ts';
import { templateTitles } from '../../../src/extract/titles/template-titles.ts';
import { Source } from '../../../src/text/source.ts';

function said(name: string, text: string): readonly string[] {
  return templateTitles(pageFile(new Source(name, text))).map(({ about, text: words }) => `${about}: ${words}`);
}

describe('what a template says of its page for its layout to print', () => {
  it.each([
    ['Jinja', 'a.html', "{% extends 'b.html' %}{% block title %}HIV test{% endblock %}"],
    ['Jinja, a variable', 'a.html', "{% extends 'b.html' %}{% set page_title = 'HIV test' %}"],
    ['Twig', 'a.html.twig', "{% extends 'b.html.twig' %}{% block meta_title %}<b>HIV</b> test{% endblock %}"],
    ['Django, with', 'a.html', "{% include 'head.html' with title='HIV test' %}"],
    ['Blade, short', 'a.blade.php', "@extends('app')\n@section('title', 'HIV test')\n@section('content')x@endsection"],
    ['Blade, long', 'a.blade.php', "@extends('app')\n@section('title')\nHIV test\n@endsection"],
    ['Blade, handed over', 'a.blade.php', "@include('head', ['title' => 'HIV test'])"],
    ['ERB, provide', 'a.html.erb', "<% provide(:title, 'HIV test') %>"],
    ['ERB, content_for', 'a.html.erb', '<% content_for :title, "HIV test" %>'],
    ['ERB, a block', 'a.html.erb', '<% content_for :title do %>HIV test<% end %>'],
    ['PHP', 'a.php', '<?php $pageTitle = "HIV test"; include "header.php"; ?>'],
    ['PHP, this', 'a.php', "<?php $this->title = 'HIV test'; ?>"],
    ['PHP, assign', 'a.php', "<?php $this->assign('title', 'HIV test'); ?>"],
    ['Razor', 'a.cshtml', '@{\n  ViewData["Title"] = "HIV test";\n}\n<p>x</p>'],
    ['Razor, bag', 'a.cshtml', '@{ ViewBag.Title = "HIV test"; }\n<p>x</p>'],
    ['EJS', 'a.ejs', "<%- include('head', { title: 'HIV test' }) %>"],
    ['Go', 'a.gohtml', '{{ define "title" }}HIV test{{ end }}'],
    ['Liquid', 'a.liquid', "{% assign page_title = 'HIV test' %}"],
    ['Handlebars', 'a.hbs', '{{> head title="HIV test"}}'],
  ])('%s', (_, name, text) => {
    expect(said(name, text)).toEqual(['title: HIV test']);
  });

  it('takes headings and descriptions', () => {
    expect(said('a.html', '{% block heading %}A{% endblock %}{% block meta_description %}B{% endblock %}')).toEqual([
      'heading: A',
      'description: B',
    ]);
  });

  it('keeps what fills it in', () => {
    expect(said('a.html', '{% block title %}{{ page.name }}{% endblock %}')).toEqual(['title: {{ page.name }}']);
  });

  it.each([
    ['a script of the page', 'a.php', "<?php echo 1 ?><script>var x = {}; $title = 'HIV test';</script>"],
    ['an entry of a list', 'a.php', "<?php $items = [['title' => 'HIV test', 'price' => 1]]; ?>"],
    ['an attribute', 'a.html', '{% if x %}<a title="HIV test">x</a>{% endif %}'],
    ['another block', 'a.html', '{% block subtitle %}HIV test{% endblock %}'],
    ['no template', 'a.html', "<p>$title = 'HIV test'</p>"],
  ])('nothing: %s', (_, name, text) => {
    expect(said(name, text)).toEqual([]);
  });
});
