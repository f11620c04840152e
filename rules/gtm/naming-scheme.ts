import type { EntityKind } from '../../src/model/entity.ts';
import { entityFirst, pluralOf } from '../../src/model/entity-words.ts';
import { fitsPattern } from '../../src/model/name-pattern.ts';
import { say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

const KINDS: Readonly<Partial<Record<EntityKind, string>>> = {
  tag: 'Names that tags may have.',
  trigger: 'Names that triggers may have.',
  variable: 'Names that variables may have; built-in ones are not asked.',
  template: 'Names that custom templates may have.',
  folder: 'Names that folders may have.',
  client: 'Names that clients of a server container may have.',
};

export const rule: Rule = {
  meta: {
    id: 'gtm/naming-scheme',
    title: 'A name that the naming scheme of the configuration does not allow',
    severity: 'note',
    needs: ['entities'],
    law: [],
    options: KINDS,
  },
  check(unit, context) {
    for (const { kind, name, location } of unit.entities) {
      const patterns = context.options[kind];
      if (!patterns || patterns.length === 0 || patterns.some((pattern) => fitsPattern(pattern, name))) continue;
      context.report({
        message: say`${entityFirst({ kind, name })} has a name outside of the naming scheme (${listed(patterns)}).`,
        remedy: say`Rename it, or add its form to the options of the rule.`,
        location,
        severity: 'note',
        certainty: 'certain',
        entity: name,
        subject: `${kind} ${name}`,
        trail: [],
        cause: {
          id: `naming-${kind}`,
          title: say`Names of ${pluralOf(kind)} outside of the naming scheme`,
          remedy: say`Rename them.`,
        },
        law: rule.meta.law,
      });
    }
  },
};

function listed(patterns: readonly string[]): string {
  return patterns.length > 6 ? `${patterns.slice(0, 6).join(', ')}, …` : patterns.join(', ');
}
