import { entityFirst, theEntity } from '../../src/model/entity-words.ts';
import { say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/invalid-pattern',
    title: 'A regular expression that nothing can match',
    severity: 'warning',
    needs: ['entities'],
    law: ['GDPR-32'],
  },
  check(unit, context) {
    for (const entity of unit.entities) {
      if (!entity.live) continue;
      for (const flaw of entity.flaws) {
        if (flaw.kind !== 'pattern') continue;
        const users = entity.usedBy.slice(0, 6);
        const byRe2 = flaw.refusedBy === 're2';
        context.report({
          message: byRe2
            ? say`${entityFirst(entity)} asks for the regular expression ${shown(flaw.pattern)}, which RE2 cannot read: ${flaw.why}.`
            : say`${entityFirst(entity)} asks for the regular expression ${shown(flaw.pattern)}, which cannot be read: ${flaw.why}.`,
          why: byRe2 ? ONLY_BROWSERS : flaw.negated ? UNDECIDED : MATCHES_NOTHING,
          remedy: byRe2
            ? say`Write two conditions instead, one for what must be there and one, negated, for what must not.`
            : /^\*|\|\*|\(\*/.test(flaw.pattern)
              ? say`Write .* for any characters and \\. for a dot; * alone is no wildcard here.`
              : say`Repair the expression: a character that is meant literally needs a backslash in front.`,
          location: flaw.location,
          severity: 'warning',
          certainty: byRe2 ? 'possible' : 'certain',
          entity: entity.name,
          subject: `${entity.name} ${flaw.pattern}`,
          trail: users.map(({ kind, name, location }) => ({
            message: say`used by ${theEntity({ kind, name })}`,
            location,
          })),
          law: rule.meta.law,
        });
      }
    }
  },
};

const MATCHES_NOTHING = say`It matches nothing, so what hangs on it never happens: tags that wait for it do not fire, exceptions with it block nothing.`;
const UNDECIDED = say`Whether “does not match” then always holds or never does is not documented: what hangs on it is a matter of chance.`;
const ONLY_BROWSERS = say`Tag Manager’s documented dialect is RE2. A browser may read the expression all the same; where RE2 runs it, it matches nothing.`;

function shown(pattern: string): string {
  return pattern.length > 60 ? `${pattern.slice(0, 59)}…` : pattern;
}
