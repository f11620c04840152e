/** På svenska: what stands in front of a tag. */
import type { Phrases } from '../phrases.ts';

export const gates: Phrases = {
  'Under {0} of the tag require additional consent ({1}), or fire it on an event of your consent platform only.':
    'Kräv ytterligare samtycke ({1}) under {0} för taggen, eller låt bara en händelse från samtyckesplattformen utlösa den.',
  '{0} Set a consent default as well: a type that nobody sets counts as granted.':
    '{0} Sätt dessutom ett förval för samtycke: en typ som ingen sätter räknas som beviljad.',
  'Require additional consent ({0}).': 'Kräv ytterligare samtycke ({0}).',
  'Under {0} of each tag require additional consent, or fire it on an event of your consent platform only.':
    'Kräv ytterligare samtycke under {0} för varje tagg, eller låt bara en händelse från samtyckesplattformen utlösa den.',
  'only waits ({0})': 'väntar bara ({0})',
  'Time passes for every visitor; waiting is no choice.': 'Tiden går för varje besökare; att vänta är inget val.',
  'only waits for the first {0}': 'väntar bara på första {0}',
  'Scrolling, moving and clicking about is use of the page, no choice.':
    'Att rulla, röra sig och klicka är att använda sidan, inget val.',
  'only waits until a part of the page is in view': 'väntar bara tills en del av sidan syns',
  'Reading on is no choice.': 'Att läsa vidare är inget val.',
  'counts use of the page as consent ({0})': 'räknar användning av sidan som samtycke ({0})',
  'Scrolling or waiting is use of the page, no choice.': 'Att rulla eller vänta är att använda sidan, inget val.',
  'only asks that nobody has refused ({0})': 'frågar bara om ingen har sagt nej ({0})',
  'On a first visit nobody has refused yet: what is asked for is true for everybody.':
    'Vid första besöket har ingen sagt nej ännu: det som efterfrågas stämmer för alla.',
  'counts a missing answer as yes ({0})': 'räknar ett uteblivet svar som ja ({0})',
  'Whoever has not answered has not agreed.': 'Den som inte har svarat har inte samtyckt.',
  'lets through those who have not agreed ({0})': 'släpper fram dem som inte har samtyckt ({0})',
  'The test is the wrong way round.': 'Villkoret är vänt åt fel håll.',
  'only asks whether the banner was closed ({0})': 'frågar bara om bannern har stängts ({0})',
  'A banner is closed by refusing, too.': 'En banner stängs också när någon säger nej.',
  'asks whether there is an answer, not which ({0})': 'frågar om det finns ett svar, inte vilket ({0})',
  'A refusal is an answer, too.': 'Ett nej är också ett svar.',
  'runs it when the visitor refuses or closes ({0})': 'kör den när besökaren säger nej eller stänger ({0})',
  'That is the opposite of consent.': 'Det är motsatsen till samtycke.',
  'is an attribute that holds nothing back as it stands ({0})':
    'är ett attribut som inte håller tillbaka något så som det står ({0})',
  'The browser runs it as it reads the page; the platform holds back only what is written in its way.':
    'Webbläsaren kör det medan den läser sidan; plattformen håller bara tillbaka det som är skrivet på dess sätt.',
  'names a category that the platform does not know ({0})': 'anger en kategori som plattformen inte känner till ({0})',
  'The platform ignores the word and runs the tag.': 'Plattformen bryr sig inte om ordet och kör taggen.',
  'tells the platform to leave the tag alone ({0})': 'säger till plattformen att låta taggen vara ({0})',
  'The platform then runs it without any choice.': 'Plattformen kör den då utan något val.',
  'asks for a category that is always on ({0})': 'frågar efter en kategori som alltid är på ({0})',
  'The necessary category needs no choice and waits for none.':
    'Den nödvändiga kategorin kräver inget val och väntar inte på något.',
  'only asks whether the platform is there ({0})': 'frågar bara om plattformen finns där ({0})',
  'That it is there says nothing of a choice.': 'Att den finns där säger inget om ett val.',
  'lets it through as long as the platform is not there ({0})':
    'släpper fram så länge plattformen inte finns där ({0})',
  'Platforms load late: while the page is read the object is missing for everybody.':
    'Plattformar laddas sent: medan sidan läses saknas objektet för alla.',
  'only waits until the platform is ready ({0})': 'väntar bara tills plattformen är klar ({0})',
  'The platform is ready before anybody has chosen, and after a refusal.':
    'Plattformen är klar innan någon har valt, och efter ett nej.',
  'is an exception on another event ({0})': 'är ett undantag på en annan händelse ({0})',
  'An exception stops a tag only on the event on which it is evaluated itself.':
    'Ett undantag stoppar en tagg bara på den händelse där det själv prövas.',
  "is the vendor's own switch, and something turns it on again ({0})":
    'är leverantörens egen omkopplare, och något slår på den igen ({0})',
  'What was held back is sent as soon as anything grants, whether or not somebody agreed.':
    'Det som hölls tillbaka skickas så snart något beviljar, vare sig någon har samtyckt eller inte.',
  "is the vendor's own switch, turned after the first command ({0})":
    'är leverantörens egen omkopplare, som slås om efter det första kommandot ({0})',
  'What came before it is sent; the switch holds back only what follows.':
    'Det som kom före skickas; omkopplaren håller bara tillbaka det som följer.',
  "is the vendor's own switch, turned only after a refusal ({0})":
    'är leverantörens egen omkopplare, som slås om först efter ett nej ({0})',
  'Whoever has not answered has not refused either: nothing is held back.':
    'Den som inte har svarat har inte heller sagt nej: ingenting hålls tillbaka.',
  'is a denied consent default, and an update grants again before anybody has chosen ({0})':
    'är ett nekande förval för samtycke, och en uppdatering beviljar igen innan någon har valt ({0})',
  'What was held back is stored and sent in full as soon as an update grants, whether or not somebody agreed.':
    'Det som hölls tillbaka lagras och skickas i sin helhet så snart en uppdatering beviljar, vare sig någon har samtyckt eller inte.',
  'lets events pass that do not carry the answer ({0})': 'släpper igenom händelser som inte bär svaret ({0})',
  'Only a refusal that is there stops anything: an event without the field says nothing of a choice, and passes.':
    'Bara ett nej som finns med stoppar något: en händelse utan fältet säger inget om ett val, och släpps igenom.',
  'is a consent parameter set to optional ({0})': 'är en samtyckesparameter som är satt till valfri ({0})',
  'On “optional” the template sends whatever was chosen.': 'På ”valfri” skickar mallen vad som än valdes.',
  'is a consent parameter that nothing reads ({0})': 'är en samtyckesparameter som ingenting läser ({0})',
  'The code of the template never asks what the parameter says: it sends whatever was chosen.':
    'Mallens kod frågar aldrig vad parametern säger: den skickar vad som än valdes.',
  'Ask for the category by name, positively, and let a missing answer end on the “no” side.':
    'Fråga efter kategorin vid namn, efter ett ja, och låt ett uteblivet svar hamna på ”nej”-sidan.',
  "Park the tag in the platform's way, for the category that covers its purpose.":
    'Parkera taggen på plattformens sätt, för den kategori som täcker dess ändamål.',
  'Hold the tag by its switch before its first command, and release it only where the visitor agrees.':
    'Håll taggen med dess omkopplare före det första kommandot, och släpp fram den bara där besökaren samtycker.',
  'Run the tag where the category that covers its purpose is granted, not merely later.':
    'Kör taggen där den kategori som täcker dess ändamål är beviljad, inte bara senare.',
  'Send the update only where the visitor agrees, or has agreed before.':
    'Skicka uppdateringen bara där besökaren samtycker, eller har samtyckt tidigare.',
  'Under Advanced Settings › Consent Settings of the tag require additional consent, or fire it on the event with which the platform grants the category.':
    'Kräv ytterligare samtycke under Advanced Settings › Consent Settings för taggen, eller låt den utlösas av den händelse med vilken plattformen beviljar kategorin.',
  'The template’s code never asks what the parameter says: it sends whatever was chosen.':
    'Mallens kod frågar aldrig vad parametern säger: den skickar vad som än valdes.',
  '{0} sends after a refusal, too: its parameter {1} is set to optional.':
    '{0} skickar även efter ett nej: dess parameter {1} är satt till valfri.',
  'Set {0} to required, so that the tag sends only where the event says that consent was given.':
    'Sätt {0} till obligatorisk, så att taggen bara skickar där händelsen säger att samtycke har getts.',
  'Templates of this server container take consent as optional':
    'Mallar i denna serverbehållare tar samtycke som valfritt',
  'Set the consent parameter of the tags to required.': 'Sätt taggarnas samtyckesparameter till obligatorisk.',
  '{0} sends after a refusal, too: nothing reads its parameter {1}.':
    '{0} skickar även efter ett nej: ingenting läser dess parameter {1}.',
  'Let the tag fire where the event says that consent was given, and nowhere else.':
    'Låt taggen köras där händelsen säger att samtycke har getts, och ingen annanstans.',
  'Consent parameters of templates that nothing reads': 'Samtyckesparametrar i mallar som ingenting läser',
  'Gate the tags by their triggers, or use a template that asks for consent.':
    'Spärra taggarna med deras utlösare, eller använd en mall som frågar efter samtycke.',
  '{0} sends after a refusal, too, unless a tag says otherwise: its parameter {1} is optional.':
    '{0} skickar även efter ett nej, om inte en tagg säger något annat: dess parameter {1} är valfri.',
  'Let {0} be required where a tag says nothing.': 'Låt {0} vara obligatorisk där en tagg inte säger något.',
  'Ask for the consent that {0} speaks of before anything is loaded or sent.':
    'Fråga efter det samtycke som {0} talar om innan något laddas eller skickas.',
};
