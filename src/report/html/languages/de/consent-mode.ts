/** Auf Deutsch: the rules on consent modes. */
import type { Phrases } from '../phrases.ts';

export const consentMode: Phrases = {
  'A consent type that nobody has set counts as granted.':
    'Eine Einwilligungsart, die niemand gesetzt hat, gilt als erteilt.',
  'Tags store and send in full from the first visit on, before anybody has chosen.':
    'Tags speichern und senden alles vom ersten Besuch an, bevor jemand gewählt hat.',
  '{0} runs under it': '{0} läuft darunter',
  'The consent default grants': 'Die Voreinstellung der Einwilligung erteilt',
  'Set the consent default to denied.': 'Die Voreinstellung der Einwilligung auf „denied“ setzen.',
  '{0} denies {1} for other regions only; {2} are left without a default.':
    '{0} verweigert {1} nur für andere Regionen; ohne Voreinstellung bleiben: {2}.',
  'visitors in Europe': 'Besucher in Europa',
  '{0} may grant {1} by default.': '{0} erteilt möglicherweise {1} als Voreinstellung.',
  '{0} grants {1} by default.': '{0} erteilt {1} als Voreinstellung.',
  '{0} may grant {1} by default in {2}.': '{0} erteilt möglicherweise {1} als Voreinstellung in {2}.',
  '{0} grants {1} by default in {2}.': '{0} erteilt {1} als Voreinstellung in {2}.',
  'Set the types to denied for everybody (or for the EEA, the United Kingdom and Switzerland) and grant them in an update after the choice.':
    'Die Arten für alle (oder für den EWR, das Vereinigte Königreich und die Schweiz) auf „denied“ setzen und nach der Wahl mit einem Update erteilen.',
  'Set the types to denied for {0}, and grant them in an update after the choice.':
    'Die Arten für {0} auf „denied“ setzen und nach der Wahl mit einem Update erteilen.',
  'Add the missing regions to the default that denies: {0}.':
    'Die fehlenden Regionen in der verweigernden Voreinstellung ergänzen: {0}.',
  '{0} countries ({1} …)': '{0} Ländern ({1} …)',
  'The choice never reaches the tags.': 'Die Wahl erreicht die Tags nie.',
  'Nothing reports the mistake; the tags run as if the command were not there.':
    'Nichts meldet den Fehler; die Tags laufen, als gäbe es den Befehl nicht.',
  '{0} ignores the consent commands': '{0} übergeht die Einwilligungsbefehle',
  'Push the arguments object.': 'Das arguments-Objekt in die Warteschlange geben.',
  'Keep the list that is there.': 'Die vorhandene Liste behalten.',
  '{0} ignores {1}: {2}.': '{0} übergeht {1}: {2}.',
  '{0} ignores {1}: {2} ({3}).': '{0} übergeht {1}: {2} ({3}).',
  'a list is pushed, where the library takes the arguments object of a function for a command':
    'es wird eine Liste übergeben, wo die Bibliothek das arguments-Objekt einer Funktion als Befehl nimmt',
  'an object is pushed, where the library takes the arguments object of a function for a command':
    'es wird ein Objekt übergeben, wo die Bibliothek das arguments-Objekt einer Funktion als Befehl nimmt',
  'the parts are pushed one by one, where the library takes the arguments object of a function for a command':
    'die Teile werden einzeln übergeben, wo die Bibliothek das arguments-Objekt einer Funktion als Befehl nimmt',
  'the list that it was pushed to is replaced before the library reads it':
    'die Liste, in die er kam, wird ersetzt, bevor die Bibliothek sie liest',
  'it goes to a list that the library does not read': 'er geht in eine Liste, die die Bibliothek nicht liest',
  'it knows no such command': 'einen solchen Befehl kennt sie nicht',
  'Write “window.dataLayer = window.dataLayer || []” wherever the list is set up.':
    'Überall, wo die Liste angelegt wird, „window.dataLayer = window.dataLayer || []“ schreiben.',
  'Push the command to the list that the loader names, or load it without another name.':
    'Den Befehl in die Liste geben, die der Lader nennt, oder die Bibliothek ohne anderen Namen laden.',
  'Correct {0}.': '{0} berichtigen.',
  'Use a command that works: {0}.': 'Einen Befehl verwenden, der wirkt: {0}.',
  'Define “function gtag() { dataLayer.push(arguments); }” and call it: an arrow function or “…args” will not do.':
    '„function gtag() { dataLayer.push(arguments); }“ definieren und aufrufen: Eine Pfeilfunktion oder „…args“ genügt nicht.',
  'the list is replaced here': 'hier wird die Liste ersetzt',
  'this loader reads another list': 'dieser Lader liest eine andere Liste',
  'this function pushes the command': 'diese Funktion übergibt den Befehl',
  '{0} and {1} more': '{0} und {1} weitere',
  '{0} sets the consent default only after the choice; {1} run on a first visit without one.':
    '{0} setzt die Voreinstellung der Einwilligung erst nach der Wahl; {1} laufen beim ersten Besuch ohne sie.',
  '{0} sets the consent default only after the choice; {1} runs on a first visit without one.':
    '{0} setzt die Voreinstellung der Einwilligung erst nach der Wahl; {1} läuft beim ersten Besuch ohne sie.',
  '{0} sets the consent default from Custom HTML: it may come after {1}.':
    '{0} setzt die Voreinstellung der Einwilligung aus benutzerdefiniertem HTML: Sie kann nach {1} kommen.',
  '{0} sets the consent default after {1}.': '{0} setzt die Voreinstellung der Einwilligung nach {1}.',
  'What Custom HTML pushes to the data layer is read only after everything that the same event fires.':
    'Was benutzerdefiniertes HTML in die Datenschicht gibt, wird erst nach allem gelesen, was dasselbe Ereignis auslöst.',
  'What runs before it finds no default, and a consent type that nobody has set counts as granted.':
    'Was davor läuft, findet keine Voreinstellung, und eine Einwilligungsart, die niemand gesetzt hat, gilt als erteilt.',
  'Set the default in a consent template on “Consent Initialization – All Pages”, or in the page above the container snippet.':
    'Die Voreinstellung in einer Einwilligungsvorlage auf „Consent Initialization – All Pages“ setzen oder in der Seite über dem Container-Snippet.',
  'Move the default into an inline script above every tag; nothing may wait for it to be called.':
    'Die Voreinstellung in ein Skript der Seite über allen Tags setzen; nichts darf darauf warten, dass es aufgerufen wird.',
  'The consent default comes too late': 'Die Voreinstellung der Einwilligung kommt zu spät',
  'Set the default before the first tag.': 'Die Voreinstellung vor dem ersten Tag setzen.',
  '“{0}”': '„{0}“',
  '{0} runs before it': '{0} läuft davor',
  '“{0}” is the first tag that asks for one': '„{0}“ ist das erste Tag, das danach fragt',
  'Neither this container nor {0} sets a consent default; {1}.':
    'Weder dieser Container noch {0} setzt eine Voreinstellung der Einwilligung; {1}.',
  'Nothing in this container sets a consent default; {0}.':
    'Nichts in diesem Container setzt eine Voreinstellung der Einwilligung; {0}.',
  '{0} runs without a consent default before it.': '{0} läuft ohne Voreinstellung der Einwilligung davor.',
  'Set all consent types to denied in the first script of the page, above the tag, and update them when the visitor chooses.':
    'Alle Einwilligungsarten im ersten Skript der Seite über dem Tag auf „denied“ setzen und sie aktualisieren, sobald gewählt wird.',
  'No consent default is set': 'Keine Voreinstellung der Einwilligung ist gesetzt',
  'Set a consent default before the first tag.': 'Vor dem ersten Tag eine Voreinstellung der Einwilligung setzen.',
  'A consent type that nobody has set counts as granted: cookies are set from the first visit on.':
    'Eine Einwilligungsart, die niemand gesetzt hat, gilt als erteilt: Cookies werden vom ersten Besuch an gesetzt.',
  'A consent type that nobody has set counts as granted. If the page sets the default, say so with consent.defaults-on-page.':
    'Eine Einwilligungsart, die niemand gesetzt hat, gilt als erteilt. Setzt die Seite die Voreinstellung, ist das mit consent.defaults-on-page anzugeben.',
  'A consent type that nobody has set counts as granted; what consent.defaults-on-page says of the page is not so.':
    'Eine Einwilligungsart, die niemand gesetzt hat, gilt als erteilt; was consent.defaults-on-page von der Seite sagt, trifft nicht zu.',
  '{0}, which loads it,': '{0}, von wo er geladen wird,',
  '{0}, which loads it (as {1} more do),': '{0}, von wo er geladen wird (wie von {1} weiteren),',
  'The consent default leaves out {0}, which {1} asks for.':
    'Die Voreinstellung der Einwilligung lässt {0} aus, wonach {1} fragt.',
  'Set {0} to denied in the default as well.': 'In der Voreinstellung auch {0} auf „denied“ setzen.',
  '{0} denies, and nothing on the page ever updates it.':
    '{0} verweigert, und nichts auf der Seite aktualisiert es je.',
  'A choice that the visitor makes has no effect: the tags stay in their limited form, page after page.':
    'Die Wahl bleibt ohne Wirkung: Die Tags bleiben Seite für Seite eingeschränkt.',
  'Send an update when the visitor chooses, and again on every page once a choice is stored; or load the platform that does.':
    'Ein Update senden, sobald gewählt wird, und auf jeder Seite erneut, wenn eine Wahl gespeichert ist; oder die Plattform laden, die es tut.',
  'Say of {0} what is said of {1}.': 'Für {0} dasselbe angeben wie für {1}.',
  'The consent default of {0} sets ad_storage, but not {1}.':
    'Die Voreinstellung der Einwilligung in {0} setzt ad_storage, aber nicht {1}.',
  'The consent update of {0} sets ad_storage, but not {1}.':
    'Das Update der Einwilligung in {0} setzt ad_storage, aber nicht {1}.',
  'A signal that nobody has set counts as granted: user data and personalised advertising stay allowed.':
    'Ein Signal, das niemand gesetzt hat, gilt als erteilt: Nutzerdaten und personalisierte Werbung bleiben erlaubt.',
  'What the visitor chose about user data and personalised advertising does not reach Google.':
    'Was zu Nutzerdaten und personalisierter Werbung gewählt wurde, erreicht Google nicht.',
  'Set {0} along with ad_storage, in the default and in every update.':
    '{0} zusammen mit ad_storage setzen, in der Voreinstellung und in jedem Update.',
  'nor does {0}': 'auch {0} tut es nicht',
  'carried by {0}': 'übergeben mit {0}',
  'Names are compared exactly.': 'Namen werden genau verglichen.',
  'Names are compared exactly. Write {0}.': 'Namen werden genau verglichen. Richtig ist {0}.',
  '{0} knows no consent signal {1}.': '{0} kennt kein Einwilligungssignal {1}.',
  '{0} stays unset, and what nobody has set counts as granted.':
    '{0} bleibt ungesetzt, und was niemand gesetzt hat, gilt als erteilt.',
  'The signal': 'Das Signal',
  'The choice does not reach the signal.': 'Die Wahl erreicht das Signal nicht.',
  'A consent command has no option {0}.': 'Ein Einwilligungsbefehl hat keine Option {0}.',
  'The command then counts for the whole world.': 'Der Befehl gilt dann weltweit.',
  'The option has no effect.': 'Die Option hat keine Wirkung.',
  '“{0}” is no consent signal: inside a consent command it does nothing.':
    '„{0}“ ist kein Einwilligungssignal: In einem Einwilligungsbefehl bewirkt es nichts.',
  'It is a setting of its own.': 'Es ist eine eigene Einstellung.',
  "Set it by itself: gtag('set', '{0}', true).": "Gesondert setzen: gtag('set', '{0}', true).",
  '“{0}” is no value of {1}: only the texts “granted” and “denied” are.':
    '„{0}“ ist kein Wert von {1}: Nur die Texte „granted“ und „denied“ sind welche.',
  'The signal is not set to what was meant.': 'Das Signal erhält nicht den gemeinten Wert.',
  'Write “granted” or “denied”.': '„granted“ oder „denied“ schreiben.',
  'Write “{0}”.': '„{0}“ schreiben.',
  'The region “{0}” is a text; a list of codes is expected.':
    'Die Region „{0}“ ist ein Text; erwartet wird eine Liste von Codes.',
  'The command does not apply where it should.': 'Der Befehl gilt nicht, wo er gelten soll.',
  "Write it as a list of ISO 3166-2 codes: region: ['SE', 'NO'].":
    "Als Liste von ISO-3166-2-Codes schreiben: region: ['SE', 'NO'].",
  '“{0}” is no region: regions are ISO 3166-2 codes.': '„{0}“ ist keine Region: Regionen sind ISO-3166-2-Codes.',
  '“{0}” is no region (did you mean {1}?): regions are ISO 3166-2 codes.':
    '„{0}“ ist keine Region (ist {1} gemeint?): Regionen sind ISO-3166-2-Codes.',
  'The command does not apply to the visitors whom it means.':
    'Der Befehl gilt nicht für die Besucher, die gemeint sind.',
  'List the countries one by one, in capitals: AT, BE, … SE.':
    'Die Länder einzeln aufzählen, in Großbuchstaben: AT, BE, … SE.',
  'Write {0}.': '{0} schreiben.',
  '{0} requires “{1}”, which is no consent type (did you mean {2}?).':
    '{0} verlangt „{1}“, was keine Einwilligungsart ist (ist {2} gemeint?).',
  'Nobody sets it, and a type that nobody has set counts as granted: the check lets the tag through.':
    'Niemand setzt sie, und eine Art, die niemand gesetzt hat, gilt als erteilt: Die Prüfung lässt das Tag durch.',
  'Require {0}.': '{0} verlangen.',
  '“{0}” (did you mean {1}?)': '„{0}“ (ist {1} gemeint?)',
};
