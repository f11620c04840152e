import type { WidePermission } from '../../src/model/entity.ts';
import { theEntity } from '../../src/model/entity-words.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/broad-permissions',
    title: 'A custom template that is allowed more than its code uses',
    severity: 'warning',
    needs: ['entities'],
    law: ['GDPR-25', 'GDPR-32'],
  },
  check(unit, context) {
    for (const entity of unit.entities) {
      // A template that nothing uses does nothing with its permissions; that it is there is a finding of its own.
      if (entity.kind !== 'template' || !entity.live) continue;
      for (const permission of entity.widePermissions ?? []) {
        const { id, allows, used } = permission;
        if (!used) continue;
        context.report({
          message: say`The template “${entity.name}” is allowed ${allows} (${id}); ${usedFor(permission)}.`,
          why: say`A permission is what still holds when the code is updated by its author, or by whoever has taken the account over.`,
          remedy:
            used.length > 0
              ? say`Restrict ${id} to ${used.slice(0, 4).join(', ')} in the template editor, under Permissions.`
              : say`Take ${id} out in the template editor, under Permissions.`,
          location: permission.location ?? entity.location,
          severity: 'warning',
          certainty: 'certain',
          entity: entity.name,
          subject: `${entity.name} ${id}`,
          trail: entity.usedBy
            .slice(0, 3)
            .map(({ kind, name, location }) => ({ message: say`used by ${theEntity({ kind, name })}`, location })),
          cause: {
            id: `permissions ${entity.name}`,
            title: say`Permissions of the template “${entity.name}”`,
            remedy: say`Restrict them to what the code uses.`,
          },
          law: rule.meta.law,
        });
      }
    }
  },
};

function usedFor({ used = [] }: WidePermission): Phrase {
  if (used.length === 0) return say`its code never makes use of that`;
  const shown = used.slice(0, 4).join(', ');
  return used.length > 4
    ? say`its code needs only ${shown} and ${used.length - 4} more`
    : say`its code needs only ${shown}`;
}
