import type { Entity, EntityKind } from '../../src/model/entity.ts';
import { bareEntity, theEntity } from '../../src/model/entity-words.ts';
import { removalOf } from '../../src/model/json-repairs.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'gtm/unused-entity',
    title: 'Tags that nothing fires, triggers, variables, templates and folders that nothing uses',
    severity: 'note',
    needs: ['entities'],
    law: ['GDPR-25', 'GDPR-32'],
    repair: 'suggested',
  },
  check(unit, context) {
    // What is published has lost what nothing uses, and keeps what Tag Manager itself may ask for.
    if (unit.compiled) return;
    // A collection of variables or templates is made to be merged into a container that uses them.
    if (!unit.entities.some(({ kind, live }) => live && (kind === 'tag' || kind === 'client'))) return;
    const used = reachable(unit.entities);
    for (const entity of unit.entities) {
      const wording = WORDS[entity.kind];
      if (!wording || used.has(entity)) continue;
      const { kind, name, usedBy, location } = entity;
      const repair = usedBy.length === 0 ? removalOf(entity) : undefined;
      const leftovers = usedBy.slice(0, 4);
      context.report({
        message: messageOf(bareEntity(entity), wording.fault, leftovers.length > 0),
        why: wording.why,
        remedy: say`Delete it; the versions of the container keep it.`,
        location,
        severity: 'note',
        certainty: 'certain',
        entity: name,
        subject: `${kind} ${name}`,
        ...(repair && { suggestions: [repair] }),
        trail: leftovers.map((one) => ({
          message: say`used by ${theEntity(one)}`,
          location: one.location,
        })),
        cause: { id: `unused-${kind}`, title: wording.title, remedy: say`Delete them.` },
        law: rule.meta.law,
      });
    }
  },
};

interface Wording {
  readonly fault: Phrase;
  readonly why: Phrase;
  readonly title: Phrase;
}

const CLUTTER = say`What nobody needs is reviewed by nobody, and makes the review of the rest harder.`;

const WORDS: Partial<Readonly<Record<EntityKind, Wording>>> = {
  tag: {
    fault: say`has no trigger, and no sequence names it`,
    why: say`It never fires: it was forgotten, or its trigger was lost.`,
    title: say`Tags that nothing fires`,
  },
  trigger: { fault: say`is used by nothing`, why: CLUTTER, title: say`Triggers that nothing uses` },
  variable: {
    fault: say`is used by nothing`,
    why: CLUTTER,
    title: say`Variables that nothing uses`,
  },
  template: {
    fault: say`is used by nothing`,
    why: say`Its code and permissions stay in the container, and updates are offered for it.`,
    title: say`Custom templates that nothing uses`,
  },
  folder: { fault: say`holds nothing`, why: CLUTTER, title: say`Empty folders` },
};

function messageOf(title: Phrase, fault: Phrase, leftovers: boolean): Phrase {
  return leftovers ? say`${title} ${fault} but what is unused itself.` : say`${title} ${fault}.`;
}

/** Everything that a tag with a trigger uses, paused ones included, or what runs by itself. */
function reachable(entities: readonly Entity[]): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  const waiting = entities.filter(isStart);
  for (let entity = waiting.pop(); entity; entity = waiting.pop()) {
    if (found.has(entity)) continue;
    found.add(entity);
    for (const { target } of entity.uses) if (target) waiting.push(target);
  }
  // A folder is used by whatever lies in it; what a forgotten tag uses goes with the tag.
  for (const { kind, uses } of entities) {
    for (const { target, role } of uses) if (target && (role === 'folder' || kind === 'tag')) found.add(target);
  }
  return found;
}

function isStart({ kind, paused, uses }: Entity): boolean {
  if (kind === 'tag') return paused || uses.some(({ role }) => role === 'firing');
  return kind === 'client' || kind === 'transformation' || kind === 'zone';
}
