import type { Certainty, ReportStep, Severity } from '../../src/model/finding.ts';
import { mayBeOwn, ownDomains } from '../../src/model/own-hosts.ts';
import { registrable } from '../../src/model/parties.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
import type { SiteProfile } from '../../src/model/profile.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { isBelow, type Sighting, type ThirdParty, thirdPartiesOf } from '../../src/model/third-parties.ts';
import type { Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'policy/unlisted-vendor',
    title: 'A vendor or host that the site’s own policy does not allow',
    severity: 'error',
    needs: ['activities', 'unknownScripts'],
    law: ['GDPR-24', 'GDPR-28', 'GDPR-13'],
  },
  check(unit, context) {
    const { allowed, denied } = context.profile;
    if (!allowed && !denied) return;
    for (const party of thirdPartiesOf(unit)) check(party, unit, context);
  },
};

function check(party: ThirdParty, unit: Unit, context: RuleContext): void {
  const { vendor, name, entity, sightings } = party;
  const own = ownDomains(unit, context.profile);
  const fault = faultOf(party, own, context.profile);
  if (!fault) return;
  const [first, ...others] = sightings;
  const id = vendor?.id ?? name;
  context.report({
    message: fault.entry
      ? say`${name} is used here, and the site's policy forbids it (vendors.deny: ${fault.entry}).`
      : say`${name} is used here, and the site's policy does not list it (vendors.allow).`,
    why: say`Who gets data of visitors is decided, bound by a contract and told to them before a tag is there, not after.`,
    remedy: fault.entry ? say`Remove the tag.` : remedyFor(name, id, vendor === undefined),
    location: first.location,
    ...weightOf(party, own, fault),
    ...(vendor && { vendor: vendor.name }),
    ...(entity && { entity: entity.name }),
    subject: entity ? `${id} ${entity.name}` : id,
    trail: [
      ...first.steps.slice(0, 6).map(({ message, location }) => (location ? { message, location } : { message })),
      ...others.slice(0, 4).map(further),
    ],
    law: rule.meta.law,
  });
}

interface Fault {
  /** The entry of `vendors.deny`; without one the third party is missing in `vendors.allow`. */
  readonly entry?: string;
}

/** What the policy has against a third party; undefined where it is fine. */
function faultOf(
  { vendor, hosts }: ThirdParty,
  own: readonly string[],
  { allowed, denied = [] }: SiteProfile,
): Fault | undefined {
  const means = (entry: string): boolean => vendor?.id === entry || hosts.some((host) => isBelow(host, entry));
  const entry = denied.find(means);
  if (entry !== undefined) return { entry };
  if (!allowed || allowed.some(means)) return undefined;
  return vendor || !hosts.some((host) => own.includes(registrable(host))) ? {} : undefined;
}

function weightOf(
  { vendor, sightings, dead }: ThirdParty,
  own: readonly string[],
  { entry }: Fault,
): { severity: Severity; certainty: Certainty } {
  if (dead) return { severity: 'note', certainty: 'certain' };
  if (vendor || entry !== undefined)
    return { severity: 'error', certainty: sightings.some(({ reached }) => reached) ? 'certain' : 'likely' };
  // A host that nobody listed may be the site's own.
  if (sightings.some((one) => 'host' in one && mayBeOwn(one, own))) return { severity: 'note', certainty: 'possible' };
  return { severity: own.length > 0 ? 'error' : 'warning', certainty: 'likely' };
}

function remedyFor(name: string, id: string, isHost: boolean): Phrase {
  return isHost
    ? say`Remove the tag, or have ${name} reviewed and add ${id} to vendors.allow; a host of your own belongs into site.hosts.`
    : say`Remove the tag, or have ${name} reviewed and add ${id} to vendors.allow.`;
}

function further(sighting: Sighting): ReportStep {
  const { location } = sighting;
  return { message: 'label' in sighting ? say`${sighting.label}` : say`from the same host`, location };
}
