/** Auf Deutsch: what stands in front of a tag. */
import type { Phrases } from '../phrases.ts';

export const gates: Phrases = {
  'Under {0} of the tag require additional consent ({1}), or fire it on an event of your consent platform only.':
    'Unter {0} des Tags zusätzliche Einwilligung verlangen ({1}) oder es nur auf ein Ereignis der Einwilligungsplattform auslösen.',
  '{0} Set a consent default as well: a type that nobody sets counts as granted.':
    '{0} Außerdem eine Voreinstellung der Einwilligung setzen: Eine Art, die niemand setzt, gilt als erteilt.',
  'Require additional consent ({0}).': 'Zusätzliche Einwilligung verlangen ({0}).',
  'Under {0} of each tag require additional consent, or fire it on an event of your consent platform only.':
    'Unter {0} jedes Tags zusätzliche Einwilligung verlangen oder es nur auf ein Ereignis der Einwilligungsplattform auslösen.',
  'only waits ({0})': 'wartet nur ({0})',
  'Time passes for every visitor; waiting is no choice.': 'Die Zeit vergeht für jeden Besucher; Warten ist keine Wahl.',
  'only waits for the first {0}': 'wartet nur auf das erste {0}',
  'Scrolling, moving and clicking about is use of the page, no choice.':
    'Scrollen, Bewegen und Klicken ist Benutzung der Seite, keine Wahl.',
  'only waits until a part of the page is in view': 'wartet nur, bis ein Teil der Seite zu sehen ist',
  'Reading on is no choice.': 'Weiterlesen ist keine Wahl.',
  'counts use of the page as consent ({0})': 'zählt die Benutzung der Seite als Einwilligung ({0})',
  'Scrolling or waiting is use of the page, no choice.': 'Scrollen oder Warten ist Benutzung der Seite, keine Wahl.',
  'only asks that nobody has refused ({0})': 'fragt nur, ob niemand abgelehnt hat ({0})',
  'On a first visit nobody has refused yet: what is asked for is true for everybody.':
    'Beim ersten Besuch hat noch niemand abgelehnt: Was gefragt wird, trifft auf alle zu.',
  'counts a missing answer as yes ({0})': 'zählt eine fehlende Antwort als Ja ({0})',
  'Whoever has not answered has not agreed.': 'Wer nicht geantwortet hat, hat nicht eingewilligt.',
  'lets through those who have not agreed ({0})': 'lässt die durch, die nicht eingewilligt haben ({0})',
  'The test is the wrong way round.': 'Die Prüfung ist verkehrt herum.',
  'only asks whether the banner was closed ({0})': 'fragt nur, ob das Banner geschlossen wurde ({0})',
  'A banner is closed by refusing, too.': 'Ein Banner wird auch durch Ablehnen geschlossen.',
  'asks whether there is an answer, not which ({0})': 'fragt, ob es eine Antwort gibt, nicht welche ({0})',
  'A refusal is an answer, too.': 'Auch eine Ablehnung ist eine Antwort.',
  'runs it when the visitor refuses or closes ({0})': 'führt es aus, wenn der Besucher ablehnt oder schließt ({0})',
  'That is the opposite of consent.': 'Das ist das Gegenteil einer Einwilligung.',
  'is an attribute that holds nothing back as it stands ({0})':
    'ist ein Attribut, das so, wie es dasteht, nichts zurückhält ({0})',
  'The browser runs it as it reads the page; the platform holds back only what is written in its way.':
    'Der Browser führt es beim Lesen der Seite aus; die Plattform hält nur zurück, was nach ihrer Art geschrieben ist.',
  'names a category that the platform does not know ({0})': 'nennt eine Kategorie, die die Plattform nicht kennt ({0})',
  'The platform ignores the word and runs the tag.': 'Die Plattform übergeht das Wort und führt das Tag aus.',
  'tells the platform to leave the tag alone ({0})': 'sagt der Plattform, sie solle das Tag in Ruhe lassen ({0})',
  'The platform then runs it without any choice.': 'Die Plattform führt es dann ohne jede Wahl aus.',
  'asks for a category that is always on ({0})': 'fragt nach einer Kategorie, die immer an ist ({0})',
  'The necessary category needs no choice and waits for none.':
    'Die notwendige Kategorie braucht keine Wahl und wartet auf keine.',
  'only asks whether the platform is there ({0})': 'fragt nur, ob die Plattform da ist ({0})',
  'That it is there says nothing of a choice.': 'Dass sie da ist, sagt nichts über eine Wahl.',
  'lets it through as long as the platform is not there ({0})': 'lässt durch, solange die Plattform nicht da ist ({0})',
  'Platforms load late: while the page is read the object is missing for everybody.':
    'Plattformen laden spät: Während die Seite gelesen wird, fehlt das Objekt bei allen.',
  'only waits until the platform is ready ({0})': 'wartet nur, bis die Plattform bereit ist ({0})',
  'The platform is ready before anybody has chosen, and after a refusal.':
    'Die Plattform ist bereit, bevor jemand gewählt hat, und auch nach einer Ablehnung.',
  'is an exception on another event ({0})': 'ist eine Ausnahme auf einem anderen Ereignis ({0})',
  'An exception stops a tag only on the event on which it is evaluated itself.':
    'Eine Ausnahme hält ein Tag nur bei dem Ereignis auf, bei dem sie selbst geprüft wird.',
  "is the vendor's own switch, and something turns it on again ({0})":
    'ist der eigene Schalter des Anbieters, und etwas schaltet ihn wieder ein ({0})',
  'What was held back is sent as soon as anything grants, whether or not somebody agreed.':
    'Was zurückgehalten wurde, wird gesendet, sobald etwas erteilt, ob jemand eingewilligt hat oder nicht.',
  "is the vendor's own switch, turned after the first command ({0})":
    'ist der eigene Schalter des Anbieters, erst nach dem ersten Befehl umgelegt ({0})',
  'What came before it is sent; the switch holds back only what follows.':
    'Was davor kam, wird gesendet; der Schalter hält nur zurück, was folgt.',
  "is the vendor's own switch, turned only after a refusal ({0})":
    'ist der eigene Schalter des Anbieters, erst nach einer Ablehnung umgelegt ({0})',
  'Whoever has not answered has not refused either: nothing is held back.':
    'Wer nicht geantwortet hat, hat auch nicht abgelehnt: Nichts wird zurückgehalten.',
  'is a denied consent default, and an update grants again before anybody has chosen ({0})':
    'ist eine verweigernde Voreinstellung der Einwilligung, und ein Update erteilt wieder, bevor jemand gewählt hat ({0})',
  'What was held back is stored and sent in full as soon as an update grants, whether or not somebody agreed.':
    'Was zurückgehalten wurde, wird vollständig gespeichert und gesendet, sobald ein Update erteilt, ob jemand eingewilligt hat oder nicht.',
  'lets events pass that do not carry the answer ({0})':
    'lässt Ereignisse durch, die die Antwort nicht mitbringen ({0})',
  'Only a refusal that is there stops anything: an event without the field says nothing of a choice, and passes.':
    'Nur eine vorhandene Ablehnung hält etwas auf: Ein Ereignis ohne das Feld sagt nichts über eine Wahl und kommt durch.',
  'is a consent parameter set to optional ({0})': 'ist ein Einwilligungsparameter, der auf optional steht ({0})',
  'On “optional” the template sends whatever was chosen.':
    'Auf „optional“ sendet die Vorlage, was immer gewählt wurde.',
  'is a consent parameter that nothing reads ({0})': 'ist ein Einwilligungsparameter, den nichts liest ({0})',
  'The code of the template never asks what the parameter says: it sends whatever was chosen.':
    'Der Code der Vorlage fragt nie, was der Parameter sagt: Er sendet, was immer gewählt wurde.',
  'Ask for the category by name, positively, and let a missing answer end on the “no” side.':
    'Die Kategorie beim Namen und bejahend erfragen und eine fehlende Antwort auf der „Nein“-Seite enden lassen.',
  "Park the tag in the platform's way, for the category that covers its purpose.":
    'Das Tag nach Art der Plattform parken, für die Kategorie, die seinen Zweck abdeckt.',
  'Hold the tag by its switch before its first command, and release it only where the visitor agrees.':
    'Das Tag mit seinem Schalter vor dem ersten Befehl halten und nur dort freigeben, wo eingewilligt wird.',
  'Run the tag where the category that covers its purpose is granted, not merely later.':
    'Das Tag dort ausführen, wo die Kategorie erteilt ist, die seinen Zweck abdeckt, nicht nur später.',
  'Send the update only where the visitor agrees, or has agreed before.':
    'Das Update nur dort senden, wo eingewilligt wird oder früher eingewilligt wurde.',
  'Under Advanced Settings › Consent Settings of the tag require additional consent, or fire it on the event with which the platform grants the category.':
    'Unter Advanced Settings › Consent Settings des Tags zusätzliche Einwilligung verlangen oder es auf das Ereignis auslösen, mit dem die Plattform die Kategorie erteilt.',
  'The template’s code never asks what the parameter says: it sends whatever was chosen.':
    'Der Code der Vorlage fragt nie, was der Parameter sagt: Er sendet, was immer gewählt wurde.',
  '{0} sends after a refusal, too: its parameter {1} is set to optional.':
    '{0} sendet auch nach einer Ablehnung: Der Parameter {1} steht auf optional.',
  'Set {0} to required, so that the tag sends only where the event says that consent was given.':
    '{0} auf erforderlich setzen, damit das Tag nur sendet, wo das Ereignis sagt, dass eingewilligt wurde.',
  'Templates of this server container take consent as optional':
    'Vorlagen dieses Server-Containers behandeln die Einwilligung als optional',
  'Set the consent parameter of the tags to required.': 'Den Einwilligungsparameter der Tags auf erforderlich setzen.',
  '{0} sends after a refusal, too: nothing reads its parameter {1}.':
    '{0} sendet auch nach einer Ablehnung: Nichts liest den Parameter {1}.',
  'Let the tag fire where the event says that consent was given, and nowhere else.':
    'Das Tag nur dort auslösen, wo das Ereignis sagt, dass eingewilligt wurde.',
  'Consent parameters of templates that nothing reads': 'Einwilligungsparameter von Vorlagen, die nichts liest',
  'Gate the tags by their triggers, or use a template that asks for consent.':
    'Die Tags durch ihre Trigger sperren oder eine Vorlage verwenden, die nach Einwilligung fragt.',
  '{0} sends after a refusal, too, unless a tag says otherwise: its parameter {1} is optional.':
    '{0} sendet auch nach einer Ablehnung, sofern ein Tag nichts anderes sagt: Der Parameter {1} ist optional.',
  'Let {0} be required where a tag says nothing.': '{0} erforderlich sein lassen, wo ein Tag nichts sagt.',
  'Ask for the consent that {0} speaks of before anything is loaded or sent.':
    'Nach der Einwilligung fragen, von der {0} spricht, bevor etwas geladen oder gesendet wird.',
};
