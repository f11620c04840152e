/**
 * The data without names and ids: each stands under one other name throughout, so that one can still follow it. What rules and
 * inputs word freely may hold any name, so it is not searched for names but left out; the general texts of the rules stay.
 */
import type { Inventory, InventoryPlace } from '../../inventory/inventory.ts';
import type { Finding } from '../../model/finding.ts';
import { POLICY_GROUP } from '../../model/policy-id.ts';
import type { ReportData, ReportTag, ReportUnit } from './data.ts';
import type { TextKey, Words } from './languages/texts.ts';

export function anonymous(data: ReportData, words: Words): ReportData {
  const names = new Aliases(data, words);
  return {
    ...data,
    result: {
      ...data.result,
      findings: data.result.findings.map((finding, index) => anonymousFinding(finding, index, names)),
      skipped: data.result.skipped.map(({ file }) => ({ file: names.file(file), reason: '' })),
    },
    units: data.units.map((unit) => anonymousUnit(unit, names)),
    inventory: anonymousInventory(data.inventory, names, words),
    rules: data.rules.map((rule) => {
      const id = names.rule(rule.id);
      return id === rule.id ? rule : { ...rule, id, title: id };
    }),
  };
}

/** Other names in the order in which they are asked for, each always the same. */
class Aliases {
  readonly #words: Words;
  readonly #known = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  /** Names of vendors of the catalogue, which tell nothing of the site. */
  readonly #vendors: ReadonlySet<string>;
  readonly #tags: ReadonlySet<string>;
  readonly #rules: ReadonlySet<string>;

  constructor({ units, inventory, rules }: ReportData, words: Words) {
    this.#words = words;
    const tags = units.flatMap((unit) => unit.tags);
    this.#vendors = new Set([...tags.map(({ vendor }) => vendor), ...inventory.vendors.map(({ name }) => name)]);
    this.#tags = new Set(tags.map(({ name }) => name));
    this.#rules = new Set(rules.filter(({ id }) => !words.isRule(id)).map(({ id }) => id));
  }

  #alias(kind: TextKey, name: string, write: (n: number) => string | number = (n) => n): string {
    const key = `${kind} ${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const n = this.#counts.get(kind) ?? 0;
    this.#counts.set(kind, n + 1);
    const made = this.#words.say(kind, { n: write(n + 1) });
    this.#known.set(key, made);
    return made;
  }

  file(name: string): string {
    return this.#alias('alias.file', name);
  }

  /** On pages tags are called like their vendors. */
  tag(name: string, vendor: string): string {
    return name === vendor ? this.vendor(name) : this.#alias('alias.tag', name);
  }

  entity(name: string): string {
    return this.#alias(this.#tags.has(name) ? 'alias.tag' : 'alias.part', name);
  }

  trigger(name: string): string {
    return this.#alias('alias.trigger', name);
  }

  account(id: string): string {
    return this.#alias('alias.account', id, letters);
  }

  vendor(name: string): string {
    return this.#vendors.has(name) ? name : this.#alias('alias.host', name);
  }

  /** What a configuration declares is called as its author likes. */
  rule(id: string): string {
    return this.#rules.has(id) || (id.startsWith(POLICY_GROUP) && !this.#words.isRule(id))
      ? this.#alias('alias.rule', id)
      : id;
  }
}

/** A, B … Z, AA, AB … */
function letters(n: number): string {
  const rest = Math.floor((n - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((n - 1) % 26));
}

function anonymousFinding(finding: Finding, index: number, names: Aliases): Finding {
  const { severity, certainty, line, column, endLine, endColumn, entity, vendor, cause, law } = finding;
  return {
    rule: names.rule(finding.rule),
    severity,
    certainty,
    message: '',
    file: names.file(finding.file),
    line,
    column,
    endLine,
    endColumn,
    excerpt: '',
    ...(entity !== undefined && { entity: names.entity(entity) }),
    ...(vendor !== undefined && { vendor: names.vendor(vendor) }),
    ...(cause !== undefined && { cause }),
    path: [],
    trail: [],
    law,
    fingerprint: String(index + 1),
  };
}

function anonymousUnit({ publicId: _, ...unit }: ReportUnit, names: Aliases): ReportUnit {
  return {
    ...unit,
    file: names.file(unit.file),
    pages: unit.pages.map(({ path, others }) => ({ path: names.file(path), others })),
    tags: unit.tags.map((tag) => anonymousTag(tag, names)),
  };
}

function anonymousTag(tag: ReportTag, names: Aliases): ReportTag {
  return {
    ...tag,
    name: names.tag(tag.name, tag.vendor),
    vendor: names.vendor(tag.vendor),
    file: names.file(tag.file),
    why: [],
    reasons: NO_REASONS,
    triggers: tag.triggers.map(({ name, type }) => ({ name: names.trigger(name), type })),
    callers: tag.callers.map((name) => names.entity(name)),
    exceptions: tag.exceptions.map((name) => names.trigger(name)),
  };
}

const NO_REASONS: ReportTag['reasons'] = {
  'first-visit': [],
  refused: [],
  preferences: [],
  statistics: [],
  marketing: [],
  all: [],
};

function anonymousInventory(inventory: Inventory, names: Aliases, words: Words): Inventory {
  const place = ({ file, line, column, entity }: InventoryPlace): InventoryPlace => ({
    file: names.file(file),
    line,
    column,
    ...(entity !== undefined && { entity: names.entity(entity) }),
  });
  return {
    platforms: inventory.platforms,
    vendors: inventory.vendors.map((vendor) => ({
      ...vendor,
      accounts: vendor.accounts.map(({ id, uses, data, features }) => ({
        ...(id !== undefined && { id: names.account(id) }),
        uses: uses.map(({ event: _, ...use }) => ({ ...use, gates: [], places: use.places.map(place) })),
        data: data.map((datum) => ({
          ...datum,
          key: words.say(`data.${datum.category}`),
          origins: datum.origins.map(({ kind }) => ({ kind })),
          with: [],
          places: datum.places.map(place),
        })),
        features: features.map((feature) => ({ ...feature, keys: [], places: feature.places.map(place) })),
      })),
    })),
    hosts: inventory.hosts.map(({ host, uses }) => ({
      host: names.vendor(host),
      uses: uses.map((use) => ({ ...use, places: use.places.map(place) })),
    })),
  };
}
