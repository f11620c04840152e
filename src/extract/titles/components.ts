/** Components that hand a page its title, by what such components are called. */
import type { ContextFact } from '../../model/unit.ts';

const DESCRIPTIVE = /(?:SEO|Seo|Head|Helmet|Meta|Metadata|MetaTags|Layout|PageTitle|PageHeader|Hero)$|^(?:Page|Title)$/;
/** Parts of a page that have heads of their own. */
const OF_A_PART = /^(?:Card|Table|List|Modal|Dialog|Accordion|Tab|Section|Widget|Panel|Grid|Column|Row|Article|Box)/;

const HEAD: readonly (readonly [string, ContextFact['about']])[] = [
  ['title', 'title'],
  ['pageTitle', 'title'],
  ['seoTitle', 'title'],
  ['heading', 'heading'],
  ['description', 'description'],
  ['pageDescription', 'description'],
  ['metaTitle', 'title'],
  ['metaDescription', 'description'],
  ['canonical', 'path'],
];

/** Whether a component of that name describes the page. */
export function isDescriptive(name: string): boolean {
  return DESCRIPTIVE.test(name) && !OF_A_PART.test(name) && /^[A-Z]/.test(name);
}

/** The properties by which it does, and what they are. */
export function describedBy(name: string): readonly (readonly [string, ContextFact['about']])[] {
  return /Hero$|PageHeader$/.test(name) ? [['title', 'heading']] : HEAD;
}
