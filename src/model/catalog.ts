/**
 * The compiled catalogue: what taglint knows of vendors, consent platforms and law. The facts stand in YAML under
 * `rules/catalog/`, each with its source; `scripts/catalog/` checks them and compiles them into these shapes, so that
 * nothing is parsed or validated when the linter starts.
 */

/** Why a vendor is there: to track (see `needsConsent`), to bring in trackers, or, from `chat` on, to show or do something in the page. */
export type Purpose =
  | 'ads'
  | 'analytics'
  | 'replay'
  | 'ab-testing'
  | 'tag-manager'
  | 'marketing-automation'
  | 'cdp'
  | 'affiliate'
  | 'chat'
  /** video, sound, maps, posts and buttons of social networks, reviews */
  | 'embed'
  /** a puzzle or score that tells people from programs */
  | 'captcha'
  /** forms and bookings */
  | 'form'
  | 'font';

/** The categories of the consent states (design, *Words*); `necessary` needs no consent. */
export type Category = 'necessary' | 'preferences' | 'statistics' | 'marketing';

/** What a tag does at run time. */
export type ActivityKind = 'load' | 'init' | 'event' | 'identify' | 'configure' | 'consent';

/** The kinds of personal data that a key can carry. */
export const USER_DATA_KINDS = [
  'email',
  'phone',
  'first-name',
  'last-name',
  'name',
  'gender',
  'birth-date',
  'city',
  'region',
  'postcode',
  'country',
  'street',
  'user-id',
  'ip-address',
  /** What tells a browser or device, not its owner: a user agent, the number in a vendor's cookie. */
  'device',
  'identity-number',
  'other',
] as const;
export type UserDataKind = (typeof USER_DATA_KINDS)[number];

/**
 * What an argument must be (`literal`, `oneOf`, `object`, `array`), or what it is called in the activity (`capture`).
 * `each` (`[...pattern]`) fits every item of a list that fits the pattern, `member` (`{ [$key]: pattern }`) every member of
 * an object; both are for callbacks alone, where each place found is one.
 */
export type ArgPattern =
  | { readonly literal: string | number | boolean | null }
  | { readonly oneOf: readonly string[] }
  | { readonly capture: string }
  | { readonly object: Readonly<Record<string, ArgPattern>> }
  | { readonly array: readonly ArgPattern[] }
  | { readonly each: ArgPattern }
  | { readonly member: ArgPattern; readonly key: string };

/** A path segment is a fixed name or, as in `Cookiebot.consent.$category`, a capture. */
export type PathSegment = string | { readonly capture: string };

/**
 * A use of a global or of an imported module, compiled from a JavaScript expression in the YAML such as
 * `fbq('init', $id, $user)`, `new UET({ ti: $id })`, `_linkedin_partner_id = $id` or `Cookiebot.consent.$category`.
 * Missing trailing arguments match captures; literals must be there.
 */
export interface UsePattern {
  readonly form: 'call' | 'new' | 'assign' | 'read';
  readonly path: readonly PathSegment[];
  /** Arguments of a call, or the assigned value as the single element; empty for a read. */
  readonly args: readonly ArgPattern[];
}

/** Restricts a pattern to literal captures that match one of the wildcards (`G-*`); `unknown` says whether a value that is not known counts. */
export interface Where {
  readonly capture: string;
  readonly values: readonly string[];
  readonly unknown: boolean;
}

/** A capture, or a member of one, at one of whose values something else is meant: `{ enabled: false }`. */
export interface Option {
  readonly path: readonly string[];
  readonly values: readonly (string | number | boolean)[];
}

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

/** A URL shape: `*` stands for any characters; the pattern matches a prefix of host + path; query parameters are matched apart. */
export interface UrlPattern {
  readonly url: string;
  /** script, frame and style are loads, beacon is an image or ping, config a file with the vendor's remote settings. */
  readonly kind: 'script' | 'frame' | 'style' | 'beacon' | 'config';
  readonly query: readonly Where[];
  /** Query parameter, or `*n` for the n-th star of the pattern, that carries the account's id. */
  readonly id?: string;
  /** An API that takes events from servers: a script file that calls it is taken for server code. */
  readonly server?: true;
  /** At this address the vendor does less than it usually does; what it still does, as the end of "it …". */
  readonly restrained?: string;
}

/** Keys under which event or user data travels to a vendor. Compared case-insensitively. */
export interface UserDataKeys {
  readonly keys: Readonly<Record<string, UserDataKind>>;
  /** Every non-empty value is scanned and taken, whatever its key (see the vendor's file for the source). */
  readonly anyKey: boolean;
  /** Keys of event parameters whose value is an object of user data (`user_data`). */
  readonly containers: readonly string[];
  /** Keys of another argument (`agent`): where they stand among the user data, their value is nobody's. */
  readonly options: readonly string[];
}

