/**
 * What names say. A name decides nothing where the definition is in sight; where it is not, a name that speaks of consent
 * makes a condition unknown instead of free, so that it is neither an alarm nor an all-clear.
 * Words from the consent platforms' and sites' own code in English and the Nordic, German, Dutch and Romance languages.
 */
import type { Category } from '../../model/catalog.ts';
import type { ClickMeaning, ConditionTopic } from '../../model/guard.ts';
import { isRefusalName } from '../../model/refusal-name.ts';
import type { ESTree } from '../../parse/script.ts';

const CONSENT =
  /consent|gdpr|ccpa|cookies?_(?:group|categor(?:y|ies)|type)s?_(?:is_)?(?:accept|allow|grant|enabl)|cookies?[\s_.-]?(?:accept|allow|ok|law|choice|pref|setting|banner|permission|control)|accept(?:ed|s)?[\s_.-]?(?:all|cookie|tracking|terms|marketing|analytics)|(?:has|is|user|did)[\s_.-]?(?:accept|agree|allow)|allow(?:s|ed)?[\s_.-]?(?:track|marketing|analytics|ads|cookie)|(?:marketing|analytics|ads?|tracking|statistics|targeting|advertising)[\s_.-]?(?:ok|allowed|accepted|granted|enabled|permission|permitted|cookies)|can[\s_.-]?(?:be[\s_.-]?)?track|opt(?:ed)?[\s_.-]?in|(?:ad|analytics)_storage|ad_user_data|ad_personalization|samtyck|samtykke|suostumus|einwillig|zustimm|toestemming|akkoord|consens|consentement|consentimiento|tillat|tilla[dt]|godk[aä]n|(?:^|\.)(?:is_?)?(?:granted|accepted)$/i;

/** Where the visitor is decides whose law holds; what a page does elsewhere says little of what it does here. */
const REGION =
  /(?:^|[^a-z])(?:is|in|from)_?(?:the_?)?(?:eu|eea|europe(?:an)?|gdpr|row)(?![a-z])|(?:^|[^a-zA-Z])(?:is|in)(?:EU|EEA|Europe|European|EuropeanUnion|GDPR)(?![a-z])|gdprApplies/i;

/** `prefs.marketing`: a category of something that holds choices. */
const CATEGORY_MEMBER =
  /[.[]['"]?(?:marketing|advertis(?:ing|ement)|targeting|ads?|statistics?|analytics|performance|functional|preferences|tracking)['"]?\]?$/i;
const CHOICES =
  /cmp|prefs?|preferences|choices?|categor|permission|privacy|cookies?|purposes?|groups?|allowed|accepted|granted/i;

/** The name of what was too much to evaluate. */
export const UNRESOLVED = '\u2026';

/** Signals of the browser that refuse; not asking for them is no consent, and having none is no consent either. */
const SIGNALS = /doNotTrack|globalPrivacyControl|(?:^|[^a-z])(?:dnt|gpc)(?:[^a-z]|$)|dntEnabled|gpcEnabled/i;

/** Answers for names are kept: the same few are asked for again and again. */
function remembered(tell: (name: string) => ConditionTopic): (name: string) => ConditionTopic {
  const known = new Map<string, ConditionTopic>();
  return (name) => {
    let topic = known.get(name);
    if (topic === undefined) {
      topic = tell(name);
      if (name.length > 200) return topic;
      if (known.size >= MOST_NAMES) known.clear();
      known.set(name, topic);
    }
    return topic;
  };
}

const MOST_NAMES = 5_000;

/** What a condition on something with this name is about. */
export const topicOf = remembered((name) => {
  if (name === '' || SIGNALS.test(name)) return 'free';
  if (name === UNRESOLVED || REGION.test(name)) return 'unresolved';
  const short = name.slice(0, 200);
  if (isRefusalName(short)) return 'opt-out';
  if (CONSENT.test(short) || (CATEGORY_MEMBER.test(short) && CHOICES.test(short))) return 'consent';
  return 'free';
});

/** True for code in which a name speaks of a choice, or of who refuses. */
export function speaksOfChoice(code: string): boolean {
  return CONSENT.test(code) || /accept|granted|declin|denied|opt[\s_.-]?out|privacy/i.test(code);
}

/** Where a visitor comes from, by anything that does not say whether the law of the regime holds there. */
const PLACE =
  /country|continent|time_?zone|resolvedOptions|(?:^|[^a-z])(?:geo|locale|region)(?:[^a-z]|$)|navigator\.languages?|ipapi|accept-language/i;

/** Where and for whom the code runs: production, host, bot. */
const ENVIRONMENT =
  /NODE_ENV|(?:^|[^a-z])env(?:ironment)?(?:[^a-z]|$)|(?:^|[^a-z])(?:is_?)?(?:prod(?:uction)?|staging|preview|debug|test_?mode|dev(?:elopment)?)(?:[^a-z]|$)|isProd|isDev|hostname|localhost|userAgent|webdriver|lighthouse|bot(?:[^a-z]|$)|crawler|(?:^|[^a-z])ua(?:[^a-z]|$)/i;

/**
 * What a condition on something with this name is about, also where it is about something else than a choice: the region,
 * a signal of the browser, the environment. None of these gates.
 */
export const subjectOf = remembered((name) => {
  const short = name.slice(0, 200);
  if (SIGNALS.test(short)) return 'signal';
  const topic = topicOf(name);
  if (topic === 'unresolved') return name === UNRESOLVED ? topic : 'region';
  if (topic !== 'free') return topic;
  if (PLACE.test(short)) return 'place';
  return ENVIRONMENT.test(short) ? 'environment' : 'free';
});

/** Countries whose visitors are under the regime's law (EEA, Switzerland, United Kingdom), by ISO code. */
const REGIME_COUNTRIES = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO CH GB UK EU EEA'.split(
    ' ',
  ),
);

