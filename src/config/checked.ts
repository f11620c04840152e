/** Checks a document against a schema, and says what is wrong in words: each mistake with its place, and what was meant. */
import { z } from 'zod';
import { didYouMean } from '../text/nearest.ts';
import { type ConfigDocument, ConfigError, type Path } from './document.ts';

/**
 * @param what how messages call the document as a whole
 * @throws ConfigError with a line for each mistake: file, line, column, and what is expected
 */
export function checked<T>(document: ConfigDocument, schema: z.ZodType<T>, what: string): T {
  const { success, data, error } = schema.safeParse(document.data, { reportInput: true });
  if (success) return data;
  const lines = error.issues.flatMap(meant).flatMap((issue): string[] => {
    const name = issue.path.length === 0 ? what : issue.path.map(String).join('.');
    if (issue.code !== 'unrecognized_keys') return [`${document.value(issue.path)}: ${wrongValue(issue, name)}`];
    return issue.keys.map((key) => {
      const hint = didYouMean(key, keysAt(schema, issue.path));
      return `${document.key([...issue.path, key])}: ${JSON.stringify(key)} is no key of ${name}${hint}`;
    });
  });
  throw new ConfigError(lines.join('\n'));
}

/** Of a value that may be of several kinds, what is wrong with the kind that was meant. */
function meant(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const within = issue.errors.find((errors) => errors.some(({ path }) => path.length > 0));
  const alone = issue.errors.flat().filter(({ code }) => code === 'invalid_value' || code === 'invalid_format');
  if (!within && alone.length === 0) return [issue];
  const [first, ...others] = within ?? alone;
  if (!first) return [issue];
  // Several lists of words are one question.
  const merged =
    !within && first.code === 'invalid_value'
      ? [
          {
            ...first,
            values: [...alone.flatMap((one) => (one.code === 'invalid_value' ? one.values : [])), ...orLists(issue)],
          },
        ]
      : [first, ...others];
  return merged.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}

/** What else the value may be. */
function orLists({ errors }: z.core.$ZodIssueInvalidUnion): string[] {
  const isList = errors.flat().some((one) => one.code === 'invalid_type' && one.expected === 'array');
  return isList ? ['a list'] : [];
}

function wrongValue(issue: z.core.$ZodIssue, name: string): string {
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (issue.input === undefined) return `${name} is missing: expected ${orList(values)}`;
      return `${name} is ${JSON.stringify(issue.input)}, expected ${orList(values)}${didYouMean(String(issue.input), values)}`;
    }
    case 'invalid_type':
      return issue.input === undefined
        ? `${name} is missing`
        : `${name}: expected ${WORDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `${name} is empty`;
    case 'custom':
      return `${name} ${issue.message}`;
    case 'invalid_union':
      return `${name}: expected another kind of value`;
    default:
      return `${name}: ${issue.message}`;
  }
}

/** The keys that may stand in the place of one that may not. */
function keysAt(schema: unknown, path: Path): readonly string[] {
  let at = unwrapped(schema);
  for (const step of path) {
    if (at instanceof z.ZodObject) at = unwrapped((at.shape as Readonly<Record<string, unknown>>)[String(step)]);
    else if (at instanceof z.ZodArray) at = unwrapped(at.element);
    else if (at instanceof z.ZodRecord) at = unwrapped(at.valueType);
    else return [];
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional) return unwrapped(schema.unwrap());
  if (!(schema instanceof z.ZodUnion)) return schema;
  return schema.options.map(unwrapped).find((one) => one instanceof z.ZodObject) ?? schema;
}

const WORDS: Readonly<Record<string, string>> = {
  object: 'keys with values',
  record: 'keys with values',
  array: 'a list',
  string: 'a text',
  number: 'a number',
};

function orList(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
