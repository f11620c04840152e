/** `vendors/*.yaml`. */
import { z } from 'zod';
import { category, does, literal, options, purpose, source, strings, userDataKind, where } from './words.ts';

const callFields = {
  does,
  call: z.string().describe("The use as JavaScript with $captures: fbq('init', $id, $user)"),
  each: z.boolean().default(false).describe('Try the pattern on every argument by itself'),
  where: where.default({}),
  'or-unknown': z.boolean().default(false).describe('The pattern also matches where the restricted value is not known'),
  unless: options.default({}).describe('Options with which the call does nothing, or leaves all to a later call'),
  holds: options.default({}).describe("Options with which the vendor's own switch holds its events from the start"),
  'sets-default': z
    .string()
    .optional()
    .describe('The capture with the signals of a consent default that it sets first'),
  consent: z.enum(['default', 'update', 'grant', 'revoke']).optional(),
  hands: z
    .record(z.string(), strings)
    .default({})
    .describe(
      'Captured functions that the library calls, with the names by which `calls` know what it hands them; it does nothing else',
    ),
  setting: z.string().optional(),
  restrained: z
    .string()
    .optional()
    .describe('After this setting the vendor does less than usually; what it still does, as the end of "it …"'),
  'limits-sale': z
    .literal(true)
    .optional()
    .describe(
      'After this setting the vendor only serves the site: the switch that US state laws on opting out ask for',
    ),
  'no-effect': z.string().optional().describe('The library ignores this consent command; what it wants instead'),
  server: z
    .boolean()
    .default(false)
    .describe('A client for servers; a script file that calls it is taken for server code'),
};
const call = z.strictObject(callFields);

/** A function of a published container, and the texts that its parameters must have. */
const publishedFunction = { function: z.string(), when: z.record(z.string(), strings).default({}) };

