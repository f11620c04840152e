/** The words for what is sent, and in which form. */

import { type Phrase, say } from '../phrase.ts';
import type { DataCategory } from './data.ts';

export const CATEGORY_WORDS: Readonly<Record<DataCategory, Phrase>> = {
  email: say`e-mail address`,
  phone: say`phone number`,
  'first-name': say`first name`,
  'last-name': say`last name`,
  name: say`name`,
  gender: say`gender`,
  'birth-date': say`date of birth`,
  city: say`city`,
  region: say`region`,
  postcode: say`postcode`,
  country: say`country`,
  street: say`street address`,
  'user-id': say`user id`,
  'ip-address': say`IP address`,
  device: say`device id`,
  'identity-number': say`personal identity number`,
  'product-name': say`product name`,
  'product-category': say`product category`,
  'product-id': say`product id`,
  'product-list': say`list of products`,
  'search-term': say`search words`,
  'user-data': say`user data`,
  other: say`event data`,
};

/** Categories that say something of a person. */
export function isOfPerson(category: DataCategory): boolean {
  return category !== 'other' && category !== 'search-term' && !category.startsWith('product-');
}

export const FORM_WORDS = {
  raw: say`in clear text`,
  hashed: say`hashed`,
  unknown: say`hashed or in clear text`,
} as const;
