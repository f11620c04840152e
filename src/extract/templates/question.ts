/** What a condition of a server's template asks: for a stored choice, for the visitor's consent, or for something else. */
import { ALWAYS, and, condition, type Guard, NEVER, not, or } from '../../model/guard.ts';
import { choiceOf, literalOf } from '../../parse/template/choice.ts';
import type { TemplateLanguage } from '../../parse/template/index.ts';
import type { Location } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import type { SiteGates } from '../gates/site-gates.ts';
import { categoryOfWord, topicOf } from '../machine/names.ts';
import { constantOf, readCondition } from './condition.ts';
import { cookieGuard, isAnswering, isCookie } from './cookie.ts';
import { freely, isEmpty, isMissing, isSetting, namedAnswer, serverConsent } from './named-answer.ts';
import { definitionOf } from './variables.ts';

/** Where a condition stands. */
export interface Place {
  readonly source: Source;
  readonly language: TemplateLanguage | undefined;
  readonly gates: SiteGates | undefined;
}

/** One question: an expression, compared with a literal or asked whether it is there. */
interface Question {
  readonly subject: string;
  readonly value: string | undefined;
  readonly at: Location;
  readonly place: Place;
  readonly depth: number;
}

const DEEPEST = 3;

/** The guard of a condition of the place's language; names that the template sets itself stand for what they are set to. */
export function serverCondition(text: string, at: Location, place: Place, depth = 0): Guard {
  return readCondition(text, place.language, at, (subject, value) => ask({ subject, value, at, place, depth }));
}

/** The readers of questions, in the order in which they are asked; the first that knows the question answers it. */
const READERS: readonly ((question: Question) => Guard | undefined)[] = [
  ({ subject, value }) => (value === undefined ? constantOf(subject) : undefined),
  ({ subject, value, at, place }) => place.gates?.test(subject, value, at),
  presence,
  emptiness,
  calledEquals,
  variable,
  expanded,
  setting,
  missingConsent,
  containment,
  ({ subject, value, at }) =>
    value === undefined && isAnswering(subject) && /cookie|consent/i.test(subject)
      ? serverConsent(subject, at)
      : undefined,
  ({ subject, value, at }) => (isCookie(subject, value) ? cookieGuard(subject, value, at) : undefined),
];

function ask(question: Question): Guard {
  for (const reader of READERS) {
    const guard = reader(question);
    if (guard) return guard;
  }
  return namedAnswer(question.subject, question.value, question.at);
}

