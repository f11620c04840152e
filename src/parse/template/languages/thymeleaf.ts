import { Balancer } from '../balance.ts';
import { callNames, headline } from '../expression.ts';
import { DelimiterFinder } from '../finder.ts';
import type { BlockStep, IslandSink, LanguageReader, StepCondition } from '../language.ts';
import { attributesIn, type TagAttribute } from '../markup.ts';

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const RAW = new Set(['script', 'style', 'textarea', 'title']);
/** Attributes whose value replaces that of the plain attribute of the same name. */
const SETTERS = /^(?:src|href|content|type|id|class|value|action|alt|title|async|defer|data-[\w-]+|srcset|poster)$/;
const FRAGMENTS = /^(?:replace|insert|include|decorate|decorator|substituteby)$/;
const PREFIX = /^(?:data-)?(?:th[:-]|sec:|layout[:-])/;
const INLINE = /^\/\*\[\[|^\/\*\[\(|^\[\[[$*#@~]|^\[\([$*#@~]/;

/** Thymeleaf: conditions and values are attributes of the elements that they govern. */
export const thymeleaf: LanguageReader = {
  id: 'thymeleaf',
  scan(text, sink) {
    new ThymeleafScan(text, sink).run();
  },
};

/** An open element with a step that its end closes. */
interface OpenElement {
  readonly name: string;
  /** The names of the steps that it opened, outermost first. */
  readonly closers: readonly string[];
}

class ThymeleafScan {
  readonly #text: string;
  readonly #sink: IslandSink;
  readonly #finder: DelimiterFinder;
  readonly #balance: Balancer;
  /** Elements that are open, and how many of each name. */
  readonly #open: OpenElement[] = [];
  readonly #counts = new Map<string, number>();
  readonly #ends = new Set<string>();
  /** The element whose content is no markup. */
  #raw: string | undefined;
  #groups = 0;

  constructor(text: string, sink: IslandSink) {
    this.#text = text;
    this.#sink = sink;
    this.#finder = new DelimiterFinder(text);
    this.#balance = new Balancer(text);
    for (const match of text.matchAll(/<\/([A-Za-z][\w:-]*)/g))
      if (match[1] !== undefined) this.#ends.add(match[1].toLowerCase());
  }

  run(): void {
    const opener = /<!--|<\/?[A-Za-z][\w:-]*|\/\*\[[[(]|\[[[(](?=[$*#@~]\{)/g;
    for (let match = opener.exec(this.#text); match !== null; match = opener.exec(this.#text)) {
      const sign = match[0];
      const { index } = match;
      if (sign === '<!--' && this.#raw === undefined) opener.lastIndex = this.#comment(index);
      else if (INLINE.test(this.#text.slice(index, index + 5))) opener.lastIndex = this.#inline(index, sign);
      else if (this.#raw !== undefined && sign.toLowerCase() !== `</${this.#raw}`) continue;
      else if (sign.startsWith('</')) opener.lastIndex = this.#close(index, sign.slice(2).toLowerCase());
      else if (sign.startsWith('<')) opener.lastIndex = this.#element(index, sign.slice(1).toLowerCase());
    }
  }

  // A comment that opens with slash and star is one of the engine; with a further slash its content shows only to the engine.
  #comment(start: number): number {
    const close = this.#finder.next('-->', start + 4);
    if (close < 0) return start + 4;
    if (this.#text.startsWith('<!--/*/', start)) {
      this.#sink.statement(start, start + 7);
      return start + 7;
    }
    if (this.#text.startsWith('<!--/*', start))
      this.#sink.comment(start, close + 3, this.#text.slice(start + 6, close));
    return close + 3;
  }

  // `[[${x}]]`, `[(${x})]`, and in scripts the former in a comment, with a default behind it.
  #inline(start: number, sign: string): number {
    const text = this.#text;
    const commented = sign.startsWith('/*');
    const from = start + sign.length;
    const closer = sign.endsWith('(') ? ')]' : ']]';
    const close = this.#finder.close(closer, from, { quotes: true, braces: true });
    if (close < 0) return from;
    const expression = text.slice(from, close);
    if (expression.length > 2000 || expression.includes('\n\n')) {
      this.#finder.charge(expression.length);
      return from;
    }
    let end = close + 2;
    if (commented) {
      const stop = /^\s*\*\//.exec(text.slice(end, end + 20))?.[0];
      if (stop === undefined) return from;
      end = defaultEnd(text, end + stop.length);
    }
    const inner = unwrapped(expression, from);
    this.#sink.hole(start, end, inner.text, inner.start, callNames(inner.text));
    return end;
  }

  #close(start: number, name: string): number {
    const end = start + name.length + 2;
    this.#raw = undefined;
    if ((this.#counts.get(name) ?? 0) === 0) return end;
    while (this.#open.length > 0) {
      const top = this.#open.pop();
      if (top === undefined) break;
      this.#counts.set(top.name, (this.#counts.get(top.name) ?? 1) - 1);
      // The end tag of an element belongs to its branch.
      const at = top.name === name ? this.#afterTag(end) : start;
      this.#closeSteps(top.closers, at);
      if (top.name === name) break;
    }
    return end;
  }

  #afterTag(from: number): number {
    const close = this.#text.indexOf('>', from);
    return close < 0 || close > from + 50 ? from : close + 1;
  }

  #closeSteps(closers: readonly string[], at: number): void {
    if (closers.length === 0) return;
    this.#sink.statement(at, at);
    const ends = [...closers].reverse();
    this.#sink.steps(ends.map((closer) => ({ type: 'close' as const, start: at, end: at, closer })));
  }

  #element(start: number, name: string): number {
    const text = this.#text;
    const from = start + name.length + 1;
    const close = this.#balance.tagEnd(from);
    if (close < 0) return from;
    const end = close + 1;
    const attributes = attributesIn(text, from, text[close - 1] === '/' ? close - 1 : close);
    const closers: string[] = [];
    if (attributes.some((attribute) => PREFIX.test(attribute.name)) || name.startsWith('th:')) {
      this.#read(start, end, attributes, closers);
    } else this.#texts(attributes);
    const alone = VOID.has(name) || text[close - 1] === '/' || !this.#ends.has(name);
    if (alone) this.#closeSteps(closers, end);
    else if (this.#open.length < 500) {
      this.#open.push({ name, closers });
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    }
    if (!alone && RAW.has(name)) this.#raw = name;
    return end;
  }

  /** Expressions that stand in plain attributes. */
  #texts(attributes: readonly TagAttribute[]): void {
    for (const { value, valueStart } of attributes) {
      for (const match of value.matchAll(/\[\[([$*#@~]\{[^}]{0,500}\})\]\]/g)) {
        const at = valueStart + match.index;
        const inner = unwrapped(match[1] ?? '', at + 2);
        this.#sink.hole(at, at + match[0].length, inner.text, inner.start, callNames(inner.text));
      }
    }
  }

  #read(start: number, end: number, attributes: readonly TagAttribute[], closers: string[]): void {
    const set = new Set<string>();
    for (const { name } of attributes) {
      const local = localOf(name);
      if (local !== undefined && SETTERS.test(local)) set.add(local);
    }
    const steps: BlockStep[] = [];
    for (const attribute of attributes) {
      const local = localOf(attribute.name);
      if (local === undefined) {
        // A value that the engine replaces is only there for people who open the file.
        if (set.has(attribute.name)) this.#sink.statement(attribute.start, attribute.end);
        continue;
      }
      if (SETTERS.test(local)) this.#setter(attribute, local);
      else if (local === 'attr') this.#attr(attribute);
      else this.#sink.statement(attribute.start, attribute.end);
      if (FRAGMENTS.test(local)) this.#fragment(start, end, attribute, local);
      const step = this.#step(start, attribute, local);
      if (step === undefined) continue;
      if (step.type === 'open' || step.type === 'switch') closers.push(step.closer);
      steps.push(step);
    }
    // The engine prints something else in place of what stands in the element.
    if (attributes.some(isReplaced)) {
      this.#groups += 1;
      const closer = `replaced${this.#groups}`;
      const condition = { text: 'false', start: end, negated: false };
      closers.push(closer);
      steps.push({ type: 'open', start: end, end, kind: 'if', closer, header: 'replaced', condition });
    }
    this.#sink.steps(steps);
  }

  /** `th:src="@{…}"` becomes `src="…"` with the expressions as holes. */
  #setter({ name, start, value, valueStart }: TagAttribute, local: string): void {
    this.#sink.statement(start, start + name.length - local.length);
    this.#value(value, valueStart);
  }

  /** `th:attr="src=@{…},data-x=${y}"`: only the first attribute is read. */
  #attr({ start, end, value, valueStart }: TagAttribute): void {
    const first = /^\s*([\w-]+)\s*=\s*([^,]*)/.exec(value);
    const quoted = valueStart > start && /["']/.test(this.#text[valueStart - 1] ?? '');
    if (first?.[1] === undefined || !quoted || /\s/.test((first[2] ?? '').trim())) {
      this.#sink.statement(start, end);
      return;
    }
    this.#sink.statement(start, valueStart);
    const from = valueStart + first[0].length - (first[2] ?? '').length;
    this.#value(first[2] ?? '', from);
    this.#sink.statement(valueStart + first[0].length, end);
  }

  #value(value: string, at: number): void {
    const link = /^\s*@\{([^{}]*)\}\s*$/.exec(value);
    const inner = link?.[1];
    if (inner !== undefined) {
      const from = at + value.indexOf('{') + 1;
      const bracket = inner.indexOf('(');
      const to = from + (bracket < 0 ? inner.length : bracket);
      this.#sink.statement(at, from);
      this.#sink.statement(to, at + value.length);
      return;
    }
    if (value.trim() === '') return;
    const whole = unwrapped(value, at);
    this.#sink.hole(at, at + value.length, whole.text, whole.start, callNames(whole.text));
  }

  #fragment(start: number, end: number, { value }: TagAttribute, local: string): void {
    const target = value.trim().replace(/^~\{\s*|\s*\}$/g, '');
    this.#sink.include({ start, end, kind: local, target });
  }

  #step(start: number, attribute: TagAttribute, local: string): BlockStep | undefined {
    const { value, valueStart } = attribute;
    const header = headline(`${local} ${value}`);
    const inner = unwrapped(value, valueStart);
    const condition: StepCondition = { ...inner, negated: local === 'unless' };
    const at = { start, end: start };
    this.#groups += 1;
    const closer = `${local}${this.#groups}`;
    if (local === 'if' || local === 'unless' || local === 'authorize')
      return { type: 'open', ...at, kind: 'if', closer, header, condition };
    if (local === 'each') return { type: 'open', ...at, kind: 'loop', closer, header };
    if (local === 'fragment') {
      // A part for others to pull in; with the layout dialect a place that pages fill.
      const word = attribute.name.includes('layout') ? 'block' : 'fragment';
      return { type: 'open', ...at, kind: 'other', closer, header: headline(`${word} ${value}`) };
    }
    if (local === 'switch') return { type: 'switch', ...at, closer, header, subject: inner.text };
    if (local === 'case')
      return inner.text === '*'
        ? { type: 'next', ...at }
        : { type: 'case', ...at, values: [inner.text], valueStart: inner.start, or: 'or' };
    if (local === 'remove' && /^(?:all|\$\{true\})$/.test(value.trim()))
      return {
        type: 'open',
        ...at,
        kind: 'if',
        closer,
        header,
        condition: { text: 'false', start: valueStart, negated: false },
      };
    return undefined;
  }
}

/** True for an attribute with which the engine prints something else; a fragment may be handed parts of the page itself (`~{::main}`). */
function isReplaced({ name, value }: TagAttribute): boolean {
  const local = localOf(name) ?? '';
  return /^(?:replace|insert|include|substituteby|utext|text)$/.test(local) && !/[{(,]\s*~?\{?::/.test(value);
}

/** The name behind the engine's prefix: `if` for `th:if` and `data-th-if`. */
function localOf(name: string): string | undefined {
  const prefix = PREFIX.exec(name)?.[0];
  return prefix === undefined ? undefined : name.slice(prefix.length);
}

/** Where the value ends that stands in a script in place of an expression when the file is opened without the engine. */
function defaultEnd(text: string, from: number): number {
  const value = /^[ \t]*(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\[[^\]\n]*\]|\{[^}\n]*\}|[\w.+-]+)/.exec(
    text.slice(from, from + 1000),
  );
  return value === null ? from : from + value[0].length;
}

/** An expression without `${…}` around it. */
function unwrapped(value: string, start: number): { text: string; start: number } {
  const whole = /^\s*[$*#@~]\{([^{}]*)\}\s*$/.exec(value);
  const inner = whole?.[1] ?? value;
  const body = inner.trimStart();
  const at = start + (whole === null ? 0 : value.indexOf('{') + 1) + inner.length - body.length;
  return { text: body.trimEnd(), start: at };
}
