/** What of a value is known once it is stored. */
import type { StoredContent } from '../extracted.ts';
import { type MValue, UNDEF } from './values.ts';

const MAX_DEPTH = 5;
const MAX_ENTRIES = 60;

const SOMETHING: StoredContent = { kind: 'something' };
const YES: StoredContent = { kind: 'literal', value: true };
const NO: StoredContent = { kind: 'literal', value: false };

/** What is stored of a value; objects change later, so it is taken down now. */
export function contentOf(value: MValue): StoredContent {
  if (value === UNDEF) return { kind: 'absent' };
  const content = inside(value, 0);
  if (content.kind !== 'literal' || typeof content.value !== 'string' || !/^\s*[{[]/.test(content.value))
    return content;
  return fromJson(content.value) ?? content;
}

function inside(value: MValue, depth: number): StoredContent {
  if (depth > MAX_DEPTH) return SOMETHING;
  switch (value.t) {
    case 'lit':
      return { kind: 'literal', value: value.v };
    case 'bool':
      return { kind: 'choice', guard: value.guard, yes: YES, no: NO };
    case 'ite':
      return {
        kind: 'choice',
        guard: value.guard,
        yes: inside(value.yes, depth + 1),
        no: inside(value.no, depth + 1),
      };
    case 'obj': {
      const members = new Map<string, StoredContent>();
      for (const [key, inner] of [...value.props].slice(0, MAX_ENTRIES)) members.set(key, inside(inner, depth + 1));
      return { kind: 'record', members, open: value.rest.length > 0 || value.props.size > MAX_ENTRIES };
    }
    case 'arr': {
      const items = value.items.slice(0, MAX_ENTRIES).map((item, index): StoredContent => {
        const here = value.when?.[index];
        const content = inside(item, depth + 1);
        return here ? { kind: 'choice', guard: here, yes: content, no: { kind: 'absent' } } : content;
      });
      return { kind: 'list', items, open: value.open || value.items.length > MAX_ENTRIES };
    }
    case 'text':
      return value.parts.every((part) => typeof part === 'string')
        ? { kind: 'literal', value: value.parts.join('') }
        : SOMETHING;
    default:
      return SOMETHING;
  }
}

function fromJson(text: string): StoredContent | undefined {
  try {
    return parsed(JSON.parse(text), 0);
  } catch {
    return undefined;
  }
}

function parsed(value: unknown, depth: number): StoredContent {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'literal', value };
  if (depth > MAX_DEPTH || typeof value !== 'object') return SOMETHING;
  if (Array.isArray(value))
    return { kind: 'list', items: value.slice(0, MAX_ENTRIES).map((one) => parsed(one, depth + 1)), open: false };
  const entries = Object.entries(value).slice(0, MAX_ENTRIES);
  return { kind: 'record', members: new Map(entries.map(([key, one]) => [key, parsed(one, depth + 1)])), open: false };
}
