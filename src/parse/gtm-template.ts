/**
 * Reads the text of a custom template of Tag Manager (`template.tpl`, or `templateData` inside an export): sections behind
 * headings such as `___INFO___`. Never throws; what is broken is a problem with its offset.
 */
import { parseJson } from '../text/json-error.ts';
import type { JsonPath } from '../text/json-positions.ts';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/offset-map.ts';

const SECTIONS = [
  'TERMS_OF_SERVICE',
  'INFO',
  'TEMPLATE_PARAMETERS',
  'SANDBOXED_JS_FOR_WEB_TEMPLATE',
  'SANDBOXED_JS_FOR_SERVER',
  'WEB_PERMISSIONS',
  'SERVER_PERMISSIONS',
  'TESTS',
  'NOTES',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** A section: `start` to `end` is what stands behind its heading, which begins at `heading`. */
export interface Section extends Span {
  readonly name: SectionName;
  readonly heading: number;
  /** The heading as it stands there, where it is not spelt as Tag Manager spells it. */
  readonly misspelt?: string;
}

export interface TemplateProblem {
  readonly message: string;
  readonly offset: number;
}

/** A field of the template, with what it holds where nobody fills it in. */
export interface TemplateParameter {
  readonly name: string;
  /** What the interface says beside it. */
  readonly label: string;
  /** TEXT, CHECKBOX, SELECT, RADIO, SIMPLE_TABLE, PARAM_TABLE. */
  readonly type: string;
  /** What the interface puts there at first; undefined where it leaves the field empty. */
  readonly initial: unknown;
  /** The interface does not let it stay empty. */
  readonly required: boolean;
  /** Shown only where one of them holds; empty where it is always shown. */
  readonly conditions: readonly TemplateCondition[];
  /** The fields in whose conditions it stands, those around it included. */
  readonly shownBy: readonly string[];
  /** What a list or a set of buttons offers. */
  readonly choices: readonly string[];
  /** Path of the field in the section. */
  readonly path: JsonPath;
}

export interface TemplateCondition {
  readonly parameter: string;
  readonly value: unknown;
  /** EQUALS, NOT_EQUALS, PRESENT … */
  readonly operator: string;
}

export interface TemplateText {
  readonly sections: ReadonlyMap<SectionName, Section>;
  /** Headings that come again: only the first of them counts. */
  readonly repeated: readonly Section[];
}

type Json = Readonly<Record<string, unknown>>;

const MAX_PARAMETERS = 2_000;
const MAX_DEPTH = 12;
const MAX_REPEATED = 20;
/** A line that looks like a heading, spelt well or not. Other headings are met as well: `___VENDOR_DETAILS___`. */
const HEADING = /^\uFEFF?[ \t]{0,40}(_{2,5})([A-Za-z][A-Za-z_ -]{1,60}?)(_{2,5})[ \t]*\r?$/gm;

/**
 * The sections of a template, in whatever order. A heading stands alone on its line; one that is not known is a line of code,
 * where code stands. One that is not spelt quite right is read as what is meant.
 */
export function templateText(text: string): TemplateText {
  const sections = new Map<SectionName, Section>();
  const repeated: Section[] = [];
  let open: Omit<Section, 'end'> | undefined;
  const close = (end: number): void => {
    if (!open) return;
    const section = { ...open, end };
    if (!sections.has(open.name)) sections.set(open.name, section);
    else if (repeated.length < MAX_REPEATED) repeated.push(section);
  };
  for (const match of text.matchAll(HEADING)) {
    const [line, before, word = '', after] = match;
    const exact = before === '___' && after === '___' ? SECTIONS.find((one) => one === word) : undefined;
    const inCode = open?.name.startsWith('SANDBOXED_JS') === true;
    const name =
      exact ??
      meant(
        word,
        open?.name,
        inCode ? text.slice(match.index + line.length, match.index + line.length + 200) : undefined,
      );
    if (!name && (inCode || before !== '___' || !/^[A-Z_]+$/.test(word))) continue;
    close(match.index);
    const found = name && { name, heading: match.index, start: match.index + line.length };
    open = found && !exact ? { ...found, misspelt: line.trim().slice(0, 100) } : found;
  }
  close(text.length);
  return { sections, repeated };
}

/**
 * The section that a misspelt heading means.
 *
 * @param behind what follows, where it stands among lines of code
 */
function meant(word: string, inside: SectionName | undefined, behind: string | undefined): SectionName | undefined {
  const name = word.toUpperCase().replaceAll(/[ -]/g, '_');
  // People emphasise words in what they write.
  if ((inside === 'NOTES' || inside === 'TERMS_OF_SERVICE') && name !== word) return undefined;
  const known = SECTIONS.find((one) => one === name);
  if (known) return known;
  if (/^SANDBOXED_JS(?:_|$)/.test(name))
    return name.includes('SERVER') ? 'SANDBOXED_JS_FOR_SERVER' : 'SANDBOXED_JS_FOR_WEB_TEMPLATE';
  const near = nearest(name, SECTIONS);
  const found = SECTIONS.find((one) => one === near);
  if (!found || behind === undefined) return found;
  return (found === 'TESTS' ? /^\s*(?:scenarios|setup)\s*:/ : /^\s*[[{]/).test(behind) ? found : undefined;
}

/** The value of a section that holds JSON; undefined where it is missing, empty or broken. */
export function sectionJson(text: string, section: Section | undefined): unknown {
  if (!section) return undefined;
  const parsed = parseJson(text.slice(section.start, section.end));
  return parsed.ok ? parsed.value : undefined;
}

/** What keeps a template from being read: sections that are missing, repeated or no JSON. */
export function templateProblems(text: string, { sections, repeated }: TemplateText): TemplateProblem[] {
  const problems: TemplateProblem[] = repeated.map(({ name, heading }) => ({
    message: `the section ${name} stands here again; the first one counts`,
    offset: heading,
  }));
  for (const { name, misspelt, heading } of sections.values())
    if (misspelt !== undefined)
      problems.push({ message: `the heading ${misspelt} is read as ___${name}___`, offset: heading });
  if (!sections.has('INFO')) problems.push({ message: 'the template has no section INFO', offset: 0 });
  for (const name of ['INFO', 'TEMPLATE_PARAMETERS', 'WEB_PERMISSIONS', 'SERVER_PERMISSIONS'] as const) {
    const section = sections.get(name);
    const content = section && text.slice(section.start, section.end);
    if (!section || content === undefined || (name !== 'INFO' && content.trim() === '')) continue;
    const parsed = parseJson(content);
    if (!parsed.ok)
      problems.push({
        message: `invalid JSON in the section ${name}: ${parsed.error.message}`,
        offset: Math.min(section.start + parsed.error.offset, Math.max(section.end - 1, section.start)),
      });
  }
  if (!sections.has('SANDBOXED_JS_FOR_WEB_TEMPLATE') && !sections.has('SANDBOXED_JS_FOR_SERVER'))
    problems.push({ message: 'the template has no section with code', offset: Math.max(0, text.trimEnd().length - 1) });
  return problems;
}

/** The fields of a template, those inside groups included. */
export function templateParameters(section: unknown): TemplateParameter[] {
  const found: TemplateParameter[] = [];
  collect(section, [], NOTHING_AROUND, found, 0);
  return found;
}

interface Around {
  readonly conditions: readonly TemplateCondition[];
  readonly shownBy: readonly string[];
}

const NOTHING_AROUND: Around = { conditions: [], shownBy: [] };

function collect(list: unknown, path: JsonPath, around: Around, found: TemplateParameter[], depth: number): void {
  if (!Array.isArray(list) || depth > MAX_DEPTH) return;
  for (const [index, entry] of list.entries()) {
    const raw = record(entry);
    if (!raw || found.length >= MAX_PARAMETERS) continue;
    const at = [...path, index];
    const type = text(raw.type);
    const own = conditionsOf(raw.enablingConditions);
    const conditions = own.length > 0 ? own : around.conditions;
    const shownBy = [...around.shownBy, ...own.map(({ parameter }) => parameter)];
    const name = text(raw.name);
    if (name !== '' && type !== 'GROUP' && type !== 'LABEL')
      found.push({
        name,
        label: `${text(raw.displayName)} ${text(raw.checkboxText)}`.trim(),
        type,
        initial: initialOf(type, raw),
        required: isRequired(raw),
        conditions,
        shownBy,
        choices: [...items(raw.selectItems), ...items(raw.radioItems)].map(({ value }) => String(value)),
        path: at,
      });
    collect(raw.subParams, [...at, 'subParams'], { conditions, shownBy }, found, depth + 1);
    for (const [item, choice] of items(raw.radioItems).entries()) {
      const inside = [{ parameter: name, value: choice.value, operator: 'EQUALS' }];
      const below = { conditions: inside, shownBy: [...shownBy, name] };
      collect(choice.subParams, [...at, 'radioItems', item, 'subParams'], below, found, depth + 1);
    }
  }
}

/** A list shows its first entry and a box is empty where nothing says otherwise. */
function initialOf(type: string, raw: Json): unknown {
  if (raw.defaultValue !== undefined) return raw.defaultValue;
  if (type === 'CHECKBOX') return false;
  if (type === 'RADIO') return items(raw.radioItems)[0]?.value;
  if (type === 'SELECT') return raw.notSetText === undefined ? items(raw.selectItems)[0]?.value : undefined;
  return undefined;
}

function isRequired({ valueValidators }: Json): boolean {
  return items(valueValidators).some(({ type }) => /^(?:NON_EMPTY|POSITIVE_NUMBER|STRING_LENGTH)$/.test(text(type)));
}

function conditionsOf(value: unknown): TemplateCondition[] {
  return items(value)
    .slice(0, 50)
    .map((raw) => ({ parameter: text(raw.paramName), value: raw.paramValue, operator: text(raw.type) || 'EQUALS' }));
}

function items(value: unknown): Json[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): Json[] => {
    const raw = record(entry);
    return raw ? [raw] : [];
  });
}

function record(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
