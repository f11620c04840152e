import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

describe('blade', () => {
  it.each([
    ['{{ $user->email }}', '$user->email', []],
    ['{!! $html !!}', '$html', []],
    ['{{{ $old }}}', '$old', []],
    ['{{ json_encode($x) }}', 'json_encode($x)', ['json_encode']],
    ["{{ '}}' . $x }}", "'}}' . $x", []],
    ["{{\n  __('Buy')\n}}", "__('Buy')", ['__']],
  ])('takes %s as a hole', (text, expression, filters) => {
    expect(scan(`<p>${text}</p>`, 'blade').holes).toEqual([
      expect.objectContaining({ start: 3, end: 3 + text.length, expression, filters }),
    ]);
  });

  it.each([
    ['@if ($a) HERE @endif', ['$a']],
    ['@if($a)\nHERE\n@endif', ['$a']],
    ["@if (f(')', $a) && ($b)) HERE @endif", ["f(')', $a) && ($b)"]],
    ['@if ($a) x @elseif ($b) HERE @else y @endif', ['$b < $a']],
    ['@if ($a) x @else HERE @endif', ['else < $a']],
    ['@unless ($a) HERE @endunless', ['!($a)']],
    ['@unless ($a) x @else HERE @endunless', ['else < !($a)']],
    ['@isset($a) HERE @endisset', ['isset($a)']],
    ['@empty($a) HERE @endempty', ['empty($a)']],
    ['@auth HERE @endauth', ['auth']],
    ["@auth('admin') HERE @endauth", ["auth('admin')"]],
    ['@guest x @else HERE @endguest', ['else < guest']],
    ["@env('production') HERE @endenv", ["env('production')"]],
    ['@production HERE @endproduction', ['production']],
    ['@foreach ($xs as $x) HERE @endforeach', ['loop']],
    ['@forelse ($xs as $x) HERE @empty y @endforelse', ['loop']],
    ['@for ($i = 0; $i < 3; $i++) HERE @endfor', ['loop']],
    ['@while (true) HERE @endwhile', ['loop']],
    ["@switch($a) @case('x') y @break @case('z') HERE @break @default w @endswitch", ["$a == 'z' < $a == 'x'"]],
    ["@switch($a) @case('x') y @break @default HERE @endswitch", ["else < $a == 'x'"]],
    ["@section('head') HERE @endsection", ['other']],
    ["@push('scripts') HERE @endpush", ['other']],
    ["@section('title', 'x') HERE", []],
    ['@if ($a) @foreach ($b as $c) @unless ($d) HERE @endunless @endforeach @endif', ['$a', 'loop', '!($d)']],
    ["@can('edit', $post) HERE @endcan", ["can('edit', $post)"]],
    ["@feature('pixel') HERE @endfeature", ["feature('pixel')"]],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'blade')).toEqual(expected);
    expect(scan(text, 'blade').unbalanced).toBe(false);
  });

  it('blanks comments and keeps what is for the client', () => {
    expect(shape('a{{-- fbq() @if ($x) {{ y }} --}}b', 'blade')).toBe('a b');
    expect(shape('a @{{ vue }} b', 'blade')).toBe('a {{ vue }} b');
    expect(shape('@verbatim<p>{{ vue }} @if</p>@endverbatim', 'blade')).toBe('<p>{{ vue }} @if</p>');
    expect(shape('a @@if b', 'blade')).toBe('a @if b');
  });

  it.each([
    'mail user@if.com',
    '<style>@media (min-width: 1px) { p { color: red } } @import "x.css";</style>',
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Product"}</script>',
    '<button @click="f()">x</button>',
  ])('leaves %s alone', (text) => {
    expect(scan(`${text}{{ $x }}`, 'blade').masked.startsWith(text)).toBe(true);
  });

  it('reads blocks of PHP', () => {
    expect(guards('@php if ($a) { @endphp HERE @php } @endphp', 'HERE', 'blade')).toEqual(['$a']);
    expect(shape("a @php($x = '@endphp') b", 'blade')).toBe('a b');
  });

  it.each([
    ["@include('partials.pixel', ['id' => 1])", 'include', 'partials.pixel'],
    ["@extends('layouts.app')", 'extends', 'layouts.app'],
    ["@includeIf('partials.pixel')", 'includeif', 'partials.pixel'],
    ['<x-pixel id="1" />', 'component', 'pixel'],
  ])('takes %s as an include', (text, kind, target) => {
    expect(scan(text, 'blade').includes).toEqual([expect.objectContaining({ start: 0, kind, target })]);
  });

  it('prints values in scripts', () => {
    expect(shape('var a = @json($x), b = "@lang(\'x\')";', 'blade')).toBe('var a = T, b = "T";');
  });
});
