/** The worker as it is built: what it judges with what came first, and which parts it asks for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/index.ts';
import type { Job, JobMessage, PartName, Reply } from '../../src/browser/protocol.ts';
import { macro, published } from '../parse/compiled/build.ts';
import { builtFolder } from './built.ts';

let folder = '';
beforeAll(async () => {
  folder = await builtFolder();
});

/** Runs one job in a worker that has these parts. */
async function answer(
  files: Readonly<Record<string, string>>,
  parts: readonly PartName[] = ['vocabulary'],
  over: Partial<Job> = {},
  without: readonly PartName[] = [],
): Promise<Reply> {
  let onMessage: ((event: { data: JobMessage }) => void) | undefined;
  let onReply: ((reply: Reply) => void) | undefined;
  const replied = new Promise<Reply>((resolve) => {
    onReply = resolve;
  });
  const scope = {
    performance,
    TextDecoder,
    TextEncoder,
    URL,
    structuredClone,
    addEventListener: (_: string, listener: typeof onMessage) => {
      onMessage = listener;
    },
    postMessage: (reply: Reply) => onReply?.(reply),
  };
  const context = vm.createContext(scope);
  vm.runInContext('taglintParts = {}; taglintPart = (name, part) => { taglintParts[name] = part; };', context);
  for (const name of [...parts, 'core']) vm.runInContext(readFileSync(join(folder, `${name}.js`), 'utf8'), context);
  vm.runInContext('taglintParts.core();', context);
  const texts = Object.entries(files).map(([path, text]) => ({ path, text, explicit: true }));
  const options = { sector: 'general', regime: 'eu', strictness: 'default' } as const;
  onMessage?.({ data: { id: 1, job: { files: texts, options, ...over }, without } });
  return replied;
}

const example = (path: string): string => readFileSync(join(root, 'examples/bad', path), 'utf8');
const TEMPLATE = `___INFO___\n\n{ "type": "TAG", "id": "cvt_temp_public_id" }\n\n___SANDBOXED_JS_FOR_WEB_TEMPLATE___\n\nrequire('sendPixel')('https://www.facebook.com/tr?id=1');\n`;
const TYPED = "const a: string = '1'; fbq('init', a);";

describe('what comes first judges', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['a page', { 'checkout.html': example('checkout.html') }],
    ['a page with its script', { 'index.html': '<script src="a.js"></script>', 'a.js': "fbq('init', '1');" }],
    ['a snippet', { snippet: example('cart-pixel.js') }],
    ['a settings file', { 'signals.js': example('signals-config-100000000000001.js') }],
  ])('%s', async (_, files) => {
    const reply = await answer(files);
    expect(reply.kind).toBe('judged');
    expect(reply.kind === 'judged' && reply.judged.failed).toBe(false);
    expect(reply.kind === 'judged' && reply.judged.result.findings.length).toBeGreaterThan(0);
  });
});

describe('what few inputs need', () => {
  it.each<[PartName, Readonly<Record<string, string>>]>([
    ['typescript', { 'a.ts': TYPED }],
    ['parties', { 'a.html': '<script src="https://cdn.unheard-of.example/a.js"></script>' }],
    ['templates', { 'product.liquid': example('product.liquid') }],
    ['components', { 'a.vue': '<script setup>fbq("init", "1");</script><template><p>Hej</p></template>' }],
    ['containers', { 'gtm-container.json': example('gtm-container.json') }],
    ['published', { 'gtm.js': published({ macros: [macro('e')] }) }],
    ['template-code', { 'template.tpl': TEMPLATE }],
    [
      'selectors',
      {
        'a.html': `<p class="a">Hej</p><script>document.querySelector('p.a').addEventListener('click', () => fbq('init', '1'));</script>`,
      },
    ],
    ['templates', { 'a.html': `{% if a %}<script>fbq('init', '1')</script>{% endif %}` }],
  ])('is asked for: %s', async (part, files) => {
    let parts: readonly PartName[] = ['vocabulary'];
    let reply = await answer(files, parts);
    while (reply.kind === 'needs') {
      parts = [...parts, ...reply.parts];
      reply = await answer(files, parts);
    }
    expect(parts).toContain(part);
    expect(reply.kind).toBe('judged');
  });

  it('is asked for by a document', async () => {
    const files = { 'a.js': "fbq('init', '1');" };
    const asked = async (document: Job['document'], parts: readonly PartName[]): Promise<unknown> => {
      const reply = await answer(files, parts, document && { document });
      return reply.kind === 'needs' ? reply.parts : reply.kind;
    };
    expect(await asked('json', ['vocabulary'])).toEqual(['documents']);
    expect(await asked('sarif', ['vocabulary', 'documents'])).toEqual(['rule-pages']);
    expect(await asked('report', ['vocabulary', 'documents'])).toEqual(['report']);
    expect(await asked('report', ['vocabulary', 'documents', 'report'])).toBe('document');
  });

  it('is gone without where it cannot be had, and that shows', async () => {
    const reply = await answer({ 'a.ts': TYPED }, ['vocabulary'], {}, ['typescript']);
    const findings = reply.kind === 'judged' ? reply.judged.result.findings : [];
    expect(findings.map(({ rule }) => rule)).toEqual(['parse-error']);
    const template = await answer({ 'product.liquid': example('product.liquid') }, ['vocabulary'], {}, ['templates']);
    expect(template.kind === 'judged' && template.judged.failed).toBe(true);
  });

  it('is no excuse for silence', async () => {
    const reply = await answer({ 'a.js': "fbq('init', '1');" }, [], {}, ['vocabulary']);
    expect(reply).toMatchObject({ kind: 'failed', message: 'vocabulary could not be loaded' });
  });
});
