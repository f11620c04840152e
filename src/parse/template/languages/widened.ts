import type { BlockStep, IslandSink } from '../language.ts';

/**
 * A sink for a dialect that writes one more character around each delimiter (`[{if $a}]` for `{if $a}`): every island takes in
 * the characters around it, where they are there.
 */
export function widened(text: string, open: string, close: string, sink: IslandSink): IslandSink {
  const from = (start: number): number => (text[start - 1] === open ? start - 1 : start);
  const to = (end: number): number => (text[end] === close ? end + 1 : end);
  return {
    hole: (start, end, expression, at, filters) => sink.hole(from(start), to(end), expression, at, filters),
    statement: (start, end) => sink.statement(from(start), to(end)),
    comment: (start, end, body) => sink.comment(from(start), to(end), body),
    steps: (steps) =>
      sink.steps(steps.map((step): BlockStep => ({ ...step, start: from(step.start), end: to(step.end) }))),
    include: (include) => sink.include({ ...include, start: from(include.start), end: to(include.end) }),
    script: (start, end) => sink.script(start, end),
  };
}