export interface ContentKeys {
  readonly names: readonly string[];
  readonly categories: readonly string[];
  readonly ids: readonly string[];
  /** Keys that hold a list of items, each with keys of this table. */
  readonly lists: readonly string[];
  readonly search: readonly string[];
}

/** Something that the vendor's script collects by itself unless it is switched off. */
export interface AutomaticFeature {
  /** `events`: clicks, form fields, page metadata; `matching`: form values taken to recognise the person. */
  readonly kind: 'events' | 'matching';
  readonly title: string;
  readonly collects: string;
  /** on: collects unless switched off; off: only where switched on; remote: the vendor's interface decides, the page does not tell. */
  readonly byDefault: 'on' | 'off' | 'remote';
  /** Where the vendor's interface decides: most accounts have it on. */
  readonly usuallyOn?: true;
  /** The setting of a sibling feature without which this one collects nothing. */
  readonly stoppedBy?: string;
  /** The kinds of data that it takes out of form fields. */
  readonly reads: readonly UserDataKind[];
  /** Name of the setting (see `VendorCall.setting`) and the literals that switch it off or on. */
  readonly setting?: string;
  readonly off: readonly (string | boolean | number)[];
  readonly on: readonly (string | boolean | number)[];
  /** Every literal that does not switch it on switches it off. */
  readonly othersOff?: true;
  /** The switch counts only before the call that starts the library; elsewhere it may follow at once, and not later. */
  readonly beforeInit?: true;
  /** Settings of the library as a whole, and the literals with which it collects nothing of this. */
  readonly endedBy: readonly { readonly setting: string; readonly values: readonly (string | boolean | number)[] }[];
  /** The switch counts only with a string id, only with an id, or whatever the id is. */
  readonly settingId: 'string' | 'optional' | 'none';
  /** Key of the init call's options object that is the same switch (`autoConfig: false`). */
  readonly option?: string;
  /** Parameter of a GTM tag or template that is the same switch, with the value that switches it off or on. */
  readonly gtmParameter?: { readonly key: string; readonly off: readonly string[]; readonly on: readonly string[] };
  /** Functions of a published tag that show the feature as the vendor's interface has it. */
  readonly published: readonly PublishedFeature[];
  /** Settings (see `VendorCall.setting`) with which the script that the vendor serves for an account switches it on. */
  readonly shownBy: readonly string[];
  /** The member that names each of several things that such a setting holds. */
  readonly namedBy?: string;
  readonly remedy: string;
  readonly source: string;
}

/** What a recorder of sessions shows of form fields. Options are those of any call of the vendor. */
export interface Recording {
  /** What is shown unless told otherwise; remote: the vendor's interface decides. */
  readonly fields: 'masked' | 'shown' | 'remote';
  /** Options without which, and with which, nothing is recorded. */
  readonly onlyWith: readonly Option[];
  readonly offWith: readonly Option[];
  /** Options with which every field is masked, and with which fields are shown. */
  readonly maskedWith: readonly Option[];
  readonly shownWith: readonly Option[];
  /** Marks (see `FormField.marks`) that mask what they stand on or around, and marks of a field that show it. */
  readonly masks: readonly string[];
  readonly shows: readonly string[];
  readonly remedy: string;
  readonly source: string;
}

/** Parameters that mark events as a test, and what the vendor does with them then, as the end of "it …". */
export interface TestSwitch {
  readonly keys: readonly string[];
  readonly what: string;
}

/** What a vendor's settings for an account say of personal data that it has met in the site's events, and now withholds. */
export interface WithheldKeys {
  /** Name of the setting (see `VendorCall.setting`) that lists it, by events. */
  readonly setting: string;
  /** The member under which names stand as they are; others may hold digests. */
  readonly under: string;
  /** The members of an event that list names, with what the names are of. */
  readonly places: Readonly<Record<string, string>>;
}

/** Event parameters with an amount and its currency, and the events in which the one means nothing without the other. */
export interface MoneyKeys {
  readonly value: string;
  readonly currency: string;
  readonly events: readonly string[];
}

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

/** The package, as patterns call it, whose functions the templates of Tag Manager require. */
export const TEMPLATE_API = 'template-api';

