/** På svenska: the rules on security and hygiene. */
import type { Phrases } from '../phrases.ts';

export const security: Phrases = {
  '{0} sends {1} to {2} for every visitor.': '{0} skickar {1} till {2} för varje besökare.',
  'With it {0} {1}.': 'Med det gör {0} följande: {1}.',
  'Remove it, or let a variable give it only where somebody tests.':
    'Ta bort det, eller låt en variabel ge det bara där någon testar.',
  '{0} is sent for every visitor': '{0} skickas för varje besökare',
  'stops in the debugger': 'stannar i felsökaren',
  'The page stands still for everybody who has the developer tools open, partners and testers first.':
    'Sidan står still för alla som har utvecklarverktygen öppna, partner och testare först.',
  'Delete the statement.': 'Ta bort satsen.',
  'Code that stops in the debugger': 'Kod som stannar i felsökaren',
  'opens a dialog': 'öppnar en dialogruta',
  'Visitors see it, and the page waits for them; mostly it was put there for a test.':
    'Besökarna ser den, och sidan väntar på dem; oftast lades den dit för ett test.',
  'Delete the call.': 'Ta bort anropet.',
  'Code that opens a dialog': 'Kod som öppnar en dialogruta',
  'writes to the console': 'skriver till konsolen',
  'Everybody can read there what the tag handles, values of the data layer included.':
    'Alla kan läsa där vad taggen hanterar, värden ur datalagret inräknade.',
  'Delete the call, or make it depend on {{Debug Mode}}.': 'Ta bort anropet, eller gör det beroende av {{Debug Mode}}.',
  'Code that writes to the console': 'Kod som skriver till konsolen',
  '{0} starts {1} with the same id as {2}.': '{0} startar {1} med samma id som {2}.',
  '{0} is initialised twice with the same id.': '{0} initieras två gånger med samma id.',
  'Events are counted twice, and a gate in front of one of them is worth nothing while the other runs.':
    'Händelser räknas två gånger, och en spärr framför den ena är inget värd medan den andra körs.',
  'Keep one of the two: the one that the consent platform controls.':
    'Behåll en av de två: den som samtyckesplattformen styr.',
  'first initialised here ({0})': 'initieras först här ({0})',
  '{0} belongs to {1}, which is switched off since {2}.': '{0} hör till {1}, som är avvecklat sedan {2}.',
  '{0} is switched off since {1}.': '{0} är avvecklat sedan {1}.',
  'It {0}.': 'Vad det innebär: {0}.',
  'Remove it. In its place: {0}.': 'Ta bort det. I dess ställe: {0}.',
  'The vendor cannot count the amount, or counts it in a wrong currency: revenue and bids that rest on it are wrong.':
    'Leverantören kan inte räkna beloppet, eller räknar det i fel valuta: intäkter och bud som vilar på det blir fel.',
  'Send both: the amount and the three letters of its currency.': 'Skicka båda: beloppet och valutans tre bokstäver.',
  'Amounts without their currency': 'Belopp utan valuta',
  'Currencies without an amount': 'Valutor utan belopp',
  'Currencies that are none': 'Valutor som inte finns',
  '{0} sends “{1}” to {2} with a {3} that is none.': '{0} skickar ”{1}” till {2} med ett {3} som inte är någon valuta.',
  'Give {0} as three letters: EUR, SEK, USD.': 'Ange {0} med tre bokstäver: EUR, SEK, USD.',
  '{0} sends “{1}” to {2} with {3} and without {4}.': '{0} skickar ”{1}” till {2} med {3} och utan {4}.',
  'Add {0} with three letters, from the order where several are in use.':
    'Lägg till {0} med tre bokstäver, ur beställningen där flera används.',
  'Add {0}: the amount of the order.': 'Lägg till {0}: beställningens belopp.',
  'What it does can change without a change of the site, and no review, scan or integrity hash sees it; whoever controls where the text comes from controls the page.':
    'Det den gör kan ändras utan att webbplatsen ändras, och ingen granskning, skanning eller integritetshash ser det; den som styr varifrån texten kommer styr sidan.',
  'eval runs a text as code.': 'eval kör en text som kod.',
  'new Function makes code out of a text.': 'new Function gör kod av en text.',
  'A timer is handed a text that is put together at run time, and runs it as code.':
    'En tidtagare får en text som sätts ihop vid körning, och kör den som kod.',
  'document.write puts a script from elsewhere into the page.':
    'document.write lägger in ett skript från annat håll på sidan.',
  'A script element is filled with what was fetched.': 'Ett script-element fylls med det som hämtats.',
  'Write the code out; parse data with JSON.parse.': 'Skriv ut koden; tolka data med JSON.parse.',
  'Write the function out; parse data with JSON.parse.': 'Skriv ut funktionen; tolka data med JSON.parse.',
  'Hand the timer a function.': 'Ge tidtagaren en funktion.',
  'Make a script element with a fixed address, async and, where the file does not change, with an integrity hash.':
    'Skapa ett script-element med fast adress, async och, där filen inte ändras, en integritetshash.',
  'Load the script by its address, so that the page’s security policy and an integrity hash hold for it.':
    'Ladda skriptet med dess adress, så att sidans säkerhetspolicy och en integritetshash gäller för det.',
  'A token that opens {0}’s API for servers stands in the site’s code.':
    'En token som öppnar {0}s server-API står i webbplatsens kod.',
  'A token that opens {0}’s API for servers stands in the export of a server container.':
    'En token som öppnar {0}s server-API står i exporten av en serverbehållare.',
  '{0} stands in the site’s code.': '{0} står i webbplatsens kod.',
  '{0} stands in the export of a server container.': '{0} står i exporten av en serverbehållare.',
  'Whoever is handed the export can send events, and read what the key allows, in the name of the account.':
    'Den som får exporten kan skicka händelser i kontots namn och läsa det som nyckeln tillåter.',
  'Whoever reads the page, or the repository, can send events and read what the key allows in the name of the account.':
    'Den som läser sidan, eller kodförrådet, kan skicka händelser i kontots namn och läsa det som nyckeln tillåter.',
  'Withdraw it at the vendor, issue a new one, and keep that in the server’s settings; the old one stays in the history of the files.':
    'Återkalla den hos leverantören, utfärda en ny, och förvara den i serverns inställningar; den gamla finns kvar i filernas historik.',
  '{0} reaches {1} over plain http.': '{0} når {1} över okrypterad http.',
  'Write https://{0} instead.': 'Skriv https://{0} i stället.',
  'Write https.': 'Skriv https.',
  'Whoever stands between the visitor and the vendor can read what is sent. On pages served over https browsers turn the address of an image into https, and block other calls.':
    'Den som befinner sig mellan besökaren och leverantören kan läsa det som skickas. På sidor som levereras över https gör webbläsare om en bilds adress till https och blockerar andra anrop.',
  'Whoever stands between the visitor and the vendor can read what is sent, and put a script of their own in the place of the vendor’s; browsers block it on pages served over https, so that the tag does not work there at all.':
    'Den som befinner sig mellan besökaren och leverantören kan läsa det som skickas, och sätta ett eget skript i stället för leverantörens; webbläsare blockerar det på sidor som levereras över https, så att taggen inte alls fungerar där.',
  analytics: 'analys',
  marketing: 'marknadsföring',
  'Scripts and pixels come from hosts of which nothing is known':
    'Skript och pixlar kommer från värdar som inget är känt om',
  'Find out whose they are; list your own under site.hosts.': 'Ta reda på vems de är; ta upp de egna under site.hosts.',
  '{0} Storing or reading on the device for this purpose needs a choice first.':
    '{0} Att lagra eller läsa på enheten för detta ändamål kräver ett val först.',
  'Trackers that are not in the catalogue run before any choice':
    'Spårare som inte finns i katalogen körs innan någon har valt',
  'Park them in the way of your consent platform.': 'Parkera dem på samtyckesplattformens sätt.',
};
