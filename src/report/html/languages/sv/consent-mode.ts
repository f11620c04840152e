/** På svenska: the rules on consent modes. */
import type { Phrases } from '../phrases.ts';

export const consentMode: Phrases = {
  'A consent type that nobody has set counts as granted.': 'En samtyckestyp som ingen har satt räknas som beviljad.',
  'Tags store and send in full from the first visit on, before anybody has chosen.':
    'Taggar lagrar och skickar allt redan från första besöket, innan någon har valt.',
  '{0} runs under it': '{0} körs under det',
  'The consent default grants': 'Förvalet för samtycke beviljar',
  'Set the consent default to denied.': 'Sätt förvalet för samtycke till nekat.',
  '{0} denies {1} for other regions only; {2} are left without a default.':
    '{0} nekar {1} bara för andra regioner; {2} blir utan förval.',
  'visitors in Europe': 'besökare i Europa',
  '{0} may grant {1} by default.': '{0} kan bevilja {1} som förval.',
  '{0} grants {1} by default.': '{0} beviljar {1} som förval.',
  '{0} may grant {1} by default in {2}.': '{0} kan bevilja {1} som förval i {2}.',
  '{0} grants {1} by default in {2}.': '{0} beviljar {1} som förval i {2}.',
  'Set the types to denied for everybody (or for the EEA, the United Kingdom and Switzerland) and grant them in an update after the choice.':
    'Sätt typerna till nekade för alla (eller för EES, Storbritannien och Schweiz) och bevilja dem med en uppdatering efter valet.',
  'Set the types to denied for {0}, and grant them in an update after the choice.':
    'Sätt typerna till nekade för {0} och bevilja dem med en uppdatering efter valet.',
  'Add the missing regions to the default that denies: {0}.':
    'Lägg till de regioner som saknas i det nekande förvalet: {0}.',
  '{0} countries ({1} …)': '{0} länder ({1} …)',
  'The choice never reaches the tags.': 'Valet når aldrig taggarna.',
  'Nothing reports the mistake; the tags run as if the command were not there.':
    'Ingenting säger till om felet; taggarna körs som om kommandot inte fanns.',
  '{0} ignores the consent commands': '{0} struntar i samtyckeskommandona',
  'Push the arguments object.': 'Lägg in arguments-objektet i kön.',
  'Keep the list that is there.': 'Behåll listan som redan finns.',
  '{0} ignores {1}: {2}.': '{0} struntar i {1}: {2}.',
  '{0} ignores {1}: {2} ({3}).': '{0} struntar i {1}: {2} ({3}).',
  'a list is pushed, where the library takes the arguments object of a function for a command':
    'en lista läggs i kön, där biblioteket tar emot en funktions arguments-objekt som kommando',
  'an object is pushed, where the library takes the arguments object of a function for a command':
    'ett objekt läggs i kön, där biblioteket tar emot en funktions arguments-objekt som kommando',
  'the parts are pushed one by one, where the library takes the arguments object of a function for a command':
    'delarna läggs i kön en och en, där biblioteket tar emot en funktions arguments-objekt som kommando',
  'the list that it was pushed to is replaced before the library reads it':
    'listan som det lades i ersätts innan biblioteket läser den',
  'it goes to a list that the library does not read': 'det hamnar i en lista som biblioteket inte läser',
  'it knows no such command': 'något sådant kommando finns inte',
  'Write “window.dataLayer = window.dataLayer || []” wherever the list is set up.':
    'Skriv ”window.dataLayer = window.dataLayer || []” överallt där listan skapas.',
  'Push the command to the list that the loader names, or load it without another name.':
    'Lägg kommandot i den lista som laddaren anger, eller ladda biblioteket utan ett annat namn.',
  'Correct {0}.': 'Rätta {0}.',
  'Use a command that works: {0}.': 'Använd ett kommando som fungerar: {0}.',
  'Define “function gtag() { dataLayer.push(arguments); }” and call it: an arrow function or “…args” will not do.':
    'Definiera ”function gtag() { dataLayer.push(arguments); }” och anropa den: en pilfunktion eller ”…args” duger inte.',
  'the list is replaced here': 'listan ersätts här',
  'this loader reads another list': 'den här laddaren läser en annan lista',
  'this function pushes the command': 'den här funktionen lägger kommandot i kön',
  '{0} and {1} more': '{0} och {1} till',
  '{0} sets the consent default only after the choice; {1} run on a first visit without one.':
    '{0} sätter förvalet för samtycke först efter valet; {1} körs vid första besöket utan något.',
  '{0} sets the consent default only after the choice; {1} runs on a first visit without one.':
    '{0} sätter förvalet för samtycke först efter valet; {1} körs vid första besöket utan något.',
  '{0} sets the consent default from Custom HTML: it may come after {1}.':
    '{0} sätter förvalet för samtycke från anpassad HTML: det kan komma efter {1}.',
  '{0} sets the consent default after {1}.': '{0} sätter förvalet för samtycke efter {1}.',
  'What Custom HTML pushes to the data layer is read only after everything that the same event fires.':
    'Det som anpassad HTML lägger i datalagret läses först efter allt som samma händelse utlöser.',
  'What runs before it finds no default, and a consent type that nobody has set counts as granted.':
    'Det som körs före hittar inget förval, och en samtyckestyp som ingen har satt räknas som beviljad.',
  'Set the default in a consent template on “Consent Initialization – All Pages”, or in the page above the container snippet.':
    'Sätt förvalet i en samtyckesmall på ”Consent Initialization – All Pages”, eller på sidan ovanför behållarens kodavsnitt.',
  'Move the default into an inline script above every tag; nothing may wait for it to be called.':
    'Flytta förvalet till ett skript i sidan ovanför alla taggar; ingenting får vänta på att det anropas.',
  'The consent default comes too late': 'Förvalet för samtycke kommer för sent',
  'Set the default before the first tag.': 'Sätt förvalet före den första taggen.',
  '“{0}”': '”{0}”',
  '{0} runs before it': '{0} körs före det',
  '“{0}” is the first tag that asks for one': '”{0}” är den första taggen som frågar efter ett',
  'Neither this container nor {0} sets a consent default; {1}.':
    'Varken denna behållare eller {0} sätter ett förval för samtycke; {1}.',
  'Nothing in this container sets a consent default; {0}.':
    'Ingenting i denna behållare sätter ett förval för samtycke; {0}.',
  '{0} runs without a consent default before it.': '{0} körs utan ett förval för samtycke dessförinnan.',
  'Set all consent types to denied in the first script of the page, above the tag, and update them when the visitor chooses.':
    'Sätt alla samtyckestyper till nekade i sidans första skript, ovanför taggen, och uppdatera dem när besökaren väljer.',
  'No consent default is set': 'Inget förval för samtycke är satt',
  'Set a consent default before the first tag.': 'Sätt ett förval för samtycke före den första taggen.',
  'A consent type that nobody has set counts as granted: cookies are set from the first visit on.':
    'En samtyckestyp som ingen har satt räknas som beviljad: kakor sätts redan från första besöket.',
  'A consent type that nobody has set counts as granted. If the page sets the default, say so with consent.defaults-on-page.':
    'En samtyckestyp som ingen har satt räknas som beviljad. Om sidan sätter förvalet, ange det med consent.defaults-on-page.',
  'A consent type that nobody has set counts as granted; what consent.defaults-on-page says of the page is not so.':
    'En samtyckestyp som ingen har satt räknas som beviljad; det som consent.defaults-on-page säger om sidan stämmer inte.',
  '{0}, which loads it,': '{0}, som laddar den,',
  '{0}, which loads it (as {1} more do),': '{0}, som laddar den (liksom {1} till),',
  'The consent default leaves out {0}, which {1} asks for.':
    'Förvalet för samtycke utelämnar {0}, som {1} frågar efter.',
  'Set {0} to denied in the default as well.': 'Sätt även {0} till nekad i förvalet.',
  '{0} denies, and nothing on the page ever updates it.': '{0} nekar, och ingenting på sidan uppdaterar det någonsin.',
  'A choice that the visitor makes has no effect: the tags stay in their limited form, page after page.':
    'Det som besökaren väljer får ingen verkan: taggarna förblir begränsade, sida efter sida.',
  'Send an update when the visitor chooses, and again on every page once a choice is stored; or load the platform that does.':
    'Skicka en uppdatering när besökaren väljer, och på nytt på varje sida när ett val är lagrat; eller ladda den plattform som gör det.',
  'Say of {0} what is said of {1}.': 'Ange för {0} detsamma som för {1}.',
  'The consent default of {0} sets ad_storage, but not {1}.':
    'Samtyckesförvalet i {0} sätter ad_storage, men inte {1}.',
  'The consent update of {0} sets ad_storage, but not {1}.':
    'Samtyckesuppdateringen i {0} sätter ad_storage, men inte {1}.',
  'A signal that nobody has set counts as granted: user data and personalised advertising stay allowed.':
    'En signal som ingen har satt räknas som beviljad: användaruppgifter och anpassad annonsering förblir tillåtna.',
  'What the visitor chose about user data and personalised advertising does not reach Google.':
    'Det som besökaren valde om användaruppgifter och anpassad annonsering når inte Google.',
  'Set {0} along with ad_storage, in the default and in every update.':
    'Sätt {0} tillsammans med ad_storage, i förvalet och i varje uppdatering.',
  'nor does {0}': 'inte heller {0} gör det',
  'carried by {0}': 'följer med {0}',
  'Names are compared exactly.': 'Namn jämförs exakt.',
  'Names are compared exactly. Write {0}.': 'Namn jämförs exakt. Skriv {0}.',
  '{0} knows no consent signal {1}.': '{0} har ingen samtyckessignal {1}.',
  '{0} stays unset, and what nobody has set counts as granted.':
    '{0} förblir osatt, och det som ingen har satt räknas som beviljat.',
  'The signal': 'Signalen',
  'The choice does not reach the signal.': 'Valet når inte signalen.',
  'A consent command has no option {0}.': 'Ett samtyckeskommando har ingen inställning {0}.',
  'The command then counts for the whole world.': 'Kommandot gäller då i hela världen.',
  'The option has no effect.': 'Inställningen har ingen verkan.',
  '“{0}” is no consent signal: inside a consent command it does nothing.':
    '”{0}” är ingen samtyckessignal: i ett samtyckeskommando gör den ingenting.',
  'It is a setting of its own.': 'Det är en egen inställning.',
  "Set it by itself: gtag('set', '{0}', true).": "Sätt den för sig: gtag('set', '{0}', true).",
  '“{0}” is no value of {1}: only the texts “granted” and “denied” are.':
    '”{0}” är inget värde för {1}: bara texterna ”granted” och ”denied” är det.',
  'The signal is not set to what was meant.': 'Signalen får inte det värde som avsågs.',
  'Write “granted” or “denied”.': 'Skriv ”granted” eller ”denied”.',
  'Write “{0}”.': 'Skriv ”{0}”.',
  'The region “{0}” is a text; a list of codes is expected.': 'Regionen ”{0}” är en text; en lista med koder väntas.',
  'The command does not apply where it should.': 'Kommandot gäller inte där det borde.',
  "Write it as a list of ISO 3166-2 codes: region: ['SE', 'NO'].":
    "Skriv den som en lista med ISO 3166-2-koder: region: ['SE', 'NO'].",
  '“{0}” is no region: regions are ISO 3166-2 codes.': '”{0}” är ingen region: regioner är ISO 3166-2-koder.',
  '“{0}” is no region (did you mean {1}?): regions are ISO 3166-2 codes.':
    '”{0}” är ingen region (menades {1}?): regioner är ISO 3166-2-koder.',
  'The command does not apply to the visitors whom it means.': 'Kommandot gäller inte de besökare som avses.',
  'List the countries one by one, in capitals: AT, BE, … SE.':
    'Räkna upp länderna ett för ett, med versaler: AT, BE, … SE.',
  'Write {0}.': 'Skriv {0}.',
  '{0} requires “{1}”, which is no consent type (did you mean {2}?).':
    '{0} kräver ”{1}”, som inte är någon samtyckestyp (menades {2}?).',
  'Nobody sets it, and a type that nobody has set counts as granted: the check lets the tag through.':
    'Ingen sätter den, och en typ som ingen har satt räknas som beviljad: kontrollen släpper fram taggen.',
  'Require {0}.': 'Kräv {0}.',
  '“{0}” (did you mean {1}?)': '”{0}” (menades {1}?)',
};