/** A country code with which a visitor's country is compared: inside or outside the regime; undefined for other texts. */
export function isRegimeCountry(text: string): boolean | undefined {
  return /^[A-Z]{2,3}$/.test(text) ? REGIME_COUNTRIES.has(text) : undefined;
}

/** What a key says of the callback under it: `onAccept`, `granted`, `onReject`. */
export function topicOfCallback(key: string): ConditionTopic {
  const topic = topicOf(key);
  if (topic !== 'free') return topic;
  // Events of cookies are those of a banner: `cookies:updated`, `CookieConfiguration_Update`.
  if (/(?:[Cc]ookie|COOKIE)[Ss]?(?![a-z])/.test(key)) return 'consent';
  return /^(?:on|handle|after|when)?_?(?:accept|allow|agree|grant|approv|opt_?in)/i.test(key) ? 'consent' : 'free';
}

/** True for literals with which a choice is compared: `status === 'granted'`. */
export function isConsentWord(text: string): boolean {
  return /^(?:granted|accepted|accept|allow|allowed|opt-?in|opted-?in|consented|all|accept-?all|accepted-?all)$/i.test(
    text.trim(),
  );
}

export function isRefusalWord(text: string): boolean {
  return /^(?:denied|declined|decline|rejected|reject|refused|deny|opt-?out|opted-?out|necessary|essential|none|dismiss(?:ed)?)$/i.test(
    text.trim(),
  );
}

const MARKETING =
  /market|advert|target|(?:^|[^a-z])ads?(?:[^a-z]|$)|cookie_cat_marketing|C0004|personali[sz]ed.?ads|retarget|social|pixel/i;
const STATISTICS = /statist|analytic|measure|performance|C0002/i;
const PREFERENCES = /preferenc|functional|personali[sz]|C0003/i;
const NECESSARY = /necessary|essential|strict|required|C0001/i;

/** The category that a word in a site's own code means, or undefined. */
export function categoryOfWord(word: string): Category | undefined {
  if (MARKETING.test(word)) return 'marketing';
  if (STATISTICS.test(word)) return 'statistics';
  if (PREFERENCES.test(word)) return 'preferences';
  if (NECESSARY.test(word)) return 'necessary';
  return undefined;
}

const ACCEPT =
  /accept|allow|agree|consent[\s_-]?(?:yes|ok|given|grant|button)|godk[aä]nn|till[aå]t|samtyck|akzept|zustimm|annehm|einverstanden|hyv[aä]ksy|accett|acept|aceit|toestaan|akkoord|tillad|godta|got[\s_-]?it|opt[\s_-]?in|(?:^|[^a-z])(?:ok|okay|yes|ja|oui|si|grant)(?:[^a-z]|$)/i;