/** One GTM tag type or gallery template of the vendor. Keys name parameters of the tag. */
export interface GtmTagShape {
  readonly types: readonly string[];
  /** `owner/repository` of the gallery template, or the 5-character gallery id; compared with galleryReference and the type `cvt_<id>`. */
  readonly templates: readonly string[];
  readonly server: boolean;
  readonly does: ActivityKind;
  readonly where: readonly Where[];
  readonly id?: string;
  readonly event: readonly string[];
  /** What its events are called where no parameter names them. */
  readonly unnamed?: string;
  /** Parameters that hold user data: a table of name/value rows, a variable, or a single value; a single value's key is given as `email=email`. */
  readonly userData: readonly {
    readonly key: string;
    readonly kind?: UserDataKind;
    readonly onlyIf?: { readonly key: string; readonly values: readonly string[] };
  }[];
  /** Parameters that hold event parameters: tables of name/value rows or variables that resolve to objects. */
  readonly params: readonly string[];
  /** Parameters that, when true, send the whole ecommerce object with its item names. */
  readonly wholeEcommerce: readonly string[];
  /** The template turns the vendor's own consent switch on at every firing, unless the parameter has one of the values. */
  readonly grants?: { readonly key: string; readonly unless: readonly string[] };
  /** Consent types that the tag type checks by itself. */
  readonly builtInConsent: readonly string[];
  /** The tag reads the id of the click on an ad (`reads`), or keeps it for those that do (`keeps`). */
  readonly clickId?: 'reads' | 'keeps';
}

