/** På svenska: what the catalogue says of vendors. */
import type { Phrases } from '../phrases.ts';

export const vendors: Phrases = {
  'still asks for a script that shows no buttons any more':
    'fortsätter att hämta ett skript som inte längre visar några knappar',
  'plain links to the networks, or another service for sharing':
    'vanliga länkar till nätverken, eller en annan delningstjänst',
  'Click collection of the Web SDK': 'Klickinsamling i Web SDK',
  'clicks on links with their text and target': 'klick på länkar med deras text och mål',
  "Set clickCollectionEnabled: false in alloy('configure', …).":
    "Sätt clickCollectionEnabled: false i alloy('configure', …).",
  'Capture of e-mail addresses': 'Insamling av e-postadresser',
  'e-mail addresses out of form fields': 'e-postadresser ur formulärfält',
  "Switch it off in AdRoll's interface.": 'Slå av det i AdRolls gränssnitt.',
  Autocapture: 'Autocapture',
  'attribution, page views, sessions, file downloads and form interactions':
    'attribuering, sidvisningar, sessioner, filhämtningar och formulärinteraktioner',
  'Set autocapture: false in the options of init.': 'Sätt autocapture: false i inställningarna till init.',
  'still loads its script and sends address and page to a service that stores nothing of it':
    'laddar fortfarande sitt skript och skickar adress och sida till en tjänst som inte lagrar något av det',
  'Google Analytics 4': 'Google Analytics 4',
  'takes the sale for a test and pays no commission for it':
    'tar köpet för ett test och betalar ingen provision för det',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to Cloudflare":
    'sparar ingenting på besökarens enhet, men adress, webbläsare och varje läst sida går till Cloudflare',
  'every click, and the content of the page, masked by data-cs-mask alone':
    'varje klick, och sidans innehåll, maskerat bara med data-cs-mask',
  "Mask what is personal in Contentsquare's interface or with data-cs-mask.":
    'Maskera det som är personligt i Contentsquares gränssnitt eller med data-cs-mask.',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to Fathom":
    'sparar ingenting på besökarens enhet, men adress, webbläsare och varje läst sida går till Fathom',
  'Put fs-mask or fs-exclude on the form, and take fs-unmask off it.':
    'Sätt fs-mask eller fs-exclude på formuläret, och ta bort fs-unmask från det.',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to GoatCounter":
    'sparar ingenting på besökarens enhet, men adress, webbläsare och varje läst sida går till GoatCounter',
  'Automatic enhanced conversions': 'Automatiska förbättrade konverteringar',
  'e-mail address, phone number and address found on the page at a conversion, hashed':
    'e-postadress, telefonnummer och adress som finns på sidan vid en konvertering, hashat',
  "In Google Ads choose enhanced conversions by code, or none; in the Google tag's settings switch off automatic collection of user-provided data.":
    'Välj förbättrade konverteringar genom kod, eller inga, i Google Ads; slå av automatisk insamling av användaruppgifter i Google-taggens inställningar.',
  'Enhanced measurement': 'Förbättrad mätning',
  'scrolling, outgoing links, site search, video and downloads, and form interactions with form names and ids':
    'rullning, utgående länkar, webbplatssökning, video och hämtningar, och formulärinteraktioner med formulärens namn och id',
  'Switch it off, or form interactions at least, in Admin, Data streams, Enhanced measurement.':
    'Slå av den, eller åtminstone formulärinteraktioner, under Admin, Data streams, Enhanced measurement.',
  'Automatically detected user-provided data': 'Automatiskt upptäckta användaruppgifter',
  'e-mail addresses (and phone numbers and addresses, where chosen) found on the page':
    'e-postadresser (och telefonnummer och adresser, där det har valts) som finns på sidan',
  'Switch off user-provided data collection in Admin. Google does not offer it to properties in the category Health or Finance (support.google.com/analytics/answer/14077171).':
    'Slå av insamlingen av användaruppgifter i Admin. Google erbjuder den inte till egenskaper i kategorin Health eller Finance (support.google.com/analytics/answer/14077171).',
  'lists the events of every visitor in DebugView, and a data filter for developer traffic drops them from the reports':
    'listar varje besökares händelser i DebugView, och ett datafilter för utvecklartrafik tar bort dem ur rapporterna',
  'still fetches a script that tests nothing, and its anti-flicker snippet hides the page while it waits for it':
    'hämtar fortfarande ett skript som inte testar något, och dess kod mot flimmer döljer sidan medan den väntar på det',
  'another A/B testing product, where tests are still run': 'en annan produkt för A/B-test, där test fortfarande körs',
  'gtag knows the consent commands default and update': 'gtag känner till samtyckeskommandona default och update',
  "the command is gtag('consent', 'default', …), not a setting":
    "kommandot är gtag('consent', 'default', …), inte en inställning",
  'every click and page view, with the text of the elements': 'varje klick och sidvisning, med elementens text',
  'Set disableTextCapture: true in the options of heap.load, and disablePageviewAutocapture and disableSessionReplay with it.':
    'Sätt disableTextCapture: true i inställningarna till heap.load, och tillsammans med den disablePageviewAutocapture och disableSessionReplay.',
  'Take data-hj-allow off fields with personal data.': 'Ta bort data-hj-allow från fält med personuppgifter.',
  'Collected forms': 'Insamlade formulär',
  'what visitors submit in any form of the page, in clear text':
    'det som besökare skickar i vilket formulär som helst på sidan, i klartext',
  "Switch off the collection of non-HubSpot forms in the portal's settings (Marketing, Forms).":
    'Slå av insamlingen av formulär som inte är HubSpots i portalens inställningar (Marketing, Forms).',
  'Website actions': 'Webbplatsåtgärder',
  'clicks and page views with page title, text and attributes of the clicked element':
    'klick och sidvisningar med sidans titel, text och det klickade elementets attribut',
  'Switch off website actions in Campaign Manager (Measurement, Insight Tag).':
    'Slå av webbplatsåtgärder i Campaign Manager (Measurement, Insight Tag).',
  'Set dom: { inputSanitizer: true } in the options of init, or put data-private on the fields.':
    'Sätt dom: { inputSanitizer: true } i inställningarna till init, eller data-private på fälten.',
  'sets no cookies, but every page view is sent, with the address of the visitor and of the page':
    'sätter inga kakor, men varje sidvisning skickas, med besökarens och sidans adress',
  'Automatic events and microdata': 'Automatiska händelser och mikrodata',
  'the text of clicked buttons, names and placeholders of form fields, page title and metadata, schema.org, Open Graph and JSON-LD of the page (product names included)':
    'texten på klickade knappar, formulärfälts namn och platshållare, sidans titel och metadata, schema.org, Open Graph och JSON-LD (även produktnamn)',
  "Call fbq('set', 'autoConfig', false, '<pixel id as a string>') before fbq('init', …).":
    "Anropa fbq('set', 'autoConfig', false, '<pixel-id som text>') före fbq('init', …).",
  'Automatic Advanced Matching': 'Automatic Advanced Matching',
  'e-mail address, phone number, name, gender, birth date, address and customer number out of form fields, hashed, at every click on a button':
    'e-postadress, telefonnummer, namn, kön, födelsedatum, adress och kundnummer ur formulärfält, hashat, vid varje klick på en knapp',
  'Switch it off in Events Manager (Settings, Automatic advanced matching), keep it off by a scheduled check of connect.facebook.net/signals/config/<pixel id>, and set autoConfig to false in the code.':
    'Slå av den i Events Manager (Settings, Automatic advanced matching), håll den avslagen genom en schemalagd kontroll av connect.facebook.net/signals/config/<pixel-id>, och sätt autoConfig till false i koden.',
  'Events set up in the interface (Event Setup Tool)': 'Händelser som lagts upp i gränssnittet (Event Setup Tool)',
  'standard events at clicks and addresses that somebody chose in the interface, with what it was told to read out of the page (product names and categories, and user data too)':
    'standardhändelser vid klick och adresser som någon har valt i gränssnittet, med det som verktyget ska läsa ur sidan (produktnamn och kategorier, och även användaruppgifter)',
  'Look at the events in Events Manager, Settings, Event setup; autoConfig does not stop them. Keep a dated copy of the settings under review.':
    'Se över händelserna i Events Manager, Settings, Event setup; autoConfig stoppar dem inte. Bevaka en daterad kopia av inställningarna.',
  'Page views on route changes': 'Sidvisningar vid ruttbyten',
  'the address and title of each view that is shown without a page being loaded (pushState, replaceState, popstate)':
    'adress och titel för varje vy som visas utan att en sida laddas (pushState, replaceState, popstate)',
  "Set fbq.disablePushState = true before fbq('init', …), and send page views yourself where they may be sent.":
    "Sätt fbq.disablePushState = true före fbq('init', …), och skicka själv sidvisningar där de får skickas.",
  'shows the events in the tool for test events, where nobody looks for those of customers':
    'visar händelserna i verktyget för testhändelser, där ingen letar efter kundernas',
  'the library knows the words revoke and grant only': 'biblioteket känner bara till orden revoke och grant',
  "the library has no such command; it is fbq('consent', 'revoke') and fbq('consent', 'grant')":
    "biblioteket har inget sådant kommando; det heter fbq('consent', 'revoke') och fbq('consent', 'grant')",
  'Microsoft Clarity loaded by the UET tag': 'Microsoft Clarity, laddat av UET-taggen',
  'a recording of the visit (Clarity), started by an advertising tag':
    'en inspelning av besöket (Clarity), startad av en annonstagg',
  'Switch off Clarity in the settings of the UET tag, or load Clarity yourself behind a statistics choice.':
    'Slå av Clarity i UET-taggens inställningar, eller ladda Clarity själv bakom ett val för statistik.',
  'the queue knows the consent commands default and update': 'kön känner till samtyckeskommandona default och update',
  'clicks, form submissions and page views': 'klick, skickade formulär och sidvisningar',
  'Leave out autocapture in the options of init.': 'Utelämna autocapture i inställningarna till init.',
  'Put data-mf-replace on the fields, or switch key logging off for the site.':
    'Sätt data-mf-replace på fälten, eller slå av tangentloggning för webbplatsen.',
  "comes from a foundation that does not advertise, but the visitor's IP address, browser and page go to its servers":
    'kommer från en stiftelse som inte annonserar, men besökarens ip-adress, webbläsare och sida går till dess servrar',
  'Automatic Enhanced Match': 'Automatic Enhanced Match',
  'e-mail address, phone number, names, gender, birth date and place out of form fields, hashed':
    'e-postadress, telefonnummer, namn, kön, födelsedatum och ort ur formulärfält, hashat',
  'Switch it off in Ads Manager (Conversions, tag settings), and keep it off by a scheduled check of ct.pinterest.com/user/?tid=<id> (aemEnabled).':
    'Slå av den i Ads Manager (Conversions, tag settings), och håll den avslagen genom en schemalagd kontroll av ct.pinterest.com/user/?tid=<id> (aemEnabled).',
  'Ingestion of page metadata': 'Inläsning av sidans metadata',
  'product metadata of the page': 'sidans produktmetadata',
  'Ask Pinterest to set md_frequency of the tag to none (Ads API, conversion_tags).':
    'Be Pinterest att sätta taggens md_frequency till none (Ads API, conversion_tags).',
  'takes the request for a test and records no event': 'tar begäran för ett test och registrerar ingen händelse',
  'Form submissions, outgoing links and downloads': 'Skickade formulär, utgående länkar och hämtningar',
  'that a form was sent, where links lead, which files are fetched':
    'att ett formulär skickades, vart länkar leder, vilka filer som hämtas',
  'Switch the optional measurements off in the settings of the site.':
    'Slå av de valfria mätningarna i webbplatsens inställningar.',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to Plausible":
    'sparar ingenting på besökarens enhet, men adress, webbläsare och varje läst sida går till Plausible',
  'clicks and form submissions with the text of the elements': 'klick och skickade formulär med elementens text',
  'Session recording': 'Sessionsinspelning',
  'a recording of the visit': 'en inspelning av besöket',
  'Set disable_session_recording: true in the options of init.':
    'Sätt disable_session_recording: true i inställningarna till init.',
  'Leave session_recording.maskAllInputs at true, or put the class ph-no-capture on the form.':
    'Låt session_recording.maskAllInputs vara true, eller sätt klassen ph-no-capture på formuläret.',
  'Automatic advanced matching': 'Automatisk avancerad matchning',
  'e-mail addresses and phone numbers out of form fields': 'e-postadresser och telefonnummer ur formulärfält',
  'Switch it off in Events Manager, and keep it off by a scheduled check of pixel-config.reddit.com/pixels/<id>/config.':
    'Slå av den i Events Manager, och håll den avslagen genom en schemalagd kontroll av pixel-config.reddit.com/pixels/<id>/config.',
  'Leave maskAllInputs of replayIntegration at true.': 'Låt maskAllInputs i replayIntegration vara true.',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to Simple Analytics":
    'sparar ingenting på besökarens enhet, men adress, webbläsare och varje läst sida går till Simple Analytics',
  'e-mail addresses and phone numbers out of form fields (type tel, or a name with phone, contact, mobile or pn)':
    'e-postadresser och telefonnummer ur formulärfält (typen tel, eller ett namn med phone, contact, mobile eller pn)',
  'Switch it off in Events Manager, Settings, and keep it off by a scheduled check of analytics.tiktok.com/i18n/pixel/config.js?sdkid=<id> (AutoAdvancedMatching).':
    'Slå av den i Events Manager, Settings, och håll den avslagen genom en schemalagd kontroll av analytics.tiktok.com/i18n/pixel/config.js?sdkid=<id> (AutoAdvancedMatching).',
  'Automatic events and page metadata (AutoConfig)': 'Automatiska händelser och sidmetadata (AutoConfig)',
  'button clicks, Open Graph, microdata and JSON-LD of the page (product names included)':
    'knappklick, sidans Open Graph, mikrodata och JSON-LD (även produktnamn)',
  'Switch off automatic page data and automatic events in Events Manager, Settings.':
    'Slå av automatiska siddata och automatiska händelser i Events Manager, Settings.',
  'Events set up in the interface (Event Builder)': 'Händelser som lagts upp i gränssnittet (Event Builder)',
  'standard events at clicks and addresses that somebody chose in the interface':
    'standardhändelser vid klick och adresser som någon har valt i gränssnittet',
  'Look at the events in Events Manager, Event Builder, and keep a dated copy of the settings under review.':
    'Se över händelserna i Events Manager, Event Builder, och bevaka en daterad kopia av inställningarna.',
  "sets no cookies for advertising, but reads properties of the browser, and the visitor's IP address goes to Cloudflare":
    'sätter inga kakor för annonsering, men läser webbläsarens egenskaper, och besökarens ip-adress går till Cloudflare',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to Umami":
    'sparar ingenting på besökarens enhet, men adress, webbläsare och varje läst sida går till Umami',
  "is told not to track (dnt=1), but the visitor's IP address, browser and page still go to Vimeo":
    'är tillsagd att inte spåra (dnt=1), men besökarens ip-adress, webbläsare och sida går ändå till Vimeo',
  'Automatic events (autoConfig)': 'Automatiska händelser (autoConfig)',
  'clicks on buttons with their text': 'klick på knappar med deras text',
  "Call twq('set', 'autoConfig', 'false', '<pixel id>') before twq('config', …); the value is the string 'false'.":
    "Anropa twq('set', 'autoConfig', 'false', '<pixel-id>') före twq('config', …); värdet är texten 'false'.",
  "Call twq('set', 'autoAdvancedMatching', 'false', '<pixel id>') before twq('config', …); the value is the string 'false'.":
    "Anropa twq('set', 'autoAdvancedMatching', 'false', '<pixel-id>') före twq('config', …); värdet är texten 'false'.",
  'Data layer tracking': 'Spårning av datalagret',
  'events that the site pushes to its data layer for other tags':
    'händelser som webbplatsen lägger i sitt datalager för andra taggar',
  "Call twq('set', 'dataLayerTracking', 'false', '<pixel id>') before twq('config', …); the value is the string 'false'.":
    "Anropa twq('set', 'dataLayerTracking', 'false', '<pixel-id>') före twq('config', …); värdet är texten 'false'.",
  'Dwell tracking': 'Mätning av vistelsetid',
  'the time that the visitor stays on the page': 'hur länge besökaren stannar på sidan',
  "Call twq('set', 'autoDwellTracking', 'false', '<pixel id>') before twq('config', …); the value is the string 'false'.":
    "Anropa twq('set', 'autoDwellTracking', 'false', '<pixel-id>') före twq('config', …); värdet är texten 'false'.",
  Webvisor: 'Webvisor',
  'a recording of the visit, form fields included': 'en inspelning av besöket, formulärfält inräknade',
  'Leave out webvisor, or set it to false, in the options of init.':
    'Utelämna webvisor, eller sätt den till false, i inställningarna till init.',
  'Take ym-record-keys off fields with personal data, or put ym-disable-keys on the form.':
    'Ta bort ym-record-keys från fält med personuppgifter, eller sätt ym-disable-keys på formuläret.',
  "sets no cookies until the video is played, but the visitor's IP address, browser and page go to Google as soon as the page opens":
    'sätter inga kakor förrän videon spelas, men besökarens ip-adress, webbläsare och sida går till Google så snart sidan öppnas',
  'An access token of Meta’s Graph and Conversions API': 'En åtkomsttoken till Metas Graph API och Conversions API',
  'An API secret of Google’s Measurement Protocol': 'En API-hemlighet till Googles Measurement Protocol',
  'A client secret of Google’s OAuth': 'En klienthemlighet till Googles OAuth',
  'An access token of TikTok’s Events API': 'En åtkomsttoken till TikToks Events API',
  'An access token of Pinterest’s API': 'En åtkomsttoken till Pinterests API',
  'A private API key of Klaviyo': 'En privat API-nyckel till Klaviyo',
  'An access token of a private app of HubSpot': 'En åtkomsttoken till en privat app i HubSpot',
  'An API key of Mailchimp': 'En API-nyckel till Mailchimp',
  'An API key of SendGrid': 'En API-nyckel till SendGrid',
  'A secret key of Stripe': 'En hemlig nyckel till Stripe',
  'An access token or shared secret of Shopify’s Admin API':
    'En åtkomsttoken eller delad hemlighet till Shopifys Admin API',
  'A personal API key of PostHog': 'En personlig API-nyckel till PostHog',
  'An access key of Amazon Web Services': 'En åtkomstnyckel till Amazon Web Services',
  'An access token of GitHub': 'En åtkomsttoken till GitHub',
  'A token of Slack': 'En token till Slack',
  'An API key of OpenAI or Anthropic': 'En API-nyckel till OpenAI eller Anthropic',
  'A private key': 'En privat nyckel',
  'A secret of an application': 'En applikations hemlighet',
};
