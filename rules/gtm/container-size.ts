import { theEntity } from '../../src/model/entity-words.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

/** Characters at which the interface begins to warn (70 %), if its limit is the 200 KB that agencies report. */
const WARNED = 140;

export const rule: Rule = {
  meta: {
    id: 'gtm/container-size',
    title: 'A container that comes near the size that Tag Manager publishes',
    severity: 'note',
    needs: ['entities'],
    law: [],
    options: { kilobytes: 'From how many thousand characters on a container is told: 140 unless said otherwise.' },
  },
  check(unit, context) {
    const said = Number(context.options.kilobytes?.[0]);
    // Without a limit of the house it is a question for a reviewer: nobody outside knows how the interface counts.
    if (!said && context.strictness !== 'audit') return;
    const published = unit.entities.filter(({ live, publishedSize }) => live && publishedSize > 0);
    const size = published.reduce((sum, one) => sum + one.publishedSize, 0);
    const largest = [...published].sort((a, b) => b.publishedSize - a.publishedSize).slice(0, SHOWN);
    const [first] = largest;
    if (!first || size < (said || WARNED) * 1000) return;
    context.report({
      message: say`Published, this container holds at least about ${thousands(size)} of settings and code; ${theEntity(first)} alone has ${thousands(first.publishedSize)}.`,
      why: say`Every visitor loads all of it before any tag fires, and Tag Manager refuses to publish a container above its limit: then no change goes live, corrections included.`,
      remedy: say`Look at the indicator on the page Versions; from 70 % on delete what nothing uses, put code into files of the site, and merge tags that differ by one value.`,
      location: first.location,
      severity: 'note',
      certainty: said ? 'likely' : 'possible',
      entity: first.name,
      subject: 'size',
      trail: largest.map((one) => ({
        message: say`${theEntity(one)}: about ${thousands(one.publishedSize)}`,
        location: one.location,
      })),
      law: rule.meta.law,
    });
  },
};

const SHOWN = 6;

function thousands(characters: number): Phrase {
  return characters < 1000
    ? say`${characters} characters`
    : say`${Math.round(characters / 100) / 10} thousand characters`;
}
