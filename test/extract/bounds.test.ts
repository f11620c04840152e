/** Work is bounded by the input: what a unit costs is counted in steps of the machine, not in time. */
import { describe, expect, it } from 'vitest';
import { CatalogIndex } from '../../src/extract/catalog-index.ts';
import { PageReader } from '../../src/extract/page/reader.ts';
import { plain } from '../../src/extract/templates/masking.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { ScriptParser } from '../../src/parse/script.ts';
import { Source } from '../../src/text/source.ts';

const index = new CatalogIndex(catalog);

function read(script: string, parser = new ScriptParser()): { steps: number; unresolved: number; labels: string[] } {
  const source = new Source('page.html', `<!doctype html><html><head><script>\n${script}\n</script></head></html>`);
  const options = { catalog: index, parser, resolve: () => undefined };
  const reader = new PageReader(source, options);
  const { activities, unresolved } = reader.read(source, plain(source.text));
  return { steps: reader.machine.spent, unresolved, labels: activities.map(({ label }) => label) };
}

/** A part of a library: a component with handlers that call each other. */
function component(number: number): string {
  return `(function (root) {
  function C${number}(el, options) { this.el = el; this.options = options || {}; this.items = []; this.init(); }
  C${number}.prototype.init = function () { var self = this;
    for (var i = 0; i < self.el.length; i++) { self.items.push({ node: self.el[i], on: i % 2 === 0 }); }
    self.el.addEventListener('mouseenter', function (e) { self.go(e.detail); });
    window.addEventListener('resize', function () { self.layout(self.items.length); });
  };
  C${number}.prototype.go = function (n) { if (n > this.items.length) { n = 0; } this.current = n; this.layout(n); };
  C${number}.prototype.layout = function (n) { this.items.forEach(function (item, at) { item.node.style.left = (at - n) * 100 + '%'; }); };
  root.C${number} = C${number}; new C${number}(document.querySelectorAll('.c${number}'));
})(window);`;
}

const library = (size: number): string => Array.from({ length: size }, (_, number) => component(number)).join('\n');
/** A handler that costs much and leads to no tag. */
const busy = (number: number): string =>
  `document.querySelector('#b${number}').addEventListener('click', function () {
  var list = [];
  for (var i = 0; i < 12; i++) for (var k = 0; k < 12; k++) for (var n = 0; n < 12; n++) list[n] = { left: i * k + n, top: i - k };
});`;

describe('steps', () => {
  it('grow with the size of a script, not faster', () => {
    const [small, large] = [read(library(12)), read(library(24))];
    expect(small.unresolved).toBe(0);
    expect(large.steps).toBeGreaterThan(small.steps);
    expect(large.steps).toBeLessThan(2.3 * small.steps);
  });

  it('grow with the number of listeners that make the same event happen', () => {
    const page = (size: number): string =>
      Array.from(
        { length: size },
        (_, number) =>
          `document.addEventListener('moved', function () { if (a${number}) document.dispatchEvent(new CustomEvent('moved')); });`,
      ).join('\n');
    expect(read(page(80)).steps).toBeLessThan(2.3 * read(page(40)).steps);
  });

  it('end for handlers that lead to no tag', () => {
    const { steps, unresolved } = read(Array.from({ length: 60 }, (_, number) => busy(number)).join('\n'));
    expect(steps).toBeLessThan(200_000);
    // Those that were begun before it was too much.
    expect(unresolved).toBeLessThan(5);
  });

  it('end for handlers that could lead to one, and that is owned up to', () => {
    const many = Array.from({ length: 120 }, (_, number) =>
      busy(number).replace('});', 'if (list.sent) { fbq("track", "Lead"); } });'),
    );
    const { steps, unresolved } = read(many.join('\n'));
    expect(steps).toBeLessThan(400_000);
    expect(unresolved).toBeGreaterThan(0);
  });

  it('are left for a handler that leads to a tag, behind many that do not', () => {
    const many = Array.from({ length: 60 }, (_, number) => busy(number)).join('\n');
    const { labels } = read(`${many}
var config = { address: 'https://connect.facebook.net/en_US/fbevents.js' };
var helpers = { add: function (url) { var s = document.createElement('script'); s.src = url; document.head.appendChild(s); } };
function start() { helpers.add(config.address); }
window.addEventListener('scroll', function () { start(); });`);
    expect(labels.join(' ')).toContain('fbevents.js');
  });

  it('are left for a handler that notes a choice', () => {
    const many = Array.from({ length: 60 }, (_, number) => busy(number)).join('\n');
    const { labels } = read(`${many}
document.querySelector('#accept').addEventListener('click', function () { localStorage.setItem('choice', 'yes'); run(); });
function run() { document.dispatchEvent(new Event('chosen')); }
document.addEventListener('chosen', function () { fbq('init', '1234567890'); });`);
    expect(labels.join(' ')).toContain('fbq');
  });

  it('are not spent on the next page on handlers that led nowhere on the one before', () => {
    const many = Array.from({ length: 60 }, (_, number) =>
      busy(number).replace('});', '  list.source = "https://";\n});'),
    );
    const page = `${many.join('\n')}
document.querySelector('#send').addEventListener('click', function () { window.source = 'https://'; fbq('track', 'Lead'); });`;
    const parser = new ScriptParser();
    const [first, second] = [read(page, parser), read(page, parser)];
    expect(second.steps).toBeLessThan(first.steps / 2);
    expect(second.labels).toEqual(first.labels);
    expect(second.labels.join(' ')).toContain('fbq');
    expect(second.unresolved).toBe(first.unresolved);
  });

  it('are spent on a timer only as long as it can lead to a tag', () => {
    const timers = (code: string): string =>
      Array.from({ length: 60 }, (_, number) => `setTimeout(function () { ${busy(number)} ${code} }, ${number});`).join(
        '\n',
      );
    const { steps, labels } = read(`${timers('')}
function start(load) { setTimeout(function () { load(); }, 5000); }
start(function () { state = 1; });
start(function () { fbq('init', '1234567890'); });`);
    expect(steps).toBeLessThan(200_000);
    expect(labels.join(' ')).toContain('fbq');
  });

  it('leave one tag one tag, however many ways lead to it', () => {
    const { labels } = read(
      `function t(){if(x)fbq('init','1234567890');else{setTimeout(t,9);setTimeout(t,99);setTimeout(t,999)}}t();`,
    );
    expect(labels).toHaveLength(1);
  });
});
