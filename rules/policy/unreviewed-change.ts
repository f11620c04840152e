import type { Severity } from '../../src/model/finding.ts';
import { isOfPerson } from '../../src/model/inventory/words.ts';
import { ownDomains } from '../../src/model/own-hosts.ts';
import { say } from '../../src/model/phrase.ts';
import { type Change, changesOf } from '../../src/model/reviewed/changes.ts';
import { changeReason, changeWords } from '../../src/model/reviewed/wording.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'policy/unreviewed-change',
    title: 'Something is sent that the reviewed record does not have',
    severity: 'error',
    needs: ['activities', 'unknownScripts', 'settings'],
    law: ['GDPR-32', 'GDPR-24', 'SE-IMY-APOHEM', 'SE-IMY-APOTEKET'],
  },
  check(unit, context) {
    const { reviewed } = context.profile;
    if (!reviewed) return;
    for (const change of changesOf(unit, reviewed, ownDomains(unit, context.profile))) {
      const { vendor, entity, location, certainty, recorded, subject } = change;
      context.report({
        message: changeWords(change, reviewed.date),
        why: changeReason(reviewed),
        remedy: say`Take it back, or review it and write it down: \`taglint lock --update --reason "…"\`.`,
        location,
        severity: severityOf(change),
        certainty,
        ...(vendor && { vendor: vendor.name }),
        ...(entity !== undefined && { entity }),
        subject,
        trail: recorded ? [{ message: say`the reviewed record`, location: recorded }] : [],
        law: rule.meta.law,
      });
    }
  },
};

/** What adds to what is known is less than what is new, and what nobody knew before may have been so. */
function severityOf({ what }: Change): Severity {
  switch (what.kind) {
    case 'event':
    case 'gates':
      return 'warning';
    case 'states':
      return what.before === 'unknown' ? 'warning' : 'error';
    case 'with':
      return what.data.some(({ category }) => isOfPerson(category)) ? 'error' : 'note';
    case 'key':
      return isFixed(what.datum) ? 'warning' : 'error';
    default:
      return 'error';
  }
}

/** The same for every visitor, and nothing of products. */
function isFixed({ category, origins }: Extract<Change['what'], { kind: 'key' }>['datum']): boolean {
  return category === 'other' && origins.every(({ kind }) => kind === 'literal');
}
