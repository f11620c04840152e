/** Reads declared gates: what each asks, or what is wrong with it. */
import type { Guard } from '../../model/guard.ts';
import { condition } from '../../model/guard.ts';
import type { DeclaredGate, GateQuestion, GateTerm, SiteGate } from '../../model/site-gate.ts';
import { isUnchosenEvent } from '../machine/names.ts';
import { readCondition } from '../templates/condition.ts';
import { gateText, picked } from './text.ts';

/** A mistake in a declared gate, and the key that it is about. */
export interface GateProblem {
  readonly key: keyof DeclaredGate | undefined;
  readonly message: string;
}

/** The keys of which a gate has one. */
export const GATE_FORMS = ['expression', 'event', 'cookie', 'storage', 'attribute', 'component'] as const;

/** What a declared gate asks; several where it names alternatives (`a || b`). */
export function readGate(declared: DeclaredGate): readonly SiteGate[] | GateProblem {
  const given = GATE_FORMS.filter((key) => declared[key] !== undefined);
  const [form] = given;
  if (form === undefined) return { key: undefined, message: `names no gate, expected one of ${GATE_FORMS.join(', ')}` };
  if (given.length > 1)
    return {
      key: given[1],
      message: `one gate has one of ${GATE_FORMS.join(', ')}; write ${given.join(' and ')} as two gates`,
    };
  const questions = QUESTIONS[form](declared[form] ?? '', declared);
  if ('message' in questions) return questions;
  const categories = typeof declared.category === 'string' ? [declared.category] : [...new Set(declared.category)];
  return questions.map((asks) => ({ text: textOf(form, declared), categories, asks }));
}

function textOf(form: (typeof GATE_FORMS)[number], declared: DeclaredGate): string {
  const text = (declared[form] ?? '').trim().replace(/\s+/g, ' ');
  if (form === 'expression') return text;
  const path = declared.path === undefined ? '' : ` › ${declared.path}`;
  const value = declared.value === undefined ? '' : ` = ${String(declared.value)}`;
  return `${form} ${text}${path}${value}`;
}

type Questions = readonly GateQuestion[] | GateProblem;

