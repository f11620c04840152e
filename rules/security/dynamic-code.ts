import type { DynamicCode } from '../../src/model/dynamic-code.ts';
import { entityTitle } from '../../src/model/evidence.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'security/dynamic-code',
    title: 'A tag runs code that stands in no file',
    severity: 'warning',
    needs: ['dynamic'],
    law: ['GDPR-32', 'GDPR-28'],
  },
  check(unit, context) {
    for (const code of unit.dynamic) {
      if (!isTag(code, unit)) continue;
      const { form, entity, location } = code;
      // An address that begins with a setting or a template’s base path may well be the site's own.
      const isPossible = form === 'write' && !code.known;
      context.report({
        message: entity ? say`${entityTitle(entity)}: ${WHAT[form]}` : WHAT[form],
        why: say`What it does can change without a change of the site, and no review, scan or integrity hash sees it; whoever controls where the text comes from controls the page.`,
        remedy: REMEDY[form],
        location,
        severity: entity?.paused || !code.reached || isPossible ? 'note' : 'warning',
        certainty: isPossible ? 'possible' : 'certain',
        ...(entity ? { entity: entity.name } : {}),
        subject: `${form} ${entity?.name ?? ''}`.trim(),
        trail: [],
        law: rule.meta.law,
      });
    }
  },
};

const WHAT: Readonly<Record<DynamicCode['form'], Phrase>> = {
  eval: say`eval runs a text as code.`,
  constructor: say`new Function makes code out of a text.`,
  timer: say`A timer is handed a text that is put together at run time, and runs it as code.`,
  write: say`document.write puts a script from elsewhere into the page.`,
  inserted: say`A script element is filled with what was fetched.`,
};

const REMEDY: Readonly<Record<DynamicCode['form'], Phrase>> = {
  eval: say`Write the code out; parse data with JSON.parse.`,
  constructor: say`Write the function out; parse data with JSON.parse.`,
  timer: say`Hand the timer a function.`,
  write: say`Make a script element with a fixed address, async and, where the file does not change, with an integrity hash.`,
  inserted: say`Load the script by its address, so that the page’s security policy and an integrity hash hold for it.`,
};

/** Marks that bundlers and libraries leave in their files. */
const BUNDLED =
  /__webpack_require__|webpackJsonp|webpackChunk|parcelRequire|System\.register\(|sourceMappingURL=|@license|\/\*!/;
const MAX_LINE = 400;
const MAX_INLINE = 30_000;

/** A tag, a loader, a snippet: what somebody wrote for this site. Libraries and bundles have their own reasons. */
function isTag({ location, entity }: DynamicCode, unit: Unit): boolean {
  const { source } = location;
  const { text } = source;
  if (text.length > MAX_INLINE && isMinified(text)) return false;
  if (entity) return true;
  if (source.root !== source) return !BUNDLED.test(text.slice(0, 2000));
  // A file of its own is looked at where it holds a tag.
  const holdsTag = unit.activities.some(({ location: at }) => at.source.root === source);
  return holdsTag && !isMinified(text) && !BUNDLED.test(text);
}

function isMinified(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > MAX_LINE;
}
