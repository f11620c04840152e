/** The words for what is sent, and in which form. */
import type { DataCategory } from './data.ts';

export const CATEGORY_WORDS: Readonly<Record<DataCategory, string>> = {
  email: 'e-mail address',
  phone: 'phone number',
  'first-name': 'first name',
  'last-name': 'last name',
  name: 'name',
  gender: 'gender',
  'birth-date': 'date of birth',
  city: 'city',
  region: 'region',
  postcode: 'postcode',
  country: 'country',
  street: 'street address',
  'user-id': 'user id',
  'ip-address': 'IP address',
  device: 'device id',
  'identity-number': 'personal identity number',
  'product-name': 'product name',
  'product-category': 'product category',
  'product-id': 'product id',
  'product-list': 'list of products',
  'search-term': 'search words',
  'user-data': 'user data',
  other: 'event data',
};

/** Categories that say something of a person. */
export function isOfPerson(category: DataCategory): boolean {
  return category !== 'other' && category !== 'search-term' && !category.startsWith('product-');
}

export const FORM_WORDS = { raw: 'in clear text', hashed: 'hashed', unknown: 'hashed or in clear text' } as const;
