import type { Entity, Flaw } from '../../src/model/entity.ts';
import { removalOf } from '../../src/model/json-repairs.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/html-without-effect',
    title: 'A Custom HTML tag that does nothing',
    severity: 'warning',
    needs: ['entities'],
    law: [],
    repair: 'safe',
  },
  check(unit, context) {
    for (const entity of unit.entities) {
      const { name, live, flaws } = entity;
      if (!live) continue;
      for (const flaw of flaws) {
        if (flaw.kind !== 'without-effect') continue;
        const repair = flaw.why !== 'bare-code' && doesNothing(entity) ? removalOf(entity) : undefined;
        context.report({
          message: WHAT[flaw.why](name),
          why: WHY[flaw.why],
          remedy: flaw.why === 'bare-code' ? say`Put <script> and </script> around the code.` : say`Delete the tag.`,
          location: flaw.location,
          severity: 'warning',
          certainty: flaw.why === 'bare-code' ? 'likely' : 'certain',
          entity: name,
          subject: name,
          ...(repair && { fix: repair }),
          trail: [],
          law: rule.meta.law,
        });
      }
    }
  },
};

/** Nothing depends on its firing: no sequence, and no listener of the page that is there for its triggers alone. */
function doesNothing({ uses, usedBy }: Entity): boolean {
  return (
    usedBy.length === 0 &&
    uses.every(({ role, target }) => {
      if (role === 'set-up' || role === 'clean-up') return false;
      return role !== 'firing' || !target || ALONE.has(target.type) || target.usedBy.length > 1;
    })
  );
}

/** Triggers that put no listener into the page. */
const ALONE: ReadonlySet<string> = new Set([
  'CONSENT_INIT',
  'INIT',
  'PAGEVIEW',
  'DOM_READY',
  'WINDOW_LOADED',
  'CUSTOM_EVENT',
]);

type Why = Extract<Flaw, { kind: 'without-effect' }>['why'];

const FIRES = say`It fires and does nothing, and looks in every list as if something were in use.`;

const WHAT: Readonly<Record<Why, (name: string) => Phrase>> = {
  empty: (name) => say`“${name}” holds no markup.`,
  comment: (name) => say`“${name}” holds nothing but comments.`,
  noscript: (name) => say`“${name}” holds nothing but a noscript element.`,
  'bare-code': (name) => say`“${name}” holds code without a script element.`,
};

const WHY: Readonly<Record<Why, Phrase>> = {
  empty: FIRES,
  comment: FIRES,
  noscript: say`A script inserts the markup, so the visitor’s browser runs scripts and never shows what stands in it.`,
  'bare-code': say`The code does not run: it is inserted into the page as text.`,
};
