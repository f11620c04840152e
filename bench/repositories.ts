/** Writes folders as repositories have them: a theme of layouts and parts with libraries beside it, and an application of components. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from './random.ts';
import { consentDefault, gtag, metaPixel } from './snippets.ts';

const templates = 60;
const parts = 40;
const libraries = 4;
const componentsPerLibrary = 150;
const components = 150;

/** What was written: how many files, and how many bytes. */
export interface Written {
  readonly files: number;
  readonly bytes: number;
}

class Folder {
  readonly #path: string;
  #files = 0;
  #bytes = 0;

  constructor(path: string) {
    this.#path = path;
  }

  write(name: string, text: string): void {
    const file = join(this.#path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    this.#files++;
    this.#bytes += Buffer.byteLength(text);
  }

  get written(): Written {
    return { files: this.#files, bytes: this.#bytes };
  }
}

/** A layout with the tags in a part, pages that share parts, and a handful of libraries that every page loads. */
export function writeTheme(target: string, numbers: Random): Written {
  const folder = new Folder(target);
  const names = Array.from({ length: libraries }, (_, index) => `library-${index}.js`);
  const scripts = names.map((name) => `<script src="{{ '${name}' | asset_url }}"></script>`).join('\n');
  folder.write(
    'layout/theme.liquid',
    `<!doctype html>
<html lang="{{ shop.locale }}">
<head>
<title>{{ page_title }}</title>
{% render 'tags' %}
{{ content_for_header }}
${scripts}
</head>
<body>
{% section 'header' %}
{{ content_for_layout }}
{% render 'part-0' %}
</body>
</html>
`,
  );
  folder.write(
    'snippets/tags.liquid',
    `${consentDefault}\n${gtag}\n{% if settings.pixel %}\n${metaPixel}\n{% endif %}\n`,
  );
  folder.write('sections/header.liquid', "<header>{% render 'part-1' %}{% render 'part-2' %}</header>\n");
  for (let index = 0; index < parts; index++) folder.write(`snippets/part-${index}.liquid`, part(index, numbers));
  for (let index = 0; index < templates; index++) {
    const used = Array.from({ length: 5 }, () => `{% render 'part-${numbers.below(parts)}', product: product %}`);
    folder.write(`templates/page.t${index}.liquid`, `<main>\n${used.join('\n')}\n</main>\n`);
  }
  for (const [index, name] of names.entries()) folder.write(`assets/${name}`, library(index, numbers));
  return folder.written;
}

function part(index: number, numbers: Random): string {
  const inner = index < parts - 5 ? `{% render 'part-${index + 1 + numbers.below(4)}' %}` : '';
  return `<section id="part-${index}">
{% if product.available %}<h2>{{ product.title | escape }}</h2>{% else %}<p>{{ 'sold_out' | t }}</p>{% endif %}
{% for block in section.blocks %}<p class="b-{{ block.id }}">{{ block.settings.text }}</p>{% endfor %}
${index % 8 === 0 ? inner : ''}
${index % 4 === 0 ? "<script>if (window.fbq) { fbq('track', 'ViewContent', { content_name: {{ product.title | json }} }); }</script>" : ''}
<script>
(function () {
  var box = document.getElementById('part-${index}');
  if (box) { box.addEventListener('click', function () { box.classList.toggle('open'); }); }
})();
</script>
</section>
`;
}

/** A library as themes carry them: constructors with prototypes, handlers that call each other, events of its own. */
function library(number: number, numbers: Random): string {
  const all = Array.from({ length: componentsPerLibrary }, (_, index) => {
    const name = `W${number}_${index}`;
    return `function ${name}(el, options) { this.el = el; this.options = extend({ speed: ${numbers.below(900)}, loop: true }, options); this.items = []; this.init(); }
${name}.prototype.init = function () { var self = this;
  for (var i = 0; i < self.el.length; i++) { self.items.push({ node: self.el[i], on: i % 2 === 0, at: i * ${numbers.below(90)} }); }
  on(self.el, 'mouseenter', function (e) { self.go(e.detail); });
  on(root, 'resize', function () { self.layout(self.items.length); });
  on(root, 'load', function () { self.layout(0); if (self.options.loop) { setInterval(function () { self.go(self.current + 1); }, self.options.speed); } });
};
${name}.prototype.go = function (n) { if (n > this.items.length) { n = 0; } else if (n < 0) { n = this.items.length; } this.current = n; this.layout(n); emit('${name}', n); };
${name}.prototype.layout = function (n) { each(this.items, function (item, at) { item.node.style.left = (at - n) * 100 + '%'; item.on = at === n; }); };
root.${name} = ${name}; new ${name}(document.querySelectorAll('.w${number}-${index}'));`;
  });
  return `/* A library. */
(function (root) {
function each(list, call) { for (var i = 0; i < list.length; i++) { call(list[i], i); } }
function extend(a, b) { for (var key in b) { if (b.hasOwnProperty(key)) { a[key] = b[key]; } } return a; }
var heard = {};
function on(target, name, call) { if (target && target.addEventListener) { target.addEventListener(name, call); } (heard[name] = heard[name] || []).push(call); }
function emit(name, value) { each(heard[name] || [], function (call) { call({ type: name, detail: value }); }); }
${all.join('\n')}
})(window);
`;
}

/** An application of components in TypeScript: one sets the tags up behind a choice, some send events through a helper. */
export function writeApplication(target: string, numbers: Random): Written {
  const folder = new Folder(target);
  folder.write('package.json', '{ "name": "shop", "private": true }\n');
  folder.write(
    'src/lib/analytics.ts',
    `declare global { interface Window { gtag?: (...args: unknown[]) => void } }
export function track(event: string, params: Record<string, unknown> = {}): void {
  window.gtag?.('event', event, params);
}
export function start(id: string): void {
  const script = document.createElement('script');
  script.src = \`https://www.googletagmanager.com/gtag/js?id=\${id}\`;
  document.head.appendChild(script);
}
`,
  );
  folder.write(
    'src/App.tsx',
    `import { useEffect, useState } from 'react';
import { start } from './lib/analytics';
${Array.from({ length: 20 }, (_, index) => `import { C${index} } from './components/C${index}';`).join('\n')}
export default function App() {
  const [granted, setGranted] = useState(localStorage.getItem('choice') === 'yes');
  useEffect(() => { if (granted) start('G-XXXXXXXXXX'); }, [granted]);
  return <main>{!granted && <button id="accept" onClick={() => { localStorage.setItem('choice', 'yes'); setGranted(true); }}>OK</button>}
${Array.from({ length: 20 }, (_, index) => `    <C${index} />`).join('\n')}
  </main>;
}
`,
  );
  for (let index = 0; index < components; index++)
    folder.write(`src/components/C${index}.tsx`, component(index, numbers));
  return folder.written;
}

function component(index: number, numbers: Random): string {
  const inner = index * 2 + 20 < components ? [index * 2 + 20, index * 2 + 21].filter((one) => one < components) : [];
  const tracks = index % 3 === 0;
  return `import { useEffect, useMemo, useState } from 'react';
${tracks ? "import { track } from '../lib/analytics';\n" : ''}${inner.map((one) => `import { C${one} } from './C${one}';`).join('\n')}
interface Props { readonly title?: string; readonly items?: readonly { id: number; price: number }[] }
export function C${index}({ title = 'C${index}', items = [] }: Props) {
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const total = useMemo(() => items.filter((one) => one.id > ${numbers.below(50)}).reduce((sum, one) => sum + one.price, 0), [items]);
  useEffect(() => {
    const close = (event: KeyboardEvent) => { if (event.key === 'Escape') setOpen(false); };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, []);
  return (
    <section className={open ? 'card open' : 'card'}>
      <h2>{title}</h2>
      <input value={filter} onChange={(event) => setFilter(event.target.value)} />
      <button onClick={() => { setOpen(!open); ${tracks ? `track('open_c${index}', { total });` : ''} }}>{total}</button>
      {items.map((one) => <span key={one.id}>{one.price * ${numbers.below(9)}}</span>)}
      ${inner.map((one) => `<C${one} items={items} />`).join('\n      ')}
    </section>
  );
}
`;
}
