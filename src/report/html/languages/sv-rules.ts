/** Reglerna på svenska. */
import type { RuleTexts } from './rule-texts.ts';

export const svRules: RuleTexts = {
  'consent-mode/granted-default': {
    title: 'Ett förvalt samtyckesläge som tillåter annonsering eller mätning innan besökaren har valt',
    why: 'Tills besökaren väljer avgör förvalet. Där det tillåter sätts kakor och skickas uppgifter som om alla hade samtyckt.',
    remedy: 'Sätt alla signaler till nekad som förval och tillåt dem med en uppdatering när besökaren har samtyckt.',
  },
  'consent-mode/ignored-command': {
    title: 'Ett samtyckeskommando som biblioteket i tysthet struntar i',
    why: 'Det ser ut som om samtycket hanteras, men ingenting händer: biblioteket fortsätter som om det vore tillåtet.',
    remedy: 'Skriv kommandot i den form som biblioteket läser, innan det läser sin kö.',
  },
  'consent-mode/late-default': {
    title: 'Ett förvalt samtyckesläge som sätts efter de taggar som det ska styra',
    why: 'En tagg som körs före förvalet hittar ingen inställning, och det räknas som tillåtet.',
    remedy: 'Sätt förvalet först: i sidans första skript eller på utlösaren Consent Initialization.',
  },
  'consent-mode/missing-default': {
    title: 'Taggar med samtyckesläge utan ett förval före dem',
    why: 'En samtyckestyp som ingen har satt räknas som beviljad: kakor sätts redan vid första besöket.',
    remedy: 'Sätt alla samtyckestyper till nekad före den första taggen och uppdatera dem när besökaren väljer.',
  },
  'consent-mode/missing-update': {
    title: 'Ett nekande förval som ingenting någonsin uppdaterar',
    why: 'Besökarens val får ingen verkan: taggarna förblir begränsade, sida efter sida.',
    remedy: 'Skicka en uppdatering när besökaren väljer, och på varje senare sida utifrån det lagrade valet.',
  },
  'consent-mode/missing-v2-signals': {
    title: 'Samtyckeskommandon utan ad_user_data och ad_personalization',
    why: 'Sedan mars 2024 frågar Google särskilt om användardata får skickas för annonsering och användas för anpassning. Det som ingen sätter räknas som beviljat.',
    remedy: 'Sätt båda tillsammans med ad_storage, i förvalet och i varje uppdatering.',
  },
  'consent-mode/unknown-signal': {
    title: 'En samtyckessignal, ett värde eller en region som inte finns',
    why: 'Namn jämförs exakt. Det som är felstavat sätts inte, och det som inte är satt räknas som beviljat.',
    remedy: 'Rätta namnet, värdet eller regionen.',
  },
  'consent/cmp-loaded-late': {
    title: 'En samtyckesplattform som själv blockerar taggar laddas efter taggarna',
    why: 'Den kan bara hålla tillbaka det som webbläsaren ännu inte har läst; taggarna före den körs vid varje första besök.',
    remedy: 'Ladda plattformen först i head, utan async eller defer, eller parkera taggarna på plattformens sätt.',
  },
  'consent/embedded-content': {
    title: 'Video, kartor, sociala widgetar, chatt eller annat inbäddat innehåll laddas innan besökaren har valt',
    why: 'Leverantören får besökarens ip-adress och sidan, och kan sätta och läsa kakor, innan någon har bett om innehållet.',
    remedy: 'Visa en platshållare och ladda innehållet när besökaren ber om det eller har samtyckt.',
  },
  'consent/fires-before-consent': {
    title: 'En spårare kan köras vid första besöket, innan besökaren har valt',
    why: 'Att lagra eller läsa på besökarens enhet för annonsering eller mätning kräver samtycke först. Här frågar ingenting efter det.',
    remedy:
      'Låt taggen vänta på den kategori som täcker dess ändamål, genom samtyckesplattformen eller tagghanterarens samtyckeskontroller.',
  },
  'consent/ineffective-gate': {
    title: 'Det som står framför en spårare ser ut som samtycke men är det inte',
    why: 'En fördröjning, rullning, en bortklickad banner eller ett uteblivet nej är inget samtycke: taggen körs fast ingen har sagt ja.',
    remedy: 'Fråga efter besökarens lagrade, uttryckliga ja och behandla avsaknaden av det som ett nej.',
  },
  'consent/noscript-beacon': {
    title: 'En spårningsbild eller ram i märkspråket, som inget skript kan hålla tillbaka',
    why: 'Ingen samtyckesplattform kan hålla den: webbläsaren hämtar den när sidan läses, och den skickar sidans adress.',
    remedy: 'Ta bort den; behövs den, skriv ut den på servern bara för besökare som har samtyckt.',
  },
  'consent/opt-out-ignored': {
    title: 'En spårare körs fast besökaren har avböjt',
    why: 'Varken ett val mot försäljning och delning eller webbläsarens signal (Global Privacy Control) hindrar den.',
    remedy: 'Fråga efter avböjandet och signalen innan taggen körs.',
  },
  'consent/resource-hint': {
    title: 'En länk förbereder en spårare innan besökaren har valt',
    why: 'Redan anslutningen lämnar ut besökarens ip-adress, utanför taggens egen spärr.',
    remedy: 'Ta bort länken eller infoga den tillsammans med taggen när samtycke har getts.',
  },
  'consent/unmanaged-block': {
    title: 'Blockerad kod som ingenting på sidan släpper fram',
    why: 'Taggen är död, vad besökarna än väljer; förr eller senare ”lagar” någon den genom att ta bort spärren.',
    remedy: 'Parkera den på det sätt som sidans samtyckesplattform kräver, med en av dess kategorier.',
  },
  'consent/wrong-category': {
    title: 'En spårare väntar på en kategori som inte täcker dess ändamål',
    why: 'Den som har samtyckt till ett ändamål har inte samtyckt till ett annat: samtycke är specifikt.',
    remedy: 'Låt den vänta på den kategori som täcker dess ändamål.',
  },
  'data/advanced-matching': {
    title: 'Användaruppgifter lämnas till en pixel i koden',
    why: 'E-postadress, telefonnummer eller namn går till leverantören, som känner igen personen på dem. Hashning ändrar inte det: hashen är till för att kännas igen.',
    remedy: 'Ta bort uppgifterna, eller skicka dem bara efter samtycke till just denna användning.',
  },
  'data/automatic-advanced-matching': {
    title: 'En leverantörs automatiska insamling av formulärdata är påslagen',
    why: 'Leverantörens skript läser vad besökare skriver i formulär och skickar det, utan att någon händelse är skriven. Det är detta som IMY gav apotek och en bank sanktionsavgift för.',
    remedy: 'Slå av den i leverantörens gränssnitt och i taggen, och kontrollera regelbundet att den förblir avslagen.',
  },
  'data/automatic-events': {
    title: 'Automatiska händelser är påslagna',
    why: 'Leverantörens skript samlar själv in klick, knapptexter, formulärfält och sidans metadata; ingen har bestämt vad som är med.',
    remedy: 'Slå av automatiska händelser och skriv de händelser som behövs.',
  },
  'data/exposed-form-field': {
    title: 'Ett formulärfält står där en leverantörs skript läser formulär',
    why: 'Det som skrivs i fältet kan nå leverantören genom en inställning i dess gränssnitt, som inte syns i någon av webbplatsens filer.',
    remedy: 'Håll leverantören borta från sidor med sådana formulär och dess automatiska matchning avslagen.',
  },
  'data/personal-data-in-event': {
    title: 'Personuppgifter står i en händelse, en inställning eller en adress',
    why: 'De når en leverantör som inte skulle ha dem och blir kvar i historik, loggar och rapporter.',
    remedy: 'Utelämna dem, eller skicka i stället en identifierare som bara ni kan koppla till personen.',
  },
  'data/session-replay-unmasked': {
    title: 'En sessionsinspelning visar vad som skrivs i fält',
    why: 'Inspelningen behåller varje tecken som besökaren skriver, vare sig formuläret skickas eller inte, och alla med åtkomst till verktyget kan se det.',
    remedy: 'Maskera alla fält och håll inspelningen borta från sidor med känsligt innehåll.',
  },
  'gtm/broad-permissions': {
    title: 'En anpassad mall som får göra mer än vad dess kod använder',
    why: 'Behörigheten gäller även när koden uppdateras av upphovspersonen, eller av den som har tagit över kontot.',
    remedy: 'Begränsa behörigheterna till vad koden använder.',
  },
  'gtm/consent-not-configured': {
    title: 'En tagg vars samtyckesinställningar ingen har öppnat',
    why: 'Taggtypen frågar inte själv efter samtycke, så behållaren kör den för alla.',
    remedy:
      'Kräv ytterligare samtycke i taggens samtyckesinställningar, eller kör den på samtyckesplattformens händelse.',
  },
  'gtm/container-size': {
    title: 'En behållare nära den största storlek som Tag Manager publicerar',
    why: 'Varje besökare laddar hela den innan någon tagg körs, och över gränsen kan ingen ändring publiceras, inte ens rättelser.',
    remedy: 'Ta bort det som inte används och flytta stora skript ut ur behållaren.',
  },
  'gtm/dead-exception': {
    title: 'Ett undantag på en händelse där taggen aldrig körs',
    why: 'Ett undantag prövas bara när dess egen händelse kommer. Vid alla andra händelser körs taggen som om det inte fanns.',
    remedy: 'Bygg undantaget på de händelser där taggen körs.',
  },
  'gtm/duplicate-tag': {
    title: 'Två taggar med samma inställningar på samma utlösare',
    why: 'Allt skickas två gånger, och den som spärrar eller tar bort den ena tror att saken är klar.',
    remedy: 'Ta bort den ena.',
  },
  'gtm/html-without-effect': {
    title: 'En anpassad HTML-tagg som inte gör något',
    why: 'Den tas för något som den inte är: en spärr, en mätning, en rättelse.',
    remedy: 'Ta bort taggen, eller ge koden det skriptelement som saknas.',
  },
  'gtm/invalid-pattern': {
    title: 'Ett reguljärt uttryck som ingenting kan matcha',
    why: 'Villkoret gäller aldrig, eller alltid, vad som än var avsikten.',
    remedy: 'Rätta uttrycket.',
  },
  'gtm/missing-conversion-linker': {
    title: 'Taggar läser annonsklickets id, men ingen tagg i behållaren sparar det',
    why: 'Id:t står bara i den första sidans adress; utan en kaka som sparar det hör ett senare köp inte till någon kampanj.',
    remedy: 'Lägg till länkartaggen, bakom samma samtycke som de taggar den betjänar.',
  },
  'gtm/naming-scheme': {
    title: 'Ett namn som konfigurationens namnschema inte tillåter',
    why: 'Det är genom namnen som människor hittar vad en behållare skickar till vem.',
    remedy: 'Byt namn, eller lägg till formen i regelns inställningar.',
  },
  'gtm/never-fires': {
    title: 'En tagg som ingen besökare kan få att köras, vad som än väljs',
    why: 'Den ser ut att vara i bruk men skickar ingenting, inte ens för besökare som har samtyckt till allt.',
    remedy: 'Rätta utlösare och samtyckeskontroller, eller ta bort den.',
  },
  'gtm/newer-syntax': {
    title: 'Kod med syntax som Tag Managers kompilator kan vägra',
    why: 'En behållare med sådan kod går kanske inte att publicera, eller så utelämnas taggen.',
    remedy: 'Skriv den i ECMAScript 5, eller lägg den i en av webbplatsens filer.',
  },
  'gtm/paused-tag': {
    title: 'En pausad tagg som ligger kvar i behållaren',
    why: 'Ett klick räcker för att den ska köras igen, med allt den skickade då.',
    remedy: 'Ta bort den; behållarens versioner har den kvar.',
  },
  'gtm/sequencing-bypasses-consent': {
    title: 'En konfigurations- eller rensningstagg körs med mindre samtycke än vad dess egna utlösare kräver',
    why: 'En tagg som startas av en annan körs på den andras samtycke; dess egna utlösare och deras spärrar tillfrågas inte.',
    remedy: 'Ge taggen som startar den samma spärr, eller lägg kontrollerna i den startade taggen själv.',
  },
  'gtm/undefined-reference': {
    title: 'En hänvisning till en variabel, utlösare, tagg, mall eller mapp som inte finns',
    why: 'Det som hänvisar dit får ingenting: ett villkor som aldrig gäller, en tagg som aldrig körs eller ett värde som saknas.',
    remedy: 'Rätta hänvisningen, eller lägg till det som avses.',
  },
  'gtm/unused-entity': {
    title: 'Taggar som ingenting utlöser; utlösare, variabler, mallar och mappar som ingenting använder',
    why: 'Det som ingen använder granskar ingen, tills någon använder det igen.',
    remedy: 'Ta bort det.',
  },
  'hygiene/debug-leftover': {
    title: 'En testinställning eller felsökningskod som har blivit kvar',
    why: 'Testhändelser och utskrifter blandas med det som mäts och visar besökare vad som skickas.',
    remedy: 'Ta bort det.',
  },
  'hygiene/duplicate-pixel': {
    title: 'Samma id initieras två gånger',
    why: 'Händelser räknas två gånger, och en spärr framför den ena är inget värd så länge den andra körs.',
    remedy: 'Behåll den ena: den som samtyckesplattformen styr.',
  },
  'hygiene/retired-product': {
    title: 'En tagg för en produkt som är nedlagd',
    why: 'Den mäter ingenting längre men kontaktar fortfarande leverantören.',
    remedy: 'Ta bort den.',
  },
  'hygiene/value-without-currency': {
    title: 'Ett belopp utan valuta, en valuta utan belopp eller en valuta som inte finns',
    why: 'Leverantören kastar beloppet eller tar det för en annan valuta.',
    remedy: 'Skicka belopp och valuta tillsammans, valutan som trebokstavskod.',
  },
  'policy/unlisted-vendor': {
    title: 'En leverantör eller värd som webbplatsens egen policy inte tillåter',
    why: 'Den som inte står på listan har inte granskats: varken personuppgiftsbiträdesavtal eller integritetspolicy nämner den.',
    remedy: 'Ta bort den, eller granska den och för upp den på listan.',
  },
  'policy/unreviewed-change': {
    title: 'Något skickas som det granskade underlaget inte innehåller',
    why: 'Någon har godkänt vad som skickas och när. Det som är nytt eller svagare sedan dess har ingen tittat på: det är så inställningar kan vara fel i ett år.',
    remedy: 'Granska det: ångra det, eller ta in det i underlaget med ett skäl.',
  },
  'security/dynamic-code': {
    title: 'En tagg kör kod som inte står i någon fil',
    why: 'Vad den kommer att göra går inte att granska, och den som styr källan styr sidan.',
    remedy: 'Skriv koden i filen, eller ladda den från en fast adress som har granskats.',
  },
  'security/exposed-secret': {
    title: 'En hemlighet står där varje besökare kan läsa den',
    why: 'Med den kan vem som helst uppträda som webbplatsen: skicka händelser, läsa rapporter, ändra inställningar.',
    remedy: 'Återkalla den och förvara dess efterföljare på servern.',
  },
  'security/insecure-transport': {
    title: 'En leverantör hämtas eller kontaktas utan kryptering',
    why: 'Alla på vägen kan läsa det som skickas och ändra skriptet som körs på sidan.',
    remedy: 'Skriv https.',
  },
  'security/unknown-third-party': {
    title: 'Ett skript eller en pixel från en okänd värd, eller från en spårare som katalogen inte känner',
    why: 'En tredje parts skript kan göra allt som sidan kan. Härifrån går det inte att säga vem det är och vad den tar.',
    remedy: 'Ta reda på vem som står bakom; ta bort det, eller notera det som granskat.',
  },
  'sensitive/event-name': {
    title: 'En händelse, en parameter eller en målgrupp har fått namn efter något känsligt',
    why: 'Redan namnet berättar för leverantören vad besökaren är bekymrad över.',
    remedy: 'Ge den ett neutralt namn.',
  },
  'sensitive/page-context': {
    title: 'En spårare får veta en känslig adress eller titel redan genom att laddas',
    why: 'Allt som laddas på sidan får dess adress och titel tillsammans med besökarens kaka och ip-adress; ingen händelse behöver skrivas för det.',
    remedy: 'Håll spårare borta från sådana sidor, eller skicka en egen neutral adress och titel med varje anrop.',
  },
  'sensitive/product-content': {
    title: 'Produktnamn eller kategorier som avslöjar något känsligt skickas i en händelse',
    why: 'Vad någon tittar på eller köper där är uppgifter om hälsa eller en annan särskild kategori, så snart det kan knytas till en person.',
    remedy: 'Skicka inga namn och kategorier; behövs händelsen, ett värde och ett neutralt id som bara ni kan tolka.',
  },
  'sensitive/search-term': {
    title: 'Besökarens sökord skickas från en känslig webbplats',
    why: 'Människor söker efter det som besvärar dem. Orden når leverantören tillsammans med det som den redan vet om personen.',
    remedy: 'Utelämna sökorden ur händelser och adresser.',
  },
  'parse-error': {
    title: 'En text som inte kan läsas',
    why: 'Det som står där har inte granskats: att inget har hittats säger ingenting.',
    remedy: 'Laga texten.',
  },
  'suppression/unused': {
    title: 'Ett undertryckande som inte stänger av något',
    why: 'Det skulle dölja nästa fynd utan att någon har tittat på det.',
    remedy: 'Ta bort det, eller flytta det dit där fyndet börjar.',
  },
  'suppression/without-reason': {
    title: 'Ett undertryckande utan skäl',
    why: 'Den som granskar filen senare kan inte veta om skälet fortfarande gäller; det har ingen verkan.',
    remedy: 'Skriv skälet efter det.',
  },
  'suppression/expired': {
    title: 'Ett undertryckande vars datum har passerat',
    why: 'Det skulle gälla till dagen som det anger, och döljer fortfarande det som det döljer.',
    remedy: 'Åtgärda det som döljs, eller granska det och ge det ett nytt datum.',
  },
  'suppression/malformed': {
    title: 'Ett undertryckande som inte går att förstå',
    why: 'Det har ingen verkan, och den som skrev det tror att det har det.',
    remedy: 'Rätta det.',
  },
  'configuration/without-effect': {
    title: 'Något i konfigurationen som inte träffar något',
    why: 'Det som finns där och inte gör något tas för något som det gör.',
    remedy: 'Rätta det, eller ta bort det.',
  },
};
