/** Functions of the template API that read what the page, the browser or an incoming event holds. */
import { ALWAYS, atom, condition, type Guard, or } from '../../../model/guard.ts';
import type { Origin, OriginKind } from '../../../model/value.ts';
import { ite } from '../../machine/cases.ts';
import { placeOf } from '../../machine/script-text.ts';
import { storedPresent } from '../../machine/truth.ts';
import {
  arr,
  bool,
  lit,
  type MValue,
  type Obj,
  obj,
  type Stored,
  stringOf,
  UNDEF,
  unknownValue,
} from '../../machine/values.ts';
import { TAG_MANAGER_SYSTEM } from '../conditions.ts';
import { type Api, pathOf, type SandboxCall, windowMember } from './call.ts';

const SIGNALS = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'] as const;

/** What a visitor chose of a consent type, by the state that the tag manager keeps. */
export function signalOf({ m, node }: SandboxCall, type: MValue | undefined): Guard {
  const place = placeOf(m.script, node);
  const name = stringOf(type);
  if (name === undefined) return condition('consent', 'a consent type of the tag', place);
  return atom({ kind: 'signal', system: TAG_MANAGER_SYSTEM, signal: name }, place);
}

function from(kind: OriginKind, named: (text: string | undefined) => string): Api {
  return ({ m, args, node }) => {
    const name = named(stringOf(args[0]));
    const place = placeOf(m.script, node);
    const origin: Origin = { kind, name, location: place };
    return unknownValue(name, [origin], place);
  };
}

/** The values of the cookies of a name; a first visit has none. */
const getCookieValues: Api = ({ m, args, node }) => {
  const at = placeOf(m.script, node);
  const stored: Stored = { t: 'stored', store: 'cookie', key: stringOf(args[0]), at };
  return ite(storedPresent(stored, at), arr([stored]), arr([]));
};

const copyFromWindow: Api = ({ m, args, node }) => {
  const path = pathOf(stringOf(args[0]) ?? '');
  return path.length === 0 ? unknownValue('window') : windowMember(m, path, node);
};

/**
 * The consent fields of an incoming event. One that says yes is there; whether one that would say no is there is not known, and
 * what passes without it fails open.
 */
function field(call: SandboxCall, name: string, told: MValue): MValue {
  const at = placeOf(call.m.script, call.node);
  const granted = SIGNALS.map((signal) => signalOf(call, lit(signal)));
  const there = or(...granted, condition('field', name, at));
  return ite(there, told, UNDEF);
}

function consentState(call: SandboxCall): MValue {
  const state = obj();
  for (const signal of SIGNALS) state.props.set(signal, bool(signalOf(call, lit(signal))));
  return field(call, 'consent_state', state);
}

/** `G111`: after the version a digit for advertising storage, then one for measurement. */
function gcs(call: SandboxCall): MValue {
  const [ads, analytics] = [signalOf(call, lit('ad_storage')), signalOf(call, lit('analytics_storage'))];
  const text = (first: string): MValue => ite(analytics, lit(`G1${first}1`), lit(`G1${first}0`));
  return field(call, 'x-ga-gcs', ite(ads, text('1'), text('0')));
}

const FIELDS: Readonly<Record<string, (call: SandboxCall) => MValue>> = {
  consent_state: consentState,
  'x-ga-gcs': gcs,
};

const getAllEventData: Api = (call) => {
  const { m, node } = call;
  const at = placeOf(m.script, node);
  const event = obj(at);
  for (const [key, value] of Object.entries(FIELDS)) event.props.set(key, value(call));
  event.rest.push(unknownValue('event', [{ kind: 'event-data', name: 'event', location: at }], at));
  m.objectPaths.set(event, m.path);
  return event;
};

const getEventData: Api = (call) => {
  const key = stringOf(call.args[0]) ?? '';
  const [head = '', ...rest] = key.split('.');
  const known = Object.hasOwn(FIELDS, head) ? FIELDS[head]?.(call) : undefined;
  if (known && rest.length === 0) return known;
  const signal = SIGNALS.find((one) => one === rest[0]);
  if (known && signal !== undefined) return field(call, key, bool(signalOf(call, lit(signal))));
  return from('event-data', () => key || 'event')(call);
};

/** The rows of a table as one object: the cells of one column by those of another. */
const makeTableMap: Api = ({ m, args, node }) => {
  const [table, key, value] = args;
  const made = obj(placeOf(m.script, node));
  m.objectPaths.set(made, m.path);
  const [from, to] = [stringOf(key) ?? 'key', stringOf(value) ?? 'value'];
  if (table?.t !== 'arr') made.rest.push(table ?? UNDEF);
  else for (const row of table.items) addRow(made, row, from, to);
  return made;
};

function addRow(made: Obj, row: MValue, from: string, to: string): void {
  if (row.t !== 'obj') return;
  const name = stringOf(row.props.get(from));
  const value = row.props.get(to) ?? UNDEF;
  if (name === undefined) made.rest.push(value);
  else made.props.set(name, value);
}

export const READS: Readonly<Record<string, Api>> = {
  getCookieValues,
  copyFromWindow,
  copyFromDataLayer: from('data-layer', (key) => key ?? 'dataLayer'),
  getUrl: from('url', (part) => `location.${part ?? 'href'}`),
  getQueryParameters: from('url', (key) => `query ${key ?? ''}`.trim()),
  getReferrerUrl: from('url', (part) => `document.referrer ${part ?? ''}`.trim()),
  getReferrerQueryParameters: from('url', (key) => `referrer query ${key ?? ''}`.trim()),
  readTitle: from('page', () => 'document.title'),
  readCharacterSet: from('page', () => 'document.characterSet'),
  getAllEventData,
  getEventData,
  getRequestHeader: from('event-data', (key) => `header ${key ?? ''}`.trim()),
  getRequestBody: from('event-data', () => 'request body'),
  getRequestQueryParameters: from('event-data', () => 'query'),
  getRequestQueryParameter: from('event-data', (key) => `query ${key ?? ''}`.trim()),
  getRemoteAddress: from('event-data', () => 'ip address'),
  isConsentGranted: (call) => bool(signalOf(call, call.args[0])),
  queryPermission: () => bool(ALWAYS),
  makeTableMap,
};
