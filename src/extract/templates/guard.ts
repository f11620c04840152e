/** Conditions of server-side templates as guards: a condition about consent is a gate, one about anything else is none. */
import { ALWAYS, and, type Guard, not } from '../../model/guard.ts';
import type { TemplateBranch, TemplateScan } from '../../parse/template/index.ts';
import { locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import type { SiteGates } from '../gates/site-gates.ts';
import { topicOf } from '../machine/names.ts';
import { serverConsent } from './named-answer.ts';
import { serverCondition } from './question.ts';

/** The guard at an offset of a template: all branches around it that lie inside `[from, to)`. */
export function templateGuards(source: Source, scan: TemplateScan, gates?: SiteGates): (offset: number) => Guard {
  return (offset) => {
    const branches = scan.branchesAt(offset);
    return branches.length === 0 ? ALWAYS : and(...branches.map((branch) => branchGuard(source, branch, gates)));
  };
}

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
  return serverConsent(branch.header, at);
}
