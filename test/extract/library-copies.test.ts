/** A copy of jQuery among the site's files hides nothing of what the site does with it. */
import { describe, expect, it } from 'vitest';
import { withoutLibraries } from '../../src/extract/machine/library-copies.ts';
import { ScriptParser } from '../../src/parse/script.ts';
import { run } from '../../src/run/run.ts';
import { Folder } from '../cli/command.ts';

/** Code of the length of such a library, which is none. */
const FILLER = Array.from({ length: 900 }, (_, at) => `c.x${at}=function(a){return a+${at}};`).join('');
const CORE = `c.fn=c.prototype={length:0};c.noConflict=function(){return c};${FILLER}e.jQuery=e.$=c`;
const NEW = `!function(e,t){"object"==typeof module?module.exports=t(e):function(e){if(!e.document)throw new Error("jQuery requires a window with a document")}(e)}("undefined"!=typeof window?window:this,function(e,t){var c={};${CORE}});`;
const OLD = `/*! jQuery v1.8.3 jquery.com */\n(function(e,t){var c={};${CORE}})(window);`;

function left(text: string): number {
  const parsed = new ScriptParser().parse(text, 'js');
  if (!parsed.ok) throw new Error(parsed.message);
  return withoutLibraries(parsed.program, text).body.length;
}

describe('a statement that is the library as a whole', () => {
  const copies: readonly (readonly [string, string, number])[] = [
    ['as it is published', NEW, 0],
    ['of old', OLD, 0],
    ['with its name given back', `${NEW}\njQuery.noConflict();`, 1],
    ['in front of a site’s own code', `${NEW}\nvar a = 1;\n$(function () { load(); });`, 2],
    ['behind other libraries', `var b = 2;\n${OLD}`, 1],
  ];
  it.each(copies)('%s', (_, text, count) => {
    expect(left(text)).toBe(count);
  });
});

describe('what a page does with a copy', () => {
  const PIXEL = "fbq('init', '1234567890123456'); fbq('track', 'PageView');";
  const page = (code: string): string =>
    `<script>!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.queue.push(arguments)};n.queue=[];}(window,document);</script>
<script src="jquery.min.js"></script>
<script>function load() { var s = document.createElement('script'); s.src = 'https://connect.facebook.net/en_US/fbevents.js'; document.head.appendChild(s); ${PIXEL} }
${code}</script>`;
  const outcomes: readonly (readonly [string, string, boolean])[] = [
    ['when the document is ready', '$(function () { load(); });', true],
    ['under another name', 'var $j = jQuery.noConflict(); $j(document).ready(function () { load(); });', true],
    ['in a plugin', "$.fn.start = function () { load(); }; $('body').start();", true],
    ['behind a button that accepts', "$('#accept-cookies').on('click', function () { load(); });", false],
  ];
  it.each(outcomes)('%s', async (_, code, fires) => {
    using folder = new Folder({ 'index.html': page(code), 'jquery.min.js': NEW });
    const { result } = await run(['.'], { cwd: folder.path });
    expect(result.findings.some(({ rule }) => rule === 'consent/fires-before-consent')).toBe(fires);
  });
});

describe('code of the site’s own is left in', () => {
  const others: readonly (readonly [string, string])[] = [
    [
      'a plugin',
      `/*! needs jQuery v1.7 */\n(function($){$.fn.x=function(){};${FILLER.replaceAll('c.', '$.')}})(jQuery);`,
    ],
    ['a bundle that holds the library', `(()=>{var m={1:function(module){${NEW}},2:function(){load()}};m[2]()})();`],
    [
      'a bundle under the banner of the library',
      `/*! jQuery v1.9.1 */\n!function(e){e[1]()}([function(){var e={},c={};${CORE}},function(){load()}]);`,
    ],
    ['a short script that speaks of it', 'if (window.jQuery) jQuery.noConflict();'],
    ['what is wrapped like it', NEW.replace('c.noConflict', 'c.conflict')],
  ];
  it.each(others)('%s', (_, text) => {
    expect(left(text)).toBe(1);
  });
});
