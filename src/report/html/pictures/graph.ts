/** The container graph: what starts which tag, and to whom it sends, with the gates drawn. */
import type { ReportTag, ReportTrigger, ReportUnit } from '../data.ts';
import { grouped } from '../grouped.ts';
import { html, type Markup, short } from '../markup.ts';
import { name, type Scene } from '../scene.ts';
import { GATE_SIGNS, type GateSign, gateSign, worstSign } from './gates.ts';
import { type GraphEdge, type GraphNode, layOut } from './layout.ts';
import { boxMarkup, curve, type Point, picture, round } from './svg.ts';

/** A container of more tags is drawn by vendor, each vendor's tags in a picture of their own. */
const MOST_TAGS = 40;
/** Of a vendor with more, the picture shows the worst. */
const MOST_OF_VENDOR = 60;
/** Pages beyond these are counted: a folder of a thousand templates is no picture. */
const MOST_PAGES = 40;

/** A line, with the gate on it; none in front of the tag. */
interface Line {
  readonly sign?: GateSign;
  readonly count: number;
}

interface Graph {
  readonly nodes: Map<string, GraphNode>;
  readonly edges: GraphEdge<Line>[];
}

export function graphs(scene: Scene): Markup {
  const { data, words } = scene;
  const containers = data.units.filter(({ kind }) => kind === 'container' || kind === 'server-container');
  const pages = data.units.filter((unit) => !containers.includes(unit));
  if (data.units.length === 0) return html``;
  return html`<h3 id="graph">${words.say('graph')}</h3>
<p>${words.say('graph.lead')}</p>
${signLegend(scene)}
${containers.map((unit, index) => containerGraph(scene, unit, `graph-${index}`))}
${pages.length > 0 && pagesGraph(scene, pages)}`;
}

function signLegend({ data, words }: Scene): Markup {
  const there = new Set(data.units.flatMap((unit) => unit.tags.map(gateSign)));
  return html`<ul class="signs">${GATE_SIGNS.filter((sign) => there.has(sign)).map(
    (sign) =>
      html`<li><svg width="56" height="16" viewBox="0 0 56 16" aria-hidden="true"><path class="line ${sign}" d="M0 8H56"/>${signMarkup(sign, { x: 28, y: 8 })}</svg> ${words.say(`gate.${sign}`)}</li>`,
  )}</ul>`;
}

function containerGraph(scene: Scene, unit: ReportUnit, id: string): Markup {
  const { words } = scene;
  const title = words.say('graph.of', { file: scene.shown(short(unit.file)) });
  const heading = html`<h4>${name(scene, short(unit.file))}</h4>`;
  if (unit.tags.length <= MOST_TAGS) return html`${heading}${draw(id, title, byTag(scene, unit.tags))}`;
  const vendors = [...grouped(unit.tags, ({ vendor }) => vendor)].sort(([, a], [, b]) => b.length - a.length);
  const details = vendors.map(([vendor, tags], index) => {
    const shown = worstFirst(tags).slice(0, MOST_OF_VENDOR);
    const more = tags.length - shown.length;
    const of = words.say('graph.of', { file: vendor });
    return html`<details><summary>${vendor} <small>${words.count('count.tags', tags.length)}</small></summary>${draw(
      `${id}-${index}`,
      of,
      byTag(scene, shown, true),
    )}${more > 0 && html`<p>${words.count('count.more', more)}</p>`}</details>`;
  });
  return html`${heading}<p>${words.count('graph.folded', unit.tags.length)}</p>${draw(id, title, byVendor(scene, unit.tags))}${details}`;
}

function worstFirst(tags: readonly ReportTag[]): ReportTag[] {
  const rank = (tag: ReportTag): number => GATE_SIGNS.indexOf(gateSign(tag));
  return [...tags].sort((a, b) => rank(a) - rank(b));
}

/** Trigger, tag, vendor; of one vendor alone trigger and tag, and the gates between these. */
function byTag(scene: Scene, tags: readonly ReportTag[], vendorless = false): Graph {
  const graph: Graph = { nodes: new Map(), edges: [] };
  for (const tag of tags) {
    const title = scene.shown(short(tag.name));
    // A Custom HTML tag of several vendors has several rows, and is one box.
    const id = `tag ${tag.file} ${tag.line} ${tag.column} ${tag.name}`;
    node(graph, { id, text: title, title, kind: 'tag', dashed: tag.paused });
    for (const { name: text } of startersOf(scene, tag)) {
      const trigger = `trigger ${text}`;
      node(graph, { id: trigger, text, title: text, kind: 'trigger' });
      if (!graph.edges.some(({ from, to }) => from === trigger && to === id))
        graph.edges.push({
          from: trigger,
          to: id,
          marked: vendorless,
          data: { count: 1, ...(vendorless && { sign: gateSign(tag) }) },
        });
    }
    if (vendorless) continue;
    const vendor = `vendor ${tag.vendor}`;
    node(graph, { id: vendor, text: tag.vendor, title: tag.vendor, kind: 'vendor' });
    graph.edges.push({ from: id, to: vendor, marked: true, data: { sign: gateSign(tag), count: 1 } });
  }
  return graph;
}

