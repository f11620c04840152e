import type { Location } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import type { CallSyntax, WrapperSyntax } from './call-syntax.ts';
import type {
  ActivityKind,
  Category,
  Cmp,
  CmpPreset,
  ConsentCommand,
  GtmTagShape,
  Purpose,
  SettingsFile,
  UrlPattern,
  Vendor,
} from './catalog.ts';
import type { CellReason } from './cell-reason.ts';
import type { ConsentModeFact } from './consent-mode.ts';
import type { DynamicCode } from './dynamic-code.ts';
import type { EmbeddingPage } from './embedding.ts';
import type { Entity, JudgedRoute } from './entity.ts';
import type { Certainty } from './finding.ts';
import type { FormField } from './form-field.ts';
import type { GateTest } from './gate.ts';
import type { ConsentState, Guard } from './guard.ts';
import type { Parked, Surroundings } from './parked.ts';
import type { Phrase, Said } from './phrase.ts';
import type { Value } from './value.ts';
import type { Visit } from './visit.ts';

/** How the activity comes about. */
export type Carrier =
  /** a call or assignment in a script, or an element that a script makes */
  | 'script'
  /** an element of the markup */
  | 'element'
  /** an image or frame in a noscript element */
  | 'noscript'
  /** a tag of a container */
  | 'tag';

/** What a step waits for. Only `accept` and `granted` are a choice in favour; rules on gates that are none read the others. */
export type StepKind =
  /** a timer, an idle moment, a promise that a timer resolves */
  | 'delay'
  /** the document is there: load, DOM-ready, a mount hook */
  | 'load'
  /** scroll, mouse, touch, keys: what any visitor does */
  | 'interaction'
  /** something comes into view */
  | 'visibility'
  /** a click, submit or change that is no answer to a banner */
  | 'click'
  /** a banner closed without an answer */
  | 'dismissal'
  /** a refusal: the button of a banner, the callback of a platform */
  | 'refusal'
  /** the button that accepts */
  | 'accept'
  /** an event or custom event of the site that implies no choice */
  | 'site-event'
  /** a platform is there; no choice was made */
  | 'cmp-ready'
  /** any choice was made, a refusal included */
  | 'decision'
  /** a platform says that something was granted */
  | 'granted'
  /** a setting that counts scrolling or waiting as a choice */
  | 'implied'
  /** a test that speaks of consent and always has this answer here */
  | 'granted-default'
  /** a platform's attribute on a tag that nothing holds back */
  | 'attribute'
  /** a category word that the platform does not know and lets run */
  | 'unknown-word'
  /** a word that exempts the tag from the platform */
  | 'exempt'
  /** an exception of a container that is never evaluated when the tag fires */
  | 'other-event'
  /** a consent parameter of a template on optional */
  | 'optional'
  /** a consent parameter of a template that its code never reads */
  | 'unread'
  /** a function that nothing in sight calls, and that a module exports or a script makes global */
  | 'offered';

/** One step of how execution got to an activity: the function called, the callback registered, the trigger. */
export interface Step {
  readonly message: Phrase;
  /** What the step waits for, where it waits: calls have no kind. */
  readonly kind?: StepKind;
  readonly location?: Location;
  /** The time, event, function or attribute that it is about, where somebody may take it for a gate. */
  readonly subject?: Said;
  /** Id of the platform that the step speaks of. */
  readonly cmp?: string;
}

