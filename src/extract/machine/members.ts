/** Reading and writing members. */
import { ALWAYS, not, or } from '../../model/guard.ts';
import type { Origin } from '../../model/value.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { casesOf, ite, mapCases } from './cases.ts';
import { elementMember } from './element-members.ts';
import { raise } from './exceptions.ts';
import { sizeOf } from './keyed.ts';
import type { Machine } from './machine.ts';
import { allParameters, partNamed } from './named-parts.ts';
import { hostElement, ticked } from './page-elements.ts';
import { payloadOf } from './payloads.ts';
import { categoryOf, listContains, platformGlobal, platformRead } from './platform.ts';
import { carrying } from './provenance.ts';
import { narrowed } from './scope.ts';
import { placeOf } from './script-text.ts';
import { readStored } from './stores.ts';
import { storedPresent } from './truth.ts';
import {
  type Arr,
  type Fn,
  global,
  lit,
  type MValue,
  nameOf,
  type Obj,
  obj,
  type Stored,
  UNDEF,
  unknownValue,
} from './values.ts';

const WINDOW = new Set(['window', 'self', 'globalThis', 'top', 'parent', 'frames', 'unsafeWindow']);
const METHODS_OF_STORAGE = new Set(['getItem', 'setItem', 'removeItem', 'clear', 'key', 'length']);
const TEXT_METHODS = new Set(
  'includes indexOf lastIndexOf search match matchAll test startsWith endsWith split slice substring substr trim trimStart trimEnd toLowerCase toUpperCase toLocaleLowerCase replace replaceAll concat charAt padStart padEnd toString valueOf at normalize repeat'.split(
    ' ',
  ),
);
const ARRAY_METHODS = new Set(
  'push unshift forEach map filter find findIndex findLast some every reduce join concat slice splice indexOf includes pop shift sort reverse flat flatMap keys values entries at fill lastIndexOf apply'.split(
    ' ',
  ),
);

/** A name of the global scope: what the unit made of it, or the platform's and page's own. */
export function readGlobal(m: Machine, name: string, at?: Location): MValue {
  if (WINDOW.has(name)) return global([], at);
  if (m.catalog.vendorGlobals.has(name)) return global([name], at);
  const cell = m.global.cells.get(name);
  const own = cell?.read(m.path);
  if (own && !(m.catalog.cmpGlobals.has(name) && isStub(m, name, own))) return own;
  return readPath(m, [name], at);
}

/** What the plugin of a framework hands to every component: `this.$gtag` is the global `gtag`, unless the component has its own. */
export function readInjected(m: Machine, of: MValue | undefined, name: string, at?: Location): MValue | undefined {
  const injected = name.startsWith('$') ? m.catalog.injected.get(name) : undefined;
  return injected === undefined || (of?.t === 'obj' && memberOf(m, of, name)) ? undefined : readGlobal(m, injected, at);
}

/**
 * What a page puts in the place of a platform until that has loaded is the platform's all the same: a queue (`var _iub = _iub || []`), a
 * function that keeps calls (`window.__tcfapi = function () { … }`).
 */
function isStub(m: Machine, name: string, own: MValue): boolean {
  const takesCalls = m.catalog.callbacks
    .get(name)
    ?.some(({ event: { use } }) => use?.form === 'call' && use.path.length === 1);
  return casesOf(own).some(({ value }) => value.t === 'arr' || (value.t === 'fn' && takesCalls));
}

function readPath(m: Machine, path: readonly string[], at: Location | undefined): MValue {
  const read = platformRead(m, path, 'read', [], at);
  if (read) return read;
  const text = path.join('.');
  if (/^(?:local|session)Storage\.length$/.test(text)) {
    const store = path[0] === 'localStorage' ? 'local' : 'session';
    const any: Stored = { t: 'stored', store, key: undefined, ...(at ? { at } : {}) };
    return ite(storedPresent(any), unknownValue('length'), lit(0));
  }
  if (text === 'document.cookie')
    return at ? { t: 'stored', store: 'cookie', key: undefined, at } : { t: 'stored', store: 'cookie', key: undefined };
  const [head, key] = path;
  if (
    (head === 'localStorage' || head === 'sessionStorage') &&
    key !== undefined &&
    path.length === 2 &&
    !METHODS_OF_STORAGE.has(key)
  ) {
    return readStored(m, head === 'localStorage' ? 'local' : 'session', key, at);
  }
  // Server frameworks: `req.cookies.consent`, `cookies().get(…)` is handled as a call.
  const last = path[path.length - 1];
  const before = path[path.length - 2];
  if (
    last !== undefined &&
    before !== undefined &&
    /^cookies$/i.test(before) &&
    !/^(?:get|set|has|delete|remove|getJSON|getAll|withAttributes|value|\(\))$/.test(last)
  ) {
    return { t: 'stored', store: 'cookie', key: last, ...(at ? { at } : {}) };
  }
  const origin = pageOrigin(path, text);
  if (origin) return unknownValue(text, [at ? { ...origin, location: at } : origin], at);
  return platformGlobal(m, path, at);
}

