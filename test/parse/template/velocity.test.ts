import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

const dollar = '$';

describe('velocity', () => {
  it.each([
    ['$user.email', 'user.email'],
    ['$!user.email', 'user.email'],
    [`${dollar}{user.email}`, 'user.email'],
    [`${dollar}!{user.email}`, 'user.email'],
    ['$esc.javascript($x)', 'esc.javascript($x)'],
  ])('takes %s as a hole', (text, expression) => {
    const { holes } = scan(`#if($a)<p>${text}</p>#end`, 'velocity');
    expect(holes.map((hole) => hole.expression.replace(/^[$!{]+|\}$/g, ''))).toEqual([expression]);
  });

  it.each([
    ['#if($a)HERE#end', ['$a']],
    ['#if ($a && ($b == ")")) HERE #end', ['$a && ($b == ")")']],
    ['#if($a)x#else HERE#end', ['else < $a']],
    ['#if($a)x#{else}HERE#end', ['else < $a']],
    ['#if($a)x#elseif($b)HERE#end', ['$b < $a']],
    ['#foreach($x in $xs)HERE#end', ['loop']],
    ['#macro(pixel $id)HERE#end', ['other']],
    ['#if($a)#foreach($b in $c)#if($d)HERE#end#end#end', ['$a', 'loop', '$d']],
    ['#set($x = 1)HERE', []],
    ['#set($x = "#if($y)")HERE', []],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'velocity')).toEqual(expected);
    expect(scan(text, 'velocity').unbalanced).toBe(false);
  });

  it('blanks comments, keeps what is not parsed', () => {
    expect(shape('#if($a)x#end a#* fbq() #if($x) *#b', 'velocity')).toBe('x a b');
    expect(shape('#if($a)x#end ## fbq()\nb', 'velocity').replace(/\s+/g, ' ')).toBe('x b');
    expect(shape('#if($a)x#end #[[ $x #if ]]#', 'velocity')).toContain('$x #if');
  });

  it.each([
    '<a href="#top">x</a>',
    '<style>p { color: #fff; background: #ifabc }</style>',
    '<script>$("#menu").hide(); $.ajax({}); jQuery(function ($) {});</script>',
  ])('leaves %s alone', (text) => {
    expect(scan(`${text}#if($a)b#end`, 'velocity').masked.startsWith(text)).toBe(true);
  });

  it.each([
    ['#parse("pixel.vm")', 'pixel.vm'],
    ['#include("pixel.html")', 'pixel.html'],
  ])('takes %s as an include', (text, target) => {
    expect(scan(text, 'velocity').includes.map((include) => include.target)).toEqual([target]);
  });
});
