import type { Entity } from '../../src/model/entity.ts';
import type { Location } from '../../src/model/finding.ts';
import { type Phrase, say, term } from '../../src/model/phrase.ts';
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
        const words: SecretWords = {
          inCode: say`A token that opens ${activity.vendor.name}’s API for servers stands in the site’s code.`,
          onServer: say`A token that opens ${activity.vendor.name}’s API for servers stands in the export of a server container.`,
        };
        report({ words, location, subject: `opener ${activity.vendor.id}`, certainty: 'likely' }, unit, context);
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
    const title = term(shape.title);
    const words: SecretWords = {
      inCode: say`${title} stands in the site’s code.`,
      onServer: say`${title} stands in the export of a server container.`,
    };
    report({ words, location, subject: shape.id, certainty }, unit, context);
  }
}

/** What is told of a secret, by where it stands. */
interface SecretWords {
  readonly inCode: Phrase;
  readonly onServer: Phrase;
}

interface Secret {
  readonly words: SecretWords;
  readonly location: Location;
  readonly subject: string;
  readonly certainty: 'certain' | 'likely';
}

function report({ words, location, subject, certainty }: Secret, unit: Unit, context: RuleContext): void {
  const server = unit.kind === 'server-container';
  const entity = entityAt(unit, location);
  context.report({
    message: server ? words.onServer : words.inCode,
    why: server
      ? say`Whoever is handed the export can send events, and read what the key allows, in the name of the account.`
      : say`Whoever reads the page, or the repository, can send events and read what the key allows in the name of the account.`,
    remedy: say`Withdraw it at the vendor, issue a new one, and keep that in the server’s settings; the old one stays in the history of the files.`,
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
