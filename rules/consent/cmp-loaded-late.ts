import { consentTags } from '../../src/model/consent-tags.ts';
import { loaderFirst } from '../../src/model/loader-repairs.ts';
import { eachOf, type Phrase, say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { CmpLoader, GateVerdict, Tag, Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent/cmp-loaded-late',
    title: 'A platform that blocks tags by itself is loaded after the tags that it should block',
    severity: 'error',
    needs: ['tags'],
    law: ['EPRIVACY-5-3', 'GDPR-6', 'GDPR-25'],
    repair: 'suggested',
  },
  check(unit, context) {
    // One loader that comes late is one mistake, however many tags it misses.
    const missed = new Map<string, { tag: Tag; gate: Late }[]>();
    for (const tag of consentTags(unit, context.profile)) {
      const { gate } = tag;
      if (gate.kind !== 'late-blocker') continue;
      const list = missed.get(gate.cmp.id);
      if (list) list.push({ tag, gate });
      else missed.set(gate.cmp.id, [{ tag, gate }]);
    }
    for (const [id, tags] of missed) {
      const [first] = tags;
      const loader = loaderOf(unit, id);
      if (!first || !loader) continue;
      const { cmp } = first.gate;
      const moved = loaderFirst(
        loader,
        tags.flatMap(({ tag }) => tag.activities),
        cmp.name,
      );
      const names = [...new Set(tags.map(({ tag }) => tag.vendor.name))];
      context.report({
        message: messageOf(cmp.name, HOW[loader.how], names),
        why: say`The platform can hold back only what the browser has not yet read; these tags run on a first visit.`,
        remedy: say`Load the platform first in the head, without async or defer, or park the tags in its way.`,
        location: loader.location,
        severity: 'error',
        certainty: first.gate.first.states['first-visit'].certainty,
        subject: id,
        ...(moved && { suggestions: [moved] }),
        trail: tags.slice(0, 8).map(({ tag, gate }) => ({
          message: say`${tag.vendor.name} runs here`,
          location: gate.first.location,
        })),
        law: rule.meta.law,
      });
    }
  },
};

type Late = Extract<GateVerdict, { kind: 'late-blocker' }>;

const HOW: Readonly<Record<CmpLoader['how'], Phrase>> = {
  synchronous: say`stands after them`,
  late: say`the browser does not wait for it`,
  injected: say`a script fetches it at some time`,
};

function loaderOf(unit: Unit, id: string): CmpLoader | undefined {
  return unit.cmps.find(({ cmp, loader }) => cmp.id === id && loader)?.loader;
}

function messageOf(cmp: string, how: Phrase, names: readonly string[]): Phrase {
  const shown = names.slice(0, 3);
  const listed = names.length > 3 ? say`${shown.join(', ')} and ${names.length - 3} more` : eachOf(shown);
  return names.length === 1
    ? say`${cmp} blocks tags by itself, but ${how}: ${listed} runs before it.`
    : say`${cmp} blocks tags by itself, but ${how}: ${listed} run before it.`;
}