/** Kinds of triggers and vendors, with the worst of the gates between them. */
function byVendor(scene: Scene, tags: readonly ReportTag[]): Graph {
  const graph: Graph = { nodes: new Map(), edges: [] };
  const pairs = new Map<string, { from: string; to: string; tags: ReportTag[] }>();
  for (const tag of tags) {
    const vendor = `vendor ${tag.vendor}`;
    node(graph, { id: vendor, text: tag.vendor, title: tag.vendor, kind: 'vendor' });
    for (const kind of new Set(startersOf(scene, tag).map(({ kind: one }) => one))) {
      const text = scene.words.say(`starts.${kind}`);
      node(graph, { id: kind, text, title: text, kind: 'trigger' });
      const key = JSON.stringify([kind, vendor]);
      const pair = pairs.get(key) ?? { from: kind, to: vendor, tags: [] };
      pair.tags.push(tag);
      pairs.set(key, pair);
    }
  }
  for (const { from, to, tags: between } of pairs.values())
    graph.edges.push({
      from,
      to,
      marked: true,
      data: { sign: worstSign(between.map(gateSign)), count: between.length },
    });
  return graph;
}

/** Pages and scripts, and to whom they send. */
function pagesGraph(scene: Scene, units: readonly ReportUnit[]): Markup {
  const { words } = scene;
  const graph: Graph = { nodes: new Map(), edges: [] };
  const rank = (unit: ReportUnit): number => GATE_SIGNS.indexOf(worstSign(unit.tags.map(gateSign)));
  const shown = [...units].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_PAGES);
  for (const { file, tags } of shown) {
    const id = `page ${file}`;
    const title = scene.shown(short(file));
    node(graph, { id, text: title.slice(title.lastIndexOf('/') + 1), title, kind: 'trigger' });
    for (const [vendor, own] of grouped(tags, (tag) => tag.vendor)) {
      node(graph, { id: `vendor ${vendor}`, text: vendor, title: vendor, kind: 'vendor' });
      graph.edges.push({
        from: id,
        to: `vendor ${vendor}`,
        marked: true,
        data: { sign: worstSign(own.map(gateSign)), count: own.length },
      });
    }
  }
  const more = units.length - shown.length;
  return html`<h4>${words.say('graph.pages')}</h4>${draw('graph-pages', words.say('graph.pages'), graph)}${
    more > 0 && html`<p>${words.count('count.more', more)}</p>`
  }`;
}

interface Starter {
  readonly name: string;
  readonly kind: StarterKind;
}

type StarterKind = 'page' | 'consent' | 'event' | 'visitor' | 'timer' | 'other' | 'tag' | 'nothing';

/** By the container's words for kinds of triggers, without their underscores. */
const KINDS: Readonly<Record<string, StarterKind>> = {
  pageview: 'page',
  domready: 'page',
  windowloaded: 'page',
  init: 'page',
  historychange: 'page',
  consentinit: 'consent',
  customevent: 'event',
  click: 'visitor',
  linkclick: 'visitor',
  formsubmit: 'visitor',
  formsubmission: 'visitor',
  scrolldepth: 'visitor',
  elementvisibility: 'visitor',
  youtubevideo: 'visitor',
  timer: 'timer',
};

function startersOf(scene: Scene, { triggers, callers }: ReportTag): Starter[] {
  const { words } = scene;
  const kindOf = ({ type }: ReportTrigger): StarterKind => KINDS[type.toLowerCase().replaceAll('_', '')] ?? 'other';
  const found: Starter[] = [
    ...triggers.map((trigger): Starter => ({ name: scene.shown(short(trigger.name)), kind: kindOf(trigger) })),
    ...callers.map(
      (caller): Starter => ({ name: words.say('starts.by', { tag: scene.shown(short(caller)) }), kind: 'tag' }),
    ),
  ];
  return found.length > 0 ? found : [{ name: words.say('starts.nothing'), kind: 'nothing' }];
}

function node(graph: Graph, one: GraphNode): void {
  if (!graph.nodes.has(one.id)) graph.nodes.set(one.id, one);
}

function draw(id: string, title: string, { nodes, edges }: Graph): Markup {
  const { width, height, boxes, lines } = layOut([...nodes.values()], edges);
  const drawn = lines.map(({ points, mark, data: { sign, count } }) => {
    const number =
      mark && count > 1 && html`<text class="count" x="${round(mark.x + 10)}" y="${round(mark.y - 3)}">${count}</text>`;
    return html`<path class="line ${sign ?? 'start'}" d="${curve(points)}"/>${sign !== undefined && mark && signMarkup(sign, mark)}${number}`;
  });
  return picture(id, title, width, height, html`${drawn}${boxes.map(boxMarkup)}`);
}

/** A gate across its line: shut, half open, open, a sham, or unknown. */
function signMarkup(sign: GateSign, { x, y }: Point): Markup {
  const at = `translate(${round(x)} ${round(y)})`;
  switch (sign) {
    case 'shut':
      return html`<path class="sign shut" transform="${at}" d="M0 -7V7M-4 -7H4M-4 7H4"/>`;
    case 'half':
      return html`<path class="sign half" transform="${at}" d="M0 -7V0M-4 -7H4M0 0L5 6"/>`;
    case 'open':
      return html`<path class="sign open" transform="${at}" d="M0 -7L7 0L0 7L-7 0Z"/>`;
    case 'false':
      return html`<path class="sign false" transform="${at}" d="M-5 -5L5 5M-5 5L5 -5"/>`;
    case 'unknown':
      return html`<text class="sign unknown" transform="${at}" y="4.5" text-anchor="middle">?</text>`;
    case 'free':
    case 'idle':
      return html``;
  }
}
