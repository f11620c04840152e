/** What a custom template says of itself: its id, its code, the permissions that it asks for. */
import type { Container, ContainerTemplate } from '../../parse/container.ts';
import {
  type Section,
  type SectionName,
  sectionJson,
  type TemplateParameter,
  type TemplateText,
  templateParameters,
  templateText,
} from '../../parse/gtm-template.ts';

export interface TemplatePermission {
  /** `inject_script`, `send_pixel`, `access_consent` … */
  readonly id: string;
  readonly urls: readonly string[];
  /** What it is asked for in detail, by the names of the permission's fields: texts, lists, records. */
  readonly fields: Readonly<Record<string, PermissionValue>>;
  /** Which entry of which section it is, where a template's text is there. */
  readonly at?: { readonly section: SectionName; readonly index: number };
}

export type PermissionValue =
  | string
  | boolean
  | readonly PermissionValue[]
  | { readonly [key: string]: PermissionValue };

const MAX_URLS = 60;
/** Deeper values of a permission are not looked into. */
const MAX_DEPTH = 8;

export class TemplateFacts {
  readonly template: ContainerTemplate;
  #text: TemplateText | undefined;
  #parameters: readonly TemplateParameter[] | undefined;
  #permissions: readonly TemplatePermission[] | undefined;

  constructor(template: ContainerTemplate) {
    this.template = template;
  }

  /** The id in the template's own description: `cvt_5RM3Q` for one of the gallery. */
  get infoId(): string | undefined {
    return /"id"\s*:\s*"([^"]{1,80})"/.exec(this.#section('INFO'))?.[1];
  }

  /** The sandboxed code, without its comments' worth of anything else. */
  get code(): string {
    const section = this.codeSection;
    return section ? this.template.data.slice(section.start, section.end) : '';
  }

  /** The section with the code; undefined where there is none, or nothing in it. */
  get codeSection(): Section | undefined {
    const { sections } = this.text;
    return (['SANDBOXED_JS_FOR_WEB_TEMPLATE', 'SANDBOXED_JS_FOR_SERVER'] as const)
      .flatMap((name) => sections.get(name) ?? [])
      .find(({ start, end }) => this.template.data.slice(start, end).trim() !== '');
  }

  get text(): TemplateText {
    this.#text ??= templateText(this.template.data);
    return this.#text;
  }

  get parameters(): readonly TemplateParameter[] {
    this.#parameters ??= templateParameters(
      sectionJson(this.template.data, this.text.sections.get('TEMPLATE_PARAMETERS')),
    );
    return this.#parameters;
  }

  /** True where the code asks for this function of the template API. */
  calls(api: string): boolean {
    const { code } = this;
    return code.includes(`'${api}'`) || code.includes(`"${api}"`);
  }

  get permissions(): readonly TemplatePermission[] {
    const published = this.template.compiled?.permissions;
    if (published) this.#permissions ??= publishedPermissions(published);
    this.#permissions ??= [...this.#permissionsIn('WEB_PERMISSIONS'), ...this.#permissionsIn('SERVER_PERMISSIONS')];
    return this.#permissions;
  }

  /** Addresses of scripts, frames and images that the template may load: as its permissions say, then as its code says. */
  get addresses(): readonly string[] {
    const loads = ['inject_script', 'send_pixel', 'inject_hidden_iframe', 'send_http'];
    const allowed = this.permissions.filter((one) => loads.includes(one.id)).flatMap((one) => one.urls);
    if (allowed.length === 0) return [];
    const written =
      this.code.slice(0, 200_000).match(/(?:https?:)?\/\/[\w.-]{4,100}\.[a-z]{2,12}\/[\w./?=&%:~@+-]{0,200}/g) ?? [];
    return [...new Set([...allowed, ...written])].slice(0, MAX_URLS);
  }

  #section(name: SectionName): string {
    const section = this.text.sections.get(name);
    return section ? this.template.data.slice(section.start, section.end) : '';
  }

  #permissionsIn(section: SectionName): TemplatePermission[] {
    const list = sectionJson(this.template.data, this.text.sections.get(section));
    if (!Array.isArray(list)) return [];
    return list.slice(0, 100).flatMap((entry, index): TemplatePermission[] => {
      const instance = field(entry, 'instance');
      const id = field(field(instance, 'key'), 'publicId');
      if (typeof id !== 'string') return [];
      const urls: string[] = [];
      const given = field(instance, 'param');
      collect(given, urls, 0);
      return [{ id, urls, fields: fieldsOf(given), at: { section, index } }];
    });
  }
}

