/** Auf Deutsch: the rules on security and hygiene. */
import type { Phrases } from '../phrases.ts';

export const security: Phrases = {
  '{0} sends {1} to {2} for every visitor.': '{0} sendet {1} bei jedem Besucher an {2}.',
  'With it {0} {1}.': 'Damit tut {0} Folgendes: {1}.',
  'Remove it, or let a variable give it only where somebody tests.':
    'Entfernen oder durch eine Variable nur dort angeben lassen, wo getestet wird.',
  '{0} is sent for every visitor': '{0} wird bei jedem Besucher gesendet',
  'stops in the debugger': 'hält im Debugger an',
  'The page stands still for everybody who has the developer tools open, partners and testers first.':
    'Die Seite steht für alle still, die die Entwicklertools offen haben, Partner und Tester zuerst.',
  'Delete the statement.': 'Die Anweisung löschen.',
  'Code that stops in the debugger': 'Code, der im Debugger anhält',
  'opens a dialog': 'öffnet einen Dialog',
  'Visitors see it, and the page waits for them; mostly it was put there for a test.':
    'Besucher sehen ihn, und die Seite wartet auf sie; meist wurde er für einen Test eingebaut.',
  'Delete the call.': 'Den Aufruf löschen.',
  'Code that opens a dialog': 'Code, der einen Dialog öffnet',
  'writes to the console': 'schreibt in die Konsole',
  'Everybody can read there what the tag handles, values of the data layer included.':
    'Jeder kann dort lesen, was das Tag verarbeitet, Werte der Datenschicht eingeschlossen.',
  'Delete the call, or make it depend on {{Debug Mode}}.':
    'Den Aufruf löschen oder von {{Debug Mode}} abhängig machen.',
  'Code that writes to the console': 'Code, der in die Konsole schreibt',
  '{0} starts {1} with the same id as {2}.': '{0} startet {1} mit derselben ID wie {2}.',
  '{0} is initialised twice with the same id.': '{0} wird zweimal mit derselben ID initialisiert.',
  'Events are counted twice, and a gate in front of one of them is worth nothing while the other runs.':
    'Ereignisse werden doppelt gezählt, und eine Sperre vor dem einen ist nichts wert, solange das andere läuft.',
  'Keep one of the two: the one that the consent platform controls.':
    'Eines von beiden behalten: das, das die Einwilligungsplattform steuert.',
  'first initialised here ({0})': 'zuerst hier initialisiert ({0})',
  '{0} belongs to {1}, which is switched off since {2}.': '{0} gehört zu {1}, das seit {2} abgeschaltet ist.',
  '{0} is switched off since {1}.': '{0} ist seit {1} abgeschaltet.',
  'It {0}.': 'Was das heißt: {0}.',
  'Remove it. In its place: {0}.': 'Entfernen. An seiner Stelle: {0}.',
  'The vendor cannot count the amount, or counts it in a wrong currency: revenue and bids that rest on it are wrong.':
    'Der Anbieter kann den Betrag nicht zählen oder zählt ihn in einer falschen Währung: Umsätze und Gebote, die darauf beruhen, sind falsch.',
  'Send both: the amount and the three letters of its currency.':
    'Beides senden: den Betrag und die drei Buchstaben seiner Währung.',
  'Amounts without their currency': 'Beträge ohne ihre Währung',
  'Currencies without an amount': 'Währungen ohne Betrag',
  'Currencies that are none': 'Währungen, die keine sind',
  '{0} sends “{1}” to {2} with a {3} that is none.':
    '{0} sendet „{1}“ an {2} mit einem Wert in {3}, der keine Währung ist.',
  'Give {0} as three letters: EUR, SEK, USD.': '{0} mit drei Buchstaben angeben: EUR, SEK, USD.',
  '{0} sends “{1}” to {2} with {3} and without {4}.': '{0} sendet „{1}“ an {2} mit {3} und ohne {4}.',
  'Add {0} with three letters, from the order where several are in use.':
    '{0} mit drei Buchstaben ergänzen, aus der Bestellung, wo mehrere in Gebrauch sind.',
  'Add {0}: the amount of the order.': '{0} ergänzen: den Betrag der Bestellung.',
  'What it does can change without a change of the site, and no review, scan or integrity hash sees it; whoever controls where the text comes from controls the page.':
    'Was er tut, kann sich ändern, ohne dass sich die Website ändert, und keine Prüfung, kein Scan und kein Integritäts-Hash sieht es; wer bestimmt, woher der Text kommt, bestimmt die Seite.',
  'eval runs a text as code.': 'eval führt einen Text als Code aus.',
  'new Function makes code out of a text.': 'new Function macht aus einem Text Code.',
  'A timer is handed a text that is put together at run time, and runs it as code.':
    'Ein Zeitgeber erhält einen Text, der zur Laufzeit zusammengesetzt wird, und führt ihn als Code aus.',
  'document.write puts a script from elsewhere into the page.': 'document.write setzt ein fremdes Skript in die Seite.',
  'A script element is filled with what was fetched.': 'Ein script-Element wird mit Geholtem gefüllt.',
  'Write the code out; parse data with JSON.parse.': 'Den Code ausschreiben; Daten mit JSON.parse lesen.',
  'Write the function out; parse data with JSON.parse.': 'Die Funktion ausschreiben; Daten mit JSON.parse lesen.',
  'Hand the timer a function.': 'Dem Zeitgeber eine Funktion geben.',
  'Make a script element with a fixed address, async and, where the file does not change, with an integrity hash.':
    'Ein script-Element mit fester Adresse anlegen, mit async und, wo sich die Datei nicht ändert, mit einem Integritäts-Hash.',
  'Load the script by its address, so that the page’s security policy and an integrity hash hold for it.':
    'Das Skript über seine Adresse laden, damit die Sicherheitsrichtlinie der Seite und ein Integritäts-Hash dafür gelten.',
  'A token that opens {0}’s API for servers stands in the site’s code.':
    'Ein Token, das die Server-API von {0} öffnet, steht im Code der Website.',
  'A token that opens {0}’s API for servers stands in the export of a server container.':
    'Ein Token, das die Server-API von {0} öffnet, steht im Export eines Server-Containers.',
  '{0} stands in the site’s code.': '{0} steht im Code der Website.',
  '{0} stands in the export of a server container.': '{0} steht im Export eines Server-Containers.',
  'Whoever is handed the export can send events, and read what the key allows, in the name of the account.':
    'Wer den Export erhält, kann im Namen des Kontos Ereignisse senden und lesen, was der Schlüssel erlaubt.',
  'Whoever reads the page, or the repository, can send events and read what the key allows in the name of the account.':
    'Wer die Seite oder das Repository liest, kann im Namen des Kontos Ereignisse senden und lesen, was der Schlüssel erlaubt.',
  'Withdraw it at the vendor, issue a new one, and keep that in the server’s settings; the old one stays in the history of the files.':
    'Beim Anbieter widerrufen, neu ausstellen und in den Einstellungen des Servers aufbewahren; das alte bleibt im Verlauf der Dateien.',
  '{0} reaches {1} over plain http.': '{0} erreicht {1} über unverschlüsseltes http.',
  'Write https://{0} instead.': 'Stattdessen https://{0} schreiben.',
  'Write https.': 'https schreiben.',
  'Whoever stands between the visitor and the vendor can read what is sent. On pages served over https browsers turn the address of an image into https, and block other calls.':
    'Wer zwischen Besucher und Anbieter sitzt, kann lesen, was gesendet wird. Auf Seiten über https machen Browser aus der Adresse eines Bildes https und blockieren andere Aufrufe.',
  'Whoever stands between the visitor and the vendor can read what is sent, and put a script of their own in the place of the vendor’s; browsers block it on pages served over https, so that the tag does not work there at all.':
    'Wer zwischen Besucher und Anbieter sitzt, kann lesen, was gesendet wird, und ein eigenes Skript an die Stelle des fremden setzen; Browser blockieren es auf Seiten über https, sodass das Tag dort gar nicht funktioniert.',
  analytics: 'Analyse',
  marketing: 'Marketing',
  'Scripts and pixels come from hosts of which nothing is known':
    'Skripte und Pixel kommen von Hosts, von denen nichts bekannt ist',
  'Find out whose they are; list your own under site.hosts.':
    'Herausfinden, wem sie gehören; eigene unter site.hosts aufführen.',
  '{0} Storing or reading on the device for this purpose needs a choice first.':
    '{0} Auf dem Gerät für diesen Zweck etwas zu speichern oder auszulesen, braucht vorher eine Wahl.',
  'Trackers that are not in the catalogue run before any choice':
    'Tracker, die nicht im Katalog stehen, laufen vor jeder Wahl',
  'Park them in the way of your consent platform.': 'Nach Art der Einwilligungsplattform parken.',
};
