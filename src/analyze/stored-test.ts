/** Whether what is stored passes a test. */
import type { StoredContent } from '../extract/extracted.ts';
import type { Guard } from '../model/guard.ts';
import type { Literal } from '../model/value.ts';
import type { Stored } from './stored-values.ts';
import { NO, stronger, type Truth, weaker, YES } from './truth.ts';

const MAX_DEPTH = 8;

/** The truth of a test on known content; undefined where the content does not tell. */
export function passes(content: StoredContent, asked: Stored, truthOf: (guard: Guard) => Truth): Truth | undefined {
  const { test, text } = asked;
  if (test === 'present' || text === undefined) return each(content, truthOf, isThere);
  return each(content, truthOf, (one) =>
    test === 'equals' ? equals(one, text, truthOf) : contains(one, text, truthOf),
  );
}

/** Asks every alternative of a content. */
function each(
  content: StoredContent,
  truthOf: (guard: Guard) => Truth,
  ask: (content: StoredContent) => Truth | undefined,
  depth = 0,
): Truth | undefined {
  if (content.kind !== 'choice') return ask(content);
  if (depth > MAX_DEPTH) return undefined;
  const when = truthOf(content.guard);
  const yes = when.yes === 0 ? NEITHER : each(content.yes, truthOf, ask, depth + 1);
  const no = when.no === 0 ? NEITHER : each(content.no, truthOf, ask, depth + 1);
  if (!yes || !no) return undefined;
  // What is stored depends on something that the choice does not tell.
  if (when.yes > 0 && when.no > 0 && (yes.yes !== no.yes || yes.no !== no.no)) return undefined;
  return {
    yes: stronger(weaker(when.yes, yes.yes), weaker(when.no, no.yes)),
    no: stronger(weaker(when.yes, yes.no), weaker(when.no, no.no)),
  };
}

const NEITHER: Truth = { yes: 0, no: 0 };

function truth(value: boolean): Truth {
  return value ? YES : NO;
}

/** Whether something is there, as a text: that of `false` is. */
function isThere(content: StoredContent): Truth {
  return truth(content.kind !== 'absent' && !(content.kind === 'literal' && content.value === ''));
}

/** `yes`, or `marketing:true` for a member of a record. */
function equals(content: StoredContent, text: string, truthOf: (guard: Guard) => Truth): Truth | undefined {
  switch (content.kind) {
    case 'absent':
      return NO;
    case 'literal':
      return truth(isText(content.value, text) || hasPart(String(content.value), text));
    case 'record': {
      const { path, value } = splitMember(text);
      if (value === undefined) return undefined;
      return ofMember(content, path, truthOf, (one) =>
        one.kind === 'absent'
          ? NO
          : one.kind === 'literal'
            ? truth(isText(one.value, value))
            : one.kind === 'something'
              ? undefined
              : NO,
      );
    }
    default:
      return undefined;
  }
}

/** A part of a text, a member of a record that says yes, or an entry of a list. */
function contains(content: StoredContent, text: string, truthOf: (guard: Guard) => Truth): Truth | undefined {
  const words = /^[\w.-]{1,80}(?:[ :=]"?[\w.-]{0,80}"?)?$/.test(text);
  switch (content.kind) {
    case 'absent':
      return NO;
    case 'literal':
      return words ? truth(String(content.value).includes(text)) : undefined;
    case 'list':
      return words ? holds(content, text, truthOf) : undefined;
    case 'record': {
      if (!words) return undefined;
      const [path = '', needle] = text.split(' ', 2);
      if (needle === undefined && /[:=]/.test(text)) return equals(content, text, truthOf);
      return ofMember(content, path, truthOf, (one) =>
        needle === undefined ? isYes(one) : contains(one, needle, truthOf),
      );
    }
    default:
      return undefined;
  }
}

function holds(
  { items, open }: Extract<StoredContent, { kind: 'list' }>,
  text: string,
  truthOf: (guard: Guard) => Truth,
): Truth | undefined {
  let found: Truth = NO;
  for (const item of items) {
    const one = each(item, truthOf, (entry) =>
      entry.kind === 'literal' ? truth(isText(entry.value, text)) : entry.kind === 'absent' ? NO : undefined,
    );
    if (!one) return undefined;
    found = { yes: stronger(found.yes, one.yes), no: weaker(found.no, one.no) };
  }
  return open && found.yes === 0 ? undefined : found;
}

/** Whether a member of a record counts as true. */
function isYes(content: StoredContent): Truth | undefined {
  if (content.kind === 'absent') return NO;
  return content.kind === 'literal' ? truth(Boolean(content.value)) : content.kind === 'something' ? undefined : YES;
}

function ofMember(
  content: StoredContent,
  path: string,
  truthOf: (guard: Guard) => Truth,
  ask: (content: StoredContent) => Truth | undefined,
): Truth | undefined {
  return each(content, truthOf, (one) => {
    if (path === '') return ask(one);
    if (one.kind !== 'record') return one.kind === 'something' ? undefined : NO;
    const [name = '', ...rest] = path.split('.');
    const member = one.members.get(name);
    if (!member) return one.open ? undefined : NO;
    return ofMember(member, rest.join('.'), truthOf, ask);
  });
}

function splitMember(text: string): { readonly path: string; readonly value: string | undefined } {
  const at = text.search(/[:=]/);
  return at < 0
    ? { path: text, value: undefined }
    : { path: text.slice(0, at), value: text.slice(at + 1).replace(/"/g, '') };
}

/** Whether a text of several parts (`stats=1&ads=0`, `stats:1|ads:0`) has a part that a test names. */
function hasPart(value: string, text: string): boolean {
  const { path, value: wanted } = splitMember(text);
  if (wanted === undefined || value.length > 2000) return false;
  return value.split(/[&,;|]/).some((part) => {
    const one = splitMember(part.trim());
    return one.path === path && one.value === wanted;
  });
}

/** What is read of a store is a text, and compared loosely: with `1`, with `true`. */
function isText(value: Literal, text: string): boolean {
  return String(value) === text;
}
