/** Names with which sites keep and ask for a refusal. */

/** In English and the Nordic, German, Dutch and Romance languages. */
const REFUSAL =
  /opt(?:ed)?[\s_.-]?out|declin|reject|refus|den(?:y|ied)|revok|withdraw|no[\s_.-]?track|block[\s_.-]?track|avvis|neka|ablehn|weiger|rifiut|rechaz|do[\s_.-]?not[\s_.-]?(?:sell|share)/i;

const WHAT =
  'track(?:ing|ers?)?|analytics?|statist(?:ics?|ik)|telemetry|measurement|metrics|pixels?|marketing|advertising|remarketing|retargeting|targeting|matomo|piwik|plausible|umami|hotjar|clarity';
const SHORT = 'ga4?|gtm|gtag|ads';

/** `trackingDisabled`, `analytics_off`, `umami.disabled`; `disable_tracking`, `blockPixels`, `no-analytics`. */
const SWITCHED_OFF = new RegExp(
  `(?:${WHAT}|(?<![a-z])(?:${SHORT}))[\\s_.-]?(?:disabled?|off|paused|stopped|suppressed|excluded?|ignored?)(?![a-z])` +
    '|(?:disabled?|block(?:ed)?|suppress(?:ed)?|exclude[ds]?|ignored?|(?<![a-z])(?:no|stop|skip|pause|without|never|dont))' +
    `[\\s_.-]?(?:${WHAT}|(?:${SHORT})(?![a-z]))|(?:^|[^a-z])va-disable`,
  'i',
);

/** What is switched off there is switched off for everybody, by whoever runs the site. */
const CONFIGURED =
  /(?:^|[^a-z])(?:env|config(?:uration)?|settings?|options?|opts|props|theme|params?|args|flags|features?)(?:[.[(]|$)/i;

/** True where a name speaks of a refusal: `hasOptedOut`, `trackingDisabled`, `disable_analytics`. */
export function isRefusalName(name: string): boolean {
  const short = name.slice(0, 200);
  return REFUSAL.test(short) || (SWITCHED_OFF.test(short) && !CONFIGURED.test(short));
}

/** True for keys of what a site stores where somebody refuses: signals of the browser among them, kept under a key of the site's own. */
export function isRefusalKey(key: string): boolean {
  const short = key.slice(0, 200);
  return (
    REFUSAL.test(short) ||
    SWITCHED_OFF.test(short) ||
    /do[\s_-]?not[\s_-]?track|(?:^|[^a-z])dnt(?:[^a-z]|$)/i.test(short)
  );
}
