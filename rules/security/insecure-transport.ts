import { nameOf, trailOf } from '../../src/model/evidence.ts';
import type { Location, RepairEdit, Report } from '../../src/model/finding.ts';
import { atomsOf } from '../../src/model/guard.ts';
import { say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { JudgedActivity } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'security/insecure-transport',
    title: 'A vendor is fetched or written to without encryption',
    severity: 'warning',
    needs: ['activities'],
    law: ['GDPR-32'],
    repair: 'safe',
  },
  check(unit, context) {
    const seen = new Set<string>();
    for (const activity of unit.activities) {
      const { vendor, entity, kind, url, urlKind, location } = activity;
      if (kind !== 'load' || url === undefined || !/^http:\/\//i.test(url) || choosesByProtocol(activity)) continue;
      const host = /^http:\/\/([^/?#]{1,200})/i.exec(url)?.[1] ?? '';
      const key = `${vendor.id} ${host} ${location.source.name} ${location.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      context.report({
        message: say`${nameOf(activity)} reaches ${vendor.name} over plain http.`,
        why: WHY[urlKind === 'beacon' ? 'beacon' : 'script'],
        remedy: say`Write https://${host.replaceAll('\uFFFC', '…')} instead.`,
        location,
        ...repairOf(location, host),
        severity: entity?.paused ? 'note' : 'warning',
        certainty: 'certain',
        vendor: vendor.name,
        ...(entity ? { entity: entity.name } : {}),
        subject: `${vendor.id} ${host} ${entity?.name ?? ''}`.trim(),
        trail: trailOf(activity).slice(0, 4),
        law: rule.meta.law,
      });
    }
  },
};

/** The `http` of every such address that is written out where the request stands; others may be used elsewhere, too. */
function repairOf({ source, start, end }: Location, host: string): Pick<Report, 'fix'> {
  const [written = '', hole] = host.split('\uFFFC');
  if (written === '') return {};
  const text = source.text.slice(start, end);
  const edits: RepairEdit[] = [];
  for (const { 0: head, index } of text.matchAll(/\bhttp:(?:\\?\/){2}/gi)) {
    const from = index + head.length;
    const name = text.slice(from, from + written.length + 1).toLowerCase();
    const isWhole = hole !== undefined || !/[\w.-]$/.test(name) || name.length === written.length;
    if (!name.startsWith(written.toLowerCase()) || !isWhole) continue;
    const at = start + index + 4;
    edits.push({ location: { source, start: at, end: at }, text: head.startsWith('H') ? 'S' : 's' });
  }
  return edits.length === 0 || edits.length > MOST_ADDRESSES ? {} : { fix: { message: say`Write https.`, edits } };
}

/** More stand only where the place is not the request's own. */
const MOST_ADDRESSES = 4;

/** Browsers upgrade the address of an image on a page over https; scripts, styles and frames they block. */
const WHY = {
  beacon: say`Whoever stands between the visitor and the vendor can read what is sent. On pages served over https browsers turn the address of an image into https, and block other calls.`,
  script: say`Whoever stands between the visitor and the vendor can read what is sent, and put a script of their own in the place of the vendor’s; browsers block it on pages served over https, so that the tag does not work there at all.`,
} as const;

/** `location.protocol === 'https:' ? 'https://ssl' : 'http://www'`, `/^http:/.test(location)`: a page over https takes the other address. */
function choosesByProtocol({ guard }: JudgedActivity): boolean {
  return atomsOf(guard).some(({ atom }) => atom.kind === 'condition' && /protocol|\bhttps?\b/i.test(atom.text));
}
