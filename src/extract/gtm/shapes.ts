/** Which vendor a tag belongs to: by its type, by its gallery template, by where an unknown template sends to. */
import type { Cmp, GtmTagShape, Vendor, Where } from '../../model/catalog.ts';
import { alternativesOf, textOf } from '../../model/value.ts';
import type { ContainerTag } from '../../parse/container.ts';
import { type CatalogIndex, matchWildcard } from '../catalog-index.ts';
import { placeOf, type Scope } from './scope.ts';

export interface TagShape {
  readonly vendor: Vendor;
  readonly shape: GtmTagShape;
}

interface Shapes {
  readonly types: ReadonlyMap<string, readonly TagShape[]>;
  readonly templates: ReadonlyMap<string, readonly TagShape[]>;
  readonly platforms: ReadonlyMap<string, Cmp>;
}

const known = new WeakMap<CatalogIndex, Shapes>();

function shapesOf(catalog: CatalogIndex): Shapes {
  const found = known.get(catalog);
  if (found) return found;
  const types = new Map<string, TagShape[]>();
  const templates = new Map<string, TagShape[]>();
  const add = (map: Map<string, TagShape[]>, key: string, entry: TagShape): void => {
    const list = map.get(key);
    if (list) list.push(entry);
    else map.set(key, [entry]);
  };
  for (const vendor of catalog.catalog.vendors) {
    for (const shape of vendor.gtm) {
      for (const type of shape.types) add(types, type, { vendor, shape });
      for (const template of shape.templates) add(templates, template.toLowerCase(), { vendor, shape });
    }
  }
  const platforms = new Map<string, Cmp>();
  for (const cmp of catalog.catalog.cmps) for (const name of cmp.gtmTemplates) platforms.set(name.toLowerCase(), cmp);
  const shapes = { types, templates, platforms };
  known.set(catalog, shapes);
  return shapes;
}

/** The shape of a tag. A tag that is restricted by a value that is not known falls to the shape that says so. */
export function shapeOf(scope: Scope, tag: ContainerTag): TagShape | undefined {
  const { types, templates } = shapesOf(scope.catalog);
  const candidates = [
    ...(types.get(tag.type) ?? []),
    ...templateKeys(scope, tag).flatMap((key) => templates.get(key) ?? []),
  ];
  const rated = candidates.flatMap((entry) => {
    const fit = fits(scope, tag, entry.shape.where);
    return fit === 'no'
      ? []
      : [{ entry, rank: (fit === 'yes' ? 0 : 1) + (entry.shape.server === scope.container.server ? 0 : 2) }];
  });
  return rated.sort((a, b) => a.rank - b.rank)[0]?.entry;
}

/** The consent platform that a tag's gallery template installs. */
export function platformOf(scope: Scope, tag: ContainerTag): Cmp | undefined {
  const { platforms } = shapesOf(scope.catalog);
  for (const key of templateKeys(scope, tag)) {
    const cmp = platforms.get(key);
    if (cmp) return cmp;
  }
  return undefined;
}

/** Names by which the catalogue may know a template: `owner/repository`, the gallery's id; all in lower case. */
function templateKeys(scope: Scope, tag: ContainerTag): string[] {
  if (!tag.type.startsWith('cvt_')) return [];
  const facts = scope.template(tag.type);
  const keys = [
    facts?.template.repository,
    facts?.template.galleryId,
    tag.type.slice(4),
    facts?.infoId?.replace(/^cvt_/, ''),
  ];
  return [...new Set(keys.flatMap((key) => (key ? [key.toLowerCase()] : [])))];
}

function fits(scope: Scope, tag: ContainerTag, where: readonly Where[]): 'yes' | 'unknown' | 'no' {
  let result: 'yes' | 'unknown' = 'yes';
  for (const { capture, values, unknown } of where) {
    const parameter = tag.parameters.get(capture);
    const value =
      parameter?.value === undefined ? undefined : scope.textValue(parameter.value, placeOf(scope, parameter));
    const texts = value ? alternativesOf(value).map(textOf).map(unlessFilledIn) : [undefined];
    if (texts.some((text) => text !== undefined && values.some((wanted) => isLike(wanted, text)))) continue;
    if (!unknown || texts.every((text) => text !== undefined)) return 'no';
    result = 'unknown';
  }
  return result;
}

/** The text, or undefined where it only keeps the place of an id: `YOUR_ID`, `%%ID%%`. */
function unlessFilledIn(text: string | undefined): string | undefined {
  return text !== undefined && /^[a-z]{1,3}-\w/i.test(text.trim()) ? text : undefined;
}

function isLike(wanted: string, text: string): boolean {
  const [pattern, value] = [wanted.toLowerCase(), text.trim().toLowerCase()];
  return pattern.includes('*') ? matchWildcard(pattern, value) !== undefined : pattern === value;
}