/** Whether a function, class or variable is there says nothing of a choice. */
function presence(question: Question): Guard | undefined {
  const { subject, value, at } = question;
  if (/^(?:function_exists|is_callable|class_exists|method_exists|defined\?? |typeof )\s*\(?/.test(subject))
    return condition('free', subject, at);
  if (value !== 'defined' && value !== 'undefined') return undefined;
  const there = isCookie(subject, undefined) ? cookieGuard(subject, undefined, at) : condition('free', subject, at);
  return value === 'defined' ? there : not(there);
}

/** `empty(x)`, `string.IsNullOrEmpty(x)`; the groups are those of the opposite. */
const EMPTINESS =
  /^(?:[\w#.$@]{0,40}\.)?(?:empty|is_null|isNull|IsNullOrEmpty|IsNullOrWhiteSpace|isEmpty|isBlank|(isNotEmpty)|(isNotBlank))\s*\(\s*/;
const EMPTY_MEMBER = /\.(?:blank|nil|empty|isEmpty|isBlank|IsEmpty)\b.*$/g;

function emptiness(question: Question): Guard | undefined {
  const { subject, value } = question;
  const asked = EMPTINESS.exec(subject);
  const depth = question.depth + 1;
  if (asked) {
    const negative = asked[1] !== undefined || asked[2] !== undefined;
    const of = subject.slice(asked[0].length).replace(/\s*\)$/, '');
    const inner = ask({ ...question, subject: of, value: undefined, depth });
    return isEmpty(value) === negative ? not(inner) : inner;
  }
  const of = subject.replace(EMPTY_MEMBER, '');
  if (of === subject || depth > DEEPEST + 3) return undefined;
  const inner = ask({ ...question, subject: of, value: undefined, depth });
  return isEmpty(value) ? inner : not(inner);
}

const CALLED_EQUALS = [
  // "yes".equals(x), x.equals("yes"), x.Equals("yes", …)
  /^(["'])([^"']*)\1\s*\.equals(?:IgnoreCase)?\s*\(\s*(?<of>.+?)\s*\)$/i,
  /^(?<of>.+?)\s*\.(?:equals(?:IgnoreCase)?|casecmp\??)\s*\(\s*(["'])([^"']*)\2[^()]*\)$/i,
  // string.Equals(x, "yes", …), Objects.equals(x, "yes")
  /^(?:string|objects|stringutils|[#\w]{0,20}strings)\s*\.\s*equals(?:IgnoreCase)?\s*\(\s*(?<of>[^,]+?)\s*,\s*(["'])([^"']*)\2[^()]*\)$/i,
];

/** Languages without a sign for the equality of texts call a function. */
function calledEquals(question: Question): Guard | undefined {
  for (const [index, pattern] of CALLED_EQUALS.entries()) {
    const match = pattern.exec(question.subject);
    const of = match?.groups?.of;
    const value = match?.[index === 0 ? 2 : 3];
    if (of === undefined || value === undefined) continue;
    if (index === 1 && /^(?:string|objects|stringutils)$/i.test(of)) continue;
    const guard = ask({ ...question, subject: of, value, depth: question.depth + 1 });
    return isEmpty(question.value) ? not(guard) : guard;
  }
  return undefined;
}

/** A variable that the template sets itself, or a function that its file defines. */
function variable(question: Question): Guard | undefined {
  const { subject, value, depth, place } = question;
  const called = /^(?:\$this\s*-\s*>\s*|self\s*::\s*|static\s*::\s*)?(\w+)\s*\(\s*\)$/.exec(subject)?.[1];
  const name = called === undefined ? /^\$?(\w+)(?:\s*\|\s*\w+)?$/.exec(subject)?.[1] : `${called}()`;
  const definition = name === undefined || depth >= DEEPEST ? undefined : definitionOf(place.source, name);
  if (definition === undefined) return undefined;
  const plain = value === undefined || /^(?:true|1|false|0)$/i.test(value) || isEmpty(value);
  const guard = answer(definition, plain ? undefined : value, { ...question, depth: depth + 1 });
  return isEmpty(value) ? not(guard) : guard;
}

/** Whether what an expression gives is a value, or is there. */
function answer(expression: string, value: string | undefined, question: Question): Guard {
  const { at, place, depth } = question;
  const text = literalOf(expression);
  if (text !== undefined) return (value === undefined ? !isEmpty(text) : text === value) ? ALWAYS : NEVER;
  const choice = depth > DEEPEST + 2 ? undefined : choiceOf(expression);
  if (!choice) {
    const whole = value === undefined ? expression : `${expression} == '${value.replaceAll("'", '')}'`;
    return serverCondition(whole, at, place, depth);
  }
  const asked = serverCondition(choice.condition, at, place, depth);
  const deeper = { ...question, depth: depth + 1 };
  return or(and(asked, answer(choice.yes, value, deeper)), and(not(asked), answer(choice.no, value, deeper)));
}

/** A member or part of a variable that the template sets from a cookie: `$prefs['marketing']`, `in_array('ads', $groups)`. */
function expanded(question: Question): Guard | undefined {
  const { subject, depth, place } = question;
  if (depth >= DEEPEST || subject.length > 300) return undefined;
  let found = false;
  const text = subject.replace(/(?<![\w.>'"$-])\$?([A-Za-z_]\w*)(?![\w(]|\s*\()/g, (whole, name: string) => {
    const definition = found ? undefined : definitionOf(place.source, name);
    if (definition === undefined || definition.length > 300 || !isCookie(definition, '')) return whole;
    found = true;
    return definition;
  });
  return found ? ask({ ...question, subject: text, depth: depth + 1 }) : undefined;
}

function setting({ subject, value, at }: Question): Guard | undefined {
  return isSetting(subject) ? freely(subject, value, at) : undefined;
}

/** `isUserNotAllowSaveCookie()`: a call that answers whether consent is missing. */
function missingConsent({ subject, value, at }: Question): Guard | undefined {
  const method = /(\w{1,80})\s*\([^()]*\)$/.exec(subject.slice(-200))?.[1];
  if (method === undefined || !/cookie|consent|track/i.test(method) || !isMissing(method)) return undefined;
  const gate = serverConsent(subject, at);
  return isEmpty(value) ? gate : not(gate);
}

const CONTAINS: readonly RegExp[] = [
  /^in_array\s*\(\s*(?<word>["'][^"']*["'])\s*,\s*(?<of>.+?)(?:,\s*(?:true|false)\s*)?\s*\)$/i,
  /^[\w#.:]{0,30}?(?:str_contains|m?b?_?stri?pos|stri?str|contains)\s*\(\s*(?<of>.+),\s*(?<word>["'][^"']*["'])\s*\)$/i,
  /^(?<of>.+?)\.(?:include\?|includes|contains|indexOf)\s*\(\s*(?<word>["'][^"']*["'])[^()]*\)$/i,
  /^(?<of>.+?)\s+contains\s+(?<word>["'][^"']*["'])$/i,
  /^(?<word>["'][^"']*["'])\s+in\s+(?<of>.+)$/i,
];

/** A list or text that holds a word: `in_array('ads', $groups)`, `cookies[:consent].include?('ads')`. */
function containment({ subject, value, at }: Question): Guard | undefined {
  const asked = subject.replace(/\s*(?:>=\s*0|>\s*-\s*1)\s*$/, '');
  for (const pattern of CONTAINS) {
    const { of, word } = pattern.exec(asked)?.groups ?? {};
    if (of === undefined || word === undefined) continue;
    const text = word.slice(1, -1);
    const guard = containing(of, text, at);
    if (!guard) return undefined;
    return isEmpty(value) || value === '-1' ? not(guard) : guard;
  }
  return undefined;
}

function containing(of: string, word: string, at: Location): Guard | undefined {
  // All cookies, of which one is asked for by its name.
  if (isCookie(of, ''))
    return /["']|[[(:]/.test(of)
      ? cookieGuard(of, undefined, at, word)
      : cookieGuard(`${of}["${word}"]`, undefined, at);
  if (topicOf(of) !== 'consent') return undefined;
  return serverConsent(categoryOfWord(word) === undefined ? `${of} ${word}` : word, at);
}