function pageOrigin(path: readonly string[], text: string): Origin | undefined {
  if (/^(?:document\.)?location(?:\.(?:href|pathname|search|hash|host|hostname|origin))?$/.test(text))
    return { kind: 'url', name: text };
  if (/^document\.(?:URL|documentURI|referrer|baseURI)$/.test(text)) return { kind: 'url', name: text };
  if (text === 'document.title') return { kind: 'page', name: text };
  // Routers and servers: `useRoute().query.email`, `req.query.q`.
  const name = path.at(-1) ?? '';
  if (
    path.at(-2) === 'query' &&
    path.some((part) => /^(?:\$?route|(?:use)?route|(?:use)?router|req|request)$/i.test(part))
  )
    return { kind: 'url', name: `?${name}` };
  if (/^(?:search|pathname|hash|href)$/.test(name) && path.at(-3) === 'useLocation') return { kind: 'url', name };
  return path[0] === 'navigator' && path.length === 2 ? { kind: 'page', name: text } : undefined;
}

export function getMember(m: Machine, of: MValue, key: string, node: ESTree.Node): MValue {
  const at = placeOf(m.script, node);
  const injected = readInjected(m, of, key, at);
  if (injected) return injected;
  switch (of.t) {
    case 'global': {
      if (of.path.length === 0) return readGlobal(m, key, at);
      const override = m.overrides.get([...of.path, key].join('.'));
      if (override && override.t !== 'fn') return override;
      // Where a platform is not there, reading from it throws.
      if (m.throws && of.platform === 'there') raise(m, not(m.test(of, node)));
      // A part of a text or list is of it; another member may be anything.
      return carrying(readPath(m, [...of.path, key], at), /^(?:\d+|value|hex)$/.test(key) ? of.carries : undefined);
    }
    case 'obj': {
      const member = memberOf(m, of, key) ?? (key === 'shadowRoot' ? hostElement(of) : undefined);
      return member ? narrowed(member, m.path) : restMember(of, key, at);
    }
    case 'arr': {
      if (key === 'length') return of.open ? unknownValue('length') : lengthOf(of);
      const index = Number(key);
      if (Number.isInteger(index) && index >= 0) return of.items[index] ?? (of.open ? unknownValue() : UNDEF);
      return ARRAY_METHODS.has(key) ? { t: 'method', of, name: key } : UNDEF;
    }
    case 'keyed':
      return key === 'size' ? sizeOf(of) : { t: 'method', of, name: key };
    case 'lit':
      if (of.v === undefined || of.v === null) {
        if (m.throws) raise(m, ALWAYS);
        return UNDEF;
      }
      if (typeof of.v === 'string' && key === 'length') return lit(of.v.length);
      if (typeof of.v === 'string' && /^\d+$/.test(key)) return lit(of.v[Number(key)]);
      return { t: 'method', of, name: key };
    case 'text':
      return key === 'length' ? unknownValue('length') : { t: 'method', of, name: key };
    case 'stored':
      if (m.throws && (of.key !== undefined || of.store !== 'cookie')) raise(m, not(storedPresent(of, at)));
      if (TEXT_METHODS.has(key)) return { t: 'method', of, name: key };
      if ((/^\d+$/.test(key) && of.member === undefined) || key === 'value') return of;
      // What the named groups of a pattern have captured.
      if (of.member === GROUPS) {
        const { member: _, ...whole } = of;
        return whole;
      }
      if (key === 'length') return unknownValue('length');
      // The whole of the cookies as an object: its members are the single cookies.
      if (of.key === undefined && of.member === undefined && of.store !== 'session') return { ...of, key };
      return { ...of, member: of.member === undefined ? key : `${of.member}.${key}` };
    case 'elem':
      return key === 'checked' && !of.created
        ? ticked(m, of.about ?? of.selector, node)
        : elementMember(m, of, key, at);
    case 'event':
      return payloadOf(m, { ...of, path: [...of.path, key] }, at);
    case 'ite': {
      const { guard, yes, no } = of;
      // Under its condition: a member of what is not there throws there alone.
      if (!m.throws) return mapCases(of, (one) => getMember(m, one, key, node));
      const here = m.under(guard, () => getMember(m, yes, key, node));
      return ite(
        guard,
        here,
        m.under(not(guard), () => getMember(m, no, key, node)),
      );
    }
    case 'fn':
    case 'class': {
      const getter = of.t === 'class' ? of.getters.get(key) : undefined;
      if (getter) return m.callFunction(getter, [], of);
      const own = of.props.get(key);
      if (own || key !== 'prototype') return own ?? { t: 'method', of, name: key };
      const prototype = obj(at);
      of.props.set('prototype', prototype);
      return prototype;
    }
    case 'list':
      if (/^\d+$/.test(key)) return of;
      // A list that older versions write as an object: `categories.advertising`.
      return categoryOf(of.cmp, key) ? listContains(of, key, at) : { t: 'method', of, name: key };
    case 'promise':
    case 'index':
    case 'bool':
    case 'typeof':
      return { t: 'method', of, name: key };
    case 'method':
      if (of.of.t === 'elem' && key === 'checked') return ticked(m, of.name, node);
      // A field of a form by its name: `event.target.email.value`.
      if (of.of.t === 'elem' && key === 'value')
        return unknownValue(`${of.name}.value`, [{ kind: 'form-field', name: of.name, location: at }]);
      return { t: 'method', of, name: key };
    case 'unknown': {
      // That a request went well says nothing of the answer.
      if (of.name.startsWith('fetch(') && /^(?:ok|status|statusText|headers)$/.test(key))
        return unknownValue(`response.${key}`);
      if (key === 'searchParams') {
        const parameters = allParameters(of, at, `${of.name}.${key}`);
        if (parameters) return parameters;
      }
      const part = TEXT_METHODS.has(key) ? undefined : partNamed(m, of, key, `${of.name}.${key}`, node);
      if (part) return part;
      const origins = of.origins.map((origin) =>
        // What a pattern has matched in the address is of that parameter.
        origin.name.startsWith('?') && /^\d+$/.test(key) ? origin : { ...origin, name: `${origin.name}.${key}` },
      );
      return unknownValue(of.name === '' ? key : `${of.name}.${key}`, origins, at, of.transforms);
    }
  }
}