/** Permissions of a published container are plain JSON. */
function publishedPermissions(given: Readonly<Record<string, unknown>>): TemplatePermission[] {
  return Object.entries(given)
    .slice(0, 100)
    .map(([id, value]): TemplatePermission => {
      const urls: string[] = [];
      collect(value, urls, 0);
      return { id, urls, fields: plainRecord(value, 0) };
    });
}

function plainRecord(value: unknown, depth: number): Record<string, PermissionValue> {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).slice(0, 50);
  return Object.fromEntries(entries.map(([key, inner]) => [key, plainValue(inner, depth + 1)]));
}

function plainValue(value: unknown, depth: number): PermissionValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return '';
  if (Array.isArray(value)) return value.slice(0, 500).map((item) => plainValue(item, depth + 1));
  return plainRecord(value, depth);
}

/** Finds the template of a type: `cvt_<container>_<template>`, or `cvt_<gallery id>`. */
export class Templates {
  readonly all: readonly TemplateFacts[];
  readonly #byType = new Map<string, TemplateFacts>();

  constructor(container: Container) {
    this.all = container.templates.map((template) => new TemplateFacts(template));
    for (const facts of this.all) {
      const { id, galleryId } = facts.template;
      if (id !== '') this.#byType.set(id, facts);
      if (galleryId !== undefined) this.#byType.set(galleryId, facts);
    }
  }

  find(type: string): TemplateFacts | undefined {
    if (!type.startsWith('cvt_')) return undefined;
    const key = type.slice(type.lastIndexOf('_') + 1);
    const known = this.#byType.get(key);
    if (known) return known;
    const found = this.all.find((facts) => facts.infoId === type);
    if (found) this.#byType.set(key, found);
    return found;
  }
}

/** Fields are written as a list of `{ key, value }`, where every value carries its type as a number. */
function fieldsOf(params: unknown): Record<string, PermissionValue> {
  const fields: Record<string, PermissionValue> = {};
  if (!Array.isArray(params)) return fields;
  for (const param of params.slice(0, 20)) {
    const key = field(param, 'key');
    if (typeof key === 'string' && key !== '__proto__') fields[key] = permissionValue(field(param, 'value'), 0);
  }
  return fields;
}

function permissionValue(value: unknown, depth: number): PermissionValue {
  if (depth > MAX_DEPTH) return '';
  const text = field(value, 'string');
  if (typeof text === 'string') return text;
  const flag = field(value, 'boolean');
  if (typeof flag === 'boolean') return flag;
  const items = field(value, 'listItem');
  if (Array.isArray(items)) return items.slice(0, 500).map((item) => permissionValue(item, depth + 1));
  const [keys, values] = [field(value, 'mapKey'), field(value, 'mapValue')];
  if (!Array.isArray(keys) || !Array.isArray(values)) return '';
  return Object.fromEntries(
    keys
      .slice(0, 50)
      .map((key, index) => [String(permissionValue(key, depth + 1)), permissionValue(values[index], depth + 1)]),
  );
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function collect(value: unknown, urls: string[], depth: number): void {
  if (depth > MAX_DEPTH || urls.length >= MAX_URLS) return;
  if (typeof value === 'string') {
    if (/^(?:https?:)?\/\//i.test(value)) urls.push(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, urls, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) collect(item, urls, depth + 1);
  }
}
