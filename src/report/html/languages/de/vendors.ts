/** Auf Deutsch: what the catalogue says of vendors. */
import type { Phrases } from '../phrases.ts';

export const vendors: Phrases = {
  'still asks for a script that shows no buttons any more':
    'fragt noch nach einem Skript, das keine Schaltflächen mehr zeigt',
  'plain links to the networks, or another service for sharing':
    'einfache Links zu den Netzwerken oder ein anderer Dienst zum Teilen',
  'Click collection of the Web SDK': 'Klickerfassung des Web SDK',
  'clicks on links with their text and target': 'Klicks auf Links mit deren Text und Ziel',
  "Set clickCollectionEnabled: false in alloy('configure', …).":
    "clickCollectionEnabled: false in alloy('configure', …) setzen.",
  'Capture of e-mail addresses': 'Erfassung von E-Mail-Adressen',
  'e-mail addresses out of form fields': 'E-Mail-Adressen aus Formularfeldern',
  "Switch it off in AdRoll's interface.": 'In der Oberfläche von AdRoll ausschalten.',
  Autocapture: 'Autocapture',
  'attribution, page views, sessions, file downloads and form interactions':
    'Attribution, Seitenaufrufe, Sitzungen, Datei-Downloads und Formularinteraktionen',
  'Set autocapture: false in the options of init.': 'autocapture: false in den Optionen von init setzen.',
  'still loads its script and sends address and page to a service that stores nothing of it':
    'lädt noch sein Skript und sendet Adresse und Seite an einen Dienst, der nichts davon speichert',
  'Google Analytics 4': 'Google Analytics 4',
  'takes the sale for a test and pays no commission for it':
    'hält den Verkauf für einen Test und zahlt keine Provision dafür',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to Cloudflare":
    'speichert nichts auf dem Gerät des Besuchers, aber Adresse, Browser und jede gelesene Seite gehen an Cloudflare',
  'every click, and the content of the page, masked by data-cs-mask alone':
    'jeder Klick und der Inhalt der Seite, nur durch data-cs-mask maskiert',
  "Mask what is personal in Contentsquare's interface or with data-cs-mask.":
    'Persönliches in der Oberfläche von Contentsquare oder mit data-cs-mask maskieren.',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to Fathom":
    'speichert nichts auf dem Gerät des Besuchers, aber Adresse, Browser und jede gelesene Seite gehen an Fathom',
  'Put fs-mask or fs-exclude on the form, and take fs-unmask off it.':
    'fs-mask oder fs-exclude an das Formular setzen und fs-unmask entfernen.',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to GoatCounter":
    'speichert nichts auf dem Gerät des Besuchers, aber Adresse, Browser und jede gelesene Seite gehen an GoatCounter',
  'Automatic enhanced conversions': 'Automatische erweiterte Conversions',
  'e-mail address, phone number and address found on the page at a conversion, hashed':
    'E-Mail-Adresse, Telefonnummer und Anschrift, die bei einer Conversion auf der Seite stehen, gehasht',
  "In Google Ads choose enhanced conversions by code, or none; in the Google tag's settings switch off automatic collection of user-provided data.":
    'In Google Ads erweiterte Conversions per Code oder keine wählen; in den Einstellungen des Google-Tags die automatische Erfassung von Nutzerdaten ausschalten.',
  'Enhanced measurement': 'Optimierte Analysen',
  'scrolling, outgoing links, site search, video and downloads, and form interactions with form names and ids':
    'Scrollen, ausgehende Links, Websitesuche, Video und Downloads sowie Formularinteraktionen mit Namen und IDs der Formulare',
  'Switch it off, or form interactions at least, in Admin, Data streams, Enhanced measurement.':
    'Ausschalten, zumindest Formularinteraktionen, unter Admin, Data streams, Enhanced measurement.',
  'Automatically detected user-provided data': 'Automatisch erkannte Nutzerdaten',
  'e-mail addresses (and phone numbers and addresses, where chosen) found on the page':
    'E-Mail-Adressen (und Telefonnummern und Anschriften, wo gewählt), die auf der Seite stehen',
  'Switch off user-provided data collection in Admin. Google does not offer it to properties in the category Health or Finance (support.google.com/analytics/answer/14077171).':
    'Die Erfassung von Nutzerdaten in Admin ausschalten. Google bietet sie Properties der Kategorie Health oder Finance nicht an (support.google.com/analytics/answer/14077171).',
  'lists the events of every visitor in DebugView, and a data filter for developer traffic drops them from the reports':
    'führt die Ereignisse jedes Besuchers in DebugView auf, und ein Datenfilter für Entwicklerverkehr entfernt sie aus den Berichten',
  'still fetches a script that tests nothing, and its anti-flicker snippet hides the page while it waits for it':
    'lädt noch ein Skript, das nichts testet, und sein Code gegen das Flackern verbirgt die Seite, während er darauf wartet',
  'another A/B testing product, where tests are still run': 'ein anderes Produkt für A/B-Tests, wo noch getestet wird',
  'gtag knows the consent commands default and update': 'gtag kennt die Einwilligungsbefehle default und update',
  "the command is gtag('consent', 'default', …), not a setting":
    "der Befehl ist gtag('consent', 'default', …), keine Einstellung",
  'every click and page view, with the text of the elements': 'jeder Klick und Seitenaufruf, mit dem Text der Elemente',
  'Set disableTextCapture: true in the options of heap.load, and disablePageviewAutocapture and disableSessionReplay with it.':
    'disableTextCapture: true in den Optionen von heap.load setzen und dazu disablePageviewAutocapture und disableSessionReplay.',
  'Take data-hj-allow off fields with personal data.':
    'data-hj-allow von Feldern mit personenbezogenen Daten entfernen.',
  'Collected forms': 'Erfasste Formulare',
  'what visitors submit in any form of the page, in clear text':
    'was Besucher in irgendeinem Formular der Seite absenden, im Klartext',
  "Switch off the collection of non-HubSpot forms in the portal's settings (Marketing, Forms).":
    'Die Erfassung fremder Formulare in den Einstellungen des Portals (Marketing, Forms) ausschalten.',
  'Website actions': 'Website-Aktionen',
  'clicks and page views with page title, text and attributes of the clicked element':
    'Klicks und Seitenaufrufe mit Seitentitel, Text und Attributen des angeklickten Elements',
  'Switch off website actions in Campaign Manager (Measurement, Insight Tag).':
    'Website-Aktionen im Campaign Manager ausschalten (Measurement, Insight Tag).',
  'Set dom: { inputSanitizer: true } in the options of init, or put data-private on the fields.':
    'dom: { inputSanitizer: true } in den Optionen von init setzen oder data-private an die Felder.',
  'sets no cookies, but every page view is sent, with the address of the visitor and of the page':
    'setzt keine Cookies, aber jeder Seitenaufruf wird gesendet, mit der Adresse des Besuchers und der Seite',
  'Automatic events and microdata': 'Automatische Ereignisse und Mikrodaten',
  'the text of clicked buttons, names and placeholders of form fields, page title and metadata, schema.org, Open Graph and JSON-LD of the page (product names included)':
    'Text angeklickter Schaltflächen, Namen und Platzhalter von Formularfeldern, Titel und Metadaten der Seite, schema.org, Open Graph und JSON-LD der Seite (Produktnamen eingeschlossen)',
  "Call fbq('set', 'autoConfig', false, '<pixel id as a string>') before fbq('init', …).":
    "fbq('set', 'autoConfig', false, '<Pixel-ID als Text>') vor fbq('init', …) aufrufen.",
  'Automatic Advanced Matching': 'Automatic Advanced Matching',
  'e-mail address, phone number, name, gender, birth date, address and customer number out of form fields, hashed, at every click on a button':
    'E-Mail-Adresse, Telefonnummer, Name, Geschlecht, Geburtsdatum, Anschrift und Kundennummer aus Formularfeldern, gehasht, bei jedem Klick auf eine Schaltfläche',
  'Switch it off in Events Manager (Settings, Automatic advanced matching), keep it off by a scheduled check of connect.facebook.net/signals/config/<pixel id>, and set autoConfig to false in the code.':
    'Im Events Manager ausschalten (Settings, Automatic advanced matching), durch eine regelmäßige Prüfung von connect.facebook.net/signals/config/<Pixel-ID> ausgeschaltet halten und autoConfig im Code auf false setzen.',
  'Events set up in the interface (Event Setup Tool)': 'In der Oberfläche eingerichtete Ereignisse (Event Setup Tool)',
  'standard events at clicks and addresses that somebody chose in the interface, with what it was told to read out of the page (product names and categories, and user data too)':
    'Standardereignisse bei Klicks und Adressen, die jemand in der Oberfläche gewählt hat, mit dem, was aus der Seite gelesen werden soll (Produktnamen und Kategorien, auch Nutzerdaten)',
  'Look at the events in Events Manager, Settings, Event setup; autoConfig does not stop them. Keep a dated copy of the settings under review.':
    'Die Ereignisse im Events Manager unter Settings, Event setup ansehen; autoConfig hält sie nicht auf. Eine datierte Kopie der Einstellungen unter Aufsicht behalten.',
  'Page views on route changes': 'Seitenaufrufe bei Routenwechseln',
  'the address and title of each view that is shown without a page being loaded (pushState, replaceState, popstate)':
    'Adresse und Titel jeder Ansicht, die ohne Laden einer Seite gezeigt wird (pushState, replaceState, popstate)',
  "Set fbq.disablePushState = true before fbq('init', …), and send page views yourself where they may be sent.":
    "fbq.disablePushState = true vor fbq('init', …) setzen und Seitenaufrufe selbst senden, wo sie gesendet werden dürfen.",
  'shows the events in the tool for test events, where nobody looks for those of customers':
    'zeigt die Ereignisse im Werkzeug für Testereignisse, wo niemand nach denen von Kunden sucht',
  'the library knows the words revoke and grant only': 'die Bibliothek kennt nur die Wörter revoke und grant',
  "the library has no such command; it is fbq('consent', 'revoke') and fbq('consent', 'grant')":
    "die Bibliothek hat keinen solchen Befehl; er heißt fbq('consent', 'revoke') und fbq('consent', 'grant')",
  'Microsoft Clarity loaded by the UET tag': 'Microsoft Clarity, vom UET-Tag geladen',
  'a recording of the visit (Clarity), started by an advertising tag':
    'eine Aufzeichnung des Besuchs (Clarity), von einem Werbe-Tag gestartet',
  'Switch off Clarity in the settings of the UET tag, or load Clarity yourself behind a statistics choice.':
    'Clarity in den Einstellungen des UET-Tags ausschalten oder Clarity selbst hinter einer Wahl für Statistik laden.',
  'the queue knows the consent commands default and update':
    'die Warteschlange kennt die Einwilligungsbefehle default und update',
  'clicks, form submissions and page views': 'Klicks, abgesendete Formulare und Seitenaufrufe',
  'Leave out autocapture in the options of init.': 'autocapture in den Optionen von init weglassen.',
  'Put data-mf-replace on the fields, or switch key logging off for the site.':
    'data-mf-replace an die Felder setzen oder die Tastenaufzeichnung für die Website ausschalten.',
  "comes from a foundation that does not advertise, but the visitor's IP address, browser and page go to its servers":
    'kommt von einer Stiftung, die nicht wirbt, aber IP-Adresse, Browser und Seite des Besuchers gehen an ihre Server',
  'Automatic Enhanced Match': 'Automatic Enhanced Match',
  'e-mail address, phone number, names, gender, birth date and place out of form fields, hashed':
    'E-Mail-Adresse, Telefonnummer, Namen, Geschlecht, Geburtsdatum und Ort aus Formularfeldern, gehasht',
  'Switch it off in Ads Manager (Conversions, tag settings), and keep it off by a scheduled check of ct.pinterest.com/user/?tid=<id> (aemEnabled).':
    'Im Ads Manager ausschalten (Conversions, tag settings) und durch eine regelmäßige Prüfung von ct.pinterest.com/user/?tid=<ID> (aemEnabled) ausgeschaltet halten.',
  'Ingestion of page metadata': 'Übernahme von Metadaten der Seite',
  'product metadata of the page': 'Produktmetadaten der Seite',
  'Ask Pinterest to set md_frequency of the tag to none (Ads API, conversion_tags).':
    'Pinterest bitten, md_frequency des Tags auf none zu setzen (Ads API, conversion_tags).',
  'takes the request for a test and records no event': 'hält die Anfrage für einen Test und zeichnet kein Ereignis auf',
  'Form submissions, outgoing links and downloads': 'Abgesendete Formulare, ausgehende Links und Downloads',
  'that a form was sent, where links lead, which files are fetched':
    'dass ein Formular gesendet wurde, wohin Links führen, welche Dateien geladen werden',
  'Switch the optional measurements off in the settings of the site.':
    'Die optionalen Messungen in den Einstellungen der Website ausschalten.',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to Plausible":
    'speichert nichts auf dem Gerät des Besuchers, aber Adresse, Browser und jede gelesene Seite gehen an Plausible',
  'clicks and form submissions with the text of the elements':
    'Klicks und abgesendete Formulare mit dem Text der Elemente',
  'Session recording': 'Sitzungsaufzeichnung',
  'a recording of the visit': 'eine Aufzeichnung des Besuchs',
  'Set disable_session_recording: true in the options of init.':
    'disable_session_recording: true in den Optionen von init setzen.',
  'Leave session_recording.maskAllInputs at true, or put the class ph-no-capture on the form.':
    'session_recording.maskAllInputs auf true lassen oder die Klasse ph-no-capture an das Formular setzen.',
  'Automatic advanced matching': 'Automatischer erweiterter Abgleich',
  'e-mail addresses and phone numbers out of form fields': 'E-Mail-Adressen und Telefonnummern aus Formularfeldern',
  'Switch it off in Events Manager, and keep it off by a scheduled check of pixel-config.reddit.com/pixels/<id>/config.':
    'Im Events Manager ausschalten und durch eine regelmäßige Prüfung von pixel-config.reddit.com/pixels/<ID>/config ausgeschaltet halten.',
  'Leave maskAllInputs of replayIntegration at true.': 'maskAllInputs von replayIntegration auf true lassen.',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to Simple Analytics":
    'speichert nichts auf dem Gerät des Besuchers, aber Adresse, Browser und jede gelesene Seite gehen an Simple Analytics',
  'e-mail addresses and phone numbers out of form fields (type tel, or a name with phone, contact, mobile or pn)':
    'E-Mail-Adressen und Telefonnummern aus Formularfeldern (Typ tel oder ein Name mit phone, contact, mobile oder pn)',
  'Switch it off in Events Manager, Settings, and keep it off by a scheduled check of analytics.tiktok.com/i18n/pixel/config.js?sdkid=<id> (AutoAdvancedMatching).':
    'Im Events Manager unter Settings ausschalten und durch eine regelmäßige Prüfung von analytics.tiktok.com/i18n/pixel/config.js?sdkid=<ID> (AutoAdvancedMatching) ausgeschaltet halten.',
  'Automatic events and page metadata (AutoConfig)': 'Automatische Ereignisse und Seitenmetadaten (AutoConfig)',
  'button clicks, Open Graph, microdata and JSON-LD of the page (product names included)':
    'Klicks auf Schaltflächen, Open Graph, Mikrodaten und JSON-LD der Seite (Produktnamen eingeschlossen)',
  'Switch off automatic page data and automatic events in Events Manager, Settings.':
    'Automatische Seitendaten und automatische Ereignisse im Events Manager unter Settings ausschalten.',
  'Events set up in the interface (Event Builder)': 'In der Oberfläche eingerichtete Ereignisse (Event Builder)',
  'standard events at clicks and addresses that somebody chose in the interface':
    'Standardereignisse bei Klicks und Adressen, die jemand in der Oberfläche gewählt hat',
  'Look at the events in Events Manager, Event Builder, and keep a dated copy of the settings under review.':
    'Die Ereignisse im Events Manager unter Event Builder ansehen und eine datierte Kopie der Einstellungen unter Aufsicht behalten.',
  "sets no cookies for advertising, but reads properties of the browser, and the visitor's IP address goes to Cloudflare":
    'setzt keine Cookies für Werbung, liest aber Eigenschaften des Browsers, und die IP-Adresse des Besuchers geht an Cloudflare',
  "keeps nothing on the visitor's device, but address, browser and every page that is read go to Umami":
    'speichert nichts auf dem Gerät des Besuchers, aber Adresse, Browser und jede gelesene Seite gehen an Umami',
  "is told not to track (dnt=1), but the visitor's IP address, browser and page still go to Vimeo":
    'ist angewiesen, nicht zu verfolgen (dnt=1), aber IP-Adresse, Browser und Seite des Besuchers gehen trotzdem an Vimeo',
  'Automatic events (autoConfig)': 'Automatische Ereignisse (autoConfig)',
  'clicks on buttons with their text': 'Klicks auf Schaltflächen mit deren Text',
  "Call twq('set', 'autoConfig', 'false', '<pixel id>') before twq('config', …); the value is the string 'false'.":
    "twq('set', 'autoConfig', 'false', '<Pixel-ID>') vor twq('config', …) aufrufen; der Wert ist der Text 'false'.",
  "Call twq('set', 'autoAdvancedMatching', 'false', '<pixel id>') before twq('config', …); the value is the string 'false'.":
    "twq('set', 'autoAdvancedMatching', 'false', '<Pixel-ID>') vor twq('config', …) aufrufen; der Wert ist der Text 'false'.",
  'Data layer tracking': 'Erfassung der Datenschicht',
  'events that the site pushes to its data layer for other tags':
    'Ereignisse, die die Website für andere Tags in ihre Datenschicht gibt',
  "Call twq('set', 'dataLayerTracking', 'false', '<pixel id>') before twq('config', …); the value is the string 'false'.":
    "twq('set', 'dataLayerTracking', 'false', '<Pixel-ID>') vor twq('config', …) aufrufen; der Wert ist der Text 'false'.",
  'Dwell tracking': 'Erfassung der Verweildauer',
  'the time that the visitor stays on the page': 'wie lange der Besucher auf der Seite bleibt',
  "Call twq('set', 'autoDwellTracking', 'false', '<pixel id>') before twq('config', …); the value is the string 'false'.":
    "twq('set', 'autoDwellTracking', 'false', '<Pixel-ID>') vor twq('config', …) aufrufen; der Wert ist der Text 'false'.",
  Webvisor: 'Webvisor',
  'a recording of the visit, form fields included': 'eine Aufzeichnung des Besuchs, Formularfelder eingeschlossen',
  'Leave out webvisor, or set it to false, in the options of init.':
    'webvisor in den Optionen von init weglassen oder auf false setzen.',
  'Take ym-record-keys off fields with personal data, or put ym-disable-keys on the form.':
    'ym-record-keys von Feldern mit personenbezogenen Daten entfernen oder ym-disable-keys an das Formular setzen.',
  "sets no cookies until the video is played, but the visitor's IP address, browser and page go to Google as soon as the page opens":
    'setzt keine Cookies, bis das Video abgespielt wird, aber IP-Adresse, Browser und Seite des Besuchers gehen an Google, sobald die Seite geöffnet wird',
  'An access token of Meta’s Graph and Conversions API': 'Ein Zugriffstoken der Graph und der Conversions API von Meta',
  'An API secret of Google’s Measurement Protocol': 'Ein API-Geheimnis des Measurement Protocol von Google',
  'A client secret of Google’s OAuth': 'Ein Client-Geheimnis von Googles OAuth',
  'An access token of TikTok’s Events API': 'Ein Zugriffstoken der Events API von TikTok',
  'An access token of Pinterest’s API': 'Ein Zugriffstoken der API von Pinterest',
  'A private API key of Klaviyo': 'Ein privater API-Schlüssel von Klaviyo',
  'An access token of a private app of HubSpot': 'Ein Zugriffstoken einer privaten App von HubSpot',
  'An API key of Mailchimp': 'Ein API-Schlüssel von Mailchimp',
  'An API key of SendGrid': 'Ein API-Schlüssel von SendGrid',
  'A secret key of Stripe': 'Ein geheimer Schlüssel von Stripe',
  'An access token or shared secret of Shopify’s Admin API':
    'Ein Zugriffstoken oder gemeinsames Geheimnis der Admin API von Shopify',
  'A personal API key of PostHog': 'Ein persönlicher API-Schlüssel von PostHog',
  'An access key of Amazon Web Services': 'Ein Zugriffsschlüssel der Amazon Web Services',
  'An access token of GitHub': 'Ein Zugriffstoken von GitHub',
  'A token of Slack': 'Ein Token von Slack',
  'An API key of OpenAI or Anthropic': 'Ein API-Schlüssel von OpenAI oder Anthropic',
  'A private key': 'Ein privater Schlüssel',
  'A secret of an application': 'Ein Geheimnis einer Anwendung',
};
