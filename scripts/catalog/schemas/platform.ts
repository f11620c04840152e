/** `cmps/*.yaml`. */
import { z } from 'zod';
import { category, literal, source, strings } from './words.ts';

const meaning = z.enum(['ready', 'decision', 'granted', 'some-granted', 'accept-all', 'refused']);
const answer = {
  category: category
    .optional()
    .describe('The category that the answer is about, where its path or argument does not name it'),
  'granted-value': literal.optional().describe('The literal that means "granted"; without it a truthy value does'),
  values: z.record(z.string(), meaning).optional().describe('What it means that a status has this text'),
  undecided: z
    .boolean()
    .default(false)
    .describe('Before any choice it is neither yes nor no: undefined, an empty text, a word for waiting'),
};
const answerKind = z.enum([
  'category',
  'list',
  'status',
  'service',
  'decided',
  'refused',
  'not-refused',
  'all',
  'any',
  'ready',
  'applies',
]);
const payload = z
  .array(
    z.strictObject({
      argument: z.number().int().min(0).max(3).default(0).describe('Which argument of the callback, from 0'),
      path: z.string().default('').describe('Members that lead there: detail.accepted, detail.$category'),
      gives: answerKind.default('category'),
      global: z.string().optional().describe('The value is this global of the platform'),
      ...answer,
    }),
  )
  .default([])
  .describe('What the object holds: the argument of a callback, the answer of a call, a stored JSON');

export const cmpSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  urls: strings.default([]),
  'element-ids': strings.default([]),
  globals: strings.default([]),
  modules: strings.default([]),
  'module-global': z.string().optional().describe('The global whose members the packages export'),
  parking: z
    .array(
      z.strictObject({
        mechanism: z.enum(['type', 'no-src', 'template', 'runtime']),
        types: strings.default([]),
        attribute: z.string(),
        'class-prefix': z.string().optional(),
        requires: z.strictObject({ name: z.string(), value: z.string() }).optional(),
        separator: z.enum(['none', 'comma', 'space', 'hyphen']).default('none'),
        combine: z.enum(['all', 'any']).default('all'),
        negation: z
          .string()
          .min(1)
          .optional()
          .describe('Before a word: the tag runs where the category is not granted'),
        category: category
          .optional()
          .describe('The category of everything parked in this way; the attribute holds no word'),
        'src-attributes': strings.default([]),
        elements: strings.default(['script']),
        'unknown-word': z.enum(['runs', 'parked']),
        'words-are-services': z.boolean().default(false),
        'service-word': z
          .enum(['name', 'slug', 'category'])
          .optional()
          .describe('What sites call a service: the name of its vendor, a slug of it, a word of its category'),
      }),
    )
    .default([]),
  'server-comments': z
    .array(z.strictObject({ start: z.string().min(4), end: z.string().min(4) }))
    .default([])
    .describe('Comments between which a program of the platform on the server parks what it finds'),
  words: z.strictObject({
    necessary: strings.default([]),
    preferences: strings.default([]),
    statistics: strings.default([]),
    marketing: strings.default([]),
  }),
  'always-run': strings.default([]),
  'auto-block': z
    .strictObject({
      attribute: z.strictObject({ name: z.string(), value: z.string() }).optional(),
      query: z.strictObject({ name: z.string(), value: z.string() }).optional(),
      url: z.string().optional(),
      'built-in': z.boolean().default(false),
    })
    .optional(),
  reads: z
    .array(
      z.strictObject({
        read: z.string().describe('Cookiebot.consent.$category, wp_has_consent($category), getCkyConsent()'),
        module: z.string().optional().describe('The npm package that exports it'),
        gives: answerKind.default('category'),
        ...answer,
        payload,
        promise: z.boolean().default(false).describe('A promise that is resolved once the answer is positive'),
        'fails-open': z.boolean().default(false).describe('True for everything where the platform is missing'),
      }),
    )
    .default([]),
  events: z
    .array(
      z.strictObject({
        event: z.string().optional().describe('$word stands for every word of the platform'),
        'data-layer': z.string().optional(),
        use: z.string().optional().describe('A call or assignment with $callback in it'),
        module: z.string().optional().describe('The npm package that exports what is called'),
        means: meaning,
        category: category.optional(),
        instead: z
          .boolean()
          .default(false)
          .describe('What fits this use is no case of the less exact uses that stand after it'),
        'at-once': z
          .boolean()
          .default(false)
          .describe('The callback is called before the call returns, where the platform is there'),
        payload,
        self: z.string().optional().describe('The global that "this" is in the callback'),
      }),
    )
    .default([]),
  storage: z
    .array(
      z.strictObject({
        store: z.enum(['cookie', 'local', 'session']),
        key: z.string(),
        means: z.enum(['choices', 'banner-closed']),
        'before-choice': z.boolean().default(false).describe('Written on the first page already, before any choice'),
        'names-all': z.boolean().default(false).describe('The value names every category whatever was chosen'),
        granted: z.partialRecord(category, strings).default({}),
        'granted-texts': strings.default([]).describe('Texts that grant a category, with $word for each of its words'),
        values: z
          .record(z.string(), meaning)
          .default({})
          .describe('What else it means that this text stands in the value'),
        payload,
      }),
    )
    .default([]),
  inserts: strings
    .default([])
    .describe('Calls with $url and $category with which a page lets the platform load something'),
  presets: z
    .array(
      z.strictObject({
        use: z.string().describe('A call or assignment; $category or $service is the word that it grants, else all'),
        module: z.string().optional().describe('The npm package that exports what is called'),
        grants: z
          .enum(['always', 'until-refused', 'by-setting'])
          .describe(
            'by-setting: only a script calls this that the platform runs itself, once the choice is what it is set to need',
          ),
      }),
    )
    .default([])
    .describe('Settings of the page that grant words of the platform without a choice'),
  constants: z
    .record(z.string(), literal)
    .default({})
    .describe("Names of the platform for the literals that it answers with: { 'cookieconsent.status.allow': allow }"),
  'sets-google-default': z.boolean().default(false).describe("The platform itself sets Google's default to denied"),
  'updates-google': z
    .boolean()
    .default(true)
    .describe('The platform itself, or one of its settings, sends Google updates'),
  'gtm-templates': strings.default([]).describe('Gallery templates that install it: owner/repository, or the id'),
  'gtm-consent': z
    .strictObject({
      signals: z
        .record(z.string(), strings)
        .default({})
        .describe('Parameters and columns of the template that set signals, with the signals'),
      'off-by': z.strictObject({ key: z.string(), value: z.string() }).optional(),
    })
    .optional()
    .describe('The template sets the default, to denied where nothing else is said, unless a parameter has a value'),
  source,
});
export type CmpFile = z.infer<typeof cmpSchema>;
