import type { Cmp } from '../../src/model/catalog.ts';
import type { Certainty } from '../../src/model/finding.ts';
import type { Claim, Parked } from '../../src/model/parked.ts';
import { anyOf, type Phrase, type Said, say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent/unmanaged-block',
    title: 'Blocked markup that nothing on the page will release',
    severity: 'warning',
    needs: ['parked'],
    law: ['GDPR-7', 'GDPR-25'],
  },
  check(unit, context) {
    if (unit.kind !== 'page') return;
    for (const parked of unit.parked) {
      const verdict = verdictOn(parked, unit, context);
      if (!verdict) continue;
      const { message, why, certainty } = verdict;
      context.report({
        message,
        why,
        remedy: verdict.remedy,
        location: parked.location,
        severity: 'warning',
        certainty,
        subject: parked.subject,
        trail: verdict.loaded?.location
          ? [{ message: say`${verdict.loaded.cmp.name} is loaded here`, location: verdict.loaded.location }]
          : [],
        cause: {
          id: 'unmanaged-block',
          title: say`Blocked markup of this page is never released`,
          remedy: verdict.remedy,
        },
        law: rule.meta.law,
      });
    }
  },
};

interface Verdict {
  readonly message: Phrase;
  readonly why: Phrase;
  readonly remedy: Phrase;
  readonly certainty: Certainty;
  readonly loaded?: Unit['cmps'][number];
}

const DEAD = say`Whoever has agreed gets nothing of it either, and nobody notices, because a dead tag makes no noise.`;

/** Why nothing releases the element; undefined where something does, or may well do. */
function verdictOn(parked: Parked, unit: Unit, { profile }: RuleContext): Verdict | undefined {
  const { claims, subject } = parked;
  const configured = new Set(profile.platforms);
  const here = claims.filter(({ cmp }) => configured.has(cmp.id) || unit.cmps.some((seen) => seen.cmp === cmp));
  if (parked.released) return undefined;
  const [own] = here;
  if (own) return here.some(releases) ? undefined : notReleasedBy(own, here, parked, unit);
  const owned = claims[0] && !parked.plain ? named(claims) : undefined;
  const other = unit.cmps.find(({ cmp, loaded }) => loaded && parks(cmp, parked.name));
  if (other) {
    const { name } = other.cmp;
    return {
      message:
        owned === undefined
          ? say`This ${parked.name} is parked by ${subject}, a way of its own, but the page loads ${name}, which does not release it.`
          : say`This ${parked.name} is parked by ${subject}, the way of ${owned}, but the page loads ${name}, which does not release it.`,
      why: DEAD,
      remedy: say`Park it in the way of ${name}.`,
      certainty: 'likely',
      loaded: other,
    };
  }
  // A platform that is only named is loaded somewhere else, and one that the configuration names as well.
  if (configured.size > 0 || unit.cmps.length > 0 || unit.surroundings.unread === 'consent') return undefined;
  return {
    message:
      owned === undefined
        ? say`This ${parked.name} is parked by ${subject}, and nothing on the page releases it.`
        : say`This ${parked.name} is parked by ${subject}, and nothing on the page releases it: ${owned} is not there.`,
    why: DEAD,
    remedy: say`Load the consent platform whose attribute it is, park it for the platform that the site has, or remove it.`,
    certainty: certaintyOf(parked, unit),
  };
}

/** Something else of the site may bring the platform. */
function certaintyOf({ claims, plain }: Parked, unit: Unit): Certainty {
  const managed = unit.activities.some(
    ({ kind, vendor }) =>
      kind === 'load' && (vendor.purposes.includes('tag-manager') || vendor.purposes.includes('cdp')),
  );
  if (managed || !unit.surroundings.complete) return 'possible';
  // A platform that comes as a package may be in any script of the site; one with a loader of its own hardly is.
  const bundled = plain || claims.some(({ cmp }) => cmp.modules.length > 0 || !hasLoader(cmp));
  return bundled && unit.surroundings.unread === 'some' ? 'possible' : 'likely';
}

function notReleasedBy(own: Claim, here: readonly Claim[], { name, subject }: Parked, unit: Unit): Verdict | undefined {
  const loaded = unit.cmps.find(({ cmp }) => cmp === own.cmp);
  const fitting = here.find(({ fits }) => fits);
  const [word] = fitting?.unknown ?? [];
  // Of a platform that is only named, nobody here has seen which version it is.
  const certainty = loaded?.loaded ? 'likely' : 'possible';
  const more = loaded ? ({ loaded, certainty } as const) : ({ certainty } as const);
  if (fitting && word) {
    return {
      ...more,
      message:
        word.meant === undefined
          ? say`This ${name} is parked for “${word.word}”, a category that ${fitting.cmp.name} does not know: it is never released.`
          : say`This ${name} is parked for “${word.word}”, a category that ${fitting.cmp.name} does not know (did you mean “${word.meant}”?): it is never released.`,
      why: DEAD,
      remedy: say`Write a category of ${fitting.cmp.name}.`,
    };
  }
  return {
    ...more,
    message: say`This ${name} carries ${subject} of ${own.cmp.name}, but is not parked in the way that ${own.cmp.name} releases.`,
    why: DEAD,
    remedy: say`Park it as ${own.cmp.name} documents it.`,
  };
}

function releases({ fits, unknown }: Claim): boolean {
  return fits && unknown.length === 0;
}

function parks(cmp: Cmp, element: string): boolean {
  return cmp.parking.some(({ elements }) => elements.includes(element));
}

/** Loaded from a host of the platform's own, not from wherever the site keeps its files. */
function hasLoader({ urls }: Cmp): boolean {
  return urls.some((url) => !url.startsWith('*/'));
}

function named(claims: readonly Claim[]): Said {
  const names = [...new Set(claims.map(({ cmp }) => cmp.name))];
  return names.length > 2 ? say`${names.slice(0, 2).join(', ')} or another platform` : anyOf(names);
}
