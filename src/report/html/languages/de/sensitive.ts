/** Auf Deutsch: the rules on sensitive data. */
import type { Phrases } from '../phrases.ts';

export const sensitive: Phrases = {
  'the name of the tag': 'der Name des Tags',
  'the event that fires the tag': 'das Ereignis, das das Tag auslöst',
  'tells {0} {1}': 'nennt {0} {1}',
  '{0} {1} by name ({2}), together with who the visitor is.':
    '{0} {1} beim Namen ({2}), zusammen damit, wer der Besucher ist.',
  '{0} {1} by name ({2}).': '{0} {1} beim Namen ({2}).',
  'Whoever triggers the event lands in a list with that name, and the vendor builds audiences of it.':
    'Wer das Ereignis auslöst, landet in einer Liste dieses Namens, und der Anbieter bildet daraus Zielgruppen.',
  'Name the event after the step (“lead”, “form_sent”), and keep what it was about on your own server.':
    'Das Ereignis nach dem Schritt benennen („lead“, „form_sent“) und, worum es ging, auf dem eigenen Server behalten.',
  '{0} is told sensitive things by name': '{0} erfährt Sensibles beim Namen',
  'Name events after the step, not after what it is about.':
    'Ereignisse nach dem Schritt benennen, nicht danach, worum es geht.',
  '{0} says “{1}” ({2})': '{0}: „{1}“ ({2})',
  'the name of the event': 'der Name des Ereignisses',
  'the name of a parameter': 'der Name eines Parameters',
  'the value of {0}': 'der Wert von {0}',
  'Whatever loads on the page gets its address and title with the cookie and the IP address of the visitor; no event has to be written for that.':
    'Was auf der Seite lädt, erhält deren Adresse und Titel zusammen mit Cookie und IP-Adresse des Besuchers; dafür muss kein Ereignis geschrieben werden.',
  'Leave trackers off such pages, or send a neutral address and title of your own with every call.':
    'Tracker von solchen Seiten fernhalten oder mit jedem Aufruf eine eigene, neutrale Adresse und einen neutralen Titel senden.',
  'Behind a login the site knows who the visitor is, and what the tracker gets there is health information about that person: it takes a contract as business associate with the vendor or an authorisation of each visitor, which a choice about cookies is not.':
    'Hinter einer Anmeldung weiß die Website, wer der Besucher ist, und was der Tracker dort erhält, sind Gesundheitsdaten dieser Person: Dafür braucht es einen Vertrag als Business Associate mit dem Anbieter oder die Ermächtigung jedes Besuchers, was eine Wahl über Cookies nicht ist.',
  'Leave trackers off the pages behind the login.': 'Tracker von den Seiten hinter der Anmeldung fernhalten.',
  'gets {0} ({1})': 'erhält {0} ({1})',
  'Trackers learn that the visitor is {0}': 'Tracker erfahren, wo der Besucher ist: {0}',
  'Leave trackers off these pages.': 'Tracker von diesen Seiten fernhalten.',
  'Leave trackers off this page.': 'Tracker von dieser Seite fernhalten.',
  '{0} learns that the visitor is {1}, and who the visitor is.':
    '{0} erfährt, wo der Besucher ist ({1}), und wer er ist.',
  '{0} learns that the visitor is {1}.': '{0} erfährt, wo der Besucher ist: {1}.',
  '{0} learns from {1} that the visitor is {2}, and who the visitor is.':
    '{0} erfährt durch {1}, wo der Besucher ist ({2}), und wer er ist.',
  '{0} learns from {1} that the visitor is {2}.': '{0} erfährt durch {1}, wo der Besucher ist: {2}.',
  '{0}, or {1}': '{0}, oder {1}',
  '{0}, or the like': '{0}, oder Ähnliches',
  '{0} ({1} pages)': '{0} ({1} Seiten)',
  'and 1 more page say so': 'und 1 weitere Seite sagt es',
  'and {0} more pages say so': 'und {0} weitere Seiten sagen es',
  '{0} names the product by its id': '{0} nennt das Produkt mit seiner ID',
  '{0} carries a product’s name': '{0} enthält den Namen eines Produkts',
  'The words tell something private about whoever looks at the product or buys it.':
    'Die Wörter sagen etwas Privates über den, der das Produkt ansieht oder kauft.',
  'Here {0}: what was looked at or bought is health data as soon as it can be tied to a person.':
    'Hier gilt: {0}. Was angesehen oder gekauft wurde, sind Gesundheitsdaten, sobald es sich einer Person zuordnen lässt.',
  'Send no names and categories; if the event is needed, send a value and a neutral id that only you can resolve.':
    'Keine Namen und Kategorien senden; wird das Ereignis gebraucht, einen Wert und eine neutrale ID senden, die nur Sie auflösen können.',
  '{0} from a sensitive site.': '{0}, von einer sensiblen Website.',
  'what the visitor searches for ({0})': 'wonach der Besucher sucht ({0})',
  'The words reveal something sensitive: people type what they suffer from into the search field.':
    'Die Wörter verraten etwas Sensibles: Ins Suchfeld wird geschrieben, woran man leidet.',
  'Here {0}: people type what they suffer from into the search field.':
    'Hier gilt: {0}. Ins Suchfeld wird geschrieben, woran man leidet.',
  'Leave the words out; if searches are to be counted, send that one was made and whether it found anything.':
    'Die Wörter weglassen; sollen Suchen gezählt werden, senden, dass gesucht und ob etwas gefunden wurde.',
  'what the visitor writes into a form ({0})': 'was der Besucher in ein Formular schreibt ({0})',
  'Here {0}: in their own words people tell why they come.':
    'Hier gilt: {0}. In eigenen Worten wird erzählt, warum man kommt.',
  'Leave the words out; send that the form was sent, if that.':
    'Die Wörter weglassen; allenfalls senden, dass das Formular gesendet wurde.',
  '{0} is filled from {1}': '{0} wird gefüllt aus {1}',
  '{0} is “{1}”': '{0} ist „{1}“',
};
