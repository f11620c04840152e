/** What a vendor's library is told: calls, plugins, commands and their signals. */
import type { ActivityKind } from './kinds.ts';
import type { Option, UsePattern, Where } from './patterns.ts';

/** Consent commands of a vendor's own library. `default`/`update` carry signals, `grant`/`revoke` hold or release events. */
export type ConsentCommand = 'default' | 'update' | 'grant' | 'revoke';

export interface VendorCall {
  readonly does: ActivityKind;
  readonly use: UsePattern;
  /** The pattern is tried on every argument by itself (`criteo_q.push({…}, {…})`). */
  readonly each: boolean;
  readonly where: readonly Where[];
  /** Options with which the call does nothing, or leaves everything to a later call. */
  readonly unless: readonly Option[];
  /** Options with which the vendor's own switch is off from the start, until its consent command grants. */
  readonly holds: readonly Option[];
  /** The capture with the signals of a consent default that the call sets before anything else. */
  readonly setsDefault?: string;
  readonly consent?: ConsentCommand;
  /** Captured functions that the library calls at once, and the names of what it hands them: the call does nothing else. */
  readonly hands: readonly { readonly capture: string; readonly names: readonly string[] }[];
  /** Name of the setting that a `configure` call sets; compared with `AutomaticFeature.setting`. */
  readonly setting?: string;
  /** After this setting the vendor does less than it usually does; what it still does, as the end of "it …". */
  readonly restrained?: string;
  /** After this setting the vendor only serves the site: the switch that US state laws on opting out ask for. */
  readonly limitsSale?: true;
  /** A consent command that the library ignores: what it wants instead. */
  readonly noEffect?: string;
  /** A client for servers: a script file that calls it is code of one. */
  readonly server?: true;
}

/**
 * A plugin (module, integration, preset) that a framework's configuration lists by name, and that puts the vendor into every
 * page. The only argument of the call's pattern are the plugin's options.
 */
export interface VendorPlugin {
  readonly names: readonly string[];
  /** The member of the configuration (a dotted path) that holds the options where none stand beside the name. */
  readonly member?: string;
  /** The member of the options beside the name that is about the vendor; without it the plugin does nothing with it. */
  readonly part?: string;
  readonly calls: readonly VendorCall[];
}

/** A class of a package whose objects are filled by setters (`setEmails` sets `emails`), with the members that its constructor sets. */
export interface Builder {
  readonly module: string;
  readonly name: string;
  readonly parameters: readonly string[];
}

/** The queue of a vendor's commands: a list on `window`, and the query parameter of the loader that gives it another name. */
export interface CommandQueue {
  readonly name: string;
  readonly parameter: string;
}

/** What a vendor's consent commands may carry. Names are compared exactly. */
export interface ConsentSignals {
  readonly names: readonly string[];
  /** Keys beside the signals: for whom and how the command counts. */
  readonly options: readonly string[];
  /** Settings that belong into a command of their own and do nothing here. */
  readonly settings: readonly string[];
}
