/** På svenska: the rules on policies and the reviewed record. */
import type { Phrases } from '../phrases.ts';

export const policy: Phrases = {
  "{0} is used here, and the site's policy forbids it (vendors.deny: {1}).":
    '{0} används här, och webbplatsens policy förbjuder det (vendors.deny: {1}).',
  "{0} is used here, and the site's policy does not list it (vendors.allow).":
    '{0} används här, och webbplatsens policy tar inte upp det (vendors.allow).',
  'Who gets data of visitors is decided, bound by a contract and told to them before a tag is there, not after.':
    'Vem som får besökares uppgifter bestäms, regleras i avtal och berättas för dem innan en tagg finns på plats, inte efteråt.',
  'Remove the tag.': 'Ta bort taggen.',
  'Remove the tag, or have {0} reviewed and add {1} to vendors.allow; a host of your own belongs into site.hosts.':
    'Ta bort taggen, eller låt granska {0} och lägg till {1} i vendors.allow; en egen värd hör hemma i site.hosts.',
  'Remove the tag, or have {0} reviewed and add {1} to vendors.allow.':
    'Ta bort taggen, eller låt granska {0} och lägg till {1} i vendors.allow.',
  'from the same host': 'från samma värd',
  'Take it back, or review it and write it down: `taglint lock --update --reason "…"`.':
    'Ta tillbaka det, eller granska det och skriv ner det: `taglint lock --update --reason "…"`.',
  'the reviewed record': 'den granskade förteckningen',
  'The host': 'Värden',
  'the record of {0}': 'förteckningen från {0}',
  '{0} is used here, and {1} does not have it': '{0} används här, och finns inte i {1}',
  'no account': 'inget konto',
  '{0} is an account that {1} does not have (it has {2})': '{0} är ett konto som inte finns i {1} (där finns {2})',
  '{0} now gets the event “{1}”; {2} does not have it': '{0} får nu händelsen ”{1}”; den finns inte i {2}',
  '{0} now gets {1}; {2} does not have it.': '{0} får nu {1}; det finns inte i {2}.',
  '{0} now gets “{1}” {2}; {3} has it {4}.': '{0} får nu ”{1}” {2}; i {3} är det {4}.',
  '“{0}” for {1} now holds another kind of data: {2}.': '”{0}” för {1} innehåller nu ett annat slags uppgift: {2}.',
  '{0} now gets {1} with {2}; {3} has it with others alone.': '{0} får nu {1} med {2}; i {3} står det bara med andra.',
  '{0} now gets {1} with {2}; {3} has them with others alone.': '{0} får nu {1} med {2}; i {3} står de bara med andra.',
  'What comes from {0}': 'Det som kommer från {0}',
  '{0}; in {1} {2}.': '{0}; i {1} {2}.',
  '{0}; in {1} {2}, held by {3}.': '{0}; i {1} {2}, spärrat av {3}.',
  '{0} of {1} is no longer held by {2}, as in {3}.': '{0} till {1} spärras inte längre av {2}, så som i {3}.',
  '{0} of {1} are no longer held by {2}, as in {3}.': '{0} till {1} spärras inte längre av {2}, så som i {3}.',
  '{0} of {1} now takes {2}; {3} does not have that.': '{0} hos {1} tar nu {2}; det finns inte i {3}.',
  '{0} of {1} is on; {2} does not have it.': '{0} hos {1} är påslaget; det finns inte i {2}.',
  '{0} of {1} is on, for {2}; {3} does not have it.': '{0} hos {1} är påslaget, för {2}; det finns inte i {3}.',
  'A script comes from {0} here, and {1} does not have it.':
    'Ett skript kommer från {0} här, och det finns inte i {1}.',
  'A {0} comes from {1} here, and {2} does not have it.': 'Detta kommer från {1} här, och det finns inte i {2}: {0}.',
  'Somebody has reviewed what is sent, and this is not what they have seen.':
    'Någon har granskat vad som skickas, och det här är inte vad de har sett.',
  '{0} The record was written by taglint {1}: what this one, {2}, sees for the first time is new, too.':
    '{0} Förteckningen skrevs av taglint {1}: det som denna version, {2}, ser för första gången är också nytt.',
  '{0}; it gets {1}.': '{0}; leverantören får {1}.',
  '{0}, from {1}': '{0}, från {1}',
  'with preferences alone granted': 'när bara inställningar är beviljade',
  'with statistics alone granted': 'när bara statistik är beviljad',
  'with marketing alone granted': 'när bara marknadsföring är beviljad',
  'with all granted': 'när allt är beviljat',
  'now runs': 'körs nu',
  'now run': 'körs nu',
  'now runs in the limited form': 'körs nu i begränsad form',
  'now run in the limited form': 'körs nu i begränsad form',
  'is now fetched': 'hämtas nu',
  'are now fetched': 'hämtas nu',
  'may now run': 'kan nu köras',
  'does not run': 'körs inte',
  'do not run': 'körs inte',
  'it runs': 'körs det',
  'they run': 'körs de',
  'it runs in the limited form': 'körs det i begränsad form',
  'they run in the limited form': 'körs de i begränsad form',
  'it waits for the vendor’s own switch': 'väntar det på leverantörens egen omkopplare',
  'they wait for the vendor’s own switch': 'väntar de på leverantörens egen omkopplare',
  'it may run or not': 'kan det köras eller inte',
  'they may run or not': 'kan de köras eller inte',
  'it is blocked': 'är det spärrat',
  'they are blocked': 'är de spärrade',
};
