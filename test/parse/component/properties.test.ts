import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Code,
  type ComponentSyntax,
  type MarkupNode,
  parseComponent,
} from '../../../src/parse/component/index.ts';

const PIECES = [
  '<template>',
  '</template>',
  '<script setup>',
  '<script>',
  '</script>',
  '---\n',
  '<div :src="a" @click="b = 1" v-if="ok">',
  '<p v-else>',
  '<li v-for="(x, i) in list" :key="i">',
  '</p>',
  '</div>',
  '</li>',
  '<br/>',
  '<Pixel {...props} {id} on:click={() => a > b} title="x {y} z" />',
  '{#if a < b}',
  '{:else if c}',
  '{:else}',
  '{/if}',
  '{#each list as { a, b }, i (a.id)}',
  '{/each}',
  '{#await p then v}',
  '{/await}',
  '{#snippet row(x)}',
  '{/snippet}',
  '{@html `<script>a</script>`}',
  '{@const z = 1}',
  '{cond && <script is:inline>fbq("}")</script>}',
  '{list.map((x) => (<li>{x}</li>))}',
  '<>',
  '</>',
  '{',
  '}',
  '"',
  "'",
  '`',
  '${',
  '<!-- { -->',
  '<!--',
  '/* } */',
  '// }\n',
  '/[}]/',
  '&amp;',
  '\r\n',
  ' text ',
  '\u{1F36A}',
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
const syntaxes = fc.constantFrom<ComponentSyntax>('vue', 'svelte', 'astro');

/** Every piece of code in the tree, and every element's range with its parent's. */
function visit(
  nodes: readonly MarkupNode[],
  code: (code: Code) => void,
  span: (start: number, end: number) => void,
): void {
  const each = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) each(one);
    else if (typeof value === 'object' && value !== null) {
      const keys = new Map(Object.entries(value));
      const [start, end, text, markup] = ['start', 'end', 'text', 'markup'].map((key) => keys.get(key));
      if (typeof start === 'number' && typeof end === 'number') {
        span(start, end);
        if (typeof text === 'string' && Array.isArray(markup)) code({ start, end, text, markup });
      }
      for (const inner of keys.values()) each(inner);
    }
  };
  each(nodes);
}

describe('component files', () => {
  it('are read without an error, whatever stands in them, and everything lies inside the file', () => {
    fc.assert(
      fc.property(texts, syntaxes, (text, syntax) => {
        const { markup, scripts } = parseComponent(text, syntax);
        for (const { start, end } of scripts) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        visit(
          markup,
          () => undefined,
          (start, end) => expect(start >= 0 && start <= end && end <= text.length).toBe(true),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('keep the length and the line ends of code, and its text but for the markup in it', () => {
    fc.assert(
      fc.property(texts, syntaxes, (text, syntax) => {
        visit(
          parseComponent(text, syntax).markup,
          (code) => {
            const written = text.slice(code.start, code.end);
            expect(code.text.length).toBe(written.length);
            expect(code.text.replace(/[^\r\n]/g, '')).toBe(written.replace(/[^\r\n]/g, ''));
            if (code.markup.length === 0 && !written.includes('&') && syntax !== 'vue') expect(code.text).toBe(written);
          },
          () => undefined,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('are read in time that grows with their length', () => {
    for (const syntax of ['vue', 'svelte', 'astro'] as const) {
      for (const piece of [
        '{',
        '<a ',
        '<!--',
        '{#if ',
        '<script>',
        '{a && <b>',
        '<div v-if="a">',
        '{`${',
        '<a b={',
        '"',
        '---\n',
        '{#each a as b (',
        '<b>{x => <c>{',
      ]) {
        const { markup } = parseComponent(piece.repeat(3000), syntax);
        expect(Array.isArray(markup)).toBe(true);
      }
    }
  });
});

const shape = (nodes: readonly MarkupNode[]): unknown[] =>
  nodes.flatMap((node): unknown[] => {
    switch (node.kind) {
      case 'text':
        return [];
      case 'element':
        return [
          [node.name, ...node.attributes.map(({ name, value }) => `${name}:${value.kind}`), ...shape(node.children)],
        ];
      case 'if':
        return [
          ['if', ...node.branches.map(({ test, children }) => [test?.text.trim() ?? 'else', ...shape(children)])],
        ];
      case 'each':
        return [['each', node.list.text.trim(), node.binding?.text.trim(), ...shape(node.children)]];
      case 'expression':
        return [['{}', node.code.text.replace(/_+/g, '_'), ...node.code.markup.flatMap((one) => shape(one.nodes))]];
      default:
        return [[node.kind]];
    }
  });

describe('what component files say', () => {
  it('Vue: directives', () => {
    const { markup, scripts } = parseComponent(
      '<script>export default {}</script><script setup lang="ts">const a = 1</script><template><A v-if="x" :src="y" async/>\n<!-- c --><B v-else-if="z"/><c v-else @click.once="go()"/><li v-for="(i, n) of list"><slot/></li></template>',
      'vue',
    );
    expect(scripts.map(({ role, typescript }) => [role, typescript])).toEqual([
      ['options', false],
      ['instance', true],
    ]);
    expect(shape(markup)).toEqual([
      ['if', ['x', ['A', 'src:code', 'async:flag']], ['z', ['B']], ['else', ['c', 'onClick:statements']]],
      ['each', 'list', 'i, n', ['li', ['slot']]],
    ]);
  });

  it('Vue: a template in another language is not read, and said to be so', () => {
    const file = parseComponent('<template lang="pug">\nscript(src="x")\n</template>', 'vue');
    expect(file.markup).toEqual([]);
    expect(file.unread?.start).toBe(0);
  });

  it('Svelte: blocks', () => {
    const { markup } = parseComponent(
      '{#if a < b}<p>1</p>{:else if c}<q/>{:else}<r/>{/if}{#each xs as { id }, n (id)}<li>{id}</li>{/each}<button on:click={() => a > b}>x</button>',
      'svelte',
    );
    expect(shape(markup)).toEqual([
      ['if', ['a < b', ['p']], ['c', ['q']], ['else', ['r']]],
      ['each', 'xs', '{ id }, n', ['li', ['{}', 'id']]],
      ['button', 'on:click:code'],
    ]);
  });

  it('Astro: markup in expressions', () => {
    const { markup, scripts } = parseComponent(
      '---\nconst a = "---";\n---\n{a && <p title="}">{b}</p>}{xs.map((x) => <li>{x}</li>)}{a < b}',
      'astro',
    );
    expect(scripts).toHaveLength(1);
    expect(shape(markup)).toEqual([
      ['{}', 'a && _', ['p', 'title:text', ['{}', 'b']]],
      ['{}', 'xs.map((x) => _)', ['li', ['{}', 'x']]],
      ['{}', 'a < b'],
    ]);
  });
});
