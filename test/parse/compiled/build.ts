/** Writes a container as it is published: data first, then the code that runs it. */

export type Raw = Record<string, unknown>;

export interface Published {
  readonly macros?: readonly Raw[];
  readonly tags?: readonly Raw[];
  readonly predicates?: readonly Raw[];
  readonly rules?: readonly unknown[];
  readonly runtime?: readonly unknown[];
  readonly permissions?: Raw;
  readonly id?: string;
}

/** `{ "function": "__html", "vtp_html": …, "tag_id": 3 }`. */
export function tag(id: number, name: string, parameters: Raw = {}, more: Raw = {}): Raw {
  return {
    function: `__${name}`,
    metadata: ['map'],
    once_per_event: true,
    ...prefixed(parameters),
    tag_id: id,
    ...more,
  };
}

export function macro(name: string, parameters: Raw = {}, more: Raw = {}): Raw {
  return { function: `__${name}`, ...prefixed(parameters), ...more };
}

/** `[macro, operator, text]`; macro 0 is the event. */
export function predicate(macro: number, operator: string, right: unknown, more: Raw = {}): Raw {
  return { function: `_${operator}`, arg0: ['macro', macro], arg1: right, ...more };
}

const prefixed = (parameters: Raw): Raw =>
  Object.fromEntries(Object.entries(parameters).map(([key, value]) => [`vtp_${key}`, value]));

const PAGE_VIEW = predicate(0, 'eq', 'gtm.js');

/** Macro 0 is the event, predicate 0 the page view; where no rules are given it fires every tag. */
export function published({
  macros = [],
  tags = [],
  predicates = [],
  rules = [
    [
      ['if', 0],
      ['add', ...tags.keys()],
    ],
  ],
  runtime = [],
  permissions = {},
  id = 'GTM-TEST1',
}: Published): string {
  const data = {
    resource: {
      version: '7',
      macros: [macro('e'), ...macros],
      tags,
      predicates: [PAGE_VIEW, ...predicates],
      rules,
    },
    runtime,
    permissions,
  };
  const json = JSON.stringify(data, null, 1).replaceAll('<', '\\u003C').replaceAll('/', '\\/');
  return `\n// Copyright of whoever wrote it.\n(function(){\n\nvar data = ${json};\n\nvar aa,ba=function(a){var b=0;return function(){return b<a.length?{done:!1}:{done:!0}}};var ca={ctid:"${id}",canonicalContainerId:"123"};})()\n`;
}

/** A tag at index 0 that fires when the page view and the event `agreed` have both been there: a group of two triggers. */
export function grouped(...first: readonly Raw[]): Published {
  return {
    macros: [macro('v', { name: 'gtm.triggers', dataLayerVersion: 2 })],
    tags: [
      ...first,
      macro('tg', { triggerIds: ['list', '1_5_2', '1_5_3'], uniqueTriggerId: '1_5' }),
      macro('tg', { isListeningTag: true, firingId: '1_5_2' }),
      macro('tg', { isListeningTag: true, firingId: '1_5_3' }),
    ],
    predicates: [
      predicate(0, 'eq', 'gtm.triggerGroup'),
      predicate(1, 're', '(^$|((^|,)1_5($|,)))'),
      predicate(0, 'eq', 'agreed'),
    ],
    rules: [
      [
        ['if', 0],
        ['add', 1, 2],
      ],
      [
        ['if', 1, 2],
        ['add', 0],
      ],
      [
        ['if', 3],
        ['add', 3],
      ],
    ],
  };
}