export const vendorSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  recipient: z.string().describe('The legal entity that receives the data'),
  country: z.string().describe('Country or countries of the recipient, ISO codes'),
  purposes: z.array(purpose).min(1),
  category,
  retired: z
    .strictObject({
      since: z.string().regex(/^\d{4}-\d{2}$/),
      what: z.string().describe('What still happens, as the end of "it …"'),
      instead: z.string(),
      inert: z.literal(true).optional().describe('What is left of it tracks nobody'),
      source,
    })
    .optional()
    .describe('The product is switched off: since which month, what its tags still do, what has taken its place'),
  'consent-mode': z.strictObject({ system: z.enum(['google', 'microsoft']), signals: strings }).optional(),
  globals: strings.default([]),
  injected: z
    .record(z.string().regex(/^\$\w+$/), z.string())
    .default({})
    .describe(
      'Members of components through which plugins of frameworks hand out a global, with the global: this.$gtag is gtag',
    ),
  urls: z
    .array(
      z.strictObject({
        url: z.string().describe('host/path with * for any characters; matches as a prefix'),
        kind: z.enum(['script', 'frame', 'style', 'beacon', 'config']),
        where: where.default({}),
        'or-unknown': z.boolean().default(false),
        id: z.string().optional().describe('query parameter with the account id, or *1 for the first star'),
        server: z
          .boolean()
          .default(false)
          .describe('An API that takes events from servers; a script file that calls it is taken for server code'),
        restrained: z
          .string()
          .optional()
          .describe('At this address the vendor does less than usually; what it still does, as the end of "it …"'),
      }),
    )
    .default([]),
  calls: z.array(call).default([]),
  modules: z.record(z.string(), z.array(call)).default({}),
  builders: z
    .record(z.string(), z.record(z.string(), strings))
    .default({})
    .describe(
      'By package, classes whose objects setters fill, with what their constructors take: setEmails([…]) sets emails; other methods are handed the object',
    ),
  'template-api': z
    .array(call)
    .default([])
    .describe('Functions of the template API of Tag Manager that send to the vendor, as templates require them'),
  plugins: z
    .array(
      z.strictObject({
        names: strings.min(1),
        member: z
          .string()
          .optional()
          .describe('Member of the configuration with the options, if none stand beside the name'),
        part: z
          .string()
          .optional()
          .describe('Member of the options beside the name; without it the plugin does nothing'),
        calls: z.array(call).min(1),
      }),
    )
    .default([])
    .describe("Plugins that a framework's configuration lists by name; $plugin({ id: $id }) stands for their options"),
  'queue-command': z
    .string()
    .optional()
    .describe('The function whose commands may also be pushed to a data layer as an arguments object'),
  queue: z
    .strictObject({ name: z.string(), parameter: z.string() })
    .optional()
    .describe('The list on window that holds the commands, and the query parameter of the loader that renames it'),
  'consent-signals': z
    .strictObject({ names: strings, options: strings.default([]), settings: strings.default([]) })
    .optional()
    .describe(
      'Signals of the consent commands, exactly as they are spelt; options beside them; settings that go elsewhere',
    ),
  'user-data': z
    .strictObject({
      keys: z.record(z.string(), userDataKind).default({}),
      'any-key': z.boolean().default(false),
      containers: strings.default([]),
      options: strings
        .default([])
        .describe('Keys of another argument, of which the value is nobody’s where they stand among the user data'),
    })
    .default({ keys: {}, 'any-key': false, containers: [], options: [] }),
  content: z
    .strictObject({
      names: strings.default([]),
      categories: strings.default([]),
      ids: strings.default([]),
      lists: strings.default([]),
      search: strings.default([]),
    })
    .default({ names: [], categories: [], ids: [], lists: [], search: [] }),
  automatic: z
    .array(
      z.strictObject({
        kind: z.enum(['events', 'matching']),
        title: z.string(),
        collects: z.string(),
        'by-default': z.enum(['on', 'off', 'remote']),
        'usually-on': z.boolean().default(false).describe('With by-default: remote: most accounts have it on'),
        'stopped-by': z
          .string()
          .optional()
          .describe('The setting of a sibling feature without which this one collects nothing'),
        reads: z.array(userDataKind).default([]).describe('The kinds of data that are taken out of form fields'),
        setting: z.string().optional(),
        off: z.array(literal).default([]),
        on: z.array(literal).default([]),
        'others-off': z.literal(true).optional().describe('Every other value than those of `on` switches it off'),
        'before-init': z.literal(true).optional().describe('The switch counts only before the call that starts it'),
        'ended-by': options
          .default({})
          .describe('Settings of the library as a whole with which it collects nothing of this'),
        'setting-id': z.enum(['string', 'optional', 'none']).default('optional'),
        option: z.string().optional(),
        'gtm-parameter': z
          .strictObject({ key: z.string(), off: strings.default([]), on: strings.default([]) })
          .optional(),
        published: z
          .array(
            z.strictObject({
              ids: strings,
              ...publishedFunction,
              keys: z.record(z.string(), z.string()).default({}),
              gives: z.string().optional(),
              'sent-by': z.strictObject(publishedFunction).optional(),
            }),
          )
          .default([])
          .describe('Functions of a published tag (gtag/js) that show what the interface has switched on'),
        'shown-by': strings
          .default([])
          .describe('Settings of calls in the script that the vendor serves for an account: there it is on'),
        'named-by': z.string().optional().describe('The member that names each of the things in such a setting'),
        remedy: z.string(),
        source,
      }),
    )
    .default([]),
  copies: z
    .array(z.strictObject({ files: strings, marks: strings, url: z.string(), source }))
    .default([])
    .describe(
      'Saved copies of the vendor’s own script: names as wildcards, what stands in one, and the address it has elsewhere',
    ),
  'route-views': z
    .strictObject({
      title: z.string(),
      collects: z.string(),
      setting: z.string(),
      off: z.array(literal),
      'setting-id': z.enum(['string', 'optional', 'none']).default('none'),
      remedy: z.string(),
      source,
    })
    .optional()
    .describe('Page views that the library sends by itself where the address changes without a load, and their switch'),
  gtm: z
    .array(
      z.strictObject({
        types: strings.default([]),
        templates: strings.default([]),
        server: z.boolean().default(false),
        does,
        where: where.default({}),
        'or-unknown': z.boolean().default(false),
        id: z.string().optional(),
        event: strings.default([]),
        // What its events are called where none of these parameters names them: a conversion has no name of its own.
        unnamed: z.string().optional(),
        'user-data': z
          .array(
            z.strictObject({
              key: z.string(),
              kind: userDataKind.optional(),
              'only-if': z.strictObject({ key: z.string(), values: strings }).optional(),
            }),
          )
          .default([]),
        params: strings.default([]),
        'whole-ecommerce': strings.default([]),
        // The template turns the vendor's own consent switch on at every firing, unless the parameter has one of these values.
        grants: z.strictObject({ key: z.string(), unless: strings }).optional(),
        'built-in-consent': strings.default([]),
        // The tag reads the id of the click on an ad, or keeps it for those that do.
        'click-id': z.enum(['reads', 'keeps']).optional(),
      }),
    )
    .default([]),
  recording: z
    .strictObject({
      fields: z
        .enum(['masked', 'shown', 'remote'])
        .describe('What the recording shows of fields, unless told otherwise'),
      'only-with': options.default({}).describe('Options without which nothing is recorded'),
      'off-with': options.default({}).describe('Options with which nothing is recorded'),
      'masked-with': options.default({}).describe('Options with which every field is masked'),
      'shown-with': options.default({}).describe('Options with which fields are shown'),
      masks: strings
        .default([])
        .describe(
          'Marks in the markup (.class, [attribute], [attribute=value]) that mask what they stand on or around',
        ),
      shows: strings.default([]).describe('Marks of a field that show it'),
      remedy: z.string(),
      source,
    })
    .optional()
    .describe('What a recorder of sessions shows of form fields'),
  testing: z
    .array(
      z.strictObject({
        keys: strings,
        what: z.string().describe('What the vendor does, as the end of "it …"'),
        source,
      }),
    )
    .default([])
    .describe('Parameters that mark events as a test'),
  money: z
    .strictObject({ value: z.string(), currency: z.string(), events: strings, source })
    .optional()
    .describe(
      'Parameters with an amount and its currency, and the events in which one means nothing without the other',
    ),
  withheld: z
    .strictObject({
      setting: z.string(),
      under: z.string(),
      places: z.record(z.string(), z.string()),
      source,
    })
    .optional()
    .describe("The setting that lists, by event, what the vendor has met in the site's events and withholds since"),
  'settings-files': z
    .array(
      z.strictObject({
        account: z
          .string()
          .optional()
          .describe("The member with the account's id, for settings that stand as an object in a script"),
        path: z.string(),
        feature: z.enum(['events', 'matching', 'other']),
        title: z.string().optional().describe('What it switches, where that is no feature of `automatic`'),
        keys: z.string().optional().describe('The member that lists the match keys'),
        flags: z
          .record(z.string(), z.string())
          .default({})
          .describe('Members that are true for one detail each, with its name: it is on where one of them is'),
        items: z
          .strictObject({ member: z.string(), name: z.string().describe('A regular expression with one group') })
          .optional()
          .describe('It is a list of objects: what names each'),
      }),
    )
    .default([])
    .describe("Members (a.b.c) of a vendor's settings that say whether something is on"),
  'published-settings': z
    .strictObject({
      functions: strings,
      except: strings.default([]),
      titles: z.record(z.string(), z.string()).default({}),
      'leads-to': strings.default([]).describe('Parameters that name further accounts'),
      source,
    })
    .optional()
    .describe('Functions of a published tag in which the interface keeps its settings: a change of them is told'),
  'server-code': z
    .strictObject({ calls: strings, feature: z.enum(['events', 'matching']), source })
    .optional()
    .describe('Methods with which code of a server asks what is switched on in the interface, and sends by it'),
  snapshots: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(/^[a-z0-9-]+$/)
          .describe('Of the folder that its copies are kept in'),
        url: z
          .string()
          .regex(/^https:\/\/[a-z0-9.-]+\/\S*\{id\}\S*$/)
          .describe('An address with {id} in its path or query'),
        ids: z
          .string()
          .regex(/^\^.*\$$/)
          .describe('What an id looks like, as a regular expression over all of it'),
        prefix: z.string().optional().describe('Stands in front of every id; some places leave it out'),
        format: z.enum(['js', 'json']),
        within: z.string().optional().describe('The name of settings that tell all of this too: one of them is enough'),
        tells: z.string().describe('What stands there that no file of the site says, as the end of "it tells …"'),
        source,
      }),
    )
    .default([])
    .describe("Public settings that the vendor's script fetches for an account id, and that anybody can read"),
  cookies: strings
    .default([])
    .describe('Names of cookies and storage keys that it sets on the site; * for any characters'),
  source,
});
export type VendorFile = z.infer<typeof vendorSchema>;
