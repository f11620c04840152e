/** Form fields of a page, and what they ask of a person. */
import type { Location } from '../text/location.ts';
import type { UserDataKind } from './catalog.ts';
import { kindOfWord, wordsOf } from './personal-words.ts';
import { type Phrase, say, term } from './phrase.ts';

/** A form field on the page, for rules on what a script could read. */
export interface FormField {
  /** Its name; where it has none its id or placeholder. */
  readonly name: string;
  /** Lower case; the element's name where it has no type. */
  readonly type: string;
  readonly id: string;
  readonly placeholder: string;
  /** The words of its label. */
  readonly label: string;
  readonly autocomplete: string;
  /** Classes (`.mask`) and data attributes (`[data-mask]`, `[data-mask=true]`) of the element and of those around it, innermost first. */
  readonly marks: readonly string[];
  /** The browser itself writes what is typed into the address of the site's next page. */
  readonly inAddress?: true;
  readonly location: Location;
}

/** What a field asks for: personal data, or what must never leave the page. */
export type FieldKind = UserDataKind | 'password' | 'card' | 'account' | 'health';

/** Kinds by how much harm it does that they leave the page, the worst first. */
export const FIELD_RANK: readonly FieldKind[] = [
  'identity-number',
  'health',
  'password',
  'card',
  'account',
  'birth-date',
  'email',
  'phone',
  'name',
  'first-name',
  'last-name',
  'street',
  'postcode',
  'gender',
  'user-id',
];

/** How a kind is called in messages. */
export function fieldWords(kind: FieldKind): Phrase {
  return WORDS[kind] ?? term(kind);
}

const WORDS: Readonly<Partial<Record<FieldKind, Phrase>>> = {
  'identity-number': say`personal identity number`,
  health: say`health`,
  password: say`password`,
  card: say`payment card`,
  account: say`account, loan or policy`,
  'birth-date': say`date of birth`,
  email: say`e-mail address`,
  phone: say`phone number`,
  name: say`name`,
  'first-name': say`first name`,
  'last-name': say`last name`,
  street: say`street address`,
  postcode: say`postcode`,
  gender: say`gender`,
  'user-id': say`customer number`,
};

/** Tokens of the `autocomplete` attribute. Source: html.spec.whatwg.org, autofill field names. */
const AUTOCOMPLETE: Readonly<Record<string, FieldKind>> = {
  email: 'email',
  tel: 'phone',
  'tel-national': 'phone',
  'tel-local': 'phone',
  name: 'name',
  'given-name': 'first-name',
  'additional-name': 'first-name',
  'family-name': 'last-name',
  bday: 'birth-date',
  'bday-day': 'birth-date',
  'bday-month': 'birth-date',
  'bday-year': 'birth-date',
  'street-address': 'street',
  'address-line1': 'street',
  'postal-code': 'postcode',
  sex: 'gender',
  'cc-number': 'card',
  'cc-csc': 'card',
  'cc-exp': 'card',
  'cc-name': 'card',
  'current-password': 'password',
  'new-password': 'password',
};

/** Types that nobody writes personal data into. */
const NO_DATA = /^(?:hidden|submit|button|reset|image|file|color|range|search|number-stepper)$/;
const CHOICE = /^(?:checkbox|radio)$/;

const CARD =
  /card(?:number|no|nr|num|holder)|^cc(?:number|num|no|name|exp|csc)?$|^cv[vcn]2?$|creditcard|kreditkort|kortnummer|kreditkarte|kartennummer|cartebancaire|cartede(?:credit|paiement)|tarjeta(?:decredito|bancaria)|numerodetarjeta|cartadicredito|cartaodecredito|numerkarty|betaalkaart/;
const ACCOUNT =
  /(?:konto|bankkonto|clearing|forsakrings|police|lane)(?:nummer|nr)$|^iban$|account(?:number|no|nr)$|bankaccount|bankkonto|policynumber|loan(?:amount|number|id)|laneb?elopp|lanbelopp|numero(?:de)?(?:cuenta|compte|conta)$|numer(?:rachunku|konta)|rekeningnummer|tilinumero|sortcode|routingnumber|maandinkomst|monthlyincome|annualincome|manadsinkomst|arsinkomst/;
/** Words of questions about health, whatever the condition; which condition it is tells the sensitive catalogue. */
const HEALTH =
  /diagnos|symptom|sintom[aio]|objawy|oire(?:et|ita)|all?ergi|medication|medi[ck]ament|medicijn|geneesmiddel|antecedente?s?medic|przyjmowanelek|medicin(?!e?shop)|lakemed|sjukdom|krankheit|erkrankung|maladie|enfermedad|sairau|laakity|medical(?:history|condition|info)|healthcondition|healthhistory|healthdeclaration|halsodeklaration|halsotillstand|halsofragor|prescription|receptnummer|pregnan|gravid|schwanger|graviditet|treatmentreason|reasonforvisit|besoksorsak|sokorsak|besvar(?!a|at|ad)|bloodtype|blodgrupp|lastperiod|menstruation/;

