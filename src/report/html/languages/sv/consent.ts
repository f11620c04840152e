/** På svenska: the rules on consent. */
import type { Phrases } from '../phrases.ts';

export const consent: Phrases = {
  'The platform can hold back only what the browser has not yet read; these tags run on a first visit.':
    'Plattformen kan bara hålla tillbaka det som webbläsaren ännu inte har läst; de här taggarna körs vid första besöket.',
  'Load the platform first in the head, without async or defer, or park the tags in its way.':
    'Ladda plattformen först i head, utan async eller defer, eller parkera taggarna på dess sätt.',
  '{0} runs here': '{0} körs här',
  'stands after them': 'står efter dem',
  'the browser does not wait for it': 'webbläsaren väntar inte på den',
  'a script fetches it at some time': 'ett skript hämtar den vid något tillfälle',
  '{0} blocks tags by itself, but {1}: {2} runs before it.':
    '{0} blockerar själv taggar, men för sent ({1}): {2} körs dessförinnan.',
  '{0} blocks tags by itself, but {1}: {2} run before it.':
    '{0} blockerar själv taggar, men för sent ({1}): {2} körs dessförinnan.',
  'with {0}': 'med {0}',
  'Content of {0}': 'Innehåll från {0}',
  "{0} gets the visitor's IP address and the page, and may set and read cookies.":
    '{0} får besökarens ip-adress och sidan, och kan sätta och läsa kakor.',
  'Show a picture in its place and load the content when it is clicked, or park it for your consent platform.':
    'Visa en bild i dess ställe och ladda innehållet vid klick, eller parkera det för samtyckesplattformen.',
  'The chat of {0}': 'Chatten från {0}',
  '{0} recognises the visitor and sees the pages before anybody has opened the chat.':
    '{0} känner igen besökaren och ser sidorna innan någon har öppnat chatten.',
  'Load the chat when its button is clicked, or park it for your consent platform.':
    'Ladda chatten när någon klickar på dess knapp, eller parkera den för samtyckesplattformen.',
  'The check of {0}': 'Kontrollen från {0}',
  '{0} examines the browser of everybody who opens the page.': '{0} undersöker webbläsaren hos alla som öppnar sidan.',
  'Load it on pages with a form only, when the form is used, or choose a check that runs on your own server.':
    'Ladda den bara på sidor med formulär, när formuläret används, eller välj en kontroll som körs på den egna servern.',
  'A form of {0}': 'Ett formulär från {0}',
  'Link to the form, or load it when the visitor asks for it.':
    'Länka till formuläret, eller ladda det när besökaren ber om det.',
  'A font of {0}': 'Ett typsnitt från {0}',
  '{0} gets the IP address of every visitor.': '{0} får varje besökares ip-adress.',
  'Serve the font files from the site itself.': 'Leverera typsnittsfilerna från den egna webbplatsen.',
  'What is fetched from another company hands over the address of the visitor and the page all the same.':
    'Det som hämtas från ett annat företag lämnar ändå ut besökarens adress och sidan.',
  loads: 'laddas',
  'likely loads': 'laddas troligen',
  'may load': 'kan laddas',
  '{0} {1} on a first visit, before any choice ({2})': '{0} {1} vid första besöket, innan någon har valt ({2})',
  '{0}; in this form it {1}.': '{0}; i denna form: {1}.',
  '{0}: what stands in front of it {1}.': '{0}: det som står framför {1}.',
  'The script is still fetched: address, browser and referrer reach the vendor before any choice.':
    'Skriptet hämtas ändå: adress, webbläsare och hänvisande sida når leverantören innan någon har valt.',
  'Under a denied default the tag sends pings without cookies.':
    'Med ett nekande förval skickar taggen ping utan kakor.',
  'In this form it {0}.': 'I denna form: {0}.',
  'Storing or reading on the device for this purpose needs a choice first.':
    'Att lagra eller läsa på enheten för detta ändamål kräver ett val först.',
  'then {0}': 'sedan {0}',
  'Tags of this container run without asking for consent':
    'Taggar i denna behållare körs utan att fråga efter samtycke',
  'Trackers of this page run without asking for consent': 'Spårare på denna sida körs utan att fråga efter samtycke',
  'Park the tag in the way of your consent platform, or run it from a handler that tests the category.':
    'Parkera taggen på samtyckesplattformens sätt, eller kör den från en funktion som prövar kategorin.',
  '{0} is fetched on a first visit; only its events wait for consent.':
    '{0} hämtas vid första besöket; bara dess händelser väntar på samtycke.',
  '{0} runs on a first visit in the limited form of its consent mode.':
    '{0} körs vid första besöket i den begränsade formen av sitt samtyckesläge.',
  '{0} {1} on a first visit, before any choice ({2}).': '{0} {1} vid första besöket, innan någon har valt ({2}).',
  'on a first visit': 'vid första besöket',
  'after a refusal': 'efter ett nej',
  'another {0}': 'en annan spärr {0}',
  '{0} {1} {2}: what stands in front of it {3}.': '{0} {1} {2}: det som står framför {3}.',
  'the gate {0}': 'spärren {0}',
  'Template “{0}” ({1})': 'Mallen ”{0}” ({1})',
  'The condition in front of {0} {1}.': 'Villkoret framför {0} {1}.',
  'Ask for the grant instead: let the tag fire where the field says that consent was given, and nowhere else.':
    'Fråga efter ja:et i stället: låt taggen köras där fältet säger att samtycke har getts, och ingen annanstans.',
  'in front of “{0}”': 'framför ”{0}”',
  'An image in the markup calls {0} on every visit.': 'En bild i märkspråket anropar {0} vid varje besök.',
  'The noscript part calls {0} for every visitor without JavaScript.':
    'Noscript-delen anropar {0} för varje besökare utan JavaScript.',
  'No consent platform can hold it: the browser requests it as it reads the page, and it sends the address of the page.':
    'Ingen samtyckesplattform kan hålla den: webbläsaren hämtar den medan den läser sidan, och den skickar sidans adress.',
  'Remove it; where it is needed, write it on the server only for visitors who have consented.':
    'Ta bort den; behövs den, skriv ut den på servern bara för besökare som har samtyckt.',
  'Remove it.': 'Ta bort den.',
  '{0} runs although the visitor has opted out ({1}).': '{0} körs fast besökaren har avböjt ({1}).',
  'Neither a choice against sale and sharing nor the browser’s signal (Global Privacy Control) keeps it from running.':
    'Varken ett val mot försäljning och delning eller webbläsarens signal (Global Privacy Control) hindrar den från att köras.',
  'Run it only where navigator.globalPrivacyControl is not set and the visitor has not opted out, or tell the vendor to serve the site alone.':
    'Kör den bara där navigator.globalPrivacyControl inte är satt och besökaren inte har avböjt, eller säg till leverantören att bara tjäna webbplatsen.',
  'Tags of this container run for visitors who have opted out':
    'Taggar i denna behållare körs för besökare som har avböjt',
  'Trackers of this page run for visitors who have opted out': 'Spårare på denna sida körs för besökare som har avböjt',
  'Ask once for the opt-out, in front of all of them.': 'Fråga en gång efter avböjandet, framför dem alla.',
  'Remove the link; where the time counts, insert it together with the tag, once consent is given.':
    'Ta bort länken; där tiden spelar roll, infoga den tillsammans med taggen när samtycke har getts.',
  'Remove the link.': 'Ta bort länken.',
  'Links of this page get trackers ready before any choice':
    'Länkar på denna sida förbereder spårare innan någon har valt',
  'Remove them from the head; the tags work without them.': 'Ta bort dem ur head; taggarna fungerar utan dem.',
  'The file is fetched: IP address, browser and page reach the vendor, and its cookies go along.':
    'Filen hämtas: ip-adress, webbläsare och sida når leverantören, och dess kakor följer med.',
  'The browser fetches a file of {0} on a first visit, before any choice ({1}).':
    'Webbläsaren hämtar en fil från {0} vid första besöket, innan någon har valt ({1}).',
  'The browser loads a page of {0} on a first visit, before any choice ({1}).':
    'Webbläsaren laddar en sida från {0} vid första besöket, innan någon har valt ({1}).',
  'The browser connects to a server of {0} on a first visit, before any choice ({1}).':
    'Webbläsaren ansluter till en server hos {0} vid första besöket, innan någon har valt ({1}).',
  "The connection alone hands over the visitor's IP address, outside the gate of the tag itself.":
    'Redan anslutningen lämnar ut besökarens ip-adress, utanför taggens egen spärr.',
  'The browser looks up a server of {0} on a first visit, before any choice ({1}).':
    'Webbläsaren slår upp en server hos {0} vid första besöket, innan någon har valt ({1}).',
  'Only the name of the host is asked for, but for everybody, outside the gate of the tag itself.':
    'Bara värdens namn efterfrågas, men för alla, utanför taggens egen spärr.',
  '{0} is loaded here': '{0} laddas här',
  'Blocked markup of this page is never released': 'Blockerad kod på denna sida släpps aldrig fram',
  'Whoever has agreed gets nothing of it either, and nobody notices, because a dead tag makes no noise.':
    'Den som har samtyckt får inte heller något av det, och ingen märker det, för en död tagg är tyst.',
  'This {0} is parked by {1}, a way of its own, but the page loads {2}, which does not release it.':
    'Elementet {0} är parkerat med {1}, på ett eget sätt, men sidan laddar {2}, som inte släpper fram det.',
  'This {0} is parked by {1}, the way of {2}, but the page loads {3}, which does not release it.':
    'Elementet {0} är parkerat med {1}, på det sätt som {2} använder, men sidan laddar {3}, som inte släpper fram det.',
  'Park it in the way of {0}.': 'Parkera det på det sätt som {0} använder.',
  'This {0} is parked by {1}, and nothing on the page releases it.':
    'Elementet {0} är parkerat med {1}, och ingenting på sidan släpper fram det.',
  'This {0} is parked by {1}, and nothing on the page releases it: {2} is not there.':
    'Elementet {0} är parkerat med {1}, och ingenting på sidan släpper fram det: {2} finns inte där.',
  'Load the consent platform whose attribute it is, park it for the platform that the site has, or remove it.':
    'Ladda den samtyckesplattform som attributet hör till, parkera elementet för den plattform som webbplatsen har, eller ta bort det.',
  'This {0} is parked for “{1}”, a category that {2} does not know: it is never released.':
    'Elementet {0} är parkerat för ”{1}”, en kategori som {2} inte känner till: det släpps aldrig fram.',
  'This {0} is parked for “{1}”, a category that {2} does not know (did you mean “{3}”?): it is never released.':
    'Elementet {0} är parkerat för ”{1}”, en kategori som {2} inte känner till (menades ”{3}”?): det släpps aldrig fram.',
  'Write a category of {0}.': 'Skriv en av kategorierna i {0}.',
  'This {0} carries {1} of {2}, but is not parked in the way that {3} releases.':
    'Elementet {0} bär {1} från {2}, men är inte parkerat på det sätt som {3} släpper fram.',
  'Park it as {0} documents it.': 'Parkera det så som {0} beskriver.',
  '{0} or another platform': '{0} eller en annan plattform',
  advertising: 'annonsering',
  measurement: 'mätning',
  comfort: 'bekvämlighet',
  '“{0}” ({1})': '”{0}” ({1})',
  '{0} is marked {1}, which always runs; its purpose is {2}.': '{0} är märkt {1}, som alltid körs; ändamålet är {2}.',
  '{0} waits for {1}; its purpose is {2}, which that consent does not cover.':
    '{0} väntar på {1}; ändamålet är {2}, som det samtycket inte täcker.',
  'The platform runs it before any choice. A tracker for {0} is not necessary for the page.':
    'Plattformen kör den innan någon har valt. En spårare för {0} är inte nödvändig för sidan.',
  'Visitors who allow {0} and refuse {1} are tracked for {2} all the same.':
    'Besökare som tillåter {0} och nekar {1} spåras ändå för {2}.',
  'Let it wait for the category that covers {0} ({1}).': 'Låt den vänta på den kategori som täcker {0} ({1}).',
  'the gate asks for {0}': 'spärren frågar efter {0}',
};
