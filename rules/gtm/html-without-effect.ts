import type { Flaw } from '../../src/model/entity.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/html-without-effect',
    title: 'A Custom HTML tag that does nothing',
    severity: 'warning',
    needs: ['entities'],
    law: [],
  },
  check(unit, context) {
    for (const { name, live, flaws } of unit.entities) {
      if (!live) continue;
      for (const flaw of flaws) {
        if (flaw.kind !== 'without-effect') continue;
        context.report({
          message: `“${name}” ${WHAT[flaw.why]}.`,
          why: WHY[flaw.why],
          remedy: flaw.why === 'bare-code' ? 'Put <script> and </script> around the code.' : 'Delete the tag.',
          location: flaw.location,
          severity: 'warning',
          certainty: flaw.why === 'bare-code' ? 'likely' : 'certain',
          entity: name,
          subject: name,
          trail: [],
          law: rule.meta.law,
        });
      }
    }
  },
};

type Why = Extract<Flaw, { kind: 'without-effect' }>['why'];

const FIRES = 'It fires and does nothing, and looks in every list as if something were in use.';

const WHAT: Readonly<Record<Why, string>> = {
  empty: 'holds no markup',
  comment: 'holds nothing but comments',
  noscript: 'holds nothing but a noscript element',
  'bare-code': 'holds code without a script element',
};

const WHY: Readonly<Record<Why, string>> = {
  empty: FIRES,
  comment: FIRES,
  noscript: 'A script inserts the markup, so the visitor’s browser runs scripts and never shows what stands in it.',
  'bare-code': 'The code does not run: it is inserted into the page as text.',
};
