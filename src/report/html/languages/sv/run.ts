/** På svenska: what no rule reports. */
import type { Phrases } from '../phrases.ts';

export const run: Phrases = {
  'it is no longer there': 'den finns inte längre',
  'it is too large to be read with pages': 'den är för stor för att läsas med sidor',
  'No file is meant by “{0}”.': '”{0}” avser ingen fil.',
  '“{0}” leaves out no file.': '”{0}” utesluter ingen fil.',
  '{0} is used in no file.': '{0} används inte i någon fil.',
  'No tag waits for {0}.': 'Ingen tagg väntar på {0}.',
  'No container has a part “{0}”.': 'Ingen behållare har en del ”{0}”.',
  '{0} is off, and there is nothing that it could judge.':
    '{0} är avslagen, och det finns ingenting som den kunde bedöma.',
  'What is there and does nothing is taken for something that it does.':
    'Det som finns och inte gör något tas för något som verkar.',
  'Correct it, or remove it.': 'Rätta det, eller ta bort det.',
  'not merged yet': 'ännu inte sammanfogad',
  'a submodule, which is a repository itself': 'en undermodul, som är ett eget kodförråd',
  'binary file': 'binär fil',
  '{0} is more than the limit of {1}': '{0} är mer än gränsen på {1}',
  'no such file or folder': 'ingen sådan fil eller mapp',
  'cannot be read: {0}': 'kan inte läsas: {0}',
  'no file matches': 'ingen fil matchar',
  'every file that matches is ignored': 'varje fil som matchar är utesluten',
  'symbolic link that leads nowhere': 'symbolisk länk som inte leder någonstans',
  'symbolic link that leads outside the given paths': 'symbolisk länk som leder utanför de angivna sökvägarna',
  'permission denied': 'åtkomst nekad',
  'it is a folder': 'det är en mapp',
  'symbolic links that lead in a circle': 'symboliska länkar som leder i en cirkel',
  'the name is too long': 'namnet är för långt',
  'its content is not in the repository': 'dess innehåll finns inte i kodförrådet',
  'its content is not in the index, which has a Git LFS pointer':
    'dess innehåll finns inte i indexet, som har en Git LFS-pekare',
  'Not read: {0}.': 'Inte läst: {0}.',
  'What stands here was not looked at.': 'Det som står här har inte granskats.',
  'taglint failed in {0}: {1}': 'taglint misslyckades i {0}: {1}',
  'The rest of the run went on; this is a fault of taglint, not of the input.':
    'Resten av körningen fortsatte; detta är ett fel i taglint, inte i underlaget.',
  'Please report it with the input, if you may share it.': 'Anmäl det gärna med underlaget, om det får delas.',
  'its content looked like a script, and is none': 'dess innehåll såg ut som ett skript men är inget',
  'here too': 'även här',
  'the policy': 'policyn',
  'There is no {0}; a suppression is one of {1}.': '{0} finns inte; ett undertryckande är ett av {1}.',
  'There is no rule {0}.': 'Det finns ingen regel {0}.',
  'There is no rule {0}; a reason stands behind two dashes.':
    'Det finns ingen regel {0}; ett skäl står efter två bindestreck.',
  '{0} names no rule: {1} RULE -- reason.': '{0} anger ingen regel: {1} REGEL -- skäl.',
  '“until {0}” is no date; write (until 2027-01-31).': '”until {0}” är inget datum; skriv (until 2027-01-31).',
  '{0} (did you mean {1}?)': '{0} (menades {1}?)',
  'The suppression has no effect.': 'Undertryckandet har ingen verkan.',
  'A suppression without a reason.': 'Ett undertryckande utan skäl.',
  'It has no effect: who reviews the file later must see why the finding is none.':
    'Det har ingen verkan: den som senare granskar filen måste se varför fyndet inte är något.',
  'Write why: {0} {1} -- reason.': 'Skriv varför: {0} {1} -- skäl.',
  'Nothing of {0} is found where this suppression stands for.': 'Inget av {0} hittas där detta undertryckande gäller.',
  'The nearest finding of the rule begins on line {0}.': 'Regelns närmaste fynd börjar på rad {0}.',
  'Left there, it would hide the next one unseen.': 'Om det står kvar döljer det nästa fynd utan att någon ser det.',
  'Move it in front of that line, or remove it.': 'Flytta det till före den raden, eller ta bort det.',
  'This suppression was to hold until {0}.': 'Detta undertryckande skulle gälla till {0}.',
  'It still has effect.': 'Det gäller fortfarande.',
  'Repair what it hides, or look at it again and give it a new date.':
    'Åtgärda det som det döljer, eller granska det igen och ge det ett nytt datum.',
  'neither a page, a script nor a container': 'varken en sida, ett skript eller en behållare',
  'The record of {0} has {1}, which gets nothing here.': 'Förteckningen från {0} har {1}, som inte får något här.',
  'The record of {0} has more for {1} than it gets: {2}.':
    'Förteckningen från {0} har mer för {1} än vad som skickas dit: {2}.',
  'The record of {0} has {1}, from which nothing comes here.':
    'Förteckningen från {0} har {1}, varifrån ingenting kommer här.',
  'What was agreed to once and is not done any more could come back without a review.':
    'Det som en gång godkändes och inte längre görs kan komma tillbaka utan granskning.',
  'Prune it: `taglint lock --update --reason "…"`.': 'Rensa det: `taglint lock --update --reason "…"`.',
  'is not in the repository {0}': 'finns inte i kodförrådet {0}',
};
