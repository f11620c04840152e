import type { Entity } from '../../src/model/entity.ts';
import type { Location } from '../../src/model/finding.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { openersIn } from '../../src/model/secret.ts';
import type { Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'security/exposed-secret',
    title: 'A secret stands where every visitor can read it',
    severity: 'error',
    needs: ['text'],
    law: ['GDPR-32', 'GDPR-5-1-F'],
  },
  check(unit, context) {
    const seen = new Set<string>();
    for (const source of sourcesOf(unit)) inSource(source, unit, context, seen);
    for (const activity of unit.activities)
      for (const { value, location } of openersIn(activity)) {
        if (seen.has(value)) continue;
        seen.add(value);
        const title = `a token that opens ${activity.vendor.name}’s API for servers`;
        report({ title, location, subject: `opener ${activity.vendor.id}`, certainty: 'likely' }, unit, context);
      }
  },
};

/** The unit's own file, and the scripts and parts that it takes in. */
function sourcesOf(unit: Unit): ReadonlySet<Unit['source']> {
  const sources = new Set([unit.source.root]);
  for (const { location } of unit.activities) sources.add(location.source.root);
  return sources;
}

function inSource(source: Unit['source'], unit: Unit, context: RuleContext, seen: Set<string>): void {
  const found = new Set<string>();
  for (const { shape, value, location } of context.secrets(source)) {
    if (found.has(value)) continue;
    found.add(value);
    seen.add(value);
    const certainty = shape.names.length === 0 ? 'certain' : 'likely';
    report({ title: shape.title, location, subject: shape.id, certainty }, unit, context);
  }
}

interface Secret {
  /** With its article. */
  readonly title: string;
  readonly location: Location;
  readonly subject: string;
  readonly certainty: 'certain' | 'likely';
}

function report({ title, location, subject, certainty }: Secret, unit: Unit, context: RuleContext): void {
  const server = unit.kind === 'server-container';
  const entity = entityAt(unit, location);
  const where = server ? 'in the export of a server container' : 'in the site’s code';
  context.report({
    message: `${capitalised(title)} stands ${where}.`,
    why: server
      ? 'Whoever is handed the export can send events, and read what the key allows, in the name of the account.'
      : 'Whoever reads the page, or the repository, can send events and read what the key allows in the name of the account.',
    remedy:
      'Withdraw it at the vendor, issue a new one, and keep that in the server’s settings; the old one stays in the history of the files.',
    location,
    severity: server ? 'warning' : 'error',
    certainty,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${subject} ${entity?.name ?? ''}`.trim(),
    trail: [],
    law: rule.meta.law,
  });
}

/** The part of a container that a place belongs to: the last that is named before it. */
function entityAt({ entities }: Unit, { start }: Location): Entity | undefined {
  let found: Entity | undefined;
  for (const entity of entities)
    if (entity.location.start <= start && (!found || entity.location.start > found.location.start)) found = entity;
  return found;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
