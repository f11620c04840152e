/** Visits every page in every state that it plans, and compares. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Unit } from '../../src/model/unit.ts';
import { claimsOf, judgePages } from './claims.ts';
import { type Comparison, compare } from './compare.ts';
import { type PlannedVisit, plansOf } from './plans.ts';
import { stubOf } from './stubs.ts';
import { Visitor } from './visit.ts';

export interface Outcome extends Comparison {
  readonly page: string;
  /** The consent state, or `no-script`. */
  readonly state: string;
  readonly errors: readonly string[];
}

/**
 * Pages lie in the folder itself; what they load lies beside them or in folders below. `isKnown`: a disagreement that is
 * listed, and needs no second look.
 */
export async function survey(
  browser: Browser,
  folder: string,
  isKnown: (outcome: Outcome, subject: string) => boolean,
  parallel = 4,
): Promise<Outcome[]> {
  const only = process.env.ORACLE_PAGE;
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.html') && (only === undefined || name.includes(only)))
    .sort();
  const units = await judgePages(folder);
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    const visitors = new Visitors(browser, folder);
    try {
      for (let page = pages.shift(); page !== undefined; page = pages.shift())
        outcomes.push(...(await visitAll(visitors, folder, page, units.get(page), isKnown)));
    } finally {
      await visitors.close();
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  const order = (one: Outcome): string => `${one.page} ${one.state}`;
  return outcomes.sort((a, b) => order(a).localeCompare(order(b)));
}

/** One visitor with scripts and one without, opened when they are needed: each begins every visit anew. */
class Visitors {
  readonly #browser: Browser;
  readonly #folder: string;
  readonly #open = new Map<boolean, Visitor>();

  constructor(browser: Browser, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  async get(scripts: boolean): Promise<Visitor> {
    const visitor = this.#open.get(scripts) ?? (await Visitor.open(this.#browser, this.#folder, scripts));
    this.#open.set(scripts, visitor);
    return visitor;
  }

  async close(): Promise<void> {
    for (const visitor of this.#open.values()) await visitor.close();
  }
}

async function visitAll(
  visitors: Visitors,
  folder: string,
  page: string,
  unit: Unit | undefined,
  isKnown: (outcome: Outcome, subject: string) => boolean,
): Promise<Outcome[]> {
  const { visits, throws } = plansOf(readFileSync(join(folder, page), 'utf8'));
  const outcomes: Outcome[] = [];
  for (const one of visits) {
    const visitor = await visitors.get(!one.noscript);
    let outcome = await look(visitor, page, one, unit);
    // Once more and slowly: a machine that is busy shows frames and answers late.
    const first = outcome;
    if (first.disagreements.some(({ subject }) => !isKnown(first, subject)))
      outcome = await look(visitor, page, one, unit, true);
    outcomes.push(throws ? { ...outcome, errors: [] } : outcome);
  }
  return outcomes;
}

async function look(
  visitor: Visitor,
  page: string,
  { state, plan, noscript }: PlannedVisit,
  unit: Unit | undefined,
  patient = false,
): Promise<Outcome> {
  const { sightings, errors } = await visitor.visit(page, patient ? { ...plan, patient } : plan);
  // Without scripts the markup outside noscript elements loads as ever; only what stands inside is compared.
  const claims = unit ? claimsOf(unit, state, noscript) : [];
  const markup = noscript && unit ? claimsOf(unit, state).map(({ vendor }) => vendor) : [];
  const counted = noscript
    ? sightings.filter(
        (sighting) => !markup.includes(sighting.vendor) || claims.some((claim) => claim.name === sighting.name),
      )
    : sightings;
  const comparison = compare(claims, counted, (vendor) => stubOf(vendor) !== undefined);
  return { page, state: noscript ? 'no-script' : state, errors, ...comparison };
}