const REFUSE =
  /declin|reject|refus|den(?:y|ied)|avvis|neka|avb[oö]j|ablehn|weiger|rifiut|rechaz|opt[\s_-]?out|necessary|essential|required|needed|n[oö]dv[aä]ndig|notwendig|close|dismiss|st[aä]ng|schlie(?:ß|ss)en|later|no[\s_-]?thanks|(?:^|[^a-z])(?:no|nej|nein|non|cancel|hide)(?:[^a-z]|$)/i;

/** Words for an element that stands in a banner: no button of one is an ordinary click. */
export const IN_BANNER = 'in a cookie banner';

/** True for names of elements that hold a banner or its settings. */
export function isBanner(names: string): boolean {
  return /cookie|consent|gdpr|samtyck|samtykk|kakor|einwillig|toestemming|(?:^|[\s_-])(?:cmp|rgpd|lgpd|dsgvo|avg)(?:[\s_-]|$)|(?:^|\s)cc-|privacy[\w-]*(?:banner|modal|dialog|settings|cent(?:er|re)|pref)/i.test(
    names.slice(0, 1000),
  );
}

/** True for buttons of which one accepts and another refuses: what else stands beside them is an answer, too. */
export function asksForChoice(buttons: readonly string[]): boolean {
  const said = buttons.map(meaningOfClick);
  return said.includes('accept') && said.includes('refuse');
}

/** What a click on an element with this text, id, class or selector says. */
export function meaningOfClick(text: string): ClickMeaning {
  const short = text.slice(0, 300);
  const refuses = REFUSE.test(short);
  const accepts = ACCEPT.test(short);
  if (accepts && !refuses) return 'accept';
  if (refuses && !accepts) return 'refuse';
  if (accepts && refuses) return 'unknown';
  return 'other';
}

/** Events that come by themselves or with any use of the page: no choice. */
const UNCHOSEN =
  /^(?:load|DOMContentLoaded|readystatechange|pageshow|pagehide|beforeunload|unload|visibilitychange|scroll|scrollend|wheel|mousemove|mouseover|mouseenter|mouseout|mousedown|mouseup|pointermove|pointerdown|pointerup|touchstart|touchmove|touchend|keydown|keyup|keypress|resize|focus|blur|popstate|hashchange|orientationchange|ready|turbo:load|turbolinks:load|page:load|astro:page-load|livewire:navigated|swup:contentReplaced|online)$/;

export function isUnchosenEvent(name: string): boolean {
  return UNCHOSEN.test(name);
}

/** Callees that run their callback by themselves, sooner or later. */
const INVOKERS =
  /(?:^|\.)(?:setTimeout|setInterval|setImmediate|requestAnimationFrame|requestIdleCallback|queueMicrotask|nextTick|ready|onReady|domReady|documentReady|onDomReady|DOMReady|whenReady|useEffect|useLayoutEffect|useMount|useInsertionEffect|onMounted|onBeforeMount|onMount|afterUpdate|mounted|componentDidMount|defineNuxtPlugin|defineClientConfig|startTransition|debounce|throttle|once|defer|delay|run|init|start|bootstrap|Promise|IntersectionObserver|MutationObserver|ResizeObserver|PerformanceObserver|useCallback|useMemo|memo|forwardRef|attempt|safe|exec|idle|afterLoad|onLoad|onload|lazyLoad|then|finally|defineComponent|createApp|watchEffect|effect|createEffect|onRouteChange|afterEach|onRouteUpdate|onClientEntry)$/;

export function isInvoker(name: string): boolean {
  return INVOKERS.test(name);
}

/** Settings of banners that count scrolling, waiting or any click as a choice. */
export function isImpliedConsent(key: string): boolean {
  return /^(?:accept|dismiss|imply|consent|agree)(?:Consent)?On(?:Scroll|Interaction|Timeout|WindowClick|LinkClick|Move|Navigation)/i.test(
    key,
  );
}

