import { HOLE } from '../catalog-index.ts';
import { casesOf } from './cases.ts';
import type { MValue } from './values.ts';

/** The text of an address with HOLE where a part of it is not known; undefined where nothing of it is known. */
export function addressOf(value: MValue): string | undefined {
  switch (value.t) {
    case 'lit':
      return typeof value.v === 'string' || typeof value.v === 'number' ? String(value.v) : undefined;
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? part : (addressOf(part) ?? HOLE))).join('');
    case 'keyed':
      if (!value.sent) return undefined;
      return value.entries
        .map(({ key, value: one }) => `${addressOf(key) ?? HOLE}=${addressOf(one) ?? HOLE}`)
        .join('&');
    case 'ite': {
      const [first] = casesOf(value);
      return first ? addressOf(first.value) : undefined;
    }
    default:
      return undefined;
  }
}

/** What stands behind each HOLE of `addressOf`, in the order of the text. */
export function holesOf(value: MValue): readonly MValue[] {
  switch (value.t) {
    case 'lit':
      return typeof value.v === 'string' || typeof value.v === 'number' ? [] : [value];
    case 'text':
      return value.parts.flatMap((part) => (typeof part === 'string' ? [] : holesOf(part)));
    case 'keyed':
      return value.sent ? value.entries.flatMap(({ key, value: one }) => [...holesOf(key), ...holesOf(one)]) : [value];
    case 'ite': {
      const [first] = casesOf(value);
      return first ? holesOf(first.value) : [value];
    }
    default:
      return [value];
  }
}
