/** What differs between two sides. */
import type { InventoryPlace } from '../inventory/inventory.ts';
import type { EntityKind } from '../model/entity.ts';
import type { ConsentState } from '../model/guard.ts';
import type { Outcome } from '../model/unit.ts';
import type { SentKey } from './side.ts';

/**
 * What a change does to visitors: `weaker` where more is sent, in more states, to more recipients, or in clearer text; `stronger` where
 * less is; `neutral` for the rest.
 */
export type Effect = 'weaker' | 'stronger' | 'neutral';
/** In the order in which changes are told. */
export const EFFECTS: readonly Effect[] = ['weaker', 'stronger', 'neutral'];

/** What a change is about: a tag of a container, what a file does for a vendor, or a vendor as a whole. */
export interface Subject {
  /** `Meta - Purchase`, `Meta Pixel 123 in checkout.html`. */
  readonly name: string;
  readonly vendor?: { readonly id: string; readonly name: string };
  readonly accounts?: readonly string[];
  /** Where it stands, on the later side where it is there still. */
  readonly place?: InventoryPlace;
}

export type Change =
  | { readonly kind: 'vendor-added' | 'vendor-removed'; readonly accounts: readonly string[] }
  | { readonly kind: 'account-added' | 'account-removed'; readonly accounts: readonly string[] }
  | {
      readonly kind: 'tag-added' | 'tag-removed';
      readonly states: Readonly<Record<ConsentState, Outcome>>;
      readonly dead: boolean;
      readonly data: readonly SentKey[];
      readonly events: readonly string[];
    }
  /** Nothing makes it run any more, or something does again. */
  | { readonly kind: 'tag-stopped' | 'tag-started' }
  | { readonly kind: 'key-added' | 'key-removed'; readonly keys: readonly SentKey[] }
  | { readonly kind: 'form-changed' | 'origin-changed'; readonly key: SentKey; readonly before: SentKey }
  | { readonly kind: 'event-added' | 'event-removed'; readonly events: readonly string[] }
  /** Some events are gone and others have come: one under another name, as a rule. */
  | { readonly kind: 'event-changed'; readonly events: readonly string[]; readonly before: readonly string[] }
  | {
      readonly kind: 'state-changed';
      readonly states: readonly ConsentState[];
      readonly before: Outcome;
      readonly after: Outcome;
    }
  | { readonly kind: 'gate-added' | 'gate-removed'; readonly gate: string }
  | { readonly kind: 'feature-changed'; readonly feature: string; readonly before: string; readonly after: string }
  | { readonly kind: 'host-added' | 'host-removed' }
  | { readonly kind: 'platform-added' | 'platform-removed' };

/** A change of behaviour, with everything that changed in the same way. */
export interface BehaviourChange {
  readonly effect: Effect;
  readonly change: Change;
  readonly subjects: readonly [Subject, ...Subject[]];
}

export interface FieldChange {
  readonly field: string;
  /** Absent where it was not set. */
  readonly before?: string;
  /** Absent where it is not set any more. */
  readonly after?: string;
}

/** A part of a container that was added, removed, or set up in another way. */
export interface ConfigurationChange {
  readonly file: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly type: string;
  readonly what: 'added' | 'removed' | 'changed';
  /** Under another name before. */
  readonly renamedFrom?: string;
  readonly fields: readonly FieldChange[];
}

export interface Diff {
  readonly behaviour: readonly BehaviourChange[];
  readonly configuration: readonly ConfigurationChange[];
}
