/** Auf Deutsch: evidence. */
import type { Phrases } from '../phrases.ts';

export const evidence: Phrases = {
  '{0} loads this container': '{0} lädt diesen Container',
  '{0} “{1}”': '{0} „{1}“',
  'any choice': 'irgendeine Wahl',
  'cookie value': 'Wert des Cookies',
  'localStorage value': 'Wert in localStorage',
  'sessionStorage value': 'Wert in sessionStorage',
  value: 'Wert',
  refusal: 'Ablehnung',
  '{0} refusal': 'Ablehnung in {0}',
  'Something sensitive stands where every tag of the tag manager can read it':
    'Etwas Sensibles steht, wo jedes Tag des Tag-Managers es lesen kann',
  'Take it out of what is pushed.': 'Aus dem herausnehmen, was übergeben wird.',
  'sends {0} to {1}': 'sendet {0} an {1}',
  'puts {0} into the data layer': 'gibt {0} in die Datenschicht',
  '{0} Every tag of the tag manager can read it there and send it on; which of them do is not in sight.':
    '{0} Jedes Tag des Tag-Managers kann es dort lesen und weitersenden; welche es tun, ist nicht zu sehen.',
  'Move the default in front of the first tag.': 'Die Voreinstellung vor das erste Tag setzen.',
  'tag {0}': 'Tag {0}',
  'Tag {0}': 'Tag {0}',
  runs: 'läuft',
  'likely runs': 'läuft wahrscheinlich',
  'may run': 'läuft möglicherweise',
  'Tags of {0}, which is switched off': 'Tags von {0}, das abgeschaltet ist',
  'Remove them.': 'Entfernen.',
  '“{0}” does the same as “{1}”': '„{0}“ tut dasselbe wie „{1}“',
  'cookie “{0}”': 'Cookie „{0}“',
  'localStorage “{0}”': 'localStorage „{0}“',
  'sessionStorage “{0}”': 'sessionStorage „{0}“',
  'stored value “{0}”': 'gespeicherter Wert „{0}“',
  'the cookie': 'das Cookie',
  'the localStorage': 'localStorage',
  'the sessionStorage': 'sessionStorage',
  'the stored value': 'der gespeicherte Wert',
  'that not {0} is there': 'ob dies fehlt: {0}',
  'whether {0} is there': 'ob dies da ist: {0}',
  'that not {0} is “{1}”': 'ob {0} nicht „{1}“ ist',
  'whether {0} is “{1}”': 'ob {0} „{1}“ ist',
  'that not {0} contains “{1}”': 'ob {0} nicht „{1}“ enthält',
  'whether {0} contains “{1}”': 'ob {0} „{1}“ enthält',
  'asks {0}; on a first visit nothing is stored': 'fragt, {0}; beim ersten Besuch ist nichts gespeichert',
  'category not known': 'Kategorie unbekannt',
  'asks the opposite of gate “{0}” declared in .taglint.yml ({1})':
    'fragt nach dem Gegenteil der Sperre „{0}“, die in .taglint.yml erklärt ist ({1})',
  'asks gate “{0}” declared in .taglint.yml ({1})':
    'fragt nach der Sperre „{0}“, die in .taglint.yml erklärt ist ({1})',
  'asks that not “{0}” is granted ({1})': 'fragt, ob „{0}“ nicht erteilt ist ({1})',
  'asks whether “{0}” is granted ({1})': 'fragt, ob „{0}“ erteilt ist ({1})',
  'runs after a refusal': 'läuft nach einer Ablehnung',
  'needs {0} granted': 'verlangt, dass {0} erteilt ist',
  'an automatic blocker stands in front': 'ein automatischer Blocker steht davor',
  'waits for the visitor to use “{0}”': 'wartet darauf, dass der Besucher „{0}“ benutzt',
  'runs when the visitor uses “{0}”, which is no consent':
    'läuft, wenn der Besucher „{0}“ benutzt, was keine Einwilligung ist',
  'is a part of a page that seems to be included behind a gate; what includes it is not in sight':
    'ist Teil einer Seite, der anscheinend hinter einer Sperre eingebunden wird; was ihn einbindet, ist nicht zu sehen',
  'is a part of a page; what includes it is not in sight':
    'ist Teil einer Seite; was ihn einbindet, ist nicht zu sehen',
  'runs on the event “{0}”, which is no consent': 'läuft beim Ereignis „{0}“, was keine Einwilligung ist',
  'runs on {0}, which is no consent': 'läuft bei: {0}, was keine Einwilligung ist',
  'asks for {0}, which is there before anything was chosen': 'fragt nach {0}, das da ist, bevor etwas gewählt wurde',
  'the condition “{0}” is about the region, not about a choice': 'die Bedingung „{0}“ betrifft die Region, keine Wahl',
  'the condition “{0}” is about a signal of the browser; not objecting is no consent':
    'die Bedingung „{0}“ betrifft ein Signal des Browsers; nicht zu widersprechen ist keine Einwilligung',
  'the condition “{0}” is about the environment, not about a choice':
    'die Bedingung „{0}“ betrifft die Umgebung, keine Wahl',
  'rests on {0}, which is known only by its name': 'beruht auf {0}, das nur dem Namen nach bekannt ist',
  '{0} from {1}': '{0} aus {1}',
  '{0} is filled when the page runs': '{0} wird gefüllt, wenn die Seite läuft',
  'is pushed to the data layer here': 'wird hier in die Datenschicht gegeben',
  'form field {0}': 'Formularfeld {0}',
  'template expression {0}': 'Vorlagenausdruck {0}',
  'data layer key {0}': 'Schlüssel {0} der Datenschicht',
  'variable {0}': 'Variable {0}',
  'page address {0}': 'Seitenadresse {0}',
  'cookie {0}': 'Cookie {0}',
  'stored value {0}': 'gespeicherter Wert {0}',
  'page content {0}': 'Seiteninhalt {0}',
  'event data {0}': 'Ereignisdaten {0}',
  'a fixed value': 'ein fester Wert',
  '{0}, hashed': '{0}, gehasht',
  'Delete “{0}”.': '„{0}“ löschen.',
  'Load {0} in front of the tags, and let the browser wait for it.':
    '{0} vor den Tags laden und den Browser darauf warten lassen.',
  'on a page below {0}': 'auf einer Seite unter {0}',
  'the path {0} is listed as sensitive': 'der Pfad {0} ist als sensibel aufgeführt',
  'on a page about {0}': 'auf einer Seite über {0}',
  'on the page of one product or article, by its title':
    'auf der Seite eines Produkts oder Artikels, durch deren Titel',
  'the {0} of this page is filled in for each product or article':
    'dies wird auf dieser Seite für jedes Produkt oder jeden Artikel ausgefüllt: {0}',
  'its trigger asks for {0}, which is listed as sensitive':
    'sein Trigger fragt nach {0}, was als sensibel aufgeführt ist',
  'runs where {0}': 'läuft, wo {0}',
  'on a page behind a login': 'auf einer Seite hinter einer Anmeldung',
  'on a page where people ask for care': 'auf einer Seite, auf der um Behandlung gebeten wird',
  '{0} says “{1}”': '{0}: „{1}“',
  'fires where the {0}': 'wird ausgelöst bei – {0}',
  'structured data says {0}': 'strukturierte Daten: {0}',
  'Park it for {0} as “{1}”, or whatever it is called there.':
    'Für {0} als „{1}“ parken, oder wie immer es dort heißt.',
  'Park it for {0} ({1}).': 'Für {0} parken ({1}).',
  '{0} and {1}': '{0} und {1}',
  '{0} or {1}': '{0} oder {1}',
  'Whether {0} of {1} is on, is set in the vendor’s interface: no file of the site shows it.':
    'Ob dies bei {1} eingeschaltet ist, wird in der Oberfläche des Anbieters eingestellt, und keine Datei der Website zeigt es: {0}.',
  'Where it is on, it collects {0}; anybody with access to the account can switch it on.':
    'Wo es eingeschaltet ist, erfasst es {0}; wer Zugang zum Konto hat, kann es einschalten.',
  '{0} is started by {1}': '{0} wird gestartet durch {1}',
  "the site's sector is {0}": 'die Branche der Website ist {0}',
  'lookup tables say {0}': 'Nachschlagetabellen nennen {0}',
  'routes say {0}': 'Routen nennen {0}',
  'the package calls itself “{0}”': 'das Paket nennt sich „{0}“',
  'the site calls itself “{0}”': 'die Website nennt sich „{0}“',
  'links of the menu say {0}': 'Links des Menüs nennen {0}',
  'the path of the file': 'Pfad der Datei',
  'Switch it off: {0}': 'Ausschalten: {0}',
  '{0} is ignored: {1}': '{0} wird übergangen: {1}',
  'the value must be the text “{0}”': 'der Wert muss der Text „{0}“ sein',
  'the id is a number, it must be a text': 'die ID ist eine Zahl, sie muss ein Text sein',
  'the id is printed without quotes, which makes it a number in the browser; it must be a text':
    'die ID wird ohne Anführungszeichen ausgegeben, was sie im Browser zu einer Zahl macht; sie muss ein Text sein',
  'nothing starts an account {0}': 'nichts startet ein Konto {0}',
  'it stands behind {0}': 'er steht hinter {0}',
  'it comes later than {0}, when the first events are sent':
    'er kommt später als {0}, wenn die ersten Ereignisse gesendet werden',
  'A script comes from {0}, a host of which nothing is known here.':
    'Ein Skript kommt von {0}, einem Host, von dem hier nichts bekannt ist.',
  'A script of {0} runs on a first visit, before any choice. What it does is not in the catalogue ({1}).':
    'Ein Skript von {0} läuft beim ersten Besuch, vor jeder Wahl. Was es tut, steht nicht im Katalog ({1}).',
  'Who runs the host can change the script at any time, and the script reads whatever the page holds, forms included.':
    'Wer den Host betreibt, kann das Skript jederzeit ändern, und das Skript liest, was die Seite enthält, Formulare eingeschlossen.',
  'Find out who runs the host and what the script is for. Serve it from your own host, or fix its content with an integrity attribute; list the host under site.hosts if it is yours.':
    'Herausfinden, wer den Host betreibt und wozu das Skript da ist. Es vom eigenen Host ausliefern oder seinen Inhalt mit einem integrity-Attribut festlegen; den Host unter site.hosts aufführen, wenn er Ihrer ist.',
  'Find out what the script sends, and park it in the way of your consent platform, or remove it.':
    'Herausfinden, was das Skript sendet, und es nach Art der Einwilligungsplattform parken oder entfernen.',
  'A hidden image': 'Ein verstecktes Bild',
  'A hidden frame': 'Ein versteckter Frame',
  'A hidden pixel': 'Ein verstecktes Pixel',
  'A hidden request': 'Eine versteckte Anfrage',
  '{0} comes from {1}, a host of which nothing is known here.':
    '{0} kommt von {1}, einem Host, von dem hier nichts bekannt ist.',
  '{0} of {1} loads on a first visit, before any choice. What it does is not in the catalogue ({2}).':
    '{0} von {1} lädt beim ersten Besuch, vor jeder Wahl. Was dabei geschieht, steht nicht im Katalog ({2}).',
  'What nobody is meant to see is there to count: it tells the host the address of the page, and whatever is put into its own.':
    'Was niemand sehen soll, ist zum Zählen da: Es teilt dem Host die Adresse der Seite mit und alles, was in die eigene gelegt wird.',
  'Find out who runs the host and what is counted there, and require additional consent under Advanced Settings › Consent Settings of the tag; list the host under site.hosts if it is yours.':
    'Herausfinden, wer den Host betreibt und was dort gezählt wird, und unter Advanced Settings › Consent Settings des Tags zusätzliche Einwilligung verlangen; den Host unter site.hosts aufführen, wenn er Ihrer ist.',
  'Find out what it sends, and require additional consent under Advanced Settings › Consent Settings of the tag, or remove it.':
    'Herausfinden, was gesendet wird, und unter Advanced Settings › Consent Settings des Tags zusätzliche Einwilligung verlangen oder entfernen.',
  'Take {0} out.': '{0} herausnehmen.',
};
