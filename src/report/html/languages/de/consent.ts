/** Auf Deutsch: the rules on consent. */
import type { Phrases } from '../phrases.ts';

export const consent: Phrases = {
  'The platform can hold back only what the browser has not yet read; these tags run on a first visit.':
    'Die Plattform kann nur zurückhalten, was der Browser noch nicht gelesen hat; diese Tags laufen beim ersten Besuch.',
  'Load the platform first in the head, without async or defer, or park the tags in its way.':
    'Die Plattform als Erstes im head laden, ohne async oder defer, oder die Tags nach ihrer Art parken.',
  '{0} runs here': '{0} läuft hier',
  'stands after them': 'er steht hinter ihnen',
  'the browser does not wait for it': 'der Browser wartet nicht auf sie',
  'a script fetches it at some time': 'ein Skript holt sie irgendwann',
  '{0} blocks tags by itself, but {1}: {2} runs before it.':
    '{0} blockiert Tags von selbst, aber zu spät ({1}): {2} läuft davor.',
  '{0} blocks tags by itself, but {1}: {2} run before it.':
    '{0} blockiert Tags von selbst, aber zu spät ({1}): {2} laufen davor.',
  'with {0}': 'mit {0}',
  'Content of {0}': 'Inhalt von {0}',
  "{0} gets the visitor's IP address and the page, and may set and read cookies.":
    '{0} erhält die IP-Adresse des Besuchers und die Seite und kann Cookies setzen und lesen.',
  'Show a picture in its place and load the content when it is clicked, or park it for your consent platform.':
    'An seiner Stelle ein Bild zeigen und den Inhalt beim Anklicken laden oder ihn für die Einwilligungsplattform parken.',
  'The chat of {0}': 'Der Chat von {0}',
  '{0} recognises the visitor and sees the pages before anybody has opened the chat.':
    '{0} erkennt den Besucher wieder und sieht die Seiten, bevor jemand den Chat geöffnet hat.',
  'Load the chat when its button is clicked, or park it for your consent platform.':
    'Den Chat laden, wenn sein Knopf angeklickt wird, oder ihn für die Einwilligungsplattform parken.',
  'The check of {0}': 'Die Prüfung von {0}',
  '{0} examines the browser of everybody who opens the page.':
    '{0} untersucht den Browser aller, die die Seite öffnen.',
  'Load it on pages with a form only, when the form is used, or choose a check that runs on your own server.':
    'Nur auf Seiten mit einem Formular laden, wenn es benutzt wird, oder eine Prüfung wählen, die auf dem eigenen Server läuft.',
  'A form of {0}': 'Ein Formular von {0}',
  'Link to the form, or load it when the visitor asks for it.':
    'Auf das Formular verlinken oder es laden, wenn der Besucher es verlangt.',
  'A font of {0}': 'Eine Schrift von {0}',
  '{0} gets the IP address of every visitor.': '{0} erhält die IP-Adresse jedes Besuchers.',
  'Serve the font files from the site itself.': 'Die Schriftdateien von der eigenen Website ausliefern.',
  'What is fetched from another company hands over the address of the visitor and the page all the same.':
    'Was von einem anderen Unternehmen geholt wird, gibt die Adresse des Besuchers und die Seite trotzdem preis.',
  loads: 'lädt',
  'likely loads': 'lädt wahrscheinlich',
  'may load': 'lädt möglicherweise',
  '{0} {1} on a first visit, before any choice ({2})': '{0} {1} beim ersten Besuch, vor jeder Wahl ({2})',
  '{0}; in this form it {1}.': '{0}; in dieser Form: {1}.',
  '{0}: what stands in front of it {1}.': '{0}: Was davorsteht, {1}.',
  'The script is still fetched: address, browser and referrer reach the vendor before any choice.':
    'Das Skript wird trotzdem geladen: Adresse, Browser und Referrer erreichen den Anbieter vor jeder Wahl.',
  'Under a denied default the tag sends pings without cookies.':
    'Unter einer verweigernden Voreinstellung sendet das Tag Pings ohne Cookies.',
  'In this form it {0}.': 'In dieser Form: {0}.',
  'Storing or reading on the device for this purpose needs a choice first.':
    'Auf dem Gerät für diesen Zweck etwas zu speichern oder auszulesen, braucht vorher eine Wahl.',
  'then {0}': 'dann {0}',
  'Tags of this container run without asking for consent':
    'Tags dieses Containers laufen, ohne nach Einwilligung zu fragen',
  'Trackers of this page run without asking for consent':
    'Tracker dieser Seite laufen, ohne nach Einwilligung zu fragen',
  'Park the tag in the way of your consent platform, or run it from a handler that tests the category.':
    'Das Tag nach Art der Einwilligungsplattform parken oder aus einer Funktion ausführen, die die Kategorie prüft.',
  '{0} is fetched on a first visit; only its events wait for consent.':
    '{0} wird beim ersten Besuch geladen; nur seine Ereignisse warten auf Einwilligung.',
  '{0} runs on a first visit in the limited form of its consent mode.':
    '{0} läuft beim ersten Besuch in der begrenzten Form seines Einwilligungsmodus.',
  '{0} {1} on a first visit, before any choice ({2}).': '{0} {1} beim ersten Besuch, vor jeder Wahl ({2}).',
  'on a first visit': 'beim ersten Besuch',
  'after a refusal': 'nach einer Ablehnung',
  'another {0}': 'eine weitere Sperre {0}',
  '{0} {1} {2}: what stands in front of it {3}.': '{0} {1} {2}: Was davorsteht, {3}.',
  'the gate {0}': 'die Sperre {0}',
  'Template “{0}” ({1})': 'Vorlage „{0}“ ({1})',
  'The condition in front of {0} {1}.': 'Die Bedingung vor {0} {1}.',
  'Ask for the grant instead: let the tag fire where the field says that consent was given, and nowhere else.':
    'Stattdessen nach der Erteilung fragen: Das Tag nur dort auslösen, wo das Feld sagt, dass eingewilligt wurde.',
  'in front of “{0}”': 'vor „{0}“',
  'An image in the markup calls {0} on every visit.': 'Ein Bild im Markup ruft bei jedem Besuch {0} auf.',
  'The noscript part calls {0} for every visitor without JavaScript.':
    'Der noscript-Teil ruft {0} für jeden Besucher ohne JavaScript auf.',
  'No consent platform can hold it: the browser requests it as it reads the page, and it sends the address of the page.':
    'Keine Einwilligungsplattform kann es halten: Der Browser ruft es beim Lesen der Seite ab, und es übermittelt deren Adresse.',
  'Remove it; where it is needed, write it on the server only for visitors who have consented.':
    'Entfernen; wo es gebraucht wird, auf dem Server nur für Besucher ausgeben, die eingewilligt haben.',
  'Remove it.': 'Entfernen.',
  '{0} runs although the visitor has opted out ({1}).': '{0} läuft, obwohl der Besucher widersprochen hat ({1}).',
  'Neither a choice against sale and sharing nor the browser’s signal (Global Privacy Control) keeps it from running.':
    'Weder eine Wahl gegen Verkauf und Weitergabe noch das Signal des Browsers (Global Privacy Control) hält es auf.',
  'Run it only where navigator.globalPrivacyControl is not set and the visitor has not opted out, or tell the vendor to serve the site alone.':
    'Nur dort ausführen, wo navigator.globalPrivacyControl nicht gesetzt ist und der Besucher nicht widersprochen hat, oder den Anbieter anweisen, nur der Website zu dienen.',
  'Tags of this container run for visitors who have opted out':
    'Tags dieses Containers laufen für Besucher, die widersprochen haben',
  'Trackers of this page run for visitors who have opted out':
    'Tracker dieser Seite laufen für Besucher, die widersprochen haben',
  'Ask once for the opt-out, in front of all of them.': 'Einmal nach dem Widerspruch fragen, vor allen.',
  'Remove the link; where the time counts, insert it together with the tag, once consent is given.':
    'Den Link entfernen; wo es auf die Zeit ankommt, ihn erst nach der Einwilligung zusammen mit dem Tag einfügen.',
  'Remove the link.': 'Den Link entfernen.',
  'Links of this page get trackers ready before any choice': 'Links dieser Seite bereiten Tracker vor jeder Wahl vor',
  'Remove them from the head; the tags work without them.':
    'Sie aus dem head entfernen; die Tags funktionieren ohne sie.',
  'The file is fetched: IP address, browser and page reach the vendor, and its cookies go along.':
    'Die Datei wird geladen: IP-Adresse, Browser und Seite erreichen den Anbieter, und seine Cookies gehen mit.',
  'The browser fetches a file of {0} on a first visit, before any choice ({1}).':
    'Der Browser lädt beim ersten Besuch eine Datei von {0}, vor jeder Wahl ({1}).',
  'The browser loads a page of {0} on a first visit, before any choice ({1}).':
    'Der Browser lädt beim ersten Besuch eine Seite von {0}, vor jeder Wahl ({1}).',
  'The browser connects to a server of {0} on a first visit, before any choice ({1}).':
    'Der Browser verbindet sich beim ersten Besuch mit einem Server von {0}, vor jeder Wahl ({1}).',
  "The connection alone hands over the visitor's IP address, outside the gate of the tag itself.":
    'Schon die Verbindung gibt die IP-Adresse des Besuchers preis, an der Sperre des Tags vorbei.',
  'The browser looks up a server of {0} on a first visit, before any choice ({1}).':
    'Der Browser schlägt beim ersten Besuch einen Server von {0} nach, vor jeder Wahl ({1}).',
  'Only the name of the host is asked for, but for everybody, outside the gate of the tag itself.':
    'Nur der Name des Hosts wird erfragt, aber für alle, an der Sperre des Tags vorbei.',
  '{0} is loaded here': '{0} wird hier geladen',
  'Blocked markup of this page is never released': 'Blockiertes Markup dieser Seite wird nie freigegeben',
  'Whoever has agreed gets nothing of it either, and nobody notices, because a dead tag makes no noise.':
    'Auch wer eingewilligt hat, bekommt nichts davon, und niemand merkt es, weil ein totes Tag keinen Lärm macht.',
  'This {0} is parked by {1}, a way of its own, but the page loads {2}, which does not release it.':
    'Dieses {0} ist mit {1} geparkt, auf eigene Art, aber die Seite lädt {2}, und das gibt es nicht frei.',
  'This {0} is parked by {1}, the way of {2}, but the page loads {3}, which does not release it.':
    'Dieses {0} ist mit {1} geparkt, nach Art von {2}, aber die Seite lädt {3}, und das gibt es nicht frei.',
  'Park it in the way of {0}.': 'Nach Art von {0} parken.',
  'This {0} is parked by {1}, and nothing on the page releases it.':
    'Dieses {0} ist mit {1} geparkt, und nichts auf der Seite gibt es frei.',
  'This {0} is parked by {1}, and nothing on the page releases it: {2} is not there.':
    'Dieses {0} ist mit {1} geparkt, und nichts auf der Seite gibt es frei: {2} ist nicht da.',
  'Load the consent platform whose attribute it is, park it for the platform that the site has, or remove it.':
    'Die Einwilligungsplattform laden, zu der das Attribut gehört, für die Plattform parken, die die Website hat, oder entfernen.',
  'This {0} is parked for “{1}”, a category that {2} does not know: it is never released.':
    'Dieses {0} ist für „{1}“ geparkt, eine Kategorie, die {2} nicht kennt: Es wird nie freigegeben.',
  'This {0} is parked for “{1}”, a category that {2} does not know (did you mean “{3}”?): it is never released.':
    'Dieses {0} ist für „{1}“ geparkt, eine Kategorie, die {2} nicht kennt (ist „{3}“ gemeint?): Es wird nie freigegeben.',
  'Write a category of {0}.': 'Eine Kategorie von {0} schreiben.',
  'This {0} carries {1} of {2}, but is not parked in the way that {3} releases.':
    'Dieses {0} trägt {1} von {2}, ist aber nicht so geparkt, wie {3} es freigibt.',
  'Park it as {0} documents it.': 'So parken, wie {0} es dokumentiert.',
  '{0} or another platform': '{0} oder eine andere Plattform',
  advertising: 'Werbung',
  measurement: 'Messung',
  comfort: 'Komfort',
  '“{0}” ({1})': '„{0}“ ({1})',
  '{0} is marked {1}, which always runs; its purpose is {2}.':
    '{0} ist als {1} gekennzeichnet, was immer läuft; der Zweck ist {2}.',
  '{0} waits for {1}; its purpose is {2}, which that consent does not cover.':
    '{0} wartet auf {1}; der Zweck ist {2}, was diese Einwilligung nicht abdeckt.',
  'The platform runs it before any choice. A tracker for {0} is not necessary for the page.':
    'Die Plattform führt es vor jeder Wahl aus. Ein Tracker für {0} ist für die Seite nicht notwendig.',
  'Visitors who allow {0} and refuse {1} are tracked for {2} all the same.':
    'Wer {0} erlaubt und {1} ablehnt, wird trotzdem für {2} verfolgt.',
  'Let it wait for the category that covers {0} ({1}).': 'Auf die Kategorie warten lassen, die {0} abdeckt ({1}).',
  'the gate asks for {0}': 'die Sperre fragt nach {0}',
};
