import { describe, expect, it } from 'vitest';
import { flat, type Site } from './site.ts';

/** Name, page, site, the tags of the joined page. */
const CASES: readonly (readonly [string, string, Site, string])[] = [
  [
    'Blade: sections and what the layout yields',
    'resources/views/shop/show.blade.php',
    {
      'resources/views/shop/show.blade.php':
        "@extends('layouts.app')\n@section('title', 'x')\n@section('content')<p>@include('shop.pixel')@endsection",
      'resources/views/shop/pixel.blade.php': '<px>',
      'resources/views/layouts/app.blade.php': "<a>@yield('head')<b>@yield('content')<c>",
    },
    '<a> <b> <p> <px> <c>',
  ],
  [
    'Blade: stacks',
    'resources/views/show.blade.php',
    {
      'resources/views/show.blade.php':
        "@extends('app')\n@push('head')<x>@endpush\n@prepend('head')<w>@endprepend\n@section('body')<p>@endsection",
      'resources/views/app.blade.php': "<a>@stack('head')<b>@yield('body')<c>",
    },
    '<a> <w> <x> <b> <p> <c>',
  ],
  [
    'Blade: a section with its parent',
    'resources/views/show.blade.php',
    {
      'resources/views/show.blade.php': "@extends('app')@section('head')@parent<x>@endsection",
      'resources/views/app.blade.php': "<a>@section('head')<h>@show<b>",
    },
    '<a> <h> <x> <b>',
  ],
  [
    'Blade: a component with a slot',
    'resources/views/show.blade.php',
    {
      'resources/views/show.blade.php': '<x-layout><p></x-layout>',
      'resources/views/components/layout.blade.php': '<a>{{ $slot }}<b>',
    },
    '<a> <p> <b>',
  ],
  [
    'Hugo: baseof, blocks, partials',
    'layouts/_default/single.html',
    {
      'layouts/_default/single.html': '{{ define "main" }}<p>{{ partial "px.html" . }}{{ end }}',
      'layouts/_default/baseof.html': '<a>{{ block "head" . }}<h>{{ end }}<b>{{ block "main" . }}{{ end }}<c>',
      'layouts/partials/px.html': '<px>{{ if .X }}{{ end }}',
    },
    '<a> <h> <b> <p> <px> <c>',
  ],
  [
    'JSP: files, pages and imports',
    'webapp/shop.jsp',
    {
      'webapp/shop.jsp':
        '<a><%@ include file="px.jspf" %><b><jsp:include page="/WEB-INF/y.jsp"/><c:import url="z.jsp"/><c>',
      'webapp/px.jspf': '<px>',
      'webapp/WEB-INF/y.jsp': '<y>',
      'webapp/z.jsp': '<z>',
    },
    '<a> <px> <b> <y> <z> <c>',
  ],
  [
    'Smarty: layout and include',
    'themes/t/templates/catalog/product.tpl',
    {
      'themes/t/templates/catalog/product.tpl':
        "{extends file='page.tpl'}{block name='head'}{$smarty.block.parent}<p>{include file='_partials/px.tpl'}{/block}",
      'themes/t/templates/page.tpl': "<a>{block name='head'}<h>{/block}<b>",
      'themes/t/templates/_partials/px.tpl': '<px>{$x}',
    },
    '<a> <h> <p> <px> <b>',
  ],
  [
    'FreeMarker: includes',
    'templates/a.ftl',
    { 'templates/a.ftl': '<a><#include "px.ftl"><b>', 'templates/px.ftl': `<px><#if x></#if>` },
    '<a> <px> <b>',
  ],
  [
    'FreeMarker: a macro around the page',
    'templates/a.ftl',
    {
      'templates/a.ftl': '<#import "layout.ftl" as l><@l.page title="x"><p></@l.page>',
      'templates/layout.ftl': '<#macro page title><a><#nested><b></#macro>',
    },
    '<a> <p> <b>',
  ],
  [
    'Velocity: parse',
    'templates/a.vm',
    { 'templates/a.vm': '<a>#parse("px.vm")<b>', 'templates/px.vm': '<px>#if($x)#end' },
    '<a> <px> <b>',
  ],
  [
    'Thymeleaf: fragments',
    'templates/a.html',
    {
      'templates/a.html': '<a th:if="${x}"></a><i th:replace="~{parts/head :: pixel}"></i><b>',
      'templates/parts/head.html':
        '<html xmlns:th="t"><i th:fragment="other"><never></i><i th:fragment="pixel"><px></i></html>',
    },
    '<a> </a> <i> <px> </i> </i> <b>',
  ],
  [
    'Razor: layout, sections, partials',
    'Views/Home/Index.cshtml',
    {
      'Views/Home/Index.cshtml': '@{ Layout = "_Layout"; }\n<p>@await Html.PartialAsync("_Px")\n@section Scripts {<x>}',
      'Views/Shared/_Px.cshtml': '<px>@Model.X',
      'Views/Shared/_Layout.cshtml': '<a>@RenderBody()<b>@await RenderSectionAsync("Scripts", required: false)<c>',
    },
    '<a> <p> <px> <b> <x> <c>',
  ],
  [
    'WordPress: header, parts and footer',
    'theme/page.php',
    {
      'theme/page.php': "<?php get_header(); ?><p><?php get_template_part('parts/px', 'ad'); ?><?php get_footer(); ?>",
      'theme/header.php': '<a><?php wp_head(); ?><b>',
      'theme/footer.php': '<c><?php wp_footer(); ?>',
      'theme/parts/px.php': '<px>',
    },
    '<a> <b> <p> <px> <c>',
  ],
  [
    'PHP: paths with constants',
    'app/index.php',
    {
      'app/index.php':
        "<a><?php include __DIR__ . '/inc/px.php'; require_once(dirname(__FILE__) . '/inc/y.php'); ?><b>",
      'app/inc/px.php': '<px>',
      'app/inc/y.php': '<y>',
    },
    '<a> <px> <y> <b>',
  ],
  [
    'Razor: sections of a page whose layout is not in sight',
    'Views/Home/Index.cshtml',
    { 'Views/Home/Index.cshtml': '<p>@Model.X\n@section Scripts {<x>}<q>' },
    '<p> <x> <q>',
  ],
  [
    'Blade: stacks of a page whose layout is not in sight',
    'resources/views/show.blade.php',
    { 'resources/views/show.blade.php': "@extends('theme::app')<p>@push('head')<x>@endpush" },
    '<p> <x>',
  ],
  [
    'Blade: a stack in an include that is not in sight',
    'resources/views/show.blade.php',
    {
      'resources/views/show.blade.php': "@extends('app')@push('head')<x>@endpush @section('body')<p>@endsection",
      'resources/views/app.blade.php': "<a>@include('theme::head') @yield('body')<b>",
    },
    '<a> <p> <b> <x>',
  ],
  [
    'Rails: what a page without layout keeps for its head',
    'views/show.html.erb',
    { 'views/show.html.erb': '<% content_for :head do %><x><% end %><p>' },
    '<x> <p>',
  ],
];

describe('joining, by language', () => {
  it.each(CASES)('%s', (_, entry, site, page) => {
    expect(flat(site, entry).replace(/ +>/g, '>')).toBe(page);
  });
});
