import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

describe('smarty', () => {
  it.each([
    ['{$user.email}', '$user.email', []],
    ["{$x|escape:'javascript'}", "$x|escape:'javascript'", ['escape']],
    ['{$x->y[0].z|json_encode nofilter}', '$x->y[0].z|json_encode nofilter', ['json_encode']],
    ["{l s='Buy' mod='x'}", "l s='Buy' mod='x'", []],
    ["{url entity='cart'}", "url entity='cart'", []],
    ['{"}"|cat:$x}', '"}"|cat:$x', ['cat']],
  ])('takes %s as a hole', (text, expression, filters) => {
    expect(scan(`<p>${text}</p>`, 'smarty').holes).toEqual([
      expect.objectContaining({ start: 3, end: 3 + text.length, expression, filters }),
    ]);
  });

  it.each([
    ['{if $a}HERE{/if}', ['$a']],
    ['{if $a}x{else}HERE{/if}', ['else < $a']],
    ['{if $a}x{elseif $b}HERE{else}y{/if}', ['$b < $a']],
    ['{if $a}x{else if $b}HERE{/if}', ['$b < $a']],
    ['{foreach from=$xs item=x}HERE{/foreach}', ['loop']],
    ['{foreach $xs as $x}x{foreachelse}HERE{/foreach}', ['other']],
    ['{section name=i loop=$xs}HERE{/section}', ['loop']],
    ['{while $a}HERE{/while}', ['loop']],
    ["{block name='head'}HERE{/block}", ['other']],
    ['{capture name=x}HERE{/capture}', ['other']],
    ["{if $a == '}' && $b}HERE{/if}", ["$a == '}' && $b"]],
    ['{if $a}{foreach $b as $c}{if $d}HERE{/if}{/foreach}{/if}', ['$a', 'loop', '$d']],
    ['{assign var=a value=$b}HERE', []],
    ["{consent category='ads'}HERE{/consent}", ['other']],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'smarty')).toEqual(expected);
    expect(scan(text, 'smarty').unbalanced).toBe(false);
  });

  it('blanks comments, keeps literal parts', () => {
    expect(shape('a{* fbq() {if $x} *}b', 'smarty')).toBe('a b');
    expect(shape('{literal}function f(){return {$x}}{/literal}', 'smarty')).toBe('function f(){return {$x}}');
    expect(shape('function f() {ldelim} g({$x}); {rdelim}', 'smarty').replace(/ /g, '')).toBe('functionf(){g(T);}');
  });

  it.each([
    '<script>function f() { return { a: 1 }; }</script>',
    '<script>if(a){b()}else{c()}</script>',
    '<style>p { color: red } p{margin:0}</style>',
    '<script>const t = `a ${b} c`;</script>',
  ])('leaves the braces of %s', (text) => {
    expect(scan(`${text}{$x}`, 'smarty').masked.startsWith(text)).toBe(true);
  });

  it.each([
    ["{include file='./pixel.tpl' id=1}", 'pixel.tpl'],
    ['{include "pixel.tpl"}', 'pixel.tpl'],
    ["{extends file='layout.tpl'}", 'layout.tpl'],
  ])('takes %s as an include', (text, target) => {
    expect(scan(text, 'smarty').includes.map((include) => include.target.replace('./', ''))).toEqual([target]);
  });

  it('reads the delimiters of shops that write square brackets around the braces', () => {
    const text = "[{if $a}]<script>f('[{$x}]');</script>[{else}]HERE[{/if}][{* fbq() *}]";
    expect(guards(text, 'HERE', 'smarty')).toEqual(['else < $a']);
    expect(shape(text, 'smarty')).toBe("<script>f('T');</script> HERE");
  });
});
