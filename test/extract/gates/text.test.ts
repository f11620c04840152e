import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGate } from '../../../src/extract/gates/read.ts';
import { gateText, printed } from '../../../src/extract/gates/text.ts';

describe('gateText', () => {
  it.each([
    [
      'consent.ads',
      ["window.consent?.['ads']", '$consent->ads', 'this.consent.ads', '{{ consent.ads }}', ' consent . ads '],
    ],
    [
      "mayRun'ads'",
      ["mayRun('ads')", 'window.mayRun?.( "ads" )', "await mayRun('ads')", "@mayRun('ads')", 'mayRun "ads"'],
    ],
    ["may_run?'ads'", ['may_run?(:ads)', 'may_run? :ads', "may_run?('ads')"]],
    ["request|may_run'ads'", ['request|may_run:"ads"', "request | may_run: 'ads'"]],
    ['useConsent().ads', ['useConsent().ads', 'useConsent( ).ads']],
    ['Privacy.Ads', ['.Privacy.Ads', '@Privacy.Ads']],
    ["list contains'ads'", ["list contains 'ads'", 'list  contains "ads"']],
  ])('%s', (expected, texts) => {
    expect(texts.map(gateText)).toEqual(texts.map(() => expected));
  });

  it('keeps apart what asks for something else', () => {
    const texts = ["f('a')", "f('b')", 'a.b', 'a.c', 'ab', 'a b', "a.f('b')", 'f(a)', 'f().a'];
    expect(new Set(texts.map(gateText)).size).toBe(texts.length);
  });

  it('ends on any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const gate = readGate({ expression: text, category: 'marketing' });
        expect(typeof gateText(printed(text))).toBe('string');
        expect('message' in gate || gate.length > 0).toBe(true);
      }),
    );
  });
});

describe('readGate', () => {
  const asks = (expression: string): unknown => {
    const gate = readGate({ expression, category: 'marketing' });
    return 'message' in gate ? gate.message : gate.map((one) => one.asks);
  };
  const term = (subject: string, negated = false): unknown => [{ kind: 'expression', all: [{ subject, negated }] }];

  it.each([
    '{% if a.b %}',
    '{%- if a.b -%}',
    '<?php if ($a->b) : ?>',
    '<% if (a.b) { %>',
    '{{#if a.b}}',
    '{{ if .a.b }}',
    '{#if $a.b}',
    '{if $a.b}',
    '@if($a->b)',
    'v-if="a.b"',
    '<c:if test="${a.b}">',
    '<#if a.b>',
    'window.a && window.a.b',
    'a.b === true',
    'a.b;',
  ])('%s asks for a.b', (text) => {
    expect(asks(text)).toEqual(term('a.b'));
  });

  it.each(['!a.b', 'not a.b', '{% unless a.b %}', 'a.b == false'])('%s asks that a.b is false', (text) => {
    expect(asks(text)).toEqual(term('a.b', true));
  });
});
