/** Auf Deutsch: what no rule reports. */
import type { Phrases } from '../phrases.ts';

export const run: Phrases = {
  'it is no longer there': 'sie ist nicht mehr da',
  'it is too large to be read with pages': 'sie ist zu groß, um mit Seiten gelesen zu werden',
  'No file is meant by “{0}”.': '„{0}“ meint keine Datei.',
  '“{0}” leaves out no file.': '„{0}“ schließt keine Datei aus.',
  '{0} is used in no file.': '{0} wird in keiner Datei verwendet.',
  'No tag waits for {0}.': 'Kein Tag wartet auf {0}.',
  'No container has a part “{0}”.': 'Kein Container hat einen Teil „{0}“.',
  '{0} is off, and there is nothing that it could judge.':
    '{0} ist ausgeschaltet, und es gibt nichts, was sie beurteilen könnte.',
  'What is there and does nothing is taken for something that it does.':
    'Was da ist und nichts tut, wird für etwas gehalten, das wirkt.',
  'Correct it, or remove it.': 'Berichtigen oder entfernen.',
  'not merged yet': 'noch nicht zusammengeführt',
  'a submodule, which is a repository itself': 'ein Submodul, das selbst ein Repository ist',
  'binary file': 'Binärdatei',
  '{0} is more than the limit of {1}': '{0} sind mehr als die Grenze von {1}',
  'no such file or folder': 'keine solche Datei und kein solcher Ordner',
  'cannot be read: {0}': 'nicht lesbar: {0}',
  'no file matches': 'keine Datei passt',
  'every file that matches is ignored': 'jede passende Datei ist ausgeschlossen',
  'symbolic link that leads nowhere': 'symbolischer Link, der nirgendwohin führt',
  'symbolic link that leads outside the given paths': 'symbolischer Link, der aus den angegebenen Pfaden hinausführt',
  'permission denied': 'Zugriff verweigert',
  'it is a folder': 'es ist ein Ordner',
  'symbolic links that lead in a circle': 'symbolische Links, die im Kreis führen',
  'the name is too long': 'der Name ist zu lang',
  'its content is not in the repository': 'ihr Inhalt ist nicht im Repository',
  'its content is not in the index, which has a Git LFS pointer':
    'ihr Inhalt ist nicht im Index, der einen Git-LFS-Zeiger hat',
  'Not read: {0}.': 'Nicht gelesen: {0}.',
  'What stands here was not looked at.': 'Was hier steht, wurde nicht geprüft.',
  'taglint failed in {0}: {1}': 'taglint ist gescheitert in {0}: {1}',
  'The rest of the run went on; this is a fault of taglint, not of the input.':
    'Der Rest des Laufs ging weiter; das ist ein Fehler von taglint, nicht der Eingabe.',
  'Please report it with the input, if you may share it.':
    'Bitte mit der Eingabe melden, wenn sie weitergegeben werden darf.',
  'its content looked like a script, and is none': 'ihr Inhalt sah aus wie ein Skript und ist keines',
  'here too': 'auch hier',
  'the policy': 'die Richtlinie',
  'There is no {0}; a suppression is one of {1}.': '{0} gibt es nicht; eine Unterdrückung ist eines von {1}.',
  'There is no rule {0}.': 'Es gibt keine Regel {0}.',
  'There is no rule {0}; a reason stands behind two dashes.':
    'Es gibt keine Regel {0}; eine Begründung steht hinter zwei Strichen.',
  '{0} names no rule: {1} RULE -- reason.': '{0} nennt keine Regel: {1} REGEL -- Grund.',
  '“until {0}” is no date; write (until 2027-01-31).': '„until {0}“ ist kein Datum; richtig ist (until 2027-01-31).',
  '{0} (did you mean {1}?)': '{0} (ist {1} gemeint?)',
  'The suppression has no effect.': 'Die Unterdrückung hat keine Wirkung.',
  'A suppression without a reason.': 'Eine Unterdrückung ohne Begründung.',
  'It has no effect: who reviews the file later must see why the finding is none.':
    'Sie hat keine Wirkung: Wer die Datei später prüft, muss sehen, warum der Befund keiner ist.',
  'Write why: {0} {1} -- reason.': 'Die Begründung angeben: {0} {1} -- Grund.',
  'Nothing of {0} is found where this suppression stands for.':
    'Nichts von {0} wird gefunden, wo diese Unterdrückung gilt.',
  'The nearest finding of the rule begins on line {0}.': 'Der nächste Befund der Regel beginnt in Zeile {0}.',
  'Left there, it would hide the next one unseen.': 'Bliebe sie, verbärge sie den nächsten ungesehen.',
  'Move it in front of that line, or remove it.': 'Vor diese Zeile setzen oder entfernen.',
  'This suppression was to hold until {0}.': 'Diese Unterdrückung sollte bis {0} gelten.',
  'It still has effect.': 'Sie gilt noch.',
  'Repair what it hides, or look at it again and give it a new date.':
    'Beheben, was sie verbirgt, oder erneut prüfen und ihr ein neues Datum geben.',
  'neither a page, a script nor a container': 'weder eine Seite noch ein Skript noch ein Container',
  'The record of {0} has {1}, which gets nothing here.': 'Das Verzeichnis vom {0} enthält {1}, was hier nichts erhält.',
  'The record of {0} has more for {1} than it gets: {2}.':
    'Das Verzeichnis vom {0} enthält für {1} mehr, als dorthin geht: {2}.',
  'The record of {0} has {1}, from which nothing comes here.':
    'Das Verzeichnis vom {0} enthält {1}, woher hier nichts kommt.',
  'What was agreed to once and is not done any more could come back without a review.':
    'Was einmal gebilligt wurde und nicht mehr geschieht, könnte ohne Prüfung zurückkehren.',
  'Prune it: `taglint lock --update --reason "…"`.': 'Bereinigen: `taglint lock --update --reason "…"`.',
  'is not in the repository {0}': 'ist nicht im Repository {0}',
};
