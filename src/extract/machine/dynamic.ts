/** Code that a script makes at run time. */
import type { DynamicCode } from '../../model/dynamic-code.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { placeOf } from './script-text.ts';
import { addressOf } from './text-address.ts';
import { type MValue, nameOf, stringOf } from './values.ts';

const MAX_NOTED = 100;
/** Old ways to get at the global object, and tests whether code can be made at all. */
const HARMLESS = /^\s*(?:return\s+this|this|return|"use strict";?|async function\b.*|)\s*;?\s*$/;
const REMOTE_SCRIPT =
  /(?:<|%3C)script\b[^>]{0,500}?\bsrc(?:=|%3D)\s{0,4}\\?(?:["']|%22|%27)?\s{0,4}(?:(?:https?:)?\/\/|\uFFFC)/i;
/** The part of it that names a host, or continues a protocol that is not known. */
const NAMED_HOST = /\bsrc(?:=|%3D)\s{0,4}\\?(?:["']|%22|%27)?\s{0,4}(?:https?:|\uFFFC)?\/\/[^/\uFFFC]/i;
const FETCHED = /responseText$|\.response$|\.text\(\)$/;

export function noteDynamic(m: Machine, form: DynamicCode['form'], value: MValue | undefined, node: ESTree.Node): void {
  if (!value || m.dynamic.length >= MAX_NOTED || value.t === 'fn' || value.t === 'class') return;
  const code = stringOf(value);
  if (form === 'write') {
    if (!REMOTE_SCRIPT.test(addressOf(value) ?? '')) return;
  } else if (form === 'inserted') {
    if (!FETCHED.test(nameOf(value))) return;
  } else if (form === 'timer') {
    if (value.t !== 'text' || code !== undefined) return;
  } else if (code !== undefined && (form === 'constructor' || HARMLESS.test(code))) return;
  const location = placeOf(m.script, node);
  if (m.dynamic.some(({ location: at }) => at.start === location.start && at.source === location.source)) return;
  m.dynamic.push({
    form,
    label: LABELS[form],
    known: form === 'write' ? NAMED_HOST.test(addressOf(value) ?? '') : code !== undefined,
    reached: m.reached,
    location,
    ...(m.entity ? { entity: m.entity } : {}),
  });
}

const LABELS: Readonly<Record<DynamicCode['form'], string>> = {
  eval: 'eval(…)',
  constructor: 'new Function(…)',
  timer: 'a timer',
  write: 'document.write(…)',
  inserted: 'a script element',
};
