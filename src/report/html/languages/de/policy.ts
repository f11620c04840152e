/** Auf Deutsch: the rules on policies and the reviewed record. */
import type { Phrases } from '../phrases.ts';

export const policy: Phrases = {
  "{0} is used here, and the site's policy forbids it (vendors.deny: {1}).":
    '{0} wird hier verwendet, und die Richtlinie der Website verbietet es (vendors.deny: {1}).',
  "{0} is used here, and the site's policy does not list it (vendors.allow).":
    '{0} wird hier verwendet, und die Richtlinie der Website führt es nicht auf (vendors.allow).',
  'Who gets data of visitors is decided, bound by a contract and told to them before a tag is there, not after.':
    'Wer Daten von Besuchern erhält, wird entschieden, vertraglich gebunden und ihnen mitgeteilt, bevor ein Tag da ist, nicht danach.',
  'Remove the tag.': 'Das Tag entfernen.',
  'Remove the tag, or have {0} reviewed and add {1} to vendors.allow; a host of your own belongs into site.hosts.':
    'Das Tag entfernen oder {0} prüfen lassen und {1} in vendors.allow ergänzen; ein eigener Host gehört in site.hosts.',
  'Remove the tag, or have {0} reviewed and add {1} to vendors.allow.':
    'Das Tag entfernen oder {0} prüfen lassen und {1} in vendors.allow ergänzen.',
  'from the same host': 'vom selben Host',
  'Take it back, or review it and write it down: `taglint lock --update --reason "…"`.':
    'Zurücknehmen oder prüfen und festhalten: `taglint lock --update --reason "…"`.',
  'the reviewed record': 'das geprüfte Verzeichnis',
  'The host': 'Der Host',
  'the record of {0}': 'dem Verzeichnis vom {0}',
  '{0} is used here, and {1} does not have it': '{0} wird hier verwendet und fehlt in {1}',
  'no account': 'kein Konto',
  '{0} is an account that {1} does not have (it has {2})': '{0} ist ein Konto, das in {1} fehlt (dort steht: {2})',
  '{0} now gets the event “{1}”; {2} does not have it': '{0} erhält jetzt das Ereignis „{1}“; es fehlt in {2}',
  '{0} now gets {1}; {2} does not have it.': '{0} erhält jetzt {1}; das fehlt in {2}.',
  '{0} now gets “{1}” {2}; {3} has it {4}.': '{0} erhält jetzt „{1}“ {2}; in {3} ist es {4}.',
  '“{0}” for {1} now holds another kind of data: {2}.': '„{0}“ für {1} enthält jetzt andere Daten: {2}.',
  '{0} now gets {1} with {2}; {3} has it with others alone.':
    '{0} erhält jetzt {1} mit {2}; in {3} steht es nur mit anderen.',
  '{0} now gets {1} with {2}; {3} has them with others alone.':
    '{0} erhält jetzt {1} mit {2}; in {3} stehen sie nur mit anderen.',
  'What comes from {0}': 'Was von {0} kommt,',
  '{0}; in {1} {2}.': '{0}; in {1} {2}.',
  '{0}; in {1} {2}, held by {3}.': '{0}; in {1} {2}, gehalten durch {3}.',
  '{0} of {1} is no longer held by {2}, as in {3}.': '{0} von {1} wird nicht mehr durch {2} gehalten wie in {3}.',
  '{0} of {1} are no longer held by {2}, as in {3}.': '{0} von {1} werden nicht mehr durch {2} gehalten wie in {3}.',
  '{0} of {1} now takes {2}; {3} does not have that.': '{0} von {1} nimmt jetzt {2}; das fehlt in {3}.',
  '{0} of {1} is on; {2} does not have it.': '{0} von {1} ist eingeschaltet; das fehlt in {2}.',
  '{0} of {1} is on, for {2}; {3} does not have it.': '{0} von {1} ist eingeschaltet, für {2}; das fehlt in {3}.',
  'A script comes from {0} here, and {1} does not have it.': 'Ein Skript kommt hier von {0} und fehlt in {1}.',
  'A {0} comes from {1} here, and {2} does not have it.': 'Dies kommt hier von {1} und fehlt in {2}: {0}.',
  'Somebody has reviewed what is sent, and this is not what they have seen.':
    'Jemand hat geprüft, was gesendet wird, und das hier ist nicht, was dabei zu sehen war.',
  '{0} The record was written by taglint {1}: what this one, {2}, sees for the first time is new, too.':
    '{0} Das Verzeichnis wurde von taglint {1} geschrieben: Was diese Version, {2}, zum ersten Mal sieht, ist ebenfalls neu.',
  '{0}; it gets {1}.': '{0}; er erhält {1}.',
  '{0}, from {1}': '{0}, aus {1}',
  'with preferences alone granted': 'wenn nur Präferenzen erlaubt sind',
  'with statistics alone granted': 'wenn nur Statistik erlaubt ist',
  'with marketing alone granted': 'wenn nur Marketing erlaubt ist',
  'with all granted': 'wenn alles erlaubt ist',
  'now runs': 'läuft jetzt',
  'now run': 'laufen jetzt',
  'now runs in the limited form': 'läuft jetzt in der begrenzten Form',
  'now run in the limited form': 'laufen jetzt in der begrenzten Form',
  'is now fetched': 'wird jetzt geladen',
  'are now fetched': 'werden jetzt geladen',
  'may now run': 'läuft jetzt möglicherweise',
  'does not run': 'läuft nicht',
  'do not run': 'laufen nicht',
  'it runs': 'läuft es',
  'they run': 'laufen sie',
  'it runs in the limited form': 'läuft es in der begrenzten Form',
  'they run in the limited form': 'laufen sie in der begrenzten Form',
  'it waits for the vendor’s own switch': 'wartet es auf den eigenen Schalter des Anbieters',
  'they wait for the vendor’s own switch': 'warten sie auf den eigenen Schalter des Anbieters',
  'it may run or not': 'läuft es vielleicht oder nicht',
  'they may run or not': 'laufen sie vielleicht oder nicht',
  'it is blocked': 'ist es gesperrt',
  'they are blocked': 'sind sie gesperrt',
};
