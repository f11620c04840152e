/** På svenska: the rules on personal data. */
import type { Phrases } from '../phrases.ts';

export const data: Phrases = {
  'in clear text as the tag takes it': 'i klartext så som taggen tar emot det',
  'in clear text as it leaves the server’s code': 'i klartext så som det lämnar serverns kod',
  'in clear text as it leaves the page’s code': 'i klartext så som det lämnar sidans kod',
  'hashed or in clear text, which is not seen here': 'hashat eller i klartext, vilket inte syns här',
  'as a whole object, of which only the name is seen here': 'som ett helt objekt, av vilket bara namnet syns här',
  'as an identifier': 'som identifierare',
  hashed: 'hashat',
  '{0} hands {1} to {2}, {3}.': '{0} lämnar {1} till {2}, {3}.',
  'The provider then knows who is on each page that loads it, whether or not somebody opens what it shows.':
    'Leverantören vet då vem som är på varje sida som laddar den, vare sig någon öppnar det som visas eller inte.',
  'It ties what the visitor does to one person across visits.':
    'Det knyter det besökaren gör till en person, besök efter besök.',
  'The vendor recognises the person by it; a digest of an e-mail address or phone number is still personal data, because the vendor holds the same list.':
    'Leverantören känner igen personen på det; en hash av en e-postadress eller ett telefonnummer är fortfarande en personuppgift, eftersom leverantören har samma lista.',
  'Leave the user data out, or document why it is needed and send it only after consent to this very use.':
    'Utelämna användaruppgifterna, eller dokumentera varför de behövs och skicka dem bara efter samtycke till just denna användning.',
  'Take it out of the tag, or of the variable in which it stands; or document why it is needed and let the tag fire only after consent to this very use.':
    'Ta ut dem ur taggen, eller ur variabeln där de står; eller dokumentera varför de behövs och låt taggen köras bara efter samtycke till just denna användning.',
  '{0} ({1}, hashed)': '{0} ({1}, hashat)',
  '{0} ({1}, hashed or not)': '{0} ({1}, hashat eller inte)',
  'User data from one variable, handed to {0}': 'Användaruppgifter ur en variabel, lämnade till {0}',
  'Take it out where it is set.': 'Ta ut dem där de sätts.',
  'User data handed to {0}': 'Användaruppgifter lämnade till {0}',
  'Take it out of each tag, or send it only after consent to this very use.':
    'Ta ut dem ur varje tagg, eller skicka dem bara efter samtycke till just denna användning.',
  '{0}, with nothing that switches it off': '{0}, utan något som slår av den',
  'asked for by {0}': 'efterfrågas av {0}',
  'switched on by {0}': 'påslagen av {0}',
  'Automatic matching': 'Automatisk matchning',
  'The site’s own server sends user data where {0} of {1} is on.':
    'Webbplatsens egen server skickar användaruppgifter där detta är påslaget hos {1}: {0}.',
  '{0} of {1} is on, for {2}.': '{0} är påslaget hos {1}, för {2}.',
  '{0} of {1} is on.': '{0} är påslaget hos {1}.',
  'One click in the vendor’s interface makes the server hand over customers’ e-mail addresses, phone numbers and names, also of those who block the pixel; nothing in these files changes then.':
    'Ett klick i leverantörens gränssnitt får servern att lämna ut kundernas e-postadresser, telefonnummer och namn, även för dem som blockerar pixeln; ingenting i dessa filer ändras då.',
  'It reads {0} and sends it as a digest, without a line of code in the page; this is the switch that the fined pharmacies had overlooked.':
    'Den läser {0} och skickar det hashat, utan en rad kod på sidan; det är den omkopplare som apoteken som fick sanktionsavgift hade förbisett.',
  'what visitors type into forms': 'det som besökare skriver i formulär',
  'Switch it off in the vendor’s interface, and keep a dated copy of the settings under review.':
    'Slå av den i leverantörens gränssnitt, och bevaka en daterad kopia av inställningarna.',
  'Automatic collection by {0} for several tags': 'Automatisk insamling till {0} för flera taggar',
  'Switch it off where it is set.': 'Slå av den där den sätts.',
  '{0} stay on at {1}: the switch is ignored.': '{0} är fortsatt på hos {1}: omkopplaren har ingen verkan.',
  '{0} stay on at {1}, although its automatic events are switched off.':
    '{0} är fortsatt på hos {1}, fast dess automatiska händelser är avslagna.',
  'It is told {0}.': 'Leverantören får veta: {0}.',
  'the address changes without a page being loaded': 'adressen ändras utan att en sida laddas',
  'Automatic collection by {0} stays on ({1}): the call that should switch it off is ignored.':
    'Automatisk insamling till {0} är fortsatt på ({1}): det anrop som skulle slå av den har ingen verkan.',
  'Automatic collection by {0} is switched on: {1}.': 'Automatisk insamling till {0} är påslagen: {1}.',
  'Automatic collection by {0} is left on: {1}.': 'Automatisk insamling till {0} är inte avslagen: {1}.',
  'It collects {0}, without any event being written.': 'Den samlar in {0}, utan att någon händelse är skriven.',
  'a field for {0} stands on the page': 'ett fält för {0} står på sidan',
  'structured data describes a product': 'strukturerade data beskriver en produkt',
  'A field': 'Ett fält',
  'Field “{0}”': 'Fältet ”{0}”',
  '{0} fields of the page ({1}) can be read by {2}.': '{0} fält på sidan ({1}) kan läsas av {2}.',
  '{0} ({1}) stands on a page whose forms {2} can read.': '{0} ({1}) står på en sida vars formulär {2} kan läsa.',
  'Scripts that read forms do not know what a field means; personal identity numbers, holdings and health questions left a bank and a pharmacy in this way.':
    'Skript som läser formulär vet inte vad ett fält betyder; personnummer, innehav och hälsofrågor lämnade en bank och ett apotek på det sättet.',
  '{0} takes {1}; a switch in the vendor’s interface turns it on, not the page.':
    '{0} tar {1}; en omkopplare i leverantörens gränssnitt slår på det, inte sidan.',
  'Keep {0} off pages with such fields. {1}': 'Håll {0} borta från sidor med sådana fält. {1}',
  '{0} is started here; {1} is on': '{0} startas här; {1} är påslaget',
  '{0} is started here; {1} may be on: its interface decides':
    '{0} startas här; {1} kan vara påslaget: dess gränssnitt avgör',
  'a field for {0}': 'ett fält för {0}',
  'Forms on pages where {0} can read them': 'Formulär på sidor där {0} kan läsa dem',
  'Keep {0} off pages with forms, and its form reading off.':
    'Håll {0} borta från sidor med formulär, och läsningen av formulär avslagen.',
  'A form writes {0} into the address of the next page of the site, which {1} is told.':
    'Ett formulär skriver {0} i adressen till webbplatsens nästa sida, som {1} får veta.',
  'Trackers send the address of the page, others receive it as the referrer, and it stays in histories and logs.':
    'Spårare skickar sidans adress, andra får den som hänvisande sida, och den blir kvar i historik och loggar.',
  'Send the form with method="post".': 'Skicka formuläret med method="post".',
  '{0} ({1}) in a form that is sent with GET': '{0} ({1}) i ett formulär som skickas med GET',
  '{0} stands on the page: {1}': '{0} står på sidan: {1}',
  'A request tells {0} {1}, hashed; nothing is known here of who runs that host.':
    'En begäran talar om {1} för {0}, hashat; vem som driver den värden är inte känt här.',
  'A request tells {0} {1}, in clear text; nothing is known here of who runs that host.':
    'En begäran talar om {1} för {0}, i klartext; vem som driver den värden är inte känt här.',
  'A request whose answer nobody reads is there to tell its host something, and what it tells here is about a person.':
    'En begäran vars svar ingen läser är till för att tala om något för sin värd, och det den talar om här gäller en person.',
  'Leave the personal data out, or list the host under site.hosts if it is yours.':
    'Utelämna personuppgifterna, eller ta upp värden under site.hosts om den är er.',
  'sent to {0}': 'skickas till {0}',
  'in clear text': 'i klartext',
  '{0} puts {1} into the data layer, {2}.': '{0} lägger {1} i datalagret, {2}.',
  '{0} sends {1} to {2}, {3}.': '{0} skickar {1} till {2}, {3}.',
  'Every tag of the tag manager can read it there and send it on, those that somebody adds later too.':
    'Varje tagg i tagghanteraren kan läsa det där och skicka det vidare, även taggar som någon lägger till senare.',
  'Events are kept, joined and passed on by whoever receives them; what tells who the visitor is turns a count into a record of a person.':
    'Händelser sparas, kopplas ihop och förs vidare av mottagaren; det som säger vem besökaren är gör en räkning till ett register över en person.',
  'Take it out of what is pushed; push that something happened, not to whom.':
    'Ta ut det ur det som läggs i datalagret; tala om att något hände, inte vem det hände.',
  'Take it out of the event; send that something happened, not to whom.':
    'Ta ut det ur händelsen; skicka att något hände, inte vem det hände.',
  'The same personal data in several tags': 'Samma personuppgifter i flera taggar',
  '{0} withholds {1}: it has met them in what this site sent.':
    '{0} håller inne {1}: det har förekommit i det som webbplatsen skickade.',
  'The vendor’s own program takes them for personal data. They reached it before it learnt to drop them, and whatever it does not recognise still does.':
    'Leverantörens eget program tar det för personuppgifter. Det nådde leverantören innan programmet lärde sig att kasta det, och det som programmet inte känner igen når fortfarande fram.',
  'Find the pages, forms and tags that put them into addresses and events, and take them out there.':
    'Leta upp de sidor, formulär och taggar som lägger det i adresser och händelser, och ta ut det där.',
  '{0} in {1} of {2}': '{0} i {1} för {2}',
  'what is typed into fields': 'det som skrivs i fält',
  'what is typed into fields ({0})': 'det som skrivs i fält ({0})',
  '{0} records sessions and shows {1}, unless its interface masks it.':
    '{0} spelar in sessioner och visar {1}, om inte dess gränssnitt maskerar det.',
  '{0} records sessions and shows {1}.': '{0} spelar in sessioner och visar {1}.',
  'A recording keeps every letter that a visitor types, whether the form is sent or not, and anybody with access to the recorder can watch it.':
    'En inspelning behåller varje tecken som besökaren skriver, vare sig formuläret skickas eller inte, och alla med åtkomst till verktyget kan se det.',
  '{0} is started here': '{0} startas här',
};
