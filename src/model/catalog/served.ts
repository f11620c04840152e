/** What a vendor serves for an account, and how copies of its scripts are told. */
import type { AutomaticFeature } from './data.ts';

/** A function of a published container, with the texts that its parameters must have. */
export interface PublishedFunction {
  readonly function: string;
  readonly when: Readonly<Record<string, readonly string[]>>;
}

/** Functions of a published tag in which the vendor's interface keeps settings that no rule judges. */
export interface PublishedSettings {
  /** Names of the functions, as wildcards, and of those among them that hold no setting, or one that a rule judges. */
  readonly functions: readonly string[];
  readonly except: readonly string[];
  /** What is set, by function, where its name does not say it. */
  readonly titles: Readonly<Record<string, string>>;
  /** Parameters that name further accounts. */
  readonly leadsTo: readonly string[];
}

/** What the vendor's interface writes into a published tag where an automatic feature is on. */
export interface PublishedFeature extends PublishedFunction {
  /** Beginnings of the ids of tags that are meant, as wildcards. */
  readonly ids: readonly string[];
  /** Flags of the function, and what is taken where they are true. */
  readonly keys: Readonly<Record<string, string>>;
  /** What is taken wherever the function stands. */
  readonly gives?: string;
  /** A second function without which what is taken may not be sent. */
  readonly sentBy?: PublishedFunction;
}

/** How a saved copy of a vendor's own script is told: by its name (wildcards) and what stands in it. */
export interface ScriptCopy {
  readonly files: readonly string[];
  readonly marks: readonly string[];
  /** The address under which the vendor serves it. */
  readonly url: string;
}

/** Methods with which plug-ins of shops ask on the server what is switched on in the vendor's interface. */
export interface ServerCode {
  readonly calls: readonly string[];
  readonly feature: 'events' | 'matching';
}

/** Settings of an account that the vendor's script fetches in the browser, and that anybody can read. */
export interface Snapshot {
  /** Names the kind of settings among all vendors: `[a-z0-9-]`. */
  readonly name: string;
  /** An https address with `{id}` in its path or query. */
  readonly url: string;
  /** Source of a regular expression over a whole id: nothing else may go into the address. */
  readonly ids: string;
  /** What stands in front of every id; some places leave it out. */
  readonly prefix?: string;
  readonly format: 'js' | 'json';
  /** The name of settings that tell all of this too. */
  readonly within?: string;
  /** What stands there that no file of the site says, as the end of "it tells …". */
  readonly tells: string;
}

/**
 * A switch in what a vendor serves for an account: in a JSON document, or in an object that the served script holds. Paths
 * are members from the outermost object on.
 */
export interface SettingsFile {
  /** The member with the account's id. Without it the switch is looked for in JSON documents alone. */
  readonly account?: readonly string[];
  /** The member that is the switch: on where it is true, a number above zero, a list or an object with something in it. */
  readonly path: readonly string[];
  /** The automatic feature that it switches; `other` where no rule judges it, and a change of it is told. */
  readonly feature: AutomaticFeature['kind'] | 'other';
  /** What is switched, where it is not the vendor's feature of that kind. */
  readonly title?: string;
  /** The member that lists the match keys. */
  readonly keys?: readonly string[];
  /** Members that are true for one detail each, with its name: one of them must be for the switch to be on. */
  readonly flags: readonly { readonly path: readonly string[]; readonly key: string }[];
  /** The switch is a list of objects: the member that names each, and the regular expression whose group is the name. */
  readonly items?: { readonly member: string; readonly name: string };
}
