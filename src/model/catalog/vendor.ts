/** A vendor, and its tags in Tag Manager. */
import type { Builder, CommandQueue, ConsentSignals, VendorCall, VendorPlugin } from './calls.ts';
import type {
  AutomaticFeature,
  ContentKeys,
  MoneyKeys,
  Recording,
  TestSwitch,
  UserDataKeys,
  WithheldKeys,
} from './data.ts';
import type { ActivityKind, Category, Purpose, UserDataKind } from './kinds.ts';
import type { UrlPattern, Where } from './patterns.ts';
import type { PublishedSettings, ScriptCopy, ServerCode, SettingsFile, Snapshot } from './served.ts';

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
}
