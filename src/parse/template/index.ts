/** Template syntax in a text: found, masked at equal length, and its conditionals as a tree of guarded regions. */
export { detectTemplateLanguages } from './detect.ts';
export type {
  TemplateBranch,
  TemplateHole,
  TemplateLanguage,
  TemplateScan,
} from './types.ts';