const GROUPS = 'groups';
const MAX_PROTOTYPES = 8;

/** A member of an object, its own or one of its prototypes'; getters are evaluated. */
export function memberOf(m: Machine, of: Obj, key: string): MValue | undefined {
  let at: Obj | undefined = of;
  for (let steps = 0; at && steps < MAX_PROTOTYPES; steps++) {
    if (at.traps?.get) return m.callFunction(at.traps.get, [at.traps.target, lit(key), of], undefined);
    const getter = at.getters?.get(key);
    if (getter) return m.callFunction(getter, [], of);
    const own = at.props.get(key);
    if (own) return own;
    at = at.proto;
  }
  return undefined;
}

export function setterOf(of: Obj, key: string): Fn | undefined {
  let at: Obj | undefined = of;
  for (let steps = 0; at && steps < MAX_PROTOTYPES; steps++) {
    const setter = at.setters?.get(key);
    if (setter) return setter;
    at = at.proto;
  }
  return undefined;
}

/** The length of a list, also of one that holds its items under conditions. */
export function lengthOf(list: Arr): MValue {
  const { when, items } = list;
  if (!when || items.length === 0) return lit(items.length);
  if (items.length > 3) return ite(or(...when), lit(items.length), lit(0));
  const count = (index: number, sum: number): MValue => {
    const guard = when[index];
    return guard ? ite(guard, count(index + 1, sum + 1), count(index + 1, sum)) : lit(sum);
  };
  return count(0, 0);
}

function restMember(of: Obj, key: string, at: Location): MValue {
  const source = of.rest[of.rest.length - 1];
  if (source?.t === 'stored')
    return source.key === undefined && source.store === 'cookie'
      ? { ...source, key }
      : { ...source, member: source.member === undefined ? key : `${source.member}.${key}` };
  if (source) {
    const origins =
      source.t === 'unknown' ? source.origins.map((origin) => ({ ...origin, name: `${origin.name}.${key}` })) : [];
    return unknownValue(nameOf(source) === '' ? key : `${nameOf(source)}.${key}`, origins, at);
  }
  return /^(?:hasOwnProperty|toString|valueOf)$/.test(key) ? { t: 'method', of, name: key } : UNDEF;
}

/** `value?.member`: where a platform is not there, neither is its answer. */
export function whereThere(m: Machine, value: MValue, node: ESTree.Node, read: (value: MValue) => MValue): MValue {
  return mapCases(value, (one) => {
    if (one.t === 'lit' && (one.v === null || one.v === undefined)) return UNDEF;
    if (one.t !== 'global' || one.platform !== 'there') return read(one);
    const there = m.test(one, node);
    return ite(there, read(one), UNDEF);
  });
}
