/**
 * What stands in cookies and storage on a visit after a choice, by what the unit's own handlers store: a banner writes one
 * value where somebody accepts, another or none where somebody refuses.
 */
import type { ExtractedUnit, StoredWrite } from '../extract/extracted.ts';
import { type Atom, atomsOf, type ConsentState } from '../model/guard.ts';
import { type EvaluationContext, evaluateGuard } from './evaluate.ts';
import { passes } from './stored-test.ts';
import { categoryIn, keyFits, type Stored, storedTruth } from './stored-values.ts';
import { isGranted, type Level, NO, stronger, type Truth, weaker, YES } from './truth.ts';

type Click = Extract<Atom, { kind: 'click' }>;
type Content = StoredWrite['content'];

/** A way in which a visitor comes to a state: one click, or none that stores anything. */
interface Way {
  readonly click: Click | undefined;
  /** How surely it leads to the state. */
  readonly level: Level;
}

/** What may stand under a key after the visitor went one way. */
interface Remains {
  readonly content: Content;
  readonly level: Level;
  readonly context: EvaluationContext;
}

const MAX_WAYS = 8;
const MAX_REMAINS = 16;

/** The values that a unit stores, by what the visitor has chosen. */
export class StoredHistory {
  readonly #writes: readonly StoredWrite[];
  readonly #cmps: EvaluationContext['cmps'];
  readonly #context: EvaluationContext;
  /** Scripts out of sight that may store a choice. */
  readonly #unread: boolean;
  readonly #known = new Map<string, readonly Remains[] | undefined>();

  constructor(
    { writes = [], surroundings }: Pick<ExtractedUnit, 'writes' | 'surroundings'>,
    context: Pick<EvaluationContext, 'cmps' | 'presets' | 'open'>,
  ) {
    this.#writes = writes;
    this.#cmps = context.cmps;
    this.#context = { ...context, signal: () => ({ yes: 1, no: 1 }) };
    this.#unread = surroundings?.unread === 'consent';
  }