export interface Vendor {
  readonly id: string;
  readonly name: string;
  readonly recipient: string;
  readonly country: string;
  readonly purposes: readonly Purpose[];
  /** The consent category that covers the vendor's purpose. */
  readonly category: Category;
  /** The product is switched off since a month (`2024-07`): what its tags still do, as the end of "it …", and what has taken its place. */
  readonly retired?: {
    readonly since: string;
    readonly what: string;
    readonly instead: string;
    /** What is left of it tracks nobody: its tags are a matter of tidiness alone. */
    readonly inert?: true;
  };
  /** The consent mode that the vendor's own library obeys, and the signals that must be granted for storage. */
  readonly consentMode?: { readonly system: string; readonly signals: readonly string[] };
  /** Names on window that belong to the vendor's library. */
  readonly globals: readonly string[];
  /** Names of cookies and storage keys that it sets on the site; `*` stands for any characters. */
  readonly cookies: readonly string[];
  /** Members of components through which plugins of frameworks hand out a global, with the global's name: `$gtag` is `gtag`. */
  readonly injected: Readonly<Record<string, string>>;
  readonly urls: readonly UrlPattern[];
  readonly calls: readonly VendorCall[];
  readonly modules: readonly string[];
  readonly builders: readonly Builder[];
  readonly plugins: readonly VendorPlugin[];
  /** The function whose commands may also be pushed to a data layer as an `arguments` object. */
  readonly queueCommand?: string;
  readonly queue?: CommandQueue;
  readonly consentSignals?: ConsentSignals;
  readonly userData: UserDataKeys;
  readonly content: ContentKeys;
  readonly automatic: readonly AutomaticFeature[];
  /** Page views that the library sends by itself where the address changes without a page being loaded. */
  readonly routeViews?: AutomaticFeature;
  readonly recording?: Recording;
  readonly testing: readonly TestSwitch[];
  readonly money?: MoneyKeys;
  readonly withheld?: WithheldKeys;
  readonly gtm: readonly GtmTagShape[];
  /** Saved copies of the vendor's own script. */
  readonly copies: readonly ScriptCopy[];
  readonly settingsFiles: readonly SettingsFile[];
  readonly publishedSettings?: PublishedSettings;
  readonly serverCode?: ServerCode;
  readonly snapshots: readonly Snapshot[];
  readonly source: string;
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

/** What the platform does with the tag when it meets this category word. */
export type UnknownWord = 'runs' | 'parked';

/** How a platform parks markup until consent. */
export interface Parking {
  /**
   * type: `type="text/plain"` or a type of its own; no-src: the source stands in another attribute and `src` is absent or
   * empty; template: the script stands in a `<template>`; runtime: the attribute alone holds the tag, where the platform's
   * synchronous loader stands before it.
   */
  readonly mechanism: 'type' | 'no-src' | 'template' | 'runtime';
  readonly types: readonly string[];
  /** Attribute with the category words; `class` with `classPrefix` where the words are class names. */
  readonly attribute: string;
  readonly classPrefix?: string;
  /** The tag is managed only where this attribute has the value too. */
  readonly requires?: { readonly name: string; readonly value: string };
  readonly separator: 'none' | 'comma' | 'space' | 'hyphen';
  readonly combine: 'all' | 'any';
  /** What stands before a word to say that the tag runs where the category is not granted. */
  readonly negation?: string;
  /** The category of everything that is parked in this way, where the attribute holds no word. */
  readonly category?: Category;
  /** Attributes that carry the parked address. */
  readonly srcAttributes: readonly string[];
  readonly elements: readonly string[];
  readonly unknownWord: UnknownWord;
  /** The words are names of services, vendors or purposes that only the platform's own configuration maps to a category. */
  readonly wordsAreServices: boolean;
  /**
   * What a site usually calls a service there: by the vendor's name, by a slug of it, or by a word of its category. Absent where
   * only the platform's interface gives out the words.
   */
  readonly serviceWord?: 'name' | 'slug' | 'category';
}

/** What it means that a platform's event or callback runs. */
export type EventMeaning =
  /** the platform is there; says nothing of a choice */
  | 'ready'
  /** some choice is stored or was just made, a refusal included */
  | 'decision'
  /** the category of the event (`category`, or a capture) was granted */
  | 'granted'
  /** something beyond the necessary was granted */
  | 'some-granted'
  | 'accept-all'
  | 'refused';

/**
 * What a platform's answer, or a part of it, tells.
 *
 * - `category`: a boolean for the captured or fixed category
 * - `list`: a text or list with the words of granted categories, or the one word that an event is about
 * - `status`: a text whose meaning stands in `values`
 * - `service`: a boolean for something that only the platform's own configuration maps to a category
 * - `decided`: some choice was made, a refusal included
 * - `refused`: the last choice was a refusal; `not-refused`: true until somebody opts out
 * - `all`: everything is granted; `any`: something beyond the necessary is
 * - `ready`: the platform is there
 * - `applies`: the law that asks for consent holds for this visitor
 */
export type AnswerKind =
  | 'category'
  | 'list'
  | 'status'
  | 'service'
  | 'decided'
  | 'refused'
  | 'not-refused'
  | 'all'
  | 'any'
  | 'ready'
  | 'applies';

export interface Answer {
  readonly gives: AnswerKind;
  readonly category?: Category;
  /** Compared with this literal the answer is positive ('ACCEPT', 'allow'); without it truthiness decides. */
  readonly grantedValue?: string | number | boolean;
  /** What it means that a status is this text. */
  readonly values?: Readonly<Record<string, EventMeaning>>;
  /** Before any choice it is neither yes nor no: `!== false` and `!== 'no'` hold then. */
  readonly undecided?: true;
}

/** Something that an object of the platform holds: the argument of a callback, the answer of a call, a stored JSON. */
export interface Payload extends Answer {
  /** Which argument of the callback; the first if not given. */
  readonly argument?: number;
  /** Members that lead there; empty for the value itself. */
  readonly path: readonly PathSegment[];
  /** The value is this global of the platform (`didomiOnReady.push(function (Didomi) { … })`). */
  readonly global?: string;
}

export interface CmpRead extends Answer {
  readonly use: UsePattern;
  /** What the members of the answer tell, where it is an object. */
  readonly payload: readonly Payload[];
  /** The answer is a promise that is resolved once it is positive. */
  readonly promise?: true;
  /** True for every category where the platform is missing or not set up. */
  readonly failsOpen?: true;
}

export interface CmpEvent {
  /** DOM event name, data layer event, or a use pattern with `$callback`. */
  readonly event?: string;
  readonly dataLayer?: string;
  readonly use?: UsePattern;
  readonly means: EventMeaning;
  readonly category?: Category;
  /** What fits this use is no case of the uses that stand after it. */
  readonly instead?: true;
  /** What the callback's arguments or the event hold: `detail.accepted` (list) or `detail.$category`. */
  readonly payload: readonly Payload[];
  /** The global that `this` is in the callback. */
  readonly self?: string;
}

/** A call with which a page lets the platform load something: an address and the category that it waits for. */
export interface CmpInsert {
  /** A call with `$url` and `$category`. */
  readonly use: UsePattern;
}

/** A setting of the page that grants something without a choice. */
export interface CmpPreset {
  /** A call or assignment; the word that it captures (`$category`, `$service`) is granted, all if it captures none. */
  readonly use: UsePattern;
  readonly grants: 'always' | 'until-refused';
}

export interface CmpStorage {
  readonly store: 'cookie' | 'local' | 'session';
  /** `*` at the end stands for any characters. */
  readonly key: string;
  /** banner-closed: says only that the banner was dismissed. */
  readonly means: 'choices' | 'banner-closed';
  /** The platform writes it on the first page already, before any choice. */
  readonly beforeChoice?: true;
  /** The value names every category whatever was chosen: that a word stands in it means nothing. */
  readonly namesAll?: true;
  /** Texts whose presence in the value means that the category is granted, per category. */
  readonly granted: Readonly<Partial<Record<Category, readonly string[]>>>;
  /** What else it means that a text stands in the value (`deny`, `dismiss`). */
  readonly values: Readonly<Record<string, EventMeaning>>;
  /** Members of the JSON in it. */
  readonly payload: readonly Payload[];
}

export interface AutoBlock {
  /** attribute of the loader with its value, a query parameter of its address, a script address of its own, or built into the loader. */
  readonly attribute?: { readonly name: string; readonly value: string };
  readonly query?: { readonly name: string; readonly value: string };
  readonly url?: string;
  readonly builtIn: boolean;
}

export interface Cmp {
  readonly id: string;
  readonly name: string;
  readonly urls: readonly string[];
  /** Ids of the loader's element; an element's id is a property of window. */
  readonly elementIds: readonly string[];
  readonly globals: readonly string[];
  readonly modules: readonly string[];
  /** The global whose members the packages of `modules` export. */
  readonly moduleGlobal?: string;
  readonly parking: readonly Parking[];
  /** Comments between which a program of the platform on the server parks what it finds. */
  readonly serverComments: readonly { readonly start: string; readonly end: string }[];
  readonly words: Readonly<Record<Category, readonly string[]>>;
  /** Words of tags that the platform never touches: they run as they stand, or stay parked for ever. */
  readonly alwaysRun: readonly string[];
  readonly autoBlock?: AutoBlock;
  readonly reads: readonly CmpRead[];
  readonly events: readonly CmpEvent[];
  readonly storage: readonly CmpStorage[];
  readonly inserts: readonly CmpInsert[];
  readonly presets: readonly CmpPreset[];
  /** The literals that names of the platform stand for. */
  readonly constants: Readonly<Record<string, string | number | boolean>>;
  /** The platform itself sets Google's consent default to denied before tags run. */
  readonly setsGoogleDefault: boolean;
  /** The platform itself, or one of its settings, sends Google's updates. */
  readonly updatesGoogle: boolean;
  /** Gallery templates (`owner/repository` or id) with which the platform runs inside a container. */
  readonly gtmTemplates: readonly string[];
  readonly gtmConsent?: GtmConsent;
  readonly source: string;
}

/** What a platform's gallery template does to the consent mode: a default, denied where no parameter says otherwise. */
export interface GtmConsent {
  /** Parameters of the template, or columns of its tables, with the signals that they set. */
  readonly signals: Readonly<Record<string, readonly string[]>>;
  /** With this parameter the template leaves the consent mode alone. */
  readonly offBy?: { readonly key: string; readonly value: string };
}

/** A framework with a configuration that puts tags into every page of the site. Members are dotted paths, split. */
export interface Framework {
  readonly id: string;
  readonly name: string;
  /** Ends of the paths of its configuration files, without extension. */
  readonly files: readonly string[];
  /** Functions that are handed a configuration (`defineNuxtConfig`). */
  readonly functions: readonly string[];
  /** Members that list plugins: names, pairs of name and options, objects with either, options by name. */
  readonly plugins: readonly (readonly string[])[];
  /**
   * An object of scripts by name, each with its options. What has no trigger may wait for a call of the site. In the catalogue
   * of vendors a script's name is that of a plugin, behind the path of the registry.
   */
  readonly registry?: { readonly at: readonly string[]; readonly trigger: string };
  /** Members that are objects of scripts by name: addresses, or descriptions of script elements. */
  readonly scripts: readonly (readonly string[])[];
  /** Members that describe the document's head, or list elements in it. */
  readonly heads: readonly (readonly string[])[];
  /** Functions that the framework calls where a file exports them. */
  readonly hooks: readonly string[];
  readonly source: string;
}

export interface LawEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: 'provision' | 'decision' | 'judgment' | 'guidance' | 'press';
  readonly year?: number;
  readonly summary: string;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low' | 'unverified';
}

/** A token or key that belongs on a server. */
export interface SecretShape {
  readonly id: string;
  /** With its article, for messages. */
  readonly title: string;
  /** Lower-case names that it must be the value of; empty where its form says enough. */
  readonly names: readonly string[];
  /** Source of a regular expression without groups. */
  readonly pattern: string;
  readonly source: string;
}

export interface Catalog {
  readonly vendors: readonly Vendor[];
  readonly cmps: readonly Cmp[];
  readonly frameworks: readonly Framework[];
  readonly law: readonly LawEntry[];
  readonly secrets: readonly SecretShape[];
  /** Source of a regular expression: a file in which it finds nothing holds nothing that a rule could report. */
  readonly interest: string;
}