/** One thing that a tag does at run time. */
export interface Activity {
  readonly kind: ActivityKind;
  readonly vendor: Vendor;
  readonly carrier: Carrier;
  /** What stands there, shortened: `fbq('init', …)`, `<script src="…">`. */
  readonly label: string;
  /** Captured arguments by the names of the catalogue's patterns: id, user, event, params, options, value … */
  readonly values: Readonly<Record<string, Value>>;
  /** The whole argument list of a call, for vendors that take any value. */
  readonly args: readonly Value[];
  readonly guard: Guard;
  /** False for code that nothing in the unit calls; `isForUse` says whether it is there for others. */
  readonly reached: boolean;
  /** Position in the order of execution within the unit. */
  readonly order: number;
  readonly location: Location;
  /** How the call is written, where it may be repaired. */
  readonly syntax?: CallSyntax;
  readonly steps: readonly Step[];
  /** Where several ways lead to it: each of them. `guard` then holds where that of any does; `steps` are those of the first. */
  readonly ways?: readonly Way[];
  readonly consent?: ConsentCommand;
  /** A consent command that the library does not obey; it has no `consent` then. */
  readonly ignored?: IgnoredCommand;
  /** The list on `window` that a command was pushed to, where its name is known. */
  readonly queue?: string;
  readonly setting?: string;
  /** The address of a load, as far as it is known. */
  readonly url?: string;
  readonly urlKind?: UrlPattern['kind'];
  /** The address is an API for servers, or the call one of a client for them (see the catalogue). */
  readonly server?: true;
  /** The headers of a request to such an address. */
  readonly headers?: Value;
  /** The address or the setting is a restrained form of the vendor's: what it still does (see the catalogue). */
  readonly restrained?: string;
  /** The setting limits what the vendor may do with the data to serving the site. */
  readonly limitsSale?: true;
  readonly entity?: Entity;
  readonly tagShape?: GtmTagShape;
  readonly stage?: Stage;
}

/** One way to an activity: what must hold on it, and what leads there. */
export interface Way {
  readonly guard: Guard;
  readonly steps: readonly Step[];
}

/** The `rel` of a link element by which the browser gets something ready. */
export type HintRel = 'prerender' | 'preload' | 'modulepreload' | 'prefetch' | 'preconnect' | 'dns-prefetch';

/**
 * A link element that tells the browser to get something of a vendor ready. It starts no tag, so it is none of the unit's
 * activities. A link to a host that several vendors share gives one hint for each, all at one location.
 */
export interface Hint extends Activity {
  readonly kind: 'load';
  readonly rel: HintRel;
}

/** A script, or a hidden image or frame, from a host of which neither the vendors nor the platforms of the catalogue know anything. */
export interface UnknownScript extends Pick<Activity, 'guard' | 'reached' | 'order' | 'steps' | 'location' | 'entity'> {
  readonly url: string;
  readonly host: string;
  /** Absent for a script: an image or a frame of a container that nobody is meant to see; an image of a script, or another request, whose answer nobody reads. */
  readonly form?: 'image' | 'frame' | 'pixel' | 'request';
  /** What a request carries, in its address and its body. */
  readonly sent?: Value;
  /** Style sheets or images of the markup come from the same host. */
  readonly servesAssets?: true;
}

/** An unknown script with its verdict in every state. */
export interface JudgedUnknownScript extends UnknownScript {
  readonly states: Readonly<Record<ConsentState, Verdict>>;
}

/** A hint with its verdict in every state. */
export interface JudgedHint extends Hint {
  readonly states: Readonly<Record<ConsentState, Verdict>>;
}

/**
 * When a container fires a tag: the phase of the page load, from 0 (consent initialization), 1 (initialization), 2 (page
 * view), 3 (DOM ready), 4 (window loaded) to 5 (later), and the tag's priority; of two tags in one phase with the same
 * priority either may run first.
 */
export interface Stage {
  readonly phase: number;
  readonly priority: number;
  /** The tag is Custom HTML: its commands come to the library after what the same event fires. */
  readonly markup: boolean;
}

/** Why a library ignores a consent command. */
export interface IgnoredCommand {
  /**
   * list, object, arguments: pushed in a form that the library does not take for a command; overwritten: the queue was
   * replaced before the library read it; queue: the library reads another queue; word: it knows no such word.
   */
  readonly reason: 'list' | 'object' | 'arguments' | 'overwritten' | 'queue' | 'word';
  /** What it was meant to be, where that can be told. */
  readonly intended?: ConsentCommand;
  /** What the library wants instead. */
  readonly hint?: Phrase;
  /** The wrapper, the assignment or the loader at fault, where it stands elsewhere. */
  readonly location?: Location;
  readonly wrapper?: WrapperSyntax;
  /** A function on window that hands commands over to the same list in the form that the library takes. */
  readonly working?: string;
}

