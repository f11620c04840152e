import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

const dollar = '$';

describe('freemarker', () => {
  it.each([
    [`${dollar}{user.email}`, 'user.email', []],
    [`${dollar}{x?js_string}`, 'x?js_string', ['js_string']],
    [`${dollar}{x!"}"}`, 'x!"}"', []],
    ['#{x}', 'x', []],
    ['[=x]', 'x', []],
  ])('takes %s as a hole', (text, expression, filters) => {
    expect(scan(`<p>${text}</p>`, 'freemarker').holes).toEqual([
      expect.objectContaining({ start: 3, end: 3 + text.length, expression, filters }),
    ]);
  });

  it.each([
    ['<#if a>HERE</#if>', ['a']],
    ['<#if (a > b)>HERE</#if>', ['(a > b)']],
    ['<#if a gt b>HERE</#if>', ['a gt b']],
    ['<#if a>x<#else>HERE</#if>', ['else < a']],
    ['<#if a>x<#elseif b>HERE</#if>', ['b < a']],
    ['<#list xs as x>HERE</#list>', ['loop']],
    ['<#switch a><#case "x">y<#break><#case "z">HERE<#break><#default>w</#switch>', ['a == "z" < a == "x"']],
    ['<#switch a><#case "x">y<#break><#default>HERE</#switch>', ['else < a == "x"']],
    ['<#macro pixel id>HERE</#macro>', ['other']],
    ['[#if a]HERE[/#if]', ['a']],
    ['<#if a><#list b as c><#if d>HERE</#if></#list></#if>', ['a', 'loop', 'd']],
    ['<@layout title="x">HERE</@layout>', ['other']],
    ['<#assign x = 1>HERE', []],
    ['<#assign x>HERE</#assign>', ['other']],
    ['<#if a == ">">HERE</#if>', ['a == ">"']],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'freemarker')).toEqual(expected);
    expect(scan(text, 'freemarker').unbalanced).toBe(false);
  });

  it('blanks comments, keeps what is not parsed', () => {
    expect(shape(`a<#-- fbq() <#if x> ${dollar}{y} -->b`, 'freemarker')).toBe('a b');
    expect(shape(`<#noparse>${dollar}{x} <#if></#noparse>${dollar}{y}`, 'freemarker')).toBe(`${dollar}{x} <#if> T`);
    expect(shape('<#t>a<#lt>b', 'freemarker')).toBe('a b');
  });

  it.each([
    ['<#include "pixel.ftl">', 'pixel.ftl'],
    ['<#include "/common/pixel.ftl" parse=true/>', '/common/pixel.ftl'],
    ['<#import "macros.ftl" as m>', 'macros.ftl'],
  ])('takes %s as an include', (text, target) => {
    expect(scan(text, 'freemarker').includes.map((include) => include.target)).toEqual([target]);
  });

  it('prints values in scripts', () => {
    expect(shape(`var a = ${dollar}{x?c}, b = "${dollar}{y?js_string}"; <#if z>f();</#if>`, 'freemarker')).toBe(
      'var a = T, b = "T"; f();',
    );
  });
});
