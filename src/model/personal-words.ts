/** What the words of keys, names and labels say of personal data, in the languages of the markets that the rules know. */
import type { UserDataKind } from './catalog.ts';

/** The words of a key: `billing_eMail[1]` and `billingEMail` are the same; accents do not count. */
export function wordsOf(key: string): string {
  return key
    .slice(0, 200)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øØ]/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Tried in this order on the words of a key, written together. Most may have an owner in front (`customerEmail`); what stands
 * behind makes another thing of it (`email_template`), hence the ends.
 */
const KINDS: readonly (readonly [UserDataKind, RegExp])[] = [
  [
    'email',
    /(?:e?mail|epost|sahkoposti|courriel|correo(?:electronico)?|postaelettronica)(?:address|adress|adresse|adres|osoite|id|sha256|md5|sha1|hash|hashed|value|field|input)?\d?$/,
  ],
  [
    'identity-number',
    /person(?:al)?(?:nummer|number|nr)|^pnr$|nationalid|^ssn(?:number)?$|socialsecurity|^cpr(?:nr|nummer)?$|f(?:o|oe)dselsnummer|^fnr$|henkilotunnus|^hetu$|steuer(?:id|nummer)|^bsn$|burgerservicenummer|^pesel$|codicefiscale|^dni$|^nif$|rijksregister|samordningsnummer|sozialversicherungsnummer|rentenversicherungsnummer|securitesociale$|rodnecislo|nationalinsurance(?:number|no|nr)|isikukood|asmenskodas|personaskods|kennitala|ppsn(?:umber)?$|numerodecontribuinte|^pesel|numerpesel|passport(?:number|no|nr)|passnummer|^nhsnumber$/,
  ],
  [
    'phone',
    /(?<!head|ear|smart|micro|mega|i|saxo|gramo|speaker)phone(?:number|num|no|nr|e164|sha256|hash|hashed)?\d?$|telefon(?:e|o|u)?(?:nummer|nr|number)?\d?$|^(?:(?:user|customer|your|billing|shipping|contact)?(?:mobile?|mobil|cell|tel|tlf|gsm))(?:number|nummer|nr|no)?$|mobil(?:e|telefon)?(?:nummer|number|nr)$|(?:^|tele)movel$|^(?:numero)?cellulare$|handynummer$|puhelin(?:numero)?$|^matkapuhelin$/,
  ],
  ['first-name', /firstnames?$|^fname$|givenname$|forename$|fornamn$|fornavn$|vorname$|etunimi$|prenom$|voornaam$/],
  [
    'last-name',
    /lastname$|^lname$|surname$|familyname$|efternamn$|etternavn$|efternavn$|nachname$|sukunimi$|nomdefamille$|achternaam$|apellidos?$|cognome$/,
  ],
  [
    'name',
    /^(?:full|customer|userfull|contact|billing|shipping|your|my|cardholder|patient|recipient|kund|fullst(?:a|ae)ndigt?)(?:full)?(?:name|namn|navn)$|^(?:ditt)?(?:namn|navn|fornamnochefternamn)$|^vollstandigername$/,
  ],
  [
    'birth-date',
    /birth(?:date|day|year|month)?$|dateofbirth$|^dob[dmy]?$|^bday$|fodelse(?:datum|dag|ar)?$|fodselsdato$|fodelsedag$|geburts(?:datum|tag)$|syntymaaika$|datedenaissance$|geboortedatum$|fechadenacimiento$|datadinascita$|dataurodzenia$|data(?:de)?nascimento$|datumnarozeni$/,
  ],
  [
    'street',
    /street(?:address|name|line)?\d?$|(?:^|home|billing|shipping|delivery|customer|user|postal|mailing|contact|your|my|residential)(?:address|addr)(?:line)?[12]?$|(?:gatu|post|hem|leverans|faktura|besoks)adress$|^(?:adress|adresse|strasse|strassennr|katuosoite|indirizzo|direccion|straat)$|gateadresse$/,
  ],
  [
    'postcode',
    /(?:^|post(?:al)?|billing|shipping|user|customer|address)zip(?:code)?$|^zip(?:code|postal)?$|postal?code$|postn(?:umme)?r$|^plz$|postleitzahl$|postinumero$|codepostal$|codigopostal$|kodpocztowy$|codicepostale$/,
  ],
  ['gender', /^(?:user|customer)?gender$|^kon$|^kjonn$|geschlecht$|^sukupuoli$|^sexe$/],
  [
    'user-id',
    /^(?:current|hashed|internal|crm)?(?:user|customer|external|client|member|kund|patient|visitor|subscriber|loyalty|account)(?:id|number|nummer|nr|uuid|guid)$|^kundnr$/,
  ],
];

/** The kind of personal data that a key says by its plain words. */
export function kindOfWord(key: string): UserDataKind | undefined {
  const words = wordsOf(key);
  return words === '' ? undefined : KINDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Names of answers and acts: `has_email`, `isPhoneValid`; variables of a container wear a prefix in front, `DLV - has_email`. */
const ANSWER =
  /(?:^|[^\p{L}\p{N}_.])(?:is|has|have|had|can|show|valid(?:ate)?|check|verify|send|submit|mask|num|no|opt)[\p{Lu}_ -]/u;

/** Whether a name asks about data, and does not hold it. */
export function isAnswerName(name: string): boolean {
  return ANSWER.test(name.slice(0, 200));
}