/** A shop for pets asks for theirs. */
const ANIMAL =
  /mascota|haustier|husdjur|k(?:æ|ae)ledyr|lemmik|huisdier|zwierz|(?:^|[\s_[-])(?:pets?|dog|cat|puppy|hund|chien|perro)(?:$|[\s_\]'’-])/i;
const OF_ANIMALS_TOO: ReadonlySet<UserDataKind> = new Set(['birth-date', 'name', 'gender']);

/**
 * What a field asks for: by what the browser is told, by its type, by its names, by its label. Undefined for everything else,
 * and for fields of the page's own use (search, newsletter topics, quantities).
 */
export function fieldKind(field: FormField): FieldKind | undefined {
  if (NO_DATA.test(field.type)) return undefined;
  for (const token of field.autocomplete.toLowerCase().split(/\s+/)) {
    const told = Object.hasOwn(AUTOCOMPLETE, token) ? AUTOCOMPLETE[token] : undefined;
    if (told !== undefined) return told;
  }
  if (field.type === 'password') return 'password';
  const names = [field.name, field.id, field.label, field.placeholder].filter((name) => name !== '');
  const grave = firstOf(names, graveKind);
  if (grave !== undefined) return grave;
  if (CHOICE.test(field.type)) return undefined;
  if (field.type === 'email') return 'email';
  if (field.type === 'tel' && !/(?:code|pin|otp|zip|quantity|qty)/i.test(field.name)) return 'phone';
  const kind = firstOf(names, kindOfName);
  if (kind !== undefined && OF_ANIMALS_TOO.has(kind) && names.some((name) => ANIMAL.test(name))) return undefined;
  return kind !== undefined && FIELD_RANK.includes(kind) ? kind : undefined;
}

function firstOf<T>(names: readonly string[], kindOf: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const kind = kindOf(name);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function graveKind(name: string): FieldKind | undefined {
  // A question of one or two lines; whole paragraphs beside a field are terms and conditions.
  if (name.length > 160) return undefined;
  const words = wordsOf(name);
  if (partsOf(name).some((part) => kindOfWord(part) === 'identity-number')) return 'identity-number';
  if (
    CARD.test(words) &&
    !/gift|present|member|loyalty|business|post|discount|score|fidel|cadeau|regal|kunden|medlem|klant/.test(words)
  )
    return 'card';
  if (ACCOUNT.test(words)) return 'account';
  return HEALTH.test(words) ? 'health' : undefined;
}

/** A name as it stands and its last part: `checkout[email]`, `user.email`, `customer[default_address][zip]`. */
function partsOf(name: string): readonly string[] {
  const parts = name.split(/[[\].:]+|\s+[-–|/]\s+/).filter((part) => part.trim() !== '');
  return [name, ...parts.slice(-2).reverse()];
}

/** Words that ask a person in a form, and that are words for things as keys of data (`nombre` of a product). */
const LABELS: readonly (readonly [UserDataKind, RegExp])[] = [
  [
    'name',
    /^(?:imieinazwisko|nazwiskoiimie|nom(?:et)?prenom|prenom(?:et)?nom|nom(?:br)?ecompleto|nombreyapellidos?|nomee?cognome|vorundnachname|vornameundnachname|jmenoaprijmeni)$/,
  ],
  ['first-name', /^(?:imie|nombre|nome|jmeno)$/],
  ['last-name', /^(?:nazwisko|prijmeni|sobrenome|apelido|nomdefamille)$/],
  ['street', /^(?:adres|morada|endereco|ulica(?:inumer)?)$/],
];

function kindOfLabel(name: string): UserDataKind | undefined {
  const words = wordsOf(name);
  return LABELS.find(([, pattern]) => pattern.test(words))?.[0];
}

function kindOfName(name: string): UserDataKind | undefined {
  if (name.length > 80) return undefined;
  const clean = name.replace(/\([^()]{0,60}\)|[*:…]+|\.{2,}/g, ' ').trim();
  return (
    kindOfLabel(clean) ??
    firstOf(partsOf(clean), kindOfWord) ??
    // "Your e-mail address", "Ange din e-postadress", "Enter phone number": the last words say it.
    firstOf([clean.split(/\s+/).slice(-2).join(' '), clean.split(/\s+/).at(-1) ?? ''], kindOfWord)
  );
}