const QUESTIONS: Readonly<Record<(typeof GATE_FORMS)[number], (text: string, declared: DeclaredGate) => Questions>> = {
  expression: (text, declared) => unwanted(declared, ['path', 'value'], 'expression') ?? expressionOf(text),
  event: (text, declared) =>
    declared.path === undefined && declared.value !== undefined
      ? { key: 'value', message: 'says what a member of the event is: add path, such as detail.marketing' }
      : eventOf(text.trim(), declared),
  cookie: (text, declared) => [{ kind: 'stored', store: 'cookie', key: text.trim(), ...answerOf(declared) }],
  storage: (text, declared) => [
    {
      kind: 'stored',
      store: 'web',
      key: text.trim().replace(/^(?:window\.)?(?:local|session)Storage\.(?:getItem\(['"](.*)['"]\)|(.*))$/, '$1$2'),
      ...answerOf(declared),
    },
  ],
  attribute: (text, declared) => unwanted(declared, ['path'], 'attribute') ?? attributeOf(text.trim(), declared),
  component: (text, declared) => unwanted(declared, ['path', 'value'], 'component') ?? componentOf(text.trim()),
};

function unwanted(declared: DeclaredGate, keys: readonly ('path' | 'value')[], form: string): GateProblem | undefined {
  const key = keys.find((one) => declared[one] !== undefined);
  if (!key) return undefined;
  const instead =
    form === 'expression' && key === 'value' ? '; compare in the expression itself: status === "granted"' : '';
  return { key, message: `does not go with ${form}${instead}` };
}

function answerOf({ path, value }: DeclaredGate): { path?: string; value?: string } {
  return {
    ...(path === undefined ? {} : { path: path.trim() }),
    ...(value === undefined ? {} : { value: String(value) }),
  };
}

/** Events that are a use of the page. */
const USE = /^(?:click|dblclick|submit|change|input|toggle|pointerup|mouseleave)$/;

function eventOf(text: string, declared: DeclaredGate): Questions {
  const call = /^([\w$.]+)\s*\((.*)\)$/s.exec(text);
  const method = call?.[1]?.split('.').at(-1) ?? '';
  const first = /^\s*(['"`])(.*?)\1\s*(?:,|$)/s.exec(call?.[2] ?? '')?.[2];
  const listener = /^(?:addEventListener|\$?on|\$?once|one|subscribe|listen|addListener|bind)$/.test(method);
  if (call && !listener) {
    if (declared.path !== undefined)
      return { key: 'path', message: 'goes with the name of an event, not with a function that takes a callback' };
    const args = (call[2] ?? '').replace(/,?\s*(?:\$callback|\(\)\s*=>.*|function\b.*)$/s, '');
    return [{ kind: 'callback', call: gateText(`${call[1]}(${args})`) }];
  }
  if (call && first === undefined) return { key: 'event', message: 'has no name of an event in its brackets' };
  const name = first ?? text;
  if (isUnchosenEvent(name) || USE.test(name))
    return { key: 'event', message: `is ${JSON.stringify(name)}, which comes for every visitor: that is no choice` };
  if (/[()=;{}]/.test(name)) return { key: 'event', message: 'is neither the name of an event nor a call' };
  return [{ kind: 'event', name, ...answerOf(declared) }];
}

function attributeOf(text: string, { value }: DeclaredGate): Questions {
  const found = /^\[?([\w:.@-]+)\s*(?:[~^*|]?=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+)))?\]?$/.exec(text);
  const name = found?.[1]?.toLowerCase();
  if (name === undefined)
    return { key: 'attribute', message: 'is no attribute: write data-consent or data-consent="marketing"' };
  const written = found?.[2] ?? found?.[3] ?? found?.[4];
  if (written !== undefined && value !== undefined)
    return { key: 'value', message: `is there twice: the attribute says ${JSON.stringify(written)} already` };
  if (name === 'type' || name === 'src')
    return {
      key: 'attribute',
      message: `is ${name}: name the attribute that says for which category the markup waits`,
    };
  if (name === 'class' && written === undefined && value === undefined)
    return { key: 'attribute', message: 'is class: name the class too, such as class="needs-marketing"' };
  const word = written ?? (value === undefined ? undefined : String(value));
  return [{ kind: 'attribute', name, ...(word === undefined ? {} : { value: word.trim().toLowerCase() }) }];
}

const PROP = /\s+([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*["'`]?([^"'`{}]*)["'`]?\s*\}))?/g;

function componentOf(text: string): Questions {
  const found = /^<?([A-Za-z][\w.:-]*)((?:\s[^<>]*)?)\/?>?$/.exec(text);
  const name = found?.[1];
  if (name === undefined)
    return { key: 'component', message: 'is no component: write ConsentGate or <ConsentGate category="marketing">' };
  const props: Record<string, string> = {};
  for (const [, prop = '', double, single, braces] of (found?.[2] ?? '').matchAll(PROP))
    props[prop.replace(/^:|^v-bind:/, '')] = (double ?? single ?? braces ?? '').replace(/^'(.*)'$/, '$1');
  return [{ kind: 'component', name: componentName(name), props }];
}

/** `ConsentGate` and `consent-gate` are one component. */
export function componentName(name: string): string {
  return name.replaceAll('-', '').toLowerCase();
}

const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:v-(?:if|else-if|show)|th:if|\*ngIf)\s*=\s*"/, /"$/],
  [/^<c:(?:if|when)\s+test\s*=\s*"/, /"\s*\/?>$/],
  [/^\{%[-+~]?/, /[-+~]?%\}$/],
  [/^<\?(?:php|=)?/, /\?>$/],
  [/^<%[-=]?/, /-?%>$/],
  [/^(?:\{\{[#~-]?|[$*@]\{|\{[#:]|\{(?=if\s)|<#)/, /[~-]?\}\}?$|\/?>$/],
];

/** The condition without the tags and words of a language around it; a word that turns it round is kept as a sign. */
function bare(text: string): string {
  let inner = text.trim();
  for (let round = 0; round < 2; round++) {
    const pair = PAIRS.find(([open]) => open.test(inner));
    if (pair) inner = inner.replace(pair[0], '').replace(pair[1], '').trim();
  }
  const word = /^[@#]?(else\s?if|elsif|elif|if|unless)(?=[\s(])/.exec(inner)?.[0];
  if (word === undefined) return inner.replace(/;$/, '');
  inner = inner
    .slice(word.length)
    .replace(/\s*(?:[:{]|\bthen)$/, '')
    .trim();
  return word.endsWith('unless') ? `!(${inner})` : inner;
}

const MAX_ALTERNATIVES = 12;

function expressionOf(text: string): Questions {
  const wrong = (message: string): GateProblem => ({ key: 'expression', message });
  const inner = picked(bare(text));
  if (inner === '') return wrong('is empty');
  if (/(?<![=!<>])=(?![=>])/.test(inner.replace(/'[^']*'|"[^"]*"/g, '')))
    return wrong('assigns with =; compare with ==');
  if (/;|=>|^\s*(?:function|return|var|let|const)\b/.test(inner))
    return wrong("is code: write what the code asks, such as hasConsent('ads')");
  const unclosed = unbalanced(inner);
  if (unclosed !== undefined) return wrong(`has a ${unclosed} without its partner`);
  const terms: { readonly subject: string; readonly value: string | undefined }[] = [];
  const guard = readCondition(inner, undefined, undefined, (subject, value) => {
    terms.push({ subject, value });
    return condition('free', String(terms.length - 1));
  });
  const alternatives = (guard.op === 'or' ? guard.of : [guard]).map((one) => termsOf(one, terms));
  const found: GateQuestion[] = [];
  for (const all of alternatives.slice(0, MAX_ALTERNATIVES)) {
    if (!all) return wrong('joins its parts in too many ways: write alternatives as gates of their own');
    if (
      all.some(
        ({ subject }) =>
          !/[a-z_$]/i.test(subject.replace(/'[^']*'/g, '')) || /^(?:true|false|null|undefined)$/.test(subject),
      )
    )
      return wrong('asks nothing: it names no variable, member or function');
    found.push({ kind: 'expression', all: withoutPresence(all) });
  }
  return found;
}

function unbalanced(text: string): string | undefined {
  const plain = text.replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, '');
  const quote = /['"`]/.exec(plain)?.[0];
  if (quote !== undefined) return quote;
  const open: string[] = [];
  for (const sign of plain.match(/[()[\]]/g) ?? []) {
    if (sign === '(' || sign === '[') open.push(sign);
    else if (open.pop() !== (sign === ')' ? '(' : '[')) return sign;
  }
  return open.at(-1);
}

/** The terms of a conjunction; undefined where the guard is none. */
function termsOf(
  guard: Guard,
  terms: readonly { readonly subject: string; readonly value: string | undefined }[],
): readonly GateTerm[] | undefined {
  const found: GateTerm[] = [];
  for (const one of guard.op === 'and' ? guard.of : [guard]) {
    const inner = one.op === 'not' ? one.of : one;
    const term = inner.op === 'atom' && inner.atom.kind === 'condition' ? terms[Number(inner.atom.text)] : undefined;
    if (!term) return undefined;
    found.push(termOf(term.subject, term.value, one.op === 'not'));
  }
  return found;
}

/** A question with its answer: a comparison with true or false is a question without one. */
export function termOf(subject: string, value: string | undefined, negated: boolean): GateTerm {
  const plain = gateText(subject);
  if (value === undefined || /^true$/i.test(value)) return { subject: plain, negated };
  if (/^false$/i.test(value)) return { subject: plain, negated: !negated };
  return { subject: plain, value, negated };
}

/** `window.consent && window.consent.marketing`: that the object is there is no part of the question. */
function withoutPresence(all: readonly GateTerm[]): readonly GateTerm[] {
  const kept = all.filter(
    (one) =>
      one.negated ||
      one.value !== undefined ||
      !all.some(
        (other) =>
          other !== one &&
          /^[.( ']/.test(other.subject.slice(one.subject.length)) &&
          other.subject.startsWith(one.subject),
      ),
  );
  return kept.length === 0 ? all : kept;
}