/** Functions known only by name that read a stored value whose key is the first argument. */
export function isStorageReader(name: string): boolean {
  return (
    /(?:^|[._])(?:get|read|fetch|load|parse|has|check|use)?_?cookies?(?:value|item|byname|_by_name)?$/i.test(name) ||
    /(?:cookies?|storage|cookiestore|store2?|localforage)(?:\(\))?\.(?:get|getItem|read|getJSON|has)$/i.test(name) ||
    /(?:^|\.)(?:get|read|fetch|load|use)(?:From)?(?:Local|Session)?Storage(?:Item|State)?$/i.test(name)
  );
}

/** What a function known only by name does with the cookie whose name is the first argument. */
export function cookieWriter(name: string): 'set' | 'delete' | undefined {
  if (/(?:^|[._])(?:set|write|save|create|store)_?cookie$/i.test(name)) return 'set';
  return /(?:^|[._])(?:delete|remove|erase|clear|unset)_?cookie$/i.test(name) ? 'delete' : undefined;
}

/** Functions known only by name that load the script whose address they are given. */
export function isScriptLoader(name: string): boolean {
  return /(?:load|inject|add|insert|append|include|get|require|create|import|fetch)_?(?:external|async|remote|third_?party)?_?(?:script|js|tag|pixel)s?(?:async|url|src|tag|once)?$/i.test(
    name.replace(/\(\)/g, ''),
  );
}

/** Digests: what they return is still personal data, but not in clear text. */
export function isHash(name: string): boolean {
  return (
    /sha-?_?(?:1|224|256|384|512)|\bmd5|hash(?:ed|value|email|string|data)?$|digest|hmac|(?:^|[._])sha$/i.test(name) ||
    /(?:^|[._])hash[A-Z_]\w{0,60}$/.test(name)
  );
}

/** What comes out tells nothing of who it was about: masked, or only an answer about it (`isValid`, `getDomain`, `size`). */
export function isRedaction(name: string): boolean {
  if (/(?:^|[.:])(?:Boolean|(?:is|has|validate|check|verify)(?:[A-Z_]\w{0,60})?|length|size|count)$/.test(name))
    return true;
  if (/[a-z_](?:Valid|Exists?|Provider|Length|Count|Empty|Present|Known)$/.test(name)) return true;
  // WordPress has functions that clean a text, and keep it.
  if (/^sanitize_(?:email|text_field|user)$/.test(name)) return false;
  return /domain|redact|mask|anonymi[sz]e|scrub|saniti[sz]e|strip_?pii|remove_?pii|censor/i.test(name);
}

/** Names of functions whose result holds what they are handed, in the same or another form: `normalizeEmail`, `encode`, `sha256`. */
export function keepsValue(name: string): boolean {
  const last = name.slice(name.search(/[^.:]*$/));
  return (
    isHash(name) ||
    /^(?:String|Uint8Array|ArrayBuffer|Blob|Buffer|URLSearchParams|FormData|from|of|then|update|final|finalize|words|value|btoa|atob|unescape|assign|extend|merge|concat|join|map|pick|slice|getUint\d{1,2}|from(?:Bits|CharCode|CodePoint))$/.test(
      last,
    ) ||
    /(?:normali[sz]ed?|clean(?:ed|up)?|format(?:ted)?|trim(?:med)?|lower(?:_?case)?|upper(?:_?case)?|encoded?|decode|escape|stringify|seriali[sz]e|base64|hex|e164|encodeURI|encodeURIComponent)(?:Email|Phone|Value|String|Text|Data|Input|Number|Name|Param)?s?$/i.test(
      last,
    ) ||
    /^(?:normali[sz]e|clean|format|trim|encode|escape|to(?:String|Lower|Upper|Hex|Base64|Json|JSON|E164|Array))[A-Z_]?\w{0,40}$/.test(
      last,
    )
  );
}

/** What a parameter is called, with a default or without: `email`, `email = null`; '' for one that is taken apart. */
export function parameterName(node: ESTree.Node): string {
  const named = node.type === 'AssignmentPattern' ? node.left : node;
  return named.type === 'Identifier' ? named.name : '';
}

/** Names under which code is handed the window; AngularJS injects it as `$window`. */
export function isWindowName(name: string): boolean {
  return name === 'window' || name === '$window' || name === '_window';
}