/** What an activity does in a consent state. */
export type Outcome = 'runs' | 'held' | 'limited' | 'blocked' | 'unknown';

/** The verdict on an activity in one state, with how sure it is where it runs. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly certainty: 'certain' | 'likely' | 'possible';
}

/** An activity with its verdict in every state. */
export interface JudgedActivity extends Activity {
  /** Where several ways lead to it, what must hold on the one that is told: `steps` are its steps then. */
  readonly via?: Guard;
  readonly states: Readonly<Record<ConsentState, Verdict>>;
}

/** One tag, one verdict: the first that holds. `first` is the activity that a finding points at. */
export type GateVerdict =
  /** An automatic blocker comes too late for the tag. */
  | { readonly kind: 'late-blocker'; readonly first: JudgedActivity; readonly cmp: Cmp }
  /** Something in front looks like a gate and is none: the tag runs in `state` all the same. */
  | {
      readonly kind: 'ineffective';
      readonly first: JudgedActivity;
      readonly state: 'first-visit' | 'refused';
      readonly certainty: Verdict['certainty'];
      /** What is really asked, the most telling first; never empty. */
      readonly tests: readonly GateTest[];
    }
  /** A real gate of a purpose that is not the vendor's. */
  | {
      readonly kind: 'wrong-category';
      readonly first: JudgedActivity;
      /** The category that opens the gate. */
      readonly category: Category;
      /** The platform's word for it. */
      readonly word: string;
      readonly location?: Location;
      /** The categories that would cover the vendor's purposes. */
      readonly covering: readonly Category[];
      readonly certainty: Certainty;
    }
  /** Runs on a first visit, and nothing in front looks like a gate. */
  | { readonly kind: 'none'; readonly first: JudgedActivity }
  /** Waits for a choice, as far as can be told. */
  | { readonly kind: 'gated' };

/** A loader with the init and events that belong to it: one vendor in one page, or one tag of a container. */
export interface Tag {
  readonly name: string;
  readonly vendor: Vendor;
  readonly entity?: Entity;
  /** In order of execution. */
  readonly activities: readonly JudgedActivity[];
  readonly states: Readonly<Record<ConsentState, Verdict>>;
  /** What stands in front of it. */
  readonly gate: GateVerdict;
  /** What decides its verdict in a state; worked out when it is asked for. */
  readonly because: (state: ConsentState) => readonly CellReason[];
}

/** Automatic collection that a source switches on in so many words (a vendor's settings file, a field of a tag). */
export interface SettingFact {
  readonly vendor: Vendor;
  readonly feature: SettingsFile['feature'];
  /** What is switched, where it is not the vendor's feature of that kind. */
  readonly title?: string;
  /** auto: the vendor's tag collects, a product may take it; followed: code of the site's server does what the interface says. */
  readonly state: 'on' | 'off' | 'auto' | 'followed';
  readonly detail: Said;
  /** The match keys or fields that are on, where the source names them. */
  readonly keys: readonly string[];
  readonly id?: string;
  /** Further accounts that get what this one gets. */
  readonly leadsTo?: readonly string[];
  readonly location: Location;
  readonly entity?: Entity;
}

/** What the page or container says of itself: evidence for what is sensitive. */
export interface ContextFact {
  /**
   * `file`: the folders and the name of the page's file. `navigation`: what the links of a menu say, with `|` between. `table`: what
   * a lookup table of a container asks addresses for. `route`: the address and title of one page of many that the unit makes.
   * `site`, `package`: what other files of the project call the site, and what they call the package.
   */
  readonly about:
    | 'title'
    | 'description'
    | 'structured-data'
    | 'path'
    | 'breadcrumb'
    | 'container'
    | 'heading'
    | 'file'
    | 'navigation'
    | 'table'
    | 'route'
    | 'site'
    | 'package';
  readonly text: string;
  readonly location?: Location;
}

