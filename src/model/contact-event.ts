/** Events that say that somebody used a way to reach the site: the number or address that they carry is what a link leads to. */
import type { UserDataKind } from './catalog.ts';
import { atomsOf } from './guard.ts';
import type { Activity } from './unit.ts';
import { alternativesOf, originsOf, propertyOf, textOf, type Value } from './value.ts';

/** Ways to reach somebody, by the kind of data that tells where they lead. */
const WAYS: Partial<Readonly<Record<UserDataKind, RegExp>>> = {
  phone:
    /^(?:(?:tele|mobile)?phones?|tel|mobile|mobil|calls?|whatsapp|wa|sms|telefon[oe]?|telefoon|puhelin|contact|kontakt|contacto)$/,
  email: /^(?:e?-?mails?|mailto|epost|correo|courriel|contact|kontakt|contacto)$/,
};
const USED =
  /^(?:click(?:s|ed|ing)?|clics?|clique|cliques|klick(?:ad|ade|t)?|klik(?:k)?|tap(?:s|ped)?|press(?:ed)?|dial(?:ed|led)?|touch|links?|lank|button|btn)$/;
/** Where something was handed in, what is sent may be what the visitor wrote. */
const GIVEN =
  /^(?:form|submit(?:s|ted)?|submission|sign|signup|subscri\w*|regist\w*|login|newsletter|sent|send|save[ds]?|verif\w*|otp|code|complete[ds]?|captured?|entered|provided|lead)$/;
/** Whose data it is. */
const OF_PERSON =
  /user|customer|client|visitor|patient|member|lead|buyer|shopper|subscriber|account|billing|shipping|kund|profile|person/i;

/**
 * Whether a value of this kind travels with the use of a link: `phone_click` with a number says what was dialled, which as a
 * rule is the site's own. Not so where the name says that it is a person's, or where it comes from a field.
 */
export function isOfContact(
  activity: Pick<Activity, 'values' | 'guard'>,
  kind: UserDataKind,
  key: string,
  value: Value,
): boolean {
  const way = WAYS[kind];
  if (way === undefined || OF_PERSON.test(key)) return false;
  const origins = originsOf(value);
  if (origins.some(({ kind: from, name }) => from === 'form-field' || OF_PERSON.test(name))) return false;
  const event = activity.values.event ?? propertyOf(activity.values.pushed, 'event');
  const names = event ? alternativesOf(event).map(textOf) : [];
  if (names.length > 0 && names.every((name) => name !== undefined && isUse(name, way))) return true;
  if ([activity.values.params, activity.values.pushed].some((sent) => tellsChat(sent, way))) return true;
  const fired = atomsOf(activity.guard).flatMap(({ atom }) => (atom.kind === 'site-event' ? [atom.name] : []));
  return fired.length > 0 && fired.every((name) => isUse(name, way));
}

/** `phone_click`, `clickToCall`, `Email Link Tapped`. */
function isUse(name: string, way: RegExp): boolean {
  const words = wordsIn(name);
  return (
    words.some((word) => way.test(word)) &&
    words.some((word) => USED.test(word)) &&
    !words.some((word) => GIVEN.test(word))
  );
}

/** What is sent says through what the visitor chats with the site: `{ chat_channel: 'whatsapp', chat_id: phone }`, whatever the event is called. */
function tellsChat(sent: Value | undefined, way: RegExp): boolean {
  return (sent ? alternativesOf(sent) : []).some(
    (one) =>
      one.kind === 'object' &&
      one.properties.some(
        ({ key, value }) =>
          CHANNEL.test(key) &&
          alternativesOf(value).some((text) => wordsIn(textOf(text) ?? '').some((word) => way.test(word))),
      ),
  );
}

/** Not any channel: campaigns have one, too. */
const CHANNEL = /^(?:chat|messag(?:e|ing)|messenger)_?channel$/i;

function wordsIn(name: string): string[] {
  return name
    .slice(0, 100)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}
