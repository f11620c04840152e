/** The data flow: origin, key, vendor; as wide as the number of tags that send it. */
import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { html, type Markup, short } from '../markup.ts';
import type { Scene } from '../scene.ts';
import { type Flow, type FlowKind, flowsOf } from './flows.ts';
import { labelOf, picture, round } from './svg.ts';

/** Flows beyond these are told in the inventory. */
const MOST_FLOWS = 60;
/** Origins and keys of their own; the rest of a kind is one. */
const MOST_NODES = 24;
const WIDTH = 860;
const ROW = 30;
const NODE_WIDTH = 10;

interface FlowNode {
  readonly id: string;
  readonly column: number;
  readonly text: string;
  readonly kind: FlowKind;
}

interface FlowLink {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly kind: FlowKind;
}

export function dataFlow(scene: Scene): Markup {
  const { data, words } = scene;
  const all = flowsOf(data);
  if (all.length === 0) return html``;
  const shown = all.slice(0, MOST_FLOWS);
  const { nodes, links } = networkOf(scene, shown);
  const columns = [0, 1, 2].map((column) => nodes.filter((node) => node.column === column).length);
  const height = Math.max(...columns) * ROW + 20;
  const layout = sankey<FlowNode, FlowLink>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(14)
    .extent([
      [1, 28],
      [WIDTH - 1, height + 18],
    ]);
  const laid = layout({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) });
  const path = sankeyLinkHorizontal<FlowNode, FlowLink>();
  const lines = laid.links.map((link) => {
    const { kind, width = 1, value } = link;
    return html`<path class="flow ${kind}" d="${(path(link) ?? '').replace(/\d+\.\d+/g, (n) => String(round(Number(n))))}" stroke-width="${round(
      Math.max(1.5, width),
    )}"><title>${nodeText(link.source)} → ${nodeText(link.target)}: ${words.count('count.tags', value)}</title></path>`;
  });
  const boxes = laid.nodes.map(({ x0 = 0, x1 = 0, y0 = 0, y1 = 0, column, text, kind }) => {
    const before = column === 2;
    const sign = kind === 'sensitive' ? '◆ ' : kind === 'personal' ? '● ' : '';
    return html`<g class="node ${kind}"><title>${text}</title><rect x="${round(x0)}" y="${round(y0)}" width="${NODE_WIDTH}" height="${round(
      Math.max(2, y1 - y0),
    )}"/><text x="${round(before ? x0 - 6 : x1 + 6)}" y="${round((y0 + y1) / 2 + 4.5)}"${before && html` text-anchor="end"`}>${sign}${labelOf(text)}</text></g>`;
  });
  const heads = (['flow.origin', 'flow.key', 'flow.vendor'] as const).map(
    (key, index) =>
      html`<text class="head" x="${[1, WIDTH / 2, WIDTH - 1][index] ?? 0}" y="13" text-anchor="${
        ['start', 'middle', 'end'][index] ?? 'start'
      }">${words.say(key)}</text>`,
  );
  const more = all.length - shown.length;
  return html`<h3 id="flow">${words.say('flow')}</h3>
<p>${words.say('flow.lead')}</p>
<ul class="signs"><li class="sensitive">◆ ${words.say('flow.sensitive')}</li><li class="personal">● ${words.say('flow.personal')}</li><li>${words.say('flow.other')}</li></ul>
${picture('flow', words.say('flow'), WIDTH, height + 24, html`${heads}${lines}${boxes}`)}
${more > 0 && html`<p>${words.count('flow.more', more)}</p>`}`;
}

function nodeText(node: unknown): string {
  return typeof node === 'object' && node !== null && 'text' in node && typeof node.text === 'string' ? node.text : '';
}

/** Nodes and links, each once; an origin or key beyond the most stands with those of its kind. */
function networkOf({ words, shown }: Scene, flows: readonly Flow[]): { nodes: FlowNode[]; links: FlowLink[] } {
  const nodes = new Map<string, FlowNode>();
  const links = new Map<string, FlowLink>();
  const add = (column: number, text: string, kind: FlowKind): string => {
    const id = `${column} ${text}`;
    const known = nodes.get(id);
    if (!known || RANK.indexOf(kind) < RANK.indexOf(known.kind)) nodes.set(id, { id, column, text, kind });
    return id;
  };
  const room = (column: number, text: string): boolean =>
    nodes.has(`${column} ${text}`) || [...nodes.values()].filter((node) => node.column === column).length < MOST_NODES;
  const link = (source: string, target: string, value: number, kind: FlowKind): void => {
    const key = JSON.stringify([source, target, kind]);
    links.set(key, { source, target, kind, value: (links.get(key)?.value ?? 0) + value });
  };
  for (const { origin, datum, vendor, kind, weight } of flows) {
    const general = origin ? words.say(`origin.${origin.kind}`) : words.say('origin.unknown');
    const full = origin?.name === undefined ? general : `${shown(short(origin.name, 60))}`;
    const from = add(0, room(0, full) ? full : general, 'other');
    const key = datum ? shown(short(datum.key, 60)) : words.say('flow.other-keys');
    const rest = words.say('flow.more-keys');
    const under = add(1, room(1, key) ? key : rest, kind);
    link(from, under, weight, kind);
    link(under, add(2, vendor, 'other'), weight, kind);
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

const RANK: readonly FlowKind[] = ['sensitive', 'personal', 'other'];
