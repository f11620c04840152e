/** The parts of a container and what they use of each other. */
import type { Location } from '../text/location.ts';
import type { ConsentState, Guard } from './guard.ts';
import type { Phrase } from './phrase.ts';
import type { ContextFact, Stage, Verdict } from './unit.ts';
import type { VisitedPlace } from './visit.ts';

export type EntityKind = 'tag' | 'trigger' | 'variable' | 'template' | 'client' | 'transformation' | 'zone' | 'folder';

/** What one part of a container wants another for. */
export type ReferenceRole =
  /** `{{name}}` in a text, or a field that names a tag or trigger */
  | 'value'
  /** a custom template that the type stands for */
  | 'type'
  | 'firing'
  | 'exception'
  | 'set-up'
  | 'clean-up'
  /** a member of a trigger group */
  | 'member'
  | 'folder';

/** One mention of another part. */
export interface Reference {
  readonly role: ReferenceRole;
  readonly kind: EntityKind;
  /** As the container writes it: the name of a variable or tag, the id of a trigger or folder, the type of a template. */
  readonly name: string;
  /** Absent for what needs no entry in the container: an enabled built-in variable, a built-in trigger. */
  readonly target?: Entity;
  /** `disabled`: a built-in variable that is not switched on. `missing`: nothing of that name is there. */
  readonly state: 'there' | 'disabled' | 'missing';
  /** An exception that is asked on no event on which the tag fires. */
  readonly missed?: true;
  /** The container lists nothing of the kind at all: it may be an excerpt. */
  readonly unlisted?: true;
  /** What is there under a name that differs by case or by a slip. */
  readonly similar?: string;
  readonly location: Location;
}

/** A permission of a custom template that names nothing in particular: every address, every cookie. */
export interface WidePermission {
  /** `send_pixel`, `get_cookies` … */
  readonly id: string;
  /** What it allows, for messages: `every cookie`. */
  readonly allows: Phrase;
  /**
   * What the template's code uses it for: fixed names, or the beginnings of fixed addresses. Absent where the code decides
   * at run time and needs the width.
   */
  readonly used?: readonly string[];
  /** Where it stands, in a template that is a file of its own. */
  readonly location?: Location;
}

/** Something in a part of a container that does nothing, or that was left there by mistake. */
export type Flaw =
  /**
   * Markup of a Custom HTML tag that does nothing: none at all, only comments, only what is shown without scripts, code
   * without a script element around it.
   */
  | {
      readonly kind: 'without-effect';
      readonly why: 'empty' | 'comment' | 'noscript' | 'bare-code';
      readonly location: Location;
    }
  /** A regular expression that cannot be read, and so matches nothing. */
  | {
      readonly kind: 'pattern';
      readonly pattern: string;
      readonly why: string;
      /** Whether browsers can read it, and only RE2 cannot. */
      readonly refusedBy: 'all' | 're2';
      /** It stands in a “does not match”. */
      readonly negated: boolean;
      readonly location: Location;
    }
  /** Code in syntax that ECMAScript 5 does not have; the newest that is in it. */
  | {
      readonly kind: 'syntax';
      /** For messages: `an arrow function`. */
      readonly syntax: string;
      /** The edition of ECMAScript that brought it: 2015 or later. */
      readonly edition: number;
      readonly location: Location;
    }
  /** What was put into code to look for a mistake. */
  | { readonly kind: 'breakpoint' | 'dialog' | 'output'; readonly location: Location };

/** A named part of a container. */
export interface Entity {
  readonly kind: EntityKind;
  /** Empty where the container gives none. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly paused: boolean;
  /** The entity's name in the export: the place that findings about the entity as a whole point at. */
  readonly location: Location;
  /** All of it, where it is an item of an export's list. */
  readonly whole?: Location;
  /** The consent settings of a tag, as the export gives them. */
  readonly consentStatus?: 'not-set' | 'not-needed' | 'needed';
  readonly folder?: Entity;
  /** Of a tag: what its triggers ask the address or title of the page for, where each of them asks for something. */
  readonly pages?: readonly ContextFact[];
  /**
   * Of a tag of a web container: whether it runs where a page is visited and nothing else is done; undefined where that depends on what
   * is not known of the page.
   */
  readonly firesOn?: (place: VisitedPlace) => boolean | undefined;
  readonly uses: readonly Reference[];
  /** A live tag before this one that does the same on the same triggers: type, parameters, exceptions, consent checks. */
  readonly twin?: Entity;
  /** Of a custom template. */
  readonly widePermissions?: readonly WidePermission[];
  readonly flaws: readonly Flaw[];
  /** Characters that it adds to the file that visitors load, by estimate; 0 in server containers, which none load. */
  readonly publishedSize: number;
  readonly usedBy: readonly Entity[];
  /**
   * A tag that is not paused and that a trigger or another live tag is set to fire, and what such a tag uses; clients,
   * transformations, zones and what they use.
   */
  readonly live: boolean;
}

/** A way by which a tag starts: its own triggers, or the sequence of another tag. */
export interface Route {
  readonly entity: Entity;
  /** The tag whose sequence starts it; absent for its own triggers. */
  readonly caller?: Entity;
  readonly role: 'firing' | 'set-up' | 'clean-up';
  /** Triggers, exceptions and consent checks on this way. */
  readonly guard: Guard;
  readonly order: number;
  readonly stage: Stage;
  readonly location: Location;
}

/** A way to start a tag with its verdict in every state. */
export interface JudgedRoute extends Route {
  readonly states: Readonly<Record<ConsentState, Verdict>>;
}
