/** På svenska: the rules on sensitive data. */
import type { Phrases } from '../phrases.ts';

export const sensitive: Phrases = {
  'the name of the tag': 'taggens namn',
  'the event that fires the tag': 'händelsen som utlöser taggen',
  'tells {0} {1}': 'anger {1} för {0}',
  '{0} {1} by name ({2}), together with who the visitor is.':
    '{0} {1} vid namn ({2}), tillsammans med vem besökaren är.',
  '{0} {1} by name ({2}).': '{0} {1} vid namn ({2}).',
  'Whoever triggers the event lands in a list with that name, and the vendor builds audiences of it.':
    'Den som utlöser händelsen hamnar i en lista med det namnet, och leverantören bygger målgrupper av den.',
  'Name the event after the step (“lead”, “form_sent”), and keep what it was about on your own server.':
    'Ge händelsen namn efter steget (”lead”, ”form_sent”), och behåll vad den gällde på den egna servern.',
  '{0} is told sensitive things by name': '{0} får veta känsliga saker vid namn',
  'Name events after the step, not after what it is about.':
    'Ge händelser namn efter steget, inte efter vad det gäller.',
  '{0} says “{1}” ({2})': '{0}: ”{1}” ({2})',
  'the name of the event': 'händelsens namn',
  'the name of a parameter': 'en parameters namn',
  'the value of {0}': 'värdet av {0}',
  'Whatever loads on the page gets its address and title with the cookie and the IP address of the visitor; no event has to be written for that.':
    'Allt som laddas på sidan får dess adress och titel tillsammans med besökarens kaka och ip-adress; ingen händelse behöver skrivas för det.',
  'Leave trackers off such pages, or send a neutral address and title of your own with every call.':
    'Håll spårare borta från sådana sidor, eller skicka en egen neutral adress och titel med varje anrop.',
  'Behind a login the site knows who the visitor is, and what the tracker gets there is health information about that person: it takes a contract as business associate with the vendor or an authorisation of each visitor, which a choice about cookies is not.':
    'Bakom en inloggning vet webbplatsen vem besökaren är, och det spåraren får där är hälsouppgifter om den personen: det kräver ett avtal som business associate med leverantören eller varje besökares godkännande, vilket ett val om kakor inte är.',
  'Leave trackers off the pages behind the login.': 'Håll spårare borta från sidorna bakom inloggningen.',
  'gets {0} ({1})': 'får {0} ({1})',
  'Trackers learn that the visitor is {0}': 'Spårare får veta att besökaren är {0}',
  'Leave trackers off these pages.': 'Håll spårare borta från dessa sidor.',
  'Leave trackers off this page.': 'Håll spårare borta från denna sida.',
  '{0} learns that the visitor is {1}, and who the visitor is.':
    '{0} får veta att besökaren är {1}, och vem besökaren är.',
  '{0} learns that the visitor is {1}.': '{0} får veta att besökaren är {1}.',
  '{0} learns from {1} that the visitor is {2}, and who the visitor is.':
    '{0} får genom {1} veta att besökaren är {2}, och vem besökaren är.',
  '{0} learns from {1} that the visitor is {2}.': '{0} får genom {1} veta att besökaren är {2}.',
  '{0}, or {1}': '{0}, eller {1}',
  '{0}, or the like': '{0}, eller liknande',
  '{0} ({1} pages)': '{0} ({1} sidor)',
  'and 1 more page say so': 'och 1 sida till säger det',
  'and {0} more pages say so': 'och {0} sidor till säger det',
  '{0} names the product by its id': '{0} anger produkten med dess id',
  '{0} carries a product’s name': '{0} bär en produkts namn',
  'The words tell something private about whoever looks at the product or buys it.':
    'Orden säger något privat om den som tittar på produkten eller köper den.',
  'Here {0}: what was looked at or bought is health data as soon as it can be tied to a person.':
    'Här gäller: {0}. Vad någon har tittat på eller köpt är hälsouppgifter så snart det kan knytas till en person.',
  'Send no names and categories; if the event is needed, send a value and a neutral id that only you can resolve.':
    'Skicka inga namn och kategorier; behövs händelsen, skicka ett värde och ett neutralt id som bara ni kan tyda.',
  '{0} from a sensitive site.': '{0} från en känslig webbplats.',
  'what the visitor searches for ({0})': 'vad besökaren söker efter ({0})',
  'The words reveal something sensitive: people type what they suffer from into the search field.':
    'Orden avslöjar något känsligt: i sökfältet skriver folk vad de lider av.',
  'Here {0}: people type what they suffer from into the search field.':
    'Här gäller: {0}. I sökfältet skriver folk vad de lider av.',
  'Leave the words out; if searches are to be counted, send that one was made and whether it found anything.':
    'Utelämna orden; ska sökningar räknas, skicka att en sökning gjordes och om den gav något.',
  'what the visitor writes into a form ({0})': 'vad besökaren skriver i ett formulär ({0})',
  'Here {0}: in their own words people tell why they come.':
    'Här gäller: {0}. Med egna ord berättar folk varför de kommer.',
  'Leave the words out; send that the form was sent, if that.':
    'Utelämna orden; skicka på sin höjd att formuläret skickades.',
  '{0} is filled from {1}': '{0} fylls från {1}',
  '{0} is “{1}”': '{0} är ”{1}”',
};
