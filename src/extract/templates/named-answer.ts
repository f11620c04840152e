/** What the name of a value says that a server's template asks for or prints, where the value itself comes from elsewhere. */
import { atom, condition, type Guard, not } from '../../model/guard.ts';
import type { Location } from '../../text/location.ts';
import { categoryOfWord, isConsentWord, isRefusalWord, topicOf } from '../machine/names.ts';

/** True for a literal with which "is it there?" is asked: `== nil`, `!= ''`. */
const EMPTY = /^(?:nil|null|none|blank|empty|false|0|undefined|)$/i;

export function isEmpty(value: string | undefined): boolean {
  return value !== undefined && EMPTY.test(value);
}

/** A server's answer about consent. */
export function serverConsent(text: string, at: Location | undefined): Guard {
  return atom({ kind: 'consent', cmp: 'server', category: categoryOfWord(text), word: text.slice(0, 80) }, at);
}

/** A condition that says nothing of a choice. */
export function freely(subject: string, value: string | undefined, at: Location | undefined): Guard {
  const guard = condition('free', subject, at);
  return isEmpty(value) ? not(guard) : guard;
}

/**
 * What a site sets for all its visitors: no visitor's choice stands there, whatever it is called. A switch of the theme also
 * says whether there is a banner at all.
 */
const SETTING =
  /^(?:\$?this[.>-]+)?(?:(?:section|block|shop)\.)?settings?\s?[.[]|^(?:\$?\.)?site\.|^theme\.|^[\w$>.-]{0,60}(?:config|configuration|theme_?options|theme_?config)\w{0,20}\s?(?:\[|->|\.(?!get\b))|^(?:config|settings?|get_option|get_site_option|get_theme_mod|theme_get_setting|variable_get|env|getenv)\s*\(|^(?:Configuration|Setting|Config)::get\s*\(|^[\w$>.-]{0,60}(?:getConfig|getStoreConfig|scopeConfig|getThemeParam|getViewThemeParam|getSetting|getConfigData|isSetFlag)\w{0,20}\b/i;
const BANNER_SETTING =
  /^[\w.$>-]{0,80}(?:settings?|config|theme|params|options?|section|block)[\w.$>-]{0,80}cookie[\w.-]{0,20}(?:banner|bar|notice|popup|prompt)[\w.-]{0,20}$/i;

/** True for what a site sets for all its visitors, whatever it is called. */
export function isSetting(subject: string): boolean {
  return SETTING.test(subject) || BANNER_SETTING.test(subject);
}

/** A customer who takes mail has chosen that, not what the browser may store. */
const MAIL = /accepts?_?(?:e?mail_?)?marketing|newsletter|subscri(?:be|ption)/i;
/** Asks whether the visitor is to be asked. */
const ASKS =
  /(?:^|[^a-z])(?:requires?|needs?|must|should|show|display|ask|pending)_?[a-z_]{0,20}consent|consent_?(?:is_?)?(?:required|needed|pending|missing)/i;
const REFUSED_ANSWER =
  /not_?(?:yet_?)?(?:allow|accept|grant|agree|consent)|(?:^|[^a-z])(?:no|without|missing)_?[a-z_]{0,12}consent|consent_?not_?(?:given|granted)/i;
/** True for a name that says that consent is not there. */
export function isMissing(subject: string): boolean {
  return REFUSED_ANSWER.test(subject);
}

/** Allowed what, and who allows it, does not show. */
const VAGUE = /(?:^|[.>:\s])(?:is|has)_?allow(?:s|ed)?\s*(?:\(\s*\))?$/i;
/** `analytics_enabled` is a switch of the site as often as an answer of the visitor. */
const SWITCH = /enabled?\b/i;
const CHOICE_WORDS = /consent|cookie|gdpr|accept|allow|agree|opt|grant|permi|samtyck|einwillig|zustimm|toestemming/i;

/** The guard of a question of which only the name is known, compared with a literal or asked whether it is there. */
export function namedAnswer(subject: string, value: string | undefined, at: Location | undefined): Guard {
  if (isSetting(subject)) return freely(subject, value, at);
  const empty = isEmpty(value);
  const topic = topicOf(subject);
  const turned = (guard: Guard): Guard => (empty ? not(guard) : guard);
  if (topic === 'opt-out') return turned(condition('opt-out', subject, at));
  if (topic === 'unresolved') return condition('unresolved', subject, at);
  if (topic === 'consent') {
    if (MAIL.test(subject)) return freely(subject, value, at);
    if (ASKS.test(subject) || VAGUE.test(subject) || (SWITCH.test(subject) && !CHOICE_WORDS.test(subject)))
      return condition('unresolved', subject, at);
    if (value !== undefined && isRefusalWord(value)) return condition('opt-out', `${subject} ${value}`, at);
    const fallback = /\?\?\s*["']?([\w-]+)|,\s*(true|["']?(?:1|yes|granted|accepted)["']?)\s*\)$/i.exec(subject);
    const stands = fallback?.[1] ?? fallback?.[2];
    if (value === undefined && stands !== undefined && !EMPTY.test(stands)) {
      // Where nothing is stored, or the platform is not there, the fallback lets it through.
      return /\?\./.test(subject) ? condition('unresolved', subject, at) : not(condition('opt-out', subject, at));
    }
    // A server-side condition about consent is a gate (design, *Before consent*).
    const gate = serverConsent(subject, at);
    return turned(isMissing(subject) ? not(gate) : gate);
  }
  if (value !== undefined && isConsentWord(value) && /status|choice|track/i.test(subject))
    return condition('consent', `${subject} ${value}`, at);
  return freely(subject, value, at);
}