  /** The truth of a test in a state; undefined where not all that is stored under the key is in sight. */
  truth(asked: Stored, state: ConsentState): Truth | undefined {
    if (state === 'first-visit' || asked.key === undefined || this.#writes.length === 0) return undefined;
    const remains = this.#remains(asked, state);
    if (!remains) return undefined;
    let yes: Level = 0;
    let no: Level = 0;
    for (const { content, level, context } of remains) {
      const truth = passes(content, asked, (guard) => evaluateGuard(guard, state, context));
      if (!truth) return undefined;
      yes = stronger(yes, weaker(level, truth.yes));
      no = stronger(no, weaker(level, truth.no));
    }
    return { yes, no };
  }

  #remains({ key = '', store }: Stored, state: ConsentState): readonly Remains[] | undefined {
    const name = `${state} ${store} ${key}`;
    if (!this.#known.has(name)) this.#known.set(name, this.#find(key, store, state));
    return this.#known.get(name);
  }

  #find(key: string, store: Stored['store'], state: ConsentState): readonly Remains[] | undefined {
    const writes = this.#writesOf(key, store);
    if (!writes) return undefined;
    const atoms = writes.flatMap(({ guard, content }) => [...atomsOf(guard), ...atomsIn(content, 0)]);
    const ways = waysTo(
      state,
      atoms.map(({ atom }) => atom),
    );
    if (!ways || (this.#unread && !ways.some(({ click }) => click))) return undefined;
    const found = ways.flatMap((way) => this.#after(way, writes, state));
    return found.length === 0 || found.length > MAX_REMAINS ? undefined : found;
  }

  /** What is stored under a key, in order; undefined where something else may be. */
  #writesOf(key: string, store: Stored['store']): readonly StoredWrite[] | undefined {
    const fits = (one: StoredWrite): boolean => one.store === store || one.store === 'unknown' || store === 'unknown';
    for (const cmp of this.#cmps.values()) if (cmp.storage.some((one) => keyFits(one.key, key))) return undefined;
    const writes = this.#writes.filter((one) => fits(one) && (one.key === key || one.key === undefined));
    const whole = writes.every((one) => one.reached && one.key !== undefined);
    return whole && writes.length > 0 ? writes : undefined;
  }

  #after({ click, level }: Way, writes: readonly StoredWrite[], state: ConsentState): readonly Remains[] {
    const context: EvaluationContext = { ...this.#context, assumed: (atom) => this.#onTheWay(atom, click, state) };
    let remains: Remains[] = [{ content: { kind: 'absent' }, level, context }];
    for (const { guard, content } of writes) {
      const { yes, no } = evaluateGuard(guard, state, context);
      if (yes === 0) continue;
      remains = remains.flatMap((one) => (no === 0 ? [] : [{ ...one, level: weaker(one.level, no) }]));
      remains.push({ content, level: weaker(level, yes), context });
    }
    return remains;
  }

  /** What holds when the visitor chooses: it is the first visit, and the click is this one. */
  #onTheWay(atom: Atom, click: Click | undefined, state: ConsentState): Truth | undefined {
    if (atom.kind === 'storage') return storedTruth(atom, 'first-visit', this.#context);
    if (atom.kind !== 'click') return undefined;
    const category = ofCategory(atom);
    if (category) return isGranted(category, state) ? YES : NO;
    return click && sameClick(atom, click) ? YES : NO;
  }
}

/** Every condition in what is stored. */
function atomsIn(content: Content, depth: number): readonly { readonly atom: Atom }[] {
  if (depth > 6) return [];
  const inner = (one: Content): readonly { readonly atom: Atom }[] => atomsIn(one, depth + 1);
  switch (content.kind) {
    case 'choice':
      return [...atomsOf(content.guard), ...inner(content.yes), ...inner(content.no)];
    case 'record':
      return [...content.members.values()].flatMap(inner);
    case 'list':
      return content.items.flatMap(inner);
    default:
      return [];
  }
}

/** The box of one category, or the button for it. */
function ofCategory(atom: Click): ReturnType<typeof categoryIn> {
  return atom.meaning === 'accept' ? categoryIn(atom.target) : undefined;
}

function sameClick(left: Click, right: Click): boolean {
  return left.meaning === right.meaning && left.target === right.target;
}

/** How a visitor comes to a state, by the clicks that something depends on; undefined where these do not tell. */
function waysTo(state: ConsentState, atoms: readonly Atom[]): readonly Way[] | undefined {
  const clicks: Click[] = [];
  for (const atom of atoms) {
    if (atom.kind === 'click' && !ofCategory(atom) && !clicks.some((one) => sameClick(one, atom))) clicks.push(atom);
  }
  const boxes = atoms.some((atom) => atom.kind === 'click' && ofCategory(atom));
  const told = atoms.some(({ kind }) => kind === 'consent' || kind === 'decided' || kind === 'refused');
  const meaning = (...wanted: readonly Click['meaning'][]): Click[] =>
    clicks.filter((one) => wanted.includes(one.meaning));
  const accepts = meaning('accept');
  const refuses = meaning('refuse');
  const others = meaning('unknown', 'other');
  if (clicks.length > MAX_WAYS || (accepts.length + refuses.length === 0 && !boxes && !told)) return undefined;
  const ways = (of: readonly Click[], level: Level): Way[] => of.map((click) => ({ click, level }));
  const none: Way = { click: undefined, level: 3 };
  if (state === 'refused') {
    if (refuses.length > 0) return [...ways(refuses, 3), ...ways(others, 1)];
    // A form with nothing ticked refuses; where nothing refuses, nothing is stored.
    return boxes && others.length > 0 ? ways(others, 3) : [none, ...ways(others, 1)];
  }
  if (state === 'all') {
    if (accepts.length > 0) return [...ways(accepts, 3), ...ways(others, 1)];
    return boxes && others.length > 0 ? ways(others, 3) : told && clicks.length === 0 ? [none] : undefined;
  }
  if (!boxes) return told && clicks.length === 0 ? [none] : undefined;
  const settings = others.length > 0 ? others : accepts;
  return settings.length > 0 ? ways(settings, 3) : [none];
}
