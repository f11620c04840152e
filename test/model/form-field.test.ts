/** What fields ask for, in the words that sites use. */
import { describe, expect, it } from 'vitest';
import { type FieldKind, type FormField, fieldKind } from '../../src/model/form-field.ts';
import { locationOf } from '../../src/text/location.ts';
import { Source } from '../../src/text/source.ts';

const location = locationOf(new Source('page.html', ' '), { start: 0, end: 1 });

function kindOf(field: Partial<FormField>): FieldKind | undefined {
  const blank = { name: '', type: 'text', id: '', placeholder: '', label: '', autocomplete: '', marks: [], location };
  return fieldKind({ ...blank, ...field });
}

describe('what a field asks for', () => {
  it.each<[FieldKind, Partial<FormField>]>([
    ['email', { type: 'email' }],
    ['email', { name: 'contact[email]' }],
    ['email', { name: 'EMAIL' }],
    ['email', { name: 'f1', placeholder: 'Ange din e-postadress' }],
    ['email', { name: 'f1', label: 'E-mail *' }],
    ['email', { name: 'f1', label: 'Your email address' }],
    ['email', { name: 'f1', label: 'Sähköposti' }],
    ['email', { name: 'f1', placeholder: 'Adresse e-mail' }],
    ['phone', { type: 'tel', name: 'x' }],
    ['phone', { name: 'phone_number' }],
    ['phone', { name: 'f2', label: 'Telefonnummer (valfritt)' }],
    ['phone', { name: 'mobilnr' }],
    ['phone', { name: 'f2', label: 'Handynummer' }],
    ['first-name', { name: 'billing_first_name' }],
    ['first-name', { name: 'f3', label: 'Förnamn' }],
    ['last-name', { name: 'f3', label: 'Nachname' }],
    ['name', { name: 'your-name' }],
    ['name', { autocomplete: 'shipping name' }],
    ['birth-date', { name: 'dob' }],
    ['birth-date', { name: 'f4', label: 'Födelsedatum' }],
    ['street', { name: 'address1' }],
    ['street', { name: 'x', label: 'Gatuadress' }],
    ['postcode', { name: 'x', label: 'Postnummer' }],
    ['postcode', { name: 'checkout[shipping_address][zip]' }],
    ['identity-number', { name: 'personnummer' }],
    ['identity-number', { name: 'pnr' }],
    ['identity-number', { name: 'f5', label: 'Personnummer (ÅÅMMDD-XXXX)' }],
    ['identity-number', { name: 'f5', placeholder: 'Fødselsnummer' }],
    ['identity-number', { name: 'f5', label: 'Social Security Number' }],
    ['identity-number', { name: 'hetu' }],
    ['identity-number', { name: 'cpr_nummer' }],
    ['account', { name: 'iban' }],
    ['account', { name: 'f6', label: 'Kontonummer' }],
    ['account', { name: 'loanAmount' }],
    ['card', { autocomplete: 'cc-number' }],
    ['card', { name: 'card_number' }],
    ['card', { name: 'cvv' }],
    ['password', { type: 'password', name: 'p' }],
    ['health', { type: 'textarea', label: 'Beskriv dina symptom' }],
    ['health', { name: 'allergies' }],
    ['health', { name: 'f7', label: 'Vilka läkemedel tar du?' }],
    ['health', { type: 'radio', name: 'are_you_pregnant' }],
    ['identity-number', { name: 'f8', label: 'Sozialversicherungsnummer' }],
    ['identity-number', { name: 'f8', label: 'Numéro de sécurité sociale' }],
    ['identity-number', { name: 'f8', label: 'Rodné číslo' }],
    ['identity-number', { name: 'f8', label: 'Numer PESEL' }],
    ['identity-number', { name: 'f8', label: 'Kennitala' }],
    ['card', { name: 'f8', label: 'Numéro de carte bancaire' }],
    ['card', { name: 'f8', label: 'Kartennummer' }],
    ['card', { name: 'f8', label: 'Tarjeta de crédito' }],
    ['account', { name: 'f8', label: 'Número de cuenta' }],
    ['account', { name: 'f8', label: 'Rekeningnummer' }],
    ['health', { type: 'textarea', label: 'Welche Medikamente nehmen Sie ein?' }],
    ['health', { type: 'textarea', label: 'Antécédents médicaux' }],
    ['health', { type: 'textarea', label: 'Opisz objawy' }],
    ['health', { name: 'f8', label: '¿Qué síntomas tiene?' }],
    ['email', { name: 'f8', label: 'Indirizzo di posta elettronica' }],
    ['phone', { name: 'f8', label: 'Numer telefonu' }],
    ['phone', { name: 'f8', label: 'Telemóvel' }],
    ['name', { name: 'f8', label: 'Imię i nazwisko' }],
    ['name', { name: 'f8', label: 'Nombre y apellidos' }],
    ['first-name', { name: 'f8', label: 'Nombre' }],
    ['last-name', { name: 'f8', label: 'Nazwisko' }],
    ['birth-date', { name: 'f8', label: 'Data di nascita' }],
    ['birth-date', { name: 'f8', label: 'Data urodzenia' }],
    ['postcode', { name: 'f8', label: 'Kod pocztowy' }],
  ])('is %s in %o', (kind, field) => {
    expect(kindOf(field)).toBe(kind);
  });

  it.each<Partial<FormField>>([
    { type: 'hidden', name: 'email' },
    { type: 'submit', name: 'email' },
    { type: 'search', name: 'q' },
    { type: 'checkbox', name: 'accepts_email' },
    { type: 'checkbox', label: 'Send me e-mail' },
    { name: 'username' },
    { name: 'quantity' },
    { name: 'email_template' },
    { name: 'wallet_address' },
    { name: 'f9', label: 'Numéro de carte de fidélité' },
    { name: 'f9', label: 'Nombre de personnes' },
    { name: 'f9', label: 'Klantenkaartnummer' },
    { name: 'f9', label: 'Vragen of klachten' },
    { name: 'f9', label: 'Adresse des Shops' },
    { name: 'f9', label: 'Nome del prodotto' },
    { name: 'f9', label: 'Anzahl Personen' },
    { name: 'headphones' },
    { name: 'gift_card_number' },
    { name: 'search', placeholder: 'Sök produkter, namn eller varumärke' },
    { name: 'product_name' },
    { name: 'company_name' },
    { name: 'file_name' },
    { name: 'message', type: 'textarea', placeholder: 'Ditt meddelande' },
    { name: 'ip_address' },
    { name: 'discount', placeholder: 'Rabattkod' },
    { type: 'tel', name: 'one_time_code' },
    { name: 'condition', label: 'Condition: used or new' },
    { name: 'recept', label: 'Sök recept' },
    { name: 'discard' },
    { name: 'account_name_filter' },
    { type: 'date', name: 'birth_date', label: 'Fecha de nacimiento de tu mascota' },
    { type: 'date', name: 'pet_birthday' },
    { name: 'f7', label: "Your dog's date of birth" },
  ])('is nothing of a person in %o', (field) => {
    expect(kindOf(field)).toBeUndefined();
  });
});
