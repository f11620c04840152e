/** På svenska: the rules on containers. */
import type { Phrases } from '../phrases.ts';

export const gtm: Phrases = {
  'The template “{0}” is allowed {1} ({2}); {3}.': 'Mallen ”{0}” har en vid behörighet: {1} ({2}); {3}.',
  'A permission is what still holds when the code is updated by its author, or by whoever has taken the account over.':
    'En behörighet gäller också när koden uppdateras av upphovspersonen, eller av den som har tagit över kontot.',
  'Restrict {0} to {1} in the template editor, under Permissions.':
    'Begränsa {0} till {1} i mallredigeraren, under Permissions.',
  'Take {0} out in the template editor, under Permissions.': 'Ta bort {0} i mallredigeraren, under Permissions.',
  'used by {0}': 'används av {0}',
  'Permissions of the template “{0}”': 'Behörigheter för mallen ”{0}”',
  'Restrict them to what the code uses.': 'Begränsa dem till vad koden använder.',
  'its code never makes use of that': 'dess kod använder den aldrig',
  'its code needs only {0} and {1} more': 'dess kod behöver bara {0} och {1} till',
  'its code needs only {0}': 'dess kod behöver bara {0}',
  'The consent settings of “{0}” ({1}) were never set.': 'Samtyckesinställningarna för ”{0}” ({1}) har aldrig satts.',
  'The tag type asks for no consent by itself, so the container fires it for everybody.':
    'Taggtypen frågar inte själv efter samtycke, så behållaren kör den för alla.',
  '“{0}” hands user data to {1} whatever was chosen: nothing in this container asks for consent.':
    '”{0}” lämnar användaruppgifter till {1} vad som än har valts: ingenting i denna behållare frågar efter samtycke.',
  'That the events which come in are those of visitors who agreed is seen where they are sent from, not here.':
    'Om de händelser som kommer in gäller besökare som har samtyckt syns där de skickas, inte här.',
  'Let the tag fire only where the event says that consent was given: by its own consent parameter, or by a trigger that tests the consent field.':
    'Låt taggen köras bara där händelsen säger att samtycke har getts: genom dess egen samtyckesparameter, eller genom en utlösare som prövar samtyckesfältet.',
  'Tags of this server container hand user data over whatever was chosen':
    'Taggar i denna serverbehållare lämnar ut användaruppgifter vad som än har valts',
  'Test the consent field of the event in their triggers.': 'Pröva händelsens samtyckesfält i deras utlösare.',
  'Published, this container holds at least about {0} of settings and code; {1} alone has {2}.':
    'Publicerad innehåller behållaren minst ungefär {0} inställningar och kod; enbart {1} har {2}.',
  'Every visitor loads all of it before any tag fires, and Tag Manager refuses to publish a container above its limit: then no change goes live, corrections included.':
    'Varje besökare laddar allt detta innan någon tagg körs, och Tag Manager vägrar publicera en behållare över gränsen: då kommer ingen ändring ut, inte ens rättelser.',
  'Look at the indicator on the page Versions; from 70 % on delete what nothing uses, put code into files of the site, and merge tags that differ by one value.':
    'Titta på mätaren på sidan Versions; från 70 %, ta bort det som inte används, lägg kod i webbplatsens filer och slå ihop taggar som bara skiljer sig i ett värde.',
  '{0}: about {1}': '{0}: ungefär {1}',
  '{0} characters': '{0} tecken',
  '{0} thousand characters': '{0} tusen tecken',
  'The exception “{0}” of “{1}” blocks nothing: it is asked on an event on which the tag never fires.':
    'Undantaget ”{0}” för ”{1}” hindrar ingenting: det prövas på en händelse där taggen aldrig körs.',
  'Tag Manager asks an exception only when its own event comes. On all other events the tag fires as if it had none.':
    'Tag Manager prövar ett undantag bara när dess egen händelse kommer. Vid alla andra händelser körs taggen som om det inte fanns.',
  'Build the exception on the events of the tag’s triggers, or on every event: a custom event that matches .* with the same conditions.':
    'Bygg undantaget på händelserna i taggens utlösare, eller på varje händelse: en anpassad händelse som matchar .* med samma villkor.',
  'the exception “{0}”': 'undantaget ”{0}”',
  'fires on “{0}”': 'körs på ”{0}”',
  'The exception “{0}” is asked on another event': 'Undantaget ”{0}” prövas på en annan händelse',
  'Build it on the events of the tags.': 'Bygg det på taggarnas händelser.',
  '“{0}” does the same as “{1}”: type, settings and triggers are equal.':
    '”{0}” gör detsamma som ”{1}”: typ, inställningar och utlösare är lika.',
  'Everything is sent twice, and who gates or deletes one of them believes the matter settled.':
    'Allt skickas två gånger, och den som spärrar eller tar bort den ena tror att saken är klar.',
  'Delete “{0}” or “{1}”.': 'Ta bort ”{0}” eller ”{1}”.',
  'the same as “{0}”': 'detsamma som ”{0}”',
  'both fire on “{0}”': 'båda körs på ”{0}”',
  'Put <script> and </script> around the code.': 'Sätt <script> och </script> runt koden.',
  'Delete the tag.': 'Ta bort taggen.',
  'It fires and does nothing, and looks in every list as if something were in use.':
    'Den körs och gör ingenting, och ser i varje lista ut som om något vore i bruk.',
  '“{0}” holds no markup.': '”{0}” innehåller ingen kod.',
  '“{0}” holds nothing but comments.': '”{0}” innehåller bara kommentarer.',
  '“{0}” holds nothing but a noscript element.': '”{0}” innehåller bara ett noscript-element.',
  '“{0}” holds code without a script element.': '”{0}” innehåller kod utan script-element.',
  'A script inserts the markup, so the visitor’s browser runs scripts and never shows what stands in it.':
    'Ett skript infogar koden, så besökarens webbläsare kör skript och visar aldrig det som står i den.',
  'The code does not run: it is inserted into the page as text.': 'Koden körs inte: den infogas på sidan som text.',
  '{0} asks for the regular expression {1}, which RE2 cannot read: {2}.':
    '{0} prövar det reguljära uttrycket {1}, som RE2 inte kan läsa: {2}.',
  '{0} asks for the regular expression {1}, which cannot be read: {2}.':
    '{0} prövar det reguljära uttrycket {1}, som inte går att läsa: {2}.',
  'Write two conditions instead, one for what must be there and one, negated, for what must not.':
    'Skriv två villkor i stället, ett för det som måste finnas och ett, negerat, för det som inte får finnas.',
  'Write .* for any characters and \\. for a dot; * alone is no wildcard here.':
    'Skriv .* för vilka tecken som helst och \\. för en punkt; * ensamt är inget jokertecken här.',
  'Repair the expression: a character that is meant literally needs a backslash in front.':
    'Rätta uttrycket: ett tecken som ska tas bokstavligt behöver ett omvänt snedstreck framför sig.',
  'It matches nothing, so what hangs on it never happens: tags that wait for it do not fire, exceptions with it block nothing.':
    'Det matchar ingenting, så det som hänger på det händer aldrig: taggar som väntar på det körs inte, undantag med det hindrar ingenting.',
  'Whether “does not match” then always holds or never does is not documented: what hangs on it is a matter of chance.':
    'Om ”matchar inte” då alltid eller aldrig gäller är inte dokumenterat: det som hänger på det är en slump.',
  'Tag Manager’s documented dialect is RE2. A browser may read the expression all the same; where RE2 runs it, it matches nothing.':
    'Tag Managers dokumenterade dialekt är RE2. En webbläsare kan ändå läsa uttrycket; där RE2 kör det matchar det ingenting.',
  '“{0}” reads the id of the click on an ad, and no tag of this container keeps it.':
    '”{0}” läser annonsklickets id, och ingen tagg i denna behållare sparar det.',
  'The id stands in the address of the first page only. Without a cookie that keeps it a sale on a later page belongs to no campaign.':
    'Id:t står bara i adressen till den första sidan. Utan en kaka som sparar det hör ett köp på en senare sida inte till någon kampanj.',
  'Ask whether another container or the page keeps it; otherwise add the linker tag on all pages, under the same consent.':
    'Ta reda på om en annan behållare eller sidan sparar det; lägg annars till länktaggen på alla sidor, under samma samtycke.',
  'No tag of this container keeps the id of the click': 'Ingen tagg i denna behållare sparar klickets id',
  'Add the linker tag.': 'Lägg till länktaggen.',
  '{0} has a name outside of the naming scheme ({1}).': '{0} har ett namn utanför namnstandarden ({1}).',
  'Rename it, or add its form to the options of the rule.':
    'Byt namn, eller lägg till dess form i regelns inställningar.',
  'Names of {0} outside of the naming scheme': 'Namn utanför namnstandarden: {0}',
  'Rename them.': 'Byt namn på dem.',
  '“{0}” fires in no consent state: its triggers, exceptions and consent checks exclude each other.':
    '”{0}” körs i inget samtyckesläge: dess utlösare, undantag och samtyckeskontroller utesluter varandra.',
  'It looks as if it were in use, and sends nothing, not even for visitors who agreed to everything.':
    'Den ser ut att vara i bruk och skickar ingenting, inte ens för besökare som har samtyckt till allt.',
  'Keep one gate: the consent settings of the tag or the conditions of its trigger.':
    'Behåll en spärr: taggens samtyckesinställningar eller utlösarens villkor.',
  'Look for conditions of the trigger that an exception contradicts.':
    'Leta efter villkor i utlösaren som ett undantag säger emot.',
  'trigger “{0}”': 'utlösaren ”{0}”',
  'exception “{0}”': 'undantaget ”{0}”',
  'Exceptions on {0} stop tags in every consent state': 'Undantag på {0} stoppar taggar i varje samtyckesläge',
  'Look at what the exceptions ask of {0}.': 'Se efter vad undantagen frågar om {0}.',
  'The code of {0} holds {1}, which is ECMAScript {2}.': 'Koden i {0} innehåller {1}, som är ECMAScript {2}.',
  'Tag Manager compiles Custom HTML and Custom JavaScript, and its compiler stops at syntax that it does not know: the container can then be neither previewed nor published, and older visitors’ browsers would stop at it too.':
    'Tag Manager kompilerar anpassad HTML och anpassad JavaScript, och kompilatorn stannar vid syntax som den inte känner till: behållaren kan då varken förhandsgranskas eller publiceras, och besökares äldre webbläsare skulle också stanna där.',
  'Write it in ECMAScript 5, or put the code into a file of the site.':
    'Skriv den i ECMAScript 5, eller lägg koden i en av webbplatsens filer.',
  'Code in syntax that Tag Manager’s compiler may refuse': 'Kod i syntax som Tag Managers kompilator kan vägra',
  'Write it in ECMAScript 5.': 'Skriv den i ECMAScript 5.',
  '“{0}” ({1}) is paused and still in the container.': '”{0}” ({1}) är pausad och finns kvar i behållaren.',
  '“{0}” is paused and still in the container.': '”{0}” är pausad och finns kvar i behållaren.',
  'One click sends it out again, with whatever triggers and consent settings it had when it was paused.':
    'Ett klick sätter i gång den igen, med de utlösare och samtyckesinställningar som den hade när den pausades.',
  'Delete it; the versions of the container keep it.': 'Ta bort den; behållarens versioner har den kvar.',
  '“{0}” names it': '”{0}” anger den',
  'Paused tags are kept in this container': 'Pausade taggar finns kvar i denna behållare',
  'Delete the paused tags.': 'Ta bort de pausade taggarna.',
  '“{0}” runs {1} as set-up tag of “{2}”, although its own triggers wait for consent.':
    '”{0}” körs {1} som förberedande tagg till ”{2}”, fast dess egna utlösare väntar på samtycke.',
  '“{0}” runs {1} as clean-up tag of “{2}”, although its own triggers wait for consent.':
    '”{0}” körs {1} som avslutande tagg till ”{2}”, fast dess egna utlösare väntar på samtycke.',
  'A tag in a sequence starts with the tag that calls it; its own triggers and exceptions are not asked.':
    'En tagg i en sekvens startar med den tagg som anropar den; dess egna utlösare och undantag prövas inte.',
  'Gate “{0}” in the same way, or require additional consent under Advanced Settings › Consent Settings of “{1}”: those are asked in a sequence too.':
    'Spärra ”{0}” på samma sätt, eller kräv ytterligare samtycke under Advanced Settings › Consent Settings för ”{1}”: de prövas även i en sekvens.',
  'set-up tag of “{0}”': 'förberedande tagg till ”{0}”',
  'clean-up tag of “{0}”': 'avslutande tagg till ”{0}”',
  'which the trigger “{0}” fires': 'som utlösaren ”{0}” kör',
  'its own trigger “{0}” is not asked': 'dess egen utlösare ”{0}” prövas inte',
  'where only preferences are granted': 'där bara inställningar är beviljade',
  'where only statistics are granted': 'där bara statistik är beviljad',
  'where only marketing is granted': 'där bara marknadsföring är beviljad',
  'in every state': 'i alla lägen',
  '{0} uses the built-in variable {1}, which this container has not enabled.':
    '{0} använder den inbyggda variabeln {1}, som inte är aktiverad i denna behållare.',
  '{0} {1} {2}, which this container does not have.': '{0} {1} {2}, som inte finns i denna behållare.',
  'It stays undefined.': 'Den förblir odefinierad.',
  'Enable {0} under Variables › Configure.': 'Aktivera {0} under Variables › Configure.',
  'Move it to a folder that is there, or take `parentFolderId` out.':
    'Flytta den till en mapp som finns, eller ta bort `parentFolderId`.',
  'Restore it, or take the reference out.': 'Återställ den, eller ta bort hänvisningen.',
  'Is “{0}” meant? Otherwise restore it, or take the reference out.':
    'Menas ”{0}”? Återställ den annars, eller ta bort hänvisningen.',
  'Enable the built-in variable.': 'Aktivera den inbyggda variabeln.',
  'Restore it, or take the references out.': 'Återställ den, eller ta bort hänvisningarna.',
  'built-in variables': 'inbyggda variabler',
  'The container lists no {0} at all': 'Behållaren har inga {0} alls',
  '{0} is not enabled': '{0} är inte aktiverad',
  '{0} is not in this container': '{0} finns inte i denna behållare',
  'trigger {0}': 'utlösaren {0}',
  'folder {0}': 'mappen {0}',
  'the template “{0}”': 'mallen ”{0}”',
  'tag “{0}”': 'taggen ”{0}”',
  'refers to': 'hänvisar till',
  'is of': 'är av typen',
  'fires on': 'körs på',
  'has the exception': 'har undantaget',
  'has the set-up tag': 'har som förberedande tagg',
  'has the clean-up tag': 'har som avslutande tagg',
  'waits for': 'väntar på',
  'is in': 'ligger i',
  'It takes the id of its account from there, and sends nothing without one.':
    'Därifrån tar den sitt kontos id, och utan det skickar den ingenting.',
  'The value is undefined wherever it is used, and a condition on it does not ask what it was meant to ask.':
    'Värdet är odefinierat överallt där det används, och ett villkor på det frågar inte det som avsågs.',
  'The tag or variable does nothing.': 'Taggen eller variabeln gör ingenting.',
  'It never fires on it.': 'Den körs aldrig på den.',
  'The exception never holds: the tag fires where it was meant to be blocked.':
    'Undantaget gäller aldrig: taggen körs där den skulle ha hindrats.',
  'What the tag was meant to wait for does not run.': 'Det som taggen skulle vänta på körs inte.',
  'What was meant to follow the tag does not run.': 'Det som skulle följa på taggen körs inte.',
  'A group fires only when all its members have.': 'En grupp utlöses först när alla dess medlemmar har utlösts.',
  'It stands in no folder, and who looks for it where it belongs does not find it.':
    'Den ligger inte i någon mapp, och den som letar där den hör hemma hittar den inte.',
  'Delete them.': 'Ta bort dem.',
  'What nobody needs is reviewed by nobody, and makes the review of the rest harder.':
    'Det som ingen behöver granskar ingen, och det gör det svårare att granska resten.',
  'has no trigger, and no sequence names it': 'har ingen utlösare, och ingen sekvens anger den',
  'It never fires: it was forgotten, or its trigger was lost.':
    'Den körs aldrig: den har glömts bort, eller dess utlösare har gått förlorad.',
  'Tags that nothing fires': 'Taggar som ingenting utlöser',
  'is used by nothing': 'används inte av något',
  'Triggers that nothing uses': 'Utlösare som ingenting använder',
  'Variables that nothing uses': 'Variabler som ingenting använder',
  'Its code and permissions stay in the container, and updates are offered for it.':
    'Dess kod och behörigheter finns kvar i behållaren, och uppdateringar erbjuds för den.',
  'Custom templates that nothing uses': 'Anpassade mallar som ingenting använder',
  'holds nothing': 'är tom',
  'Empty folders': 'Tomma mappar',
  '{0} {1} but what is unused itself.': '{0} {1} utom sådant som självt är oanvänt.',
};
