/** Conditions of server-side templates as guards: a condition about consent is a gate, one about anything else is none. */
import { ALWAYS, and, atom, condition, type Guard, not, or } from '../model/guard.ts';
import type { TemplateBranch, TemplateLanguage, TemplateScan } from '../parse/template/index.ts';
import { type Location, locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import type { SiteGates } from './gates/site-gates.ts';
import { categoryOfWord, isConsentWord, isRefusalWord, topicOf } from './machine/names.ts';
import { constantOf, readCondition } from './template-condition.ts';
import { definitionOf } from './template-variables.ts';

/** The guard at an offset of a template: all branches around it that lie inside `[from, to)`. */
export function templateGuards(source: Source, scan: TemplateScan, gates?: SiteGates): (offset: number) => Guard {
  return (offset) => {
    const branches = scan.branchesAt(offset);
    return branches.length === 0 ? ALWAYS : and(...branches.map((branch) => branchGuard(source, branch, gates)));
  };
}

/** A switch of the theme that says whether there is a banner at all: `settings.show_cookie_banner`. */
const BANNER_SETTING =
  /^[\w.$>-]{0,80}(?:settings?|config|theme|params|options?|section|block)[\w.$>-]{0,80}cookie[\w.-]{0,20}(?:banner|bar|notice|popup|prompt)[\w.-]{0,20}$/i;

const KNOWN = new WeakMap<TemplateBranch, Guard>();

/** The guard of a branch; the same object whoever asks. */
export function branchGuard(source: Source, branch: TemplateBranch, gates?: SiteGates): Guard {
  let guard = KNOWN.get(branch);
  if (!guard) {
    guard = guardOf(source, branch, gates);
    KNOWN.set(branch, guard);
  }
  return guard;
}

/** One guard for one condition of a statement: its branches then exclude each other by identity. */
const CONDITIONS = new WeakMap<Source, Map<string, Guard>>();

/** What a page wraps around its banner is no gate. */
const BANNER = /banner|popup|modal|dialog|notice|bar$|overlay|widget|settings|form/i;

function guardOf(source: Source, branch: TemplateBranch, gates: SiteGates | undefined): Guard {
  if (branch.kind === 'other' && branch.custom) return blockGuard(source, branch, gates);
  if (branch.kind !== 'if') return ALWAYS;
  const known = CONDITIONS.get(source) ?? new Map<string, Guard>();
  CONDITIONS.set(source, known);
  const conditionOf = (text: string): Guard => {
    const key = `${branch.group} ${text}`;
    const guard = known.get(key) ?? serverCondition(text, at, { source, language: branch.language, gates });
    known.set(key, guard);
    return guard;
  };
  const at = locationOf(source, {
    start: branch.conditionStart ?? branch.start,
    end: (branch.conditionStart ?? branch.start) + (branch.condition?.length ?? 0),
  });
  const parts: Guard[] = branch.excluded.map(({ condition: text, negated }) => {
    const guard = conditionOf(text);
    return negated ? guard : not(guard);
  });
  if (branch.condition !== undefined) {
    const guard = conditionOf(branch.condition);
    parts.push(branch.negated ? not(guard) : guard);
  }
  return and(...parts);
}

/** A block tag of the site's own whose name speaks of consent: `{% consent 'ads' %}`, `<@consent category="ads">`. */
function blockGuard(source: Source, branch: TemplateBranch, gates: SiteGates | undefined): Guard {
  const at = locationOf(source, { start: Math.max(0, branch.start - 1), end: branch.start });
  const declared = gates?.test(branch.header, undefined, at);
  if (declared) return declared;
  const name = /^[\w:.-]+/.exec(branch.header)?.[0] ?? '';
  if (BANNER.test(name) || topicOf(name) !== 'consent') return ALWAYS;
  const category = categoryOfWord(branch.header);
  return atom({ kind: 'consent', cmp: 'server', category, word: branch.header.slice(0, 80) }, at);
}

/** The guard of a condition of the branch's language; names that the template sets itself stand for what they are set to. */
function serverCondition(text: string, at: Location, place: Place, depth = 0): Guard {
  return readCondition(text, place.language, at, (subject, value) => leaf(subject, value, at, place, depth));
}

/** Where a condition stands. */
interface Place {
  readonly source: Source;
  readonly language: TemplateLanguage;
  readonly gates: SiteGates | undefined;
}

/** What a template's expression says, compared with a literal or asked whether it is there. */
function leaf(subject: string, value: string | undefined, at: Location, place: Place, depth: number): Guard {
  const constant = value === undefined ? constantOf(subject) : undefined;
  if (constant !== undefined) return constant;
  const declared = place.gates?.test(subject, value, at);
  if (declared) return declared;
  const empty = value !== undefined && EMPTY.test(value);
  // Whether a function or class is there says nothing of a choice.
  if (/^(?:function_exists|is_callable|class_exists|method_exists|defined\?? )\s*\(/.test(subject))
    return condition('free', subject, at);
  const asked = EMPTINESS.exec(subject);
  if (asked) {
    const negative = asked[1] !== undefined || asked[2] !== undefined;
    const inner = leaf(subject.slice(asked[0].length).replace(/\s*\)$/, ''), undefined, at, place, depth + 1);
    return empty === negative ? not(inner) : inner;
  }
  if (/\.(?:blank|nil|empty|isEmpty|isBlank)\b/.test(subject)) {
    const inner = leaf(
      subject.replace(/\.(?:blank|nil|empty|isEmpty|isBlank)\b.*$/g, ''),
      undefined,
      at,
      place,
      depth + 1,
    );
    return empty ? inner : not(inner);
  }
  const variable = /^\$?(\w+)(?:\s*\|\s*\w+)?$/.exec(subject)?.[1];
  const definition = variable === undefined || depth >= 3 ? undefined : definitionOf(place.source, variable);
  if (definition !== undefined) {
    const plain = value === undefined || /^(?:true|1|false|0)$/i.test(value);
    const whole = plain ? definition : `${definition} == '${value.replaceAll("'", '')}'`;
    const guard = serverCondition(whole, at, place, depth + 1);
    return empty ? not(guard) : guard;
  }
  if (BANNER_SETTING.test(subject)) return empty ? not(condition('free', subject, at)) : condition('free', subject, at);
  const topic = topicOf(subject);
  if (
    /cookies?\b|_COOKIE|COOKIES/i.test(subject) &&
    (topic !== 'free' || value !== undefined || /[[.(]/.test(subject))
  ) {
    return cookieCondition(subject, value, empty, at);
  }
  if (topic === 'opt-out') return empty ? not(condition('opt-out', subject, at)) : condition('opt-out', subject, at);
  if (topic === 'unresolved') return condition('unresolved', subject, at);
  if (topic === 'consent') {
    if (value !== undefined && isRefusalWord(value)) return condition('opt-out', `${subject} ${value}`, at);
    const fallback = /\?\?\s*["']?([\w-]+)|,\s*(true|["']?(?:1|yes|granted|accepted)["']?)\s*\)$/i.exec(subject);
    const stands = fallback?.[1] ?? fallback?.[2];
    if (value === undefined && stands !== undefined && !EMPTY.test(stands)) {
      // Where nothing is stored, or the platform is not there, the fallback lets it through.
      return /\?\./.test(subject) ? condition('unresolved', subject, at) : not(condition('opt-out', subject, at));
    }
    // A server-side condition about consent is a gate (design, *Before consent*).
    const gate = atom(
      { kind: 'consent', cmp: 'server', category: categoryOfWord(subject), word: subject.slice(0, 80) },
      at,
    );
    return empty ? not(gate) : gate;
  }
  if (value !== undefined && isConsentWord(value) && /status|choice|track/i.test(subject))
    return condition('consent', `${subject} ${value}`, at);
  const free = condition('free', subject, at);
  return empty ? not(free) : free;
}

/** `empty(x)`, `string.IsNullOrEmpty(x)`; the groups are those of the opposite. */
const EMPTINESS =
  /^(?:[\w#.$@]{0,40}\.)?(?:empty|is_null|isNull|IsNullOrEmpty|IsNullOrWhiteSpace|isEmpty|isBlank|(isNotEmpty)|(isNotBlank))\s*\(\s*/;
const EMPTY = /^(?:nil|null|none|blank|empty|false|0|)$/i;

/** A cookie that the server reads: absent on a first visit, unless a fallback stands in for it. */
function cookieCondition(subject: string, value: string | undefined, empty: boolean, at: Location): Guard {
  const asks = subject.split('??')[0] ?? subject;
  const key = /["']([^"']+)["']/.exec(asks)?.[1] ?? /:(\w+)|cookies?\??\.([\w-]+)/i.exec(asks)?.slice(1).find(Boolean);
  if (/^(?:str_contains|stri?pos|strstr|preg_match)\s*\(/.test(subject)) {
    const text = subject
      .match(/["'][^"']*["']/g)
      ?.map((quoted) => quoted.slice(1, -1))
      .findLast((one) => one !== '' && one !== key);
    const contains = atom(
      { kind: 'storage', store: 'cookie', key, test: 'contains', ...(text === undefined ? {} : { text }) },
      at,
    );
    return empty ? not(contains) : contains;
  }
  const present = atom({ kind: 'storage', store: 'cookie', key, test: 'present' }, at);
  const asked =
    value === undefined || empty
      ? present
      : atom({ kind: 'storage', store: 'cookie', key, test: 'equals', text: value }, at);
  // A default: `get('consent', 'true')`, `?? '1'`, `|default('granted')`.
  const fallback = /(?:\?\?|\bdefault\s*[:(]|,)\s*["']?([\w-]+)/i.exec(subject)?.[1];
  const stands =
    fallback !== undefined &&
    (value === undefined || empty ? !EMPTY.test(fallback) : fallback.toLowerCase() === value.toLowerCase());
  const guard = stands ? or(not(present), asked) : asked;
  return empty ? not(guard) : guard;
}