/** How a platform's loader gets onto the page. */
export interface CmpLoader {
  /** synchronous: the parser waits for it; late: async, deferred or a module; injected: a script inserts it. */
  readonly how: 'synchronous' | 'late' | 'injected';
  /** What makes it late, for messages: `async`, `defer`, `inserted by a script`. */
  readonly by: string;
  /** Activities with a lower order come before it. */
  readonly order: number;
  /** It blocks by itself what it recognises. */
  readonly blocks: boolean;
  readonly location: Location;
}

export interface LoadedCmp {
  readonly cmp: Cmp;
  /** The unit loads it (and is not only written for it). */
  readonly loaded: boolean;
  readonly location?: Location;
  readonly loader?: CmpLoader;
  /** Words that the unit's settings grant without a choice; the empty word stands for all. */
  readonly presets?: ReadonlyMap<string, CmpPreset['grants']>;
}

/** What runs together and is judged together. */
export interface Unit {
  /** `gtm-template`: a custom template of Tag Manager alone. Which container fires it, and when, is not in sight: it has no tags. */
  readonly kind: 'page' | 'container' | 'server-container' | 'gtm-template' | 'script' | 'settings';
  readonly source: Source;
  /** A container as it is published: without names, and without what is not needed at run time. */
  readonly compiled?: true;
  /** The public id of a container. */
  readonly publicId?: string;
  /** CMPs that the unit loads, or whose names its code uses. */
  readonly cmps: readonly LoadedCmp[];
  /** In order of execution. */
  readonly activities: readonly JudgedActivity[];
  readonly tags: readonly Tag[];
  readonly hints: readonly JudgedHint[];
  readonly unknownScripts: readonly JudgedUnknownScript[];
  readonly parked: readonly Parked[];
  readonly surroundings: Surroundings;
  readonly settings: readonly SettingFact[];
  readonly context: readonly ContextFact[];
  /** Hosts that a page gives itself: of its canonical address, its base. */
  readonly hosts: readonly string[];
  readonly fields: readonly FormField[];
  readonly dynamic: readonly DynamicCode[];
  readonly entities: readonly Entity[];
  /** The ways by which the tags of a container start. */
  readonly routes: readonly JudgedRoute[];
  /** The page that loads a container, where one of the run does. */
  readonly embedding?: EmbeddingPage;
  /** A page that reveals something and loads the container: then nothing but what its tags learn there is asked. */
  readonly visit?: Visit;
  /** What starts a vendor elsewhere on the page that loads a container: in the page, or in a container that it loads before. */
  readonly alongside: readonly JudgedActivity[];
  /** Ids of vendors whose function the unit defines itself, as a queue in front of a library that it may not load. */
  readonly stubs: readonly string[];
  /** Where its code changes the address without a page being loaded. */
  readonly moves?: Location;
  /** What the unit says of the default of a consent mode on a first visit in the regime's regions. */
  readonly consentModes: readonly ConsentModeFact[];
  /** What decides the verdict on one of its activities in a state; worked out when it is asked for. */
  readonly because: (activity: JudgedActivity, state: ConsentState) => readonly CellReason[];
}

const GATED_PURPOSES: readonly Purpose[] = [
  'ads',
  'analytics',
  'replay',
  'ab-testing',
  'affiliate',
  'marketing-automation',
  'cdp',
];

/** Vendors whose tags need a choice: advertising, measurement, recording, testing (design, *Pages: the fine print*). */
export function needsConsent(vendor: Vendor): boolean {
  if (vendor.category === 'necessary' || vendor.retired?.inert) return false;
  return vendor.purposes.some((purpose) => GATED_PURPOSES.includes(purpose));
}

/** What a unit sends to vendors that need a choice; a server container sends on purpose only, whoever the vendor is. */
export function sendingActivities({ kind, activities }: Unit): readonly JudgedActivity[] {
  return kind === 'server-container' ? activities : activities.filter(({ vendor }) => needsConsent(vendor));
}
