/** What the functions of a published container are called in an export. */

/** The operators of conditions. */
export const OPERATORS: Readonly<Record<string, string>> = {
  _eq: 'EQUALS',
  _cn: 'CONTAINS',
  _sw: 'STARTS_WITH',
  _ew: 'ENDS_WITH',
  _re: 'MATCH_REGEX',
  _css: 'CSS_SELECTOR',
  _um: 'URL_MATCHES',
  _gt: 'GREATER',
  _ge: 'GREATER_OR_EQUALS',
  _lt: 'LESS',
  _le: 'LESS_OR_EQUALS',
};

/** The trigger types whose events have fixed names. */
export const TRIGGER_TYPES: ReadonlyMap<string, string> = new Map([
  ['gtm.init_consent', 'CONSENT_INIT'],
  ['gtm.init', 'INIT'],
  ['gtm.js', 'PAGEVIEW'],
  ['gtm.dom', 'DOM_READY'],
  ['gtm.load', 'WINDOW_LOADED'],
  ['gtm.timer', 'TIMER'],
  ['gtm.scrollDepth', 'SCROLL_DEPTH'],
  ['gtm.elementVisibility', 'ELEMENT_VISIBILITY'],
  ['gtm.historyChange', 'HISTORY_CHANGE'],
  ['gtm.historyChange-v2', 'HISTORY_CHANGE'],
  ['gtm.pageError', 'JS_ERROR'],
  ['gtm.click', 'CLICK'],
  ['gtm.linkClick', 'LINK_CLICK'],
  ['gtm.formSubmit', 'FORM_SUBMIT'],
  ['gtm.video', 'YOU_TUBE_VIDEO'],
  ['gtm.triggerGroup', 'TRIGGER_GROUP'],
]);

/** Tags that no one wrote: they arm the listeners of triggers. */
export const LISTENERS: ReadonlySet<string> = new Set([
  '__cl',
  '__lcl',
  '__fsl',
  '__evl',
  '__sdl',
  '__tl',
  '__hl',
  '__ehl',
  '__jel',
  '__ytl',
  '__tg',
]);

/** The tag that stands for a trigger group and for its members. */
export const GROUP = '__tg';
export const PAUSED = '__paused';
export const ZONE = '__zone';
/** Tags of the file of a Google tag, and the parameter in which they say whose it is. */
export const OWNERS: Readonly<Record<string, string>> = { __gct: 'vtp_trackingId', __rep: 'vtp_containerId' };
/** The type of a tag or variable of a custom template begins so. */
export const TEMPLATE = /^__cvt_/;

/** The data layer key with the ids of the listeners that an event comes from. */
export const LISTENER_IDS = 'gtm.triggers';

const PAGE: Readonly<Record<string, string>> = { URL: 'Page URL', HOST: 'Page Hostname', PATH: 'Page Path' };

const INTERACTIONS: Readonly<Record<string, string>> = {
  'gtm.element': 'Click Element',
  'gtm.elementClasses': 'Click Classes',
  'gtm.elementId': 'Click ID',
  'gtm.elementTarget': 'Click Target',
  'gtm.elementUrl': 'Click URL',
  'gtm.errorMessage': 'Error Message',
  'gtm.errorUrl': 'Error URL',
  'gtm.errorLineNumber': 'Error Line',
  'gtm.newUrlFragment': 'New History Fragment',
  'gtm.oldUrlFragment': 'Old History Fragment',
  'gtm.newHistoryState': 'New History State',
  'gtm.oldHistoryState': 'Old History State',
  'gtm.historyChangeSource': 'History Source',
  'gtm.videoProvider': 'Video Provider',
  'gtm.videoStatus': 'Video Status',
  'gtm.videoUrl': 'Video URL',
  'gtm.videoTitle': 'Video Title',
  'gtm.videoDuration': 'Video Duration',
  'gtm.videoCurrentTime': 'Video Current Time',
  'gtm.videoPercent': 'Video Percent',
  'gtm.videoVisible': 'Video Visible',
  'gtm.scrollThreshold': 'Scroll Depth Threshold',
  'gtm.scrollUnits': 'Scroll Depth Units',
  'gtm.scrollDirection': 'Scroll Direction',
  'gtm.visibleRatio': 'Percent Visible',
  'gtm.visibleTime': 'On-Screen Duration',
};

/** Functions of built-in variables that take nothing. */
const PLAIN: Readonly<Record<string, string>> = {
  __e: 'Event',
  __cid: 'Container ID',
  __ctv: 'Container Version',
  __dbg: 'Debug Mode',
  __hid: 'HTML ID',
  __r: 'Random Number',
};

/** The name of the built-in variable that a macro is; undefined for every other macro. */
export function builtInName(name: string, parameter: (key: string) => unknown): string | undefined {
  if (Object.hasOwn(PLAIN, name)) return PLAIN[name];
  if (name === '__v' && parameter('dataLayerVersion') === 1) return entry(INTERACTIONS, parameter('name'));
  if (name === '__aev') return parameter('varType') === 'TEXT' && !parameter('attribute') ? 'Click Text' : undefined;
  if (name === '__f') return parameter('component') === 'URL' ? 'Referrer' : undefined;
  if (name !== '__u' || parameter('queryKey') !== undefined || parameter('customUrlSource') !== undefined)
    return undefined;
  return entry(PAGE, parameter('component') ?? 'URL');
}

function entry(table: Readonly<Record<string, string>>, key: unknown): string | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}
