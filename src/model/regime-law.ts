/** Which of the provisions and decisions behind a finding are of the law under which the site's visitors come. */
import type { Regime } from './profile.ts';

/** Ids of law of the United States begin with this. */
const UNITED_STATES = 'US-';
/** Unfair or deceptive practices: what the FTC's decisions about trackers on health sites rest on. */
const FTC_ACT = 'US-FTC-5';
const TELLS_OF_PERSONS = /^(?:consent|data|sensitive)\//;

/** Under `us-health` the European provisions are left out; `law` as it stands elsewhere. */
export function lawUnder(regime: Regime, rule: string, law: readonly string[]): readonly string[] {
  if (regime !== 'us-health' || !TELLS_OF_PERSONS.test(rule)) return law;
  const american = law.filter((id) => id.startsWith(UNITED_STATES));
  return american.includes(FTC_ACT) ? american : [FTC_ACT, ...american];
}
