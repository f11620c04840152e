import type { Flaw } from '../../src/model/entity.ts';
import { theEntity } from '../../src/model/entity-words.ts';
import { say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

/** Reports of refused code agree from this edition on; older editions some containers take and others do not. */
const REFUSED = 2018;

export const rule: Rule = {
  meta: {
    id: 'gtm/newer-syntax',
    title: 'Code in syntax that Tag Manager’s compiler may refuse',
    severity: 'note',
    needs: ['entities'],
    law: [],
  },
  check(unit, context) {
    for (const { kind, name, live, flaws } of unit.entities) {
      if (!live) continue;
      // One place tells a person what to rewrite: an entity’s scripts are saved together.
      const newest = flaws
        .flatMap((flaw) => (flaw.kind === 'syntax' ? [flaw] : []))
        .reduce<Newest>((best, flaw) => (best && best.edition >= flaw.edition ? best : flaw), undefined);
      if (!newest) continue;
      context.report({
        message: say`The code of ${theEntity({ kind, name })} holds ${newest.syntax}, which is ECMAScript ${newest.edition}.`,
        why: say`Tag Manager compiles Custom HTML and Custom JavaScript, and its compiler stops at syntax that it does not know: the container can then be neither previewed nor published, and older visitors’ browsers would stop at it too.`,
        remedy: say`Write it in ECMAScript 5, or put the code into a file of the site.`,
        location: newest.location,
        severity: 'note',
        certainty: newest.edition >= REFUSED ? 'likely' : 'possible',
        entity: name,
        subject: name,
        trail: [],
        cause: {
          id: 'newer-syntax',
          title: say`Code in syntax that Tag Manager’s compiler may refuse`,
          remedy: say`Write it in ECMAScript 5.`,
        },
        law: rule.meta.law,
      });
    }
  },
};

type Newest = Extract<Flaw, { kind: 'syntax' }> | undefined;
