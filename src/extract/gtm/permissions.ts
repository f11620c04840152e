/** Permissions of a custom template that are wider than what its code does with them. */
import type { WidePermission } from '../../model/entity.ts';
import { type Phrase, say } from '../../model/phrase.ts';
import type { SandboxCode } from './sandbox/run.ts';
import type { ApiUse } from './template-code.ts';
import type { PermissionValue, TemplateFacts, TemplatePermission } from './templates.ts';

interface Width {
  readonly allows: Phrase;
  readonly isWide: (fields: TemplatePermission['fields']) => boolean;
  /** Functions of the template API that need the permission; their first argument says for what. */
  readonly apis: readonly string[];
  readonly names: 'addresses' | 'keys';
}

const any =
  (key: string) =>
  (fields: TemplatePermission['fields']): boolean =>
    fields[key] === 'any';

const WIDTHS: Readonly<Record<string, Width>> = {
  inject_script: {
    allows: say`scripts from every address`,
    isWide: ({ urls }) => listed(urls).some(isAnyAddress),
    apis: ['injectScript'],
    names: 'addresses',
  },
  inject_hidden_iframe: {
    allows: say`frames from every address`,
    isWide: ({ urls }) => listed(urls).some(isAnyAddress),
    apis: ['injectHiddenIframe'],
    names: 'addresses',
  },
  send_pixel: {
    allows: say`pixels to every address`,
    isWide: (fields) => any('allowedUrls')(fields) || listed(fields.urls).some(isAnyAddress),
    apis: ['sendPixel'],
    names: 'addresses',
  },
  send_http: {
    allows: say`requests to every address`,
    isWide: (fields) => any('allowedUrls')(fields) || listed(fields.urls).some(isAnyAddress),
    apis: ['sendHttpRequest', 'sendHttpGet'],
    names: 'addresses',
  },
  get_cookies: { allows: say`every cookie`, isWide: any('cookieAccess'), apis: ['getCookieValues'], names: 'keys' },
  set_cookies: {
    allows: say`every cookie to be written`,
    isWide: ({ allowedCookies }) => rows(allowedCookies).some(({ name }) => name === '*'),
    apis: ['setCookie'],
    names: 'keys',
  },
  read_data_layer: {
    allows: say`the whole data layer`,
    isWide: (fields) => any('allowedKeys')(fields) || listed(fields.keyPatterns).includes('*'),
    apis: ['copyFromDataLayer'],
    names: 'keys',
  },
  access_globals: {
    allows: say`every global variable`,
    isWide: ({ keys }) => rows(keys).some(({ key }) => key === '*'),
    apis: ['copyFromWindow', 'setInWindow', 'callInWindow', 'aliasInWindow', 'createQueue', 'createArgumentsQueue'],
    names: 'keys',
  },
  access_local_storage: {
    allows: say`every key of localStorage`,
    isWide: ({ keys }) => rows(keys).some(({ key }) => key === '*'),
    apis: ['localStorage.getItem', 'localStorage.setItem', 'localStorage.removeItem'],
    names: 'keys',
  },
  read_event_data: {
    allows: say`all data of the event`,
    isWide: any('eventDataAccess'),
    apis: ['getEventData', 'getAllEventData'],
    names: 'keys',
  },
  get_url: { allows: say`the whole address of the page`, isWide: any('urlParts'), apis: ['getUrl'], names: 'keys' },
  get_referrer: {
    allows: say`the whole address of the referrer`,
    isWide: any('urlParts'),
    apis: ['getReferrerUrl', 'getReferrerQueryParameters'],
    names: 'keys',
  },
};

/**
 * The permissions of a template that name nothing in particular, with what the code uses each for.
 *
 * @param codeOf the template's code, parsed; undefined where it cannot be read
 */
export function widePermissions(template: TemplateFacts, codeOf: () => SandboxCode | undefined): WidePermission[] {
  // Without code there is nothing that they could be compared with.
  if (template.template.compiled && template.code === '') return [];
  const wide = template.permissions.flatMap(({ id, fields }) => {
    const width = Object.hasOwn(WIDTHS, id) ? WIDTHS[id] : undefined;
    return width?.isWide(fields) ? [{ id, width }] : [];
  });
  if (wide.length === 0) return [];
  const uses = codeOf()?.uses.apis;
  return wide.map(({ id, width }) => {
    const used = uses && fixedUses(width, uses);
    return used ? { id, allows: width.allows, used } : { id, allows: width.allows };
  });
}

/** What all calls name, or undefined where one names nothing that is fixed. */
function fixedUses({ apis, names }: Width, uses: ReadonlyMap<string, readonly ApiUse[]>): string[] | undefined {
  const found = new Set<string>();
  for (const { argument, whole } of apis.flatMap((api) => uses.get(api) ?? [])) {
    const name =
      names === 'keys'
        ? whole
          ? argument
          : undefined
        : /^(?:https?:)?\/\/[^/?#]+(?=[/?#])/i.exec(argument ?? '')?.[0];
    if (name === undefined || name === '') return undefined;
    found.add(name);
  }
  return [...found];
}

function isAnyAddress(pattern: string): boolean {
  return /^(?:\*|(?:https?|\*):\/\/\*?(?:\/\*?)?)$/i.test(pattern.trim());
}

function listed(value: PermissionValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function rows(value: PermissionValue | undefined): Readonly<Record<string, PermissionValue>>[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: PermissionValue) =>
    typeof row === 'object' && !Array.isArray(row) ? [row as Readonly<Record<string, PermissionValue>>] : [],
  );
}
