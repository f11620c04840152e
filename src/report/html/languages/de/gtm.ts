/** Auf Deutsch: the rules on containers. */
import type { Phrases } from '../phrases.ts';

export const gtm: Phrases = {
  'The template “{0}” is allowed {1} ({2}); {3}.': 'Die Vorlage „{0}“ hat eine weite Berechtigung: {1} ({2}); {3}.',
  'A permission is what still holds when the code is updated by its author, or by whoever has taken the account over.':
    'Eine Berechtigung gilt auch dann noch, wenn der Code vom Autor aktualisiert wird oder von wem auch immer, der das Konto übernommen hat.',
  'Restrict {0} to {1} in the template editor, under Permissions.':
    '{0} im Vorlageneditor unter Permissions auf {1} beschränken.',
  'Take {0} out in the template editor, under Permissions.': '{0} im Vorlageneditor unter Permissions entfernen.',
  'used by {0}': 'verwendet von {0}',
  'Permissions of the template “{0}”': 'Berechtigungen der Vorlage „{0}“',
  'Restrict them to what the code uses.': 'Auf das beschränken, was der Code nutzt.',
  'its code never makes use of that': 'ihr Code macht davon nie Gebrauch',
  'its code needs only {0} and {1} more': 'ihr Code braucht nur {0} und {1} weitere',
  'its code needs only {0}': 'ihr Code braucht nur {0}',
  'The consent settings of “{0}” ({1}) were never set.':
    'Die Einwilligungseinstellungen von „{0}“ ({1}) wurden nie gesetzt.',
  'The tag type asks for no consent by itself, so the container fires it for everybody.':
    'Die Tag-Art fragt selbst nach keiner Einwilligung, also löst der Container es für alle aus.',
  '“{0}” hands user data to {1} whatever was chosen: nothing in this container asks for consent.':
    '„{0}“ übergibt Nutzerdaten an {1}, was immer gewählt wurde: Nichts in diesem Container fragt nach Einwilligung.',
  'That the events which come in are those of visitors who agreed is seen where they are sent from, not here.':
    'Ob die eingehenden Ereignisse von Besuchern stammen, die eingewilligt haben, ist dort zu sehen, wo sie gesendet werden, nicht hier.',
  'Let the tag fire only where the event says that consent was given: by its own consent parameter, or by a trigger that tests the consent field.':
    'Das Tag nur dort auslösen, wo das Ereignis sagt, dass eingewilligt wurde: durch seinen eigenen Einwilligungsparameter oder durch einen Trigger, der das Einwilligungsfeld prüft.',
  'Tags of this server container hand user data over whatever was chosen':
    'Tags dieses Server-Containers geben Nutzerdaten heraus, was immer gewählt wurde',
  'Test the consent field of the event in their triggers.':
    'Das Einwilligungsfeld des Ereignisses in ihren Triggern prüfen.',
  'Published, this container holds at least about {0} of settings and code; {1} alone has {2}.':
    'Veröffentlicht enthält dieser Container mindestens etwa {0} an Einstellungen und Code; allein {1} hat {2}.',
  'Every visitor loads all of it before any tag fires, and Tag Manager refuses to publish a container above its limit: then no change goes live, corrections included.':
    'Jeder Besucher lädt all das, bevor ein Tag läuft, und Tag Manager veröffentlicht keinen Container über seiner Grenze: Dann geht keine Änderung mehr online, auch keine Berichtigung.',
  'Look at the indicator on the page Versions; from 70 % on delete what nothing uses, put code into files of the site, and merge tags that differ by one value.':
    'Die Anzeige auf der Seite Versions beachten; ab 70 % löschen, was nichts verwendet, Code in Dateien der Website legen und Tags zusammenlegen, die sich in einem Wert unterscheiden.',
  '{0}: about {1}': '{0}: etwa {1}',
  '{0} characters': '{0} Zeichen',
  '{0} thousand characters': '{0} Tausend Zeichen',
  'The exception “{0}” of “{1}” blocks nothing: it is asked on an event on which the tag never fires.':
    'Die Ausnahme „{0}“ von „{1}“ hält nichts auf: Sie wird bei einem Ereignis geprüft, bei dem das Tag nie ausgelöst wird.',
  'Tag Manager asks an exception only when its own event comes. On all other events the tag fires as if it had none.':
    'Tag Manager prüft eine Ausnahme nur bei ihrem eigenen Ereignis. Bei allen anderen läuft das Tag, als hätte es keine.',
  'Build the exception on the events of the tag’s triggers, or on every event: a custom event that matches .* with the same conditions.':
    'Die Ausnahme auf die Ereignisse der Trigger des Tags bauen oder auf jedes Ereignis: ein benutzerdefiniertes Ereignis, das auf .* passt, mit denselben Bedingungen.',
  'the exception “{0}”': 'die Ausnahme „{0}“',
  'fires on “{0}”': 'wird ausgelöst durch „{0}“',
  'The exception “{0}” is asked on another event': 'Die Ausnahme „{0}“ wird bei einem anderen Ereignis geprüft',
  'Build it on the events of the tags.': 'Auf die Ereignisse der Tags bauen.',
  '“{0}” does the same as “{1}”: type, settings and triggers are equal.':
    '„{0}“ tut dasselbe wie „{1}“: Art, Einstellungen und Trigger sind gleich.',
  'Everything is sent twice, and who gates or deletes one of them believes the matter settled.':
    'Alles wird zweimal gesendet, und wer eines davon sperrt oder löscht, hält die Sache für erledigt.',
  'Delete “{0}” or “{1}”.': '„{0}“ oder „{1}“ löschen.',
  'the same as “{0}”': 'dasselbe wie „{0}“',
  'both fire on “{0}”': 'beide werden ausgelöst durch „{0}“',
  'Put <script> and </script> around the code.': 'Den Code in <script> und </script> einschließen.',
  'Delete the tag.': 'Das Tag löschen.',
  'It fires and does nothing, and looks in every list as if something were in use.':
    'Es läuft und tut nichts und sieht in jeder Liste aus, als wäre etwas in Gebrauch.',
  '“{0}” holds no markup.': '„{0}“ enthält kein Markup.',
  '“{0}” holds nothing but comments.': '„{0}“ enthält nur Kommentare.',
  '“{0}” holds nothing but a noscript element.': '„{0}“ enthält nur ein noscript-Element.',
  '“{0}” holds code without a script element.': '„{0}“ enthält Code ohne script-Element.',
  'A script inserts the markup, so the visitor’s browser runs scripts and never shows what stands in it.':
    'Ein Skript fügt das Markup ein, also führt der Browser des Besuchers Skripte aus und zeigt nie, was darin steht.',
  'The code does not run: it is inserted into the page as text.':
    'Der Code läuft nicht: Er wird als Text in die Seite eingefügt.',
  '{0} asks for the regular expression {1}, which RE2 cannot read: {2}.':
    '{0} fragt nach dem regulären Ausdruck {1}, den RE2 nicht lesen kann: {2}.',
  '{0} asks for the regular expression {1}, which cannot be read: {2}.':
    '{0} fragt nach dem regulären Ausdruck {1}, der sich nicht lesen lässt: {2}.',
  'Write two conditions instead, one for what must be there and one, negated, for what must not.':
    'Stattdessen zwei Bedingungen schreiben, eine für das, was da sein muss, und eine verneinte für das, was nicht da sein darf.',
  'Write .* for any characters and \\. for a dot; * alone is no wildcard here.':
    'Für beliebige Zeichen .* schreiben und \\. für einen Punkt; * allein ist hier kein Platzhalter.',
  'Repair the expression: a character that is meant literally needs a backslash in front.':
    'Den Ausdruck berichtigen: Ein wörtlich gemeintes Zeichen braucht einen umgekehrten Schrägstrich davor.',
  'It matches nothing, so what hangs on it never happens: tags that wait for it do not fire, exceptions with it block nothing.':
    'Er passt auf nichts, also geschieht nie, was daran hängt: Tags, die darauf warten, laufen nicht, Ausnahmen damit halten nichts auf.',
  'Whether “does not match” then always holds or never does is not documented: what hangs on it is a matter of chance.':
    'Ob „passt nicht“ dann immer oder nie gilt, ist nicht dokumentiert: Was daran hängt, ist Zufall.',
  'Tag Manager’s documented dialect is RE2. A browser may read the expression all the same; where RE2 runs it, it matches nothing.':
    'Der dokumentierte Dialekt von Tag Manager ist RE2. Ein Browser liest den Ausdruck vielleicht trotzdem; wo RE2 ihn ausführt, passt er auf nichts.',
  '“{0}” reads the id of the click on an ad, and no tag of this container keeps it.':
    '„{0}“ liest die ID des Anzeigenklicks, und kein Tag dieses Containers bewahrt sie auf.',
  'The id stands in the address of the first page only. Without a cookie that keeps it a sale on a later page belongs to no campaign.':
    'Die ID steht nur in der Adresse der ersten Seite. Ohne ein Cookie, das sie aufbewahrt, gehört ein Kauf auf einer späteren Seite zu keiner Kampagne.',
  'Ask whether another container or the page keeps it; otherwise add the linker tag on all pages, under the same consent.':
    'Klären, ob ein anderer Container oder die Seite sie aufbewahrt; sonst das Linker-Tag auf allen Seiten hinzufügen, unter derselben Einwilligung.',
  'No tag of this container keeps the id of the click': 'Kein Tag dieses Containers bewahrt die ID des Klicks auf',
  'Add the linker tag.': 'Das Linker-Tag hinzufügen.',
  '{0} has a name outside of the naming scheme ({1}).': '{0} hat einen Namen außerhalb des Namensschemas ({1}).',
  'Rename it, or add its form to the options of the rule.':
    'Umbenennen oder die Form in den Optionen der Regel ergänzen.',
  'Names of {0} outside of the naming scheme': 'Namen außerhalb des Namensschemas: {0}',
  'Rename them.': 'Umbenennen.',
  '“{0}” fires in no consent state: its triggers, exceptions and consent checks exclude each other.':
    '„{0}“ läuft in keinem Einwilligungszustand: Trigger, Ausnahmen und Einwilligungsprüfungen schließen einander aus.',
  'It looks as if it were in use, and sends nothing, not even for visitors who agreed to everything.':
    'Es sieht aus, als wäre es in Gebrauch, und sendet nichts, nicht einmal für Besucher, die in alles eingewilligt haben.',
  'Keep one gate: the consent settings of the tag or the conditions of its trigger.':
    'Eine Sperre behalten: die Einwilligungseinstellungen des Tags oder die Bedingungen seines Triggers.',
  'Look for conditions of the trigger that an exception contradicts.':
    'Nach Bedingungen des Triggers suchen, denen eine Ausnahme widerspricht.',
  'trigger “{0}”': 'Trigger „{0}“',
  'exception “{0}”': 'Ausnahme „{0}“',
  'Exceptions on {0} stop tags in every consent state':
    'Ausnahmen auf {0} halten Tags in jedem Einwilligungszustand auf',
  'Look at what the exceptions ask of {0}.': 'Nachsehen, was die Ausnahmen von {0} verlangen.',
  'The code of {0} holds {1}, which is ECMAScript {2}.': 'Der Code ({0}) enthält {1}, das ist ECMAScript {2}.',
  'Tag Manager compiles Custom HTML and Custom JavaScript, and its compiler stops at syntax that it does not know: the container can then be neither previewed nor published, and older visitors’ browsers would stop at it too.':
    'Tag Manager kompiliert benutzerdefiniertes HTML und JavaScript, und sein Compiler bricht bei Syntax ab, die er nicht kennt: Der Container lässt sich dann weder in der Vorschau ansehen noch veröffentlichen, und auch ältere Browser von Besuchern brächen dort ab.',
  'Write it in ECMAScript 5, or put the code into a file of the site.':
    'In ECMAScript 5 schreiben oder den Code in eine Datei der Website legen.',
  'Code in syntax that Tag Manager’s compiler may refuse':
    'Code in Syntax, die der Compiler von Tag Manager ablehnen kann',
  'Write it in ECMAScript 5.': 'In ECMAScript 5 schreiben.',
  '“{0}” ({1}) is paused and still in the container.': '„{0}“ ({1}) ist pausiert und noch im Container.',
  '“{0}” is paused and still in the container.': '„{0}“ ist pausiert und noch im Container.',
  'One click sends it out again, with whatever triggers and consent settings it had when it was paused.':
    'Ein Klick bringt es wieder in Umlauf, mit den Triggern und Einwilligungseinstellungen, die es beim Pausieren hatte.',
  'Delete it; the versions of the container keep it.': 'Löschen; die Versionen des Containers bewahren es auf.',
  '“{0}” names it': '„{0}“ nennt es',
  'Paused tags are kept in this container': 'In diesem Container werden pausierte Tags aufbewahrt',
  'Delete the paused tags.': 'Die pausierten Tags löschen.',
  '“{0}” runs {1} as set-up tag of “{2}”, although its own triggers wait for consent.':
    '„{0}“ läuft {1} als Einrichtungs-Tag von „{2}“, obwohl die eigenen Trigger auf Einwilligung warten.',
  '“{0}” runs {1} as clean-up tag of “{2}”, although its own triggers wait for consent.':
    '„{0}“ läuft {1} als Bereinigungs-Tag von „{2}“, obwohl die eigenen Trigger auf Einwilligung warten.',
  'A tag in a sequence starts with the tag that calls it; its own triggers and exceptions are not asked.':
    'Ein Tag in einer Sequenz startet mit dem Tag, das es aufruft; seine eigenen Trigger und Ausnahmen werden nicht geprüft.',
  'Gate “{0}” in the same way, or require additional consent under Advanced Settings › Consent Settings of “{1}”: those are asked in a sequence too.':
    '„{0}“ ebenso sperren oder unter Advanced Settings › Consent Settings von „{1}“ zusätzliche Einwilligung verlangen: Diese wird auch in einer Sequenz geprüft.',
  'set-up tag of “{0}”': 'Einrichtungs-Tag von „{0}“',
  'clean-up tag of “{0}”': 'Bereinigungs-Tag von „{0}“',
  'which the trigger “{0}” fires': 'das der Trigger „{0}“ auslöst',
  'its own trigger “{0}” is not asked': 'der eigene Trigger „{0}“ wird nicht geprüft',
  'where only preferences are granted': 'wo nur Präferenzen erlaubt sind',
  'where only statistics are granted': 'wo nur Statistik erlaubt ist',
  'where only marketing is granted': 'wo nur Marketing erlaubt ist',
  'in every state': 'in jedem Zustand',
  '{0} uses the built-in variable {1}, which this container has not enabled.':
    '{0} verwendet die integrierte Variable {1}, die in diesem Container nicht aktiviert ist.',
  '{0} {1} {2}, which this container does not have.': '{0} {1} {2}, was es in diesem Container nicht gibt.',
  'It stays undefined.': 'Sie bleibt undefiniert.',
  'Enable {0} under Variables › Configure.': '{0} unter Variables › Configure aktivieren.',
  'Move it to a folder that is there, or take `parentFolderId` out.':
    'In einen vorhandenen Ordner verschieben oder `parentFolderId` entfernen.',
  'Restore it, or take the reference out.': 'Wiederherstellen oder den Verweis entfernen.',
  'Is “{0}” meant? Otherwise restore it, or take the reference out.':
    'Ist „{0}“ gemeint? Sonst wiederherstellen oder den Verweis entfernen.',
  'Enable the built-in variable.': 'Die integrierte Variable aktivieren.',
  'Restore it, or take the references out.': 'Wiederherstellen oder die Verweise entfernen.',
  'built-in variables': 'integrierten Variablen',
  'The container lists no {0} at all': 'Der Container führt überhaupt keine {0} auf',
  '{0} is not enabled': '{0} ist nicht aktiviert',
  '{0} is not in this container': '{0} gibt es in diesem Container nicht',
  'trigger {0}': 'Trigger {0}',
  'folder {0}': 'Ordner {0}',
  'the template “{0}”': 'Vorlage „{0}“',
  'tag “{0}”': 'Tag „{0}“',
  'refers to': 'verweist auf',
  'is of': 'ist von der Art',
  'fires on': 'wird ausgelöst durch',
  'has the exception': 'hat als Ausnahme',
  'has the set-up tag': 'hat als Einrichtungs-Tag',
  'has the clean-up tag': 'hat als Bereinigungs-Tag',
  'waits for': 'wartet auf',
  'is in': 'liegt in',
  'It takes the id of its account from there, and sends nothing without one.':
    'Von dort nimmt es die ID seines Kontos und sendet ohne sie nichts.',
  'The value is undefined wherever it is used, and a condition on it does not ask what it was meant to ask.':
    'Der Wert ist überall undefiniert, wo er verwendet wird, und eine Bedingung darauf fragt nicht, was sie fragen sollte.',
  'The tag or variable does nothing.': 'Das Tag oder die Variable tut nichts.',
  'It never fires on it.': 'Dadurch wird es nie ausgelöst.',
  'The exception never holds: the tag fires where it was meant to be blocked.':
    'Die Ausnahme gilt nie: Das Tag läuft, wo es aufgehalten werden sollte.',
  'What the tag was meant to wait for does not run.': 'Worauf das Tag warten sollte, läuft nicht.',
  'What was meant to follow the tag does not run.': 'Was auf das Tag folgen sollte, läuft nicht.',
  'A group fires only when all its members have.':
    'Eine Gruppe wird nur ausgelöst, wenn alle ihre Mitglieder es wurden.',
  'It stands in no folder, and who looks for it where it belongs does not find it.':
    'Es liegt in keinem Ordner, und wer es sucht, wo es hingehört, findet es nicht.',
  'Delete them.': 'Löschen.',
  'What nobody needs is reviewed by nobody, and makes the review of the rest harder.':
    'Was niemand braucht, prüft niemand, und es erschwert die Prüfung des Übrigen.',
  'has no trigger, and no sequence names it': 'hat keinen Trigger, und keine Sequenz nennt es',
  'It never fires: it was forgotten, or its trigger was lost.':
    'Es läuft nie: Es wurde vergessen, oder sein Trigger ging verloren.',
  'Tags that nothing fires': 'Tags, die nichts auslöst',
  'is used by nothing': 'wird von nichts verwendet',
  'Triggers that nothing uses': 'Trigger, die nichts verwendet',
  'Variables that nothing uses': 'Variablen, die nichts verwendet',
  'Its code and permissions stay in the container, and updates are offered for it.':
    'Ihr Code und ihre Berechtigungen bleiben im Container, und Updates werden für sie angeboten.',
  'Custom templates that nothing uses': 'Benutzerdefinierte Vorlagen, die nichts verwendet',
  'holds nothing': 'enthält nichts',
  'Empty folders': 'Leere Ordner',
  '{0} {1} but what is unused itself.': '{0} {1} außer von selbst Ungenutztem.',
};
