import { describe, expect, it } from 'vitest';
import { valuesOfAddress } from '../../src/extract/address-data.ts';
import { CatalogIndex, HOLE } from '../../src/extract/catalog-index.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { propertyOf, textOf } from '../../src/model/value.ts';
import { locationOf } from '../../src/text/location.ts';
import { Source } from '../../src/text/source.ts';

const index = new CatalogIndex(catalog);
const place = locationOf(new Source('page.html', '<img>'), { start: 0, end: 5 });

function valuesOf(url: string) {
  const [match] = index.matchUrl(url);
  if (!match) throw new Error(`no vendor for ${url}`);
  return valuesOfAddress(match, url, place);
}

describe('the data in an address', () => {
  it('is the account and the parameters of a beacon', () => {
    const values = valuesOf('https://www.facebook.com/tr?id=12&ev=ViewContent&cd%5Bcontent_name%5D=P%C3%A4ron+1#x');
    expect(textOf(values.id)).toBe('12');
    expect(propertyOf(values.params, 'id')).toBeUndefined();
    expect(textOf(propertyOf(values.params, 'cd[content_name]'))).toBe('Päron 1');
  });

  it('is unknown where the template fills it, and whole where it is no valid encoding', () => {
    const values = valuesOf(`https://www.facebook.com/tr?id=12&ud[em]=${HOLE}&cd[x]=100%&amp;ev=a`);
    expect(propertyOf(values.params, 'ud[em]')?.kind).toBe('unknown');
    expect(textOf(propertyOf(values.params, 'cd[x]'))).toBe('100%');
    expect(textOf(propertyOf(values.params, 'ev'))).toBe('a');
  });

  it('is the account alone for a script', () => {
    const values = valuesOf('https://www.googletagmanager.com/gtag/js?id=G-ABC&user=x');
    expect(textOf(values.id)).toBe('G-ABC');
    expect(values.params).toBeUndefined();
  });
});
