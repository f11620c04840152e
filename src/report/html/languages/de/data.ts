/** Auf Deutsch: the rules on personal data. */
import type { Phrases } from '../phrases.ts';

export const data: Phrases = {
  'in clear text as the tag takes it': 'im Klartext, wie das Tag es entgegennimmt',
  'in clear text as it leaves the server’s code': 'im Klartext, wie es den Code des Servers verlässt',
  'in clear text as it leaves the page’s code': 'im Klartext, wie es den Code der Seite verlässt',
  'hashed or in clear text, which is not seen here': 'gehasht oder im Klartext, was hier nicht zu sehen ist',
  'as a whole object, of which only the name is seen here': 'als ganzes Objekt, von dem hier nur der Name zu sehen ist',
  'as an identifier': 'als Kennung',
  hashed: 'gehasht',
  '{0} hands {1} to {2}, {3}.': '{0} übergibt {1} an {2}, {3}.',
  'The provider then knows who is on each page that loads it, whether or not somebody opens what it shows.':
    'Der Anbieter weiß dann, wer auf jeder Seite ist, die ihn lädt, ob jemand öffnet, was er zeigt, oder nicht.',
  'It ties what the visitor does to one person across visits.':
    'Es verknüpft über Besuche hinweg mit einer Person, was der Besucher tut.',
  'The vendor recognises the person by it; a digest of an e-mail address or phone number is still personal data, because the vendor holds the same list.':
    'Der Anbieter erkennt die Person daran wieder; der Hash einer E-Mail-Adresse oder Telefonnummer ist immer noch personenbezogen, weil der Anbieter dieselbe Liste hat.',
  'Leave the user data out, or document why it is needed and send it only after consent to this very use.':
    'Die Nutzerdaten weglassen oder dokumentieren, warum sie gebraucht werden, und sie nur nach Einwilligung in genau diese Verwendung senden.',
  'Take it out of the tag, or of the variable in which it stands; or document why it is needed and let the tag fire only after consent to this very use.':
    'Aus dem Tag nehmen oder aus der Variable, in der sie stehen; oder dokumentieren, warum sie gebraucht werden, und das Tag nur nach Einwilligung in genau diese Verwendung auslösen.',
  '{0} ({1}, hashed)': '{0} ({1}, gehasht)',
  '{0} ({1}, hashed or not)': '{0} ({1}, gehasht oder nicht)',
  'User data from one variable, handed to {0}': 'Nutzerdaten aus einer Variable, an {0} übergeben',
  'Take it out where it is set.': 'Dort herausnehmen, wo es gesetzt wird.',
  'User data handed to {0}': 'An {0} übergebene Nutzerdaten',
  'Take it out of each tag, or send it only after consent to this very use.':
    'Aus jedem Tag nehmen oder nur nach Einwilligung in genau diese Verwendung senden.',
  '{0}, with nothing that switches it off': '{0}, ohne etwas, das es ausschaltet',
  'asked for by {0}': 'verlangt von {0}',
  'switched on by {0}': 'eingeschaltet durch {0}',
  'Automatic matching': 'Automatischer Abgleich',
  'The site’s own server sends user data where {0} of {1} is on.':
    'Der eigene Server der Website sendet Nutzerdaten, wo dies bei {1} eingeschaltet ist: {0}.',
  '{0} of {1} is on, for {2}.': '{0} ist bei {1} eingeschaltet, für {2}.',
  '{0} of {1} is on.': '{0} ist bei {1} eingeschaltet.',
  'One click in the vendor’s interface makes the server hand over customers’ e-mail addresses, phone numbers and names, also of those who block the pixel; nothing in these files changes then.':
    'Ein Klick in der Oberfläche des Anbieters lässt den Server E-Mail-Adressen, Telefonnummern und Namen der Kunden herausgeben, auch von denen, die das Pixel blockieren; in diesen Dateien ändert sich dann nichts.',
  'It reads {0} and sends it as a digest, without a line of code in the page; this is the switch that the fined pharmacies had overlooked.':
    'Ausgelesen und gehasht gesendet wird: {0}, ohne eine Zeile Code in der Seite; es ist der Schalter, den die mit Bußgeld belegten Apotheken übersehen hatten.',
  'what visitors type into forms': 'was Besucher in Formulare eingeben',
  'Switch it off in the vendor’s interface, and keep a dated copy of the settings under review.':
    'In der Oberfläche des Anbieters ausschalten und eine datierte Kopie der Einstellungen unter Aufsicht behalten.',
  'Automatic collection by {0} for several tags': 'Automatische Erfassung durch {0} für mehrere Tags',
  'Switch it off where it is set.': 'Dort ausschalten, wo es gesetzt wird.',
  '{0} stay on at {1}: the switch is ignored.': '{0} bleiben bei {1} eingeschaltet: Der Schalter wird übergangen.',
  '{0} stay on at {1}, although its automatic events are switched off.':
    '{0} bleiben bei {1} eingeschaltet, obwohl seine automatischen Ereignisse ausgeschaltet sind.',
  'It is told {0}.': 'Der Anbieter erfährt: {0}.',
  'the address changes without a page being loaded': 'die Adresse ändert sich, ohne dass eine Seite geladen wird',
  'Automatic collection by {0} stays on ({1}): the call that should switch it off is ignored.':
    'Die automatische Erfassung durch {0} bleibt eingeschaltet ({1}): Der Aufruf, der sie ausschalten soll, wird übergangen.',
  'Automatic collection by {0} is switched on: {1}.': 'Die automatische Erfassung durch {0} ist eingeschaltet: {1}.',
  'Automatic collection by {0} is left on: {1}.':
    'Die automatische Erfassung durch {0} ist eingeschaltet geblieben: {1}.',
  'It collects {0}, without any event being written.': 'Sie erfasst {0}, ohne dass ein Ereignis geschrieben wäre.',
  'a field for {0} stands on the page': 'ein Feld für {0} steht auf der Seite',
  'structured data describes a product': 'strukturierte Daten beschreiben ein Produkt',
  'A field': 'Ein Feld',
  'Field “{0}”': 'Feld „{0}“',
  '{0} fields of the page ({1}) can be read by {2}.': '{0} Felder der Seite ({1}) können von {2} gelesen werden.',
  '{0} ({1}) stands on a page whose forms {2} can read.':
    '{0} ({1}) steht auf einer Seite, deren Formulare {2} lesen kann.',
  'Scripts that read forms do not know what a field means; personal identity numbers, holdings and health questions left a bank and a pharmacy in this way.':
    'Skripte, die Formulare lesen, wissen nicht, was ein Feld bedeutet; Personennummern, Bestände und Gesundheitsfragen haben auf diese Weise eine Bank und eine Apotheke verlassen.',
  '{0} takes {1}; a switch in the vendor’s interface turns it on, not the page.':
    '{0} nimmt {1}; ein Schalter in der Oberfläche des Anbieters schaltet es ein, nicht die Seite.',
  'Keep {0} off pages with such fields. {1}': '{0} von Seiten mit solchen Feldern fernhalten. {1}',
  '{0} is started here; {1} is on': '{0} wird hier gestartet; {1} ist eingeschaltet',
  '{0} is started here; {1} may be on: its interface decides':
    '{0} wird hier gestartet; {1} kann eingeschaltet sein: Seine Oberfläche entscheidet',
  'a field for {0}': 'ein Feld für {0}',
  'Forms on pages where {0} can read them': 'Formulare auf Seiten, auf denen {0} sie lesen kann',
  'Keep {0} off pages with forms, and its form reading off.':
    '{0} von Seiten mit Formularen fernhalten und das Lesen von Formularen ausgeschaltet lassen.',
  'A form writes {0} into the address of the next page of the site, which {1} is told.':
    'Ein Formular schreibt {0} in die Adresse der nächsten Seite der Website, die {1} erfährt.',
  'Trackers send the address of the page, others receive it as the referrer, and it stays in histories and logs.':
    'Tracker senden die Adresse der Seite, andere erhalten sie als Referrer, und sie bleibt in Verläufen und Protokollen.',
  'Send the form with method="post".': 'Das Formular mit method="post" senden.',
  '{0} ({1}) in a form that is sent with GET': '{0} ({1}) in einem Formular, das mit GET gesendet wird',
  '{0} stands on the page: {1}': '{0} steht auf der Seite: {1}',
  'A request tells {0} {1}, hashed; nothing is known here of who runs that host.':
    'Eine Anfrage teilt {0} mit: {1}, gehasht; wer diesen Host betreibt, ist hier nicht bekannt.',
  'A request tells {0} {1}, in clear text; nothing is known here of who runs that host.':
    'Eine Anfrage teilt {0} mit: {1}, im Klartext; wer diesen Host betreibt, ist hier nicht bekannt.',
  'A request whose answer nobody reads is there to tell its host something, and what it tells here is about a person.':
    'Eine Anfrage, deren Antwort niemand liest, ist dazu da, ihrem Host etwas mitzuteilen, und was sie hier mitteilt, betrifft eine Person.',
  'Leave the personal data out, or list the host under site.hosts if it is yours.':
    'Die personenbezogenen Daten weglassen oder den Host unter site.hosts aufführen, wenn er Ihrer ist.',
  'sent to {0}': 'gesendet an {0}',
  'in clear text': 'im Klartext',
  '{0} puts {1} into the data layer, {2}.': '{0} gibt {1} in die Datenschicht, {2}.',
  '{0} sends {1} to {2}, {3}.': '{0} sendet {1} an {2}, {3}.',
  'Every tag of the tag manager can read it there and send it on, those that somebody adds later too.':
    'Jedes Tag des Tag-Managers kann es dort lesen und weitersenden, auch solche, die später hinzukommen.',
  'Events are kept, joined and passed on by whoever receives them; what tells who the visitor is turns a count into a record of a person.':
    'Ereignisse werden vom Empfänger aufbewahrt, verknüpft und weitergegeben; was sagt, wer der Besucher ist, macht aus einer Zählung eine Akte über eine Person.',
  'Take it out of what is pushed; push that something happened, not to whom.':
    'Aus dem herausnehmen, was übergeben wird; mitteilen, dass etwas geschah, nicht wem.',
  'Take it out of the event; send that something happened, not to whom.':
    'Aus dem Ereignis nehmen; senden, dass etwas geschah, nicht wem.',
  'The same personal data in several tags': 'Dieselben personenbezogenen Daten in mehreren Tags',
  '{0} withholds {1}: it has met them in what this site sent.':
    '{0} hält {1} zurück: Es kam in dem vor, was diese Website gesendet hat.',
  'The vendor’s own program takes them for personal data. They reached it before it learnt to drop them, and whatever it does not recognise still does.':
    'Das Programm des Anbieters hält es für personenbezogen. Es hat ihn erreicht, bevor das Programm lernte, es zu verwerfen, und was es nicht erkennt, erreicht ihn weiterhin.',
  'Find the pages, forms and tags that put them into addresses and events, and take them out there.':
    'Die Seiten, Formulare und Tags suchen, die es in Adressen und Ereignisse bringen, und es dort herausnehmen.',
  '{0} in {1} of {2}': '{0} in {1} von {2}',
  'what is typed into fields': 'was in Felder eingegeben wird',
  'what is typed into fields ({0})': 'was in Felder eingegeben wird ({0})',
  '{0} records sessions and shows {1}, unless its interface masks it.':
    '{0} zeichnet Sitzungen auf und zeigt, {1}, sofern die Oberfläche es nicht maskiert.',
  '{0} records sessions and shows {1}.': '{0} zeichnet Sitzungen auf und zeigt, {1}.',
  'A recording keeps every letter that a visitor types, whether the form is sent or not, and anybody with access to the recorder can watch it.':
    'Eine Aufzeichnung behält jeden eingegebenen Buchstaben, ob das Formular abgeschickt wird oder nicht, und wer Zugang zum Werkzeug hat, kann zusehen.',
  '{0} is started here': '{0} wird hier gestartet',
};
