/** Where the boxes and lines of a graph go, by dagre: from left to right, with as few crossings as it can. */
import dagre from '@dagrejs/dagre';
import { BOX_HEIGHT, type Box, boxWidth, type Point } from './svg.ts';

export interface GraphNode extends Pick<Box, 'text' | 'title' | 'kind' | 'dashed'> {
  readonly id: string;
}

export interface GraphEdge<Data> {
  readonly from: string;
  readonly to: string;
  /** Something is drawn on it, which needs room. */
  readonly marked: boolean;
  readonly data: Data;
}

export interface LaidOut<Data> {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly {
    readonly points: readonly Point[];
    readonly mark: Point | undefined;
    readonly data: Data;
  }[];
}

const MARGIN = 4;
const MARK = { width: 40, height: 18, labelpos: 'c' } as const;

/** Of two edges between the same nodes the first is drawn. */
export function layOut<Data>(nodes: readonly GraphNode[], edges: readonly GraphEdge<Data>[]): LaidOut<Data> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 90, edgesep: 8, marginx: MARGIN, marginy: MARGIN });
  // Boxes of a kind stand in a column, which is tidier with straight edges.
  const widths = new Map<string, number>();
  for (const node of nodes) widths.set(node.kind, Math.max(widths.get(node.kind) ?? 0, boxWidth(node)));
  for (const { id, kind } of nodes) graph.setNode(id, { width: widths.get(kind) ?? 0, height: BOX_HEIGHT });
  for (const { from, to, marked } of edges)
    if (!graph.hasEdge(from, to)) graph.setEdge(from, to, marked ? { ...MARK } : {});
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const known = new Map<string, Data>();
  for (const { from, to, data } of edges) {
    const key = JSON.stringify([from, to]);
    if (!known.has(key)) known.set(key, data);
  }
  return {
    width,
    height,
    boxes: nodes.map((node) => {
      const { x, y } = graph.node(node.id);
      return { ...node, x, y, width: widths.get(node.kind) ?? 0 };
    }),
    lines: graph.edges().flatMap((edge: { v: string; w: string }) => {
      const data = known.get(JSON.stringify([edge.v, edge.w]));
      if (data === undefined) return [];
      const { points, x, y } = graph.edge(edge);
      const from = graph.node(edge.v);
      const to = graph.node(edge.w);
      // Lines leave and reach boxes in the middle of their sides, wherever they go.
      const ends = [
        { x: from.x + from.width / 2, y: from.y },
        { x: to.x - to.width / 2, y: to.y },
      ] as const;
      const mark = x === undefined || y === undefined ? undefined : { x, y };
      return [{ points: [ends[0], ...(mark ? [mark] : points.slice(1, -1)), ends[1]], mark, data }];
    }),
  };
}
