/** Repairs that switch off what a vendor's library does by itself. */

import type { CallSyntax } from './call-syntax.ts';
import type { AutomaticFeature, Vendor } from './catalog.ts';
import { argumentFor, calleeOf, callsBefore, quotedLike, replaced, textAt } from './code-repairs.ts';
import type { Repair, RepairEdit } from './finding.ts';
import { parameterSet } from './json-repairs.ts';
import { say } from './phrase.ts';
import type { SwitchState } from './switches.ts';
import type { Activity } from './unit.ts';
import { textOf } from './value.ts';

/** A feature that is on, and what was found of its switch. */
export interface SwitchedOn {
  readonly feature: AutomaticFeature;
  readonly state: SwitchState;
}

/**
 * Puts the missing switches in front of the call that starts the library, and corrects those that are written wrongly.
 * @returns undefined where one of the features cannot be switched off so
 */
export function switchesOff(init: Activity, features: readonly SwitchedOn[]): Repair | undefined {
  const calls: string[] = [];
  const edits: RepairEdit[] = [];
  for (const { feature, state } of features) {
    const corrected = state.call && corrections(state.call, feature, state);
    if (corrected) {
      edits.push(...corrected);
      continue;
    }
    const option = optionOff(init, feature) ?? parameterOff(init, feature);
    if (option) {
      edits.push(option);
      continue;
    }
    const call = init.syntax && switchCall(init, init.syntax, feature);
    if (call === undefined) return undefined;
    calls.push(call);
  }
  if (init.syntax && calls.length > 0) edits.push(...callsBefore(init.syntax, calls));
  const [first] = [...calls, ...edits.map(({ text }) => text)];
  return first === undefined ? undefined : { message: say`Switch it off: ${first}`, edits };
}

/** The call with the right value, or with the id as a text. */
function corrections(
  { syntax, vendor }: Activity,
  feature: AutomaticFeature,
  { fault }: SwitchState,
): RepairEdit[] | undefined {
  const pattern = settingCall(vendor, feature);
  if (!syntax || !pattern || (fault !== 'value' && fault !== 'id-type')) return undefined;
  const at = pattern.use.args.findIndex(
    (arg) => 'capture' in arg && arg.capture === (fault === 'value' ? 'value' : 'id'),
  );
  const arg = syntax.args[at];
  if (!arg) return undefined;
  const text = fault === 'value' ? valueText(syntax, feature) : idText(syntax, textAt(arg), true);
  return text === undefined ? undefined : [replaced(arg, text)];
}

/** The option of the starting call that is the same switch, where its options are written out. */
function optionOff({ syntax, values }: Activity, { option, off: [value] }: AutomaticFeature): RepairEdit | undefined {
  const { options } = values;
  if (!syntax || option === undefined || typeof value !== 'boolean' || options?.kind !== 'object') return undefined;
  const member = options.properties.findLast(({ key }) => key === option)?.location;
  if (member) {
    const head = /^['"]?[\w$]+['"]?\s*:\s*/.exec(textAt(member))?.[0];
    return head === undefined ? undefined : replaced(member, `${head}${value}`);
  }
  const place = options.location;
  const head = place && /^\{\s*/.exec(textAt(place))?.[0];
  if (!place || head === undefined) return undefined;
  const { source, start } = place;
  const empty = textAt(place).slice(head.length) === '}';
  const at = { source, start: start + 1, end: start + head.length };
  return replaced(at, empty ? ` ${option}: ${value} ` : `${head.slice(1)}${option}: ${value},${head.slice(1) || ' '}`);
}

/** The parameter of a tag that is the same switch. */
function parameterOff({ entity, tagShape }: Activity, { gtmParameter }: AutomaticFeature): RepairEdit | undefined {
  const value = gtmParameter?.off[0];
  if (!entity?.whole || !tagShape || !gtmParameter || value === undefined) return undefined;
  return parameterSet(entity.whole, gtmParameter.key, value);
}

function settingCall({ calls }: Vendor, { setting }: AutomaticFeature): Vendor['calls'][number] | undefined {
  return calls.find(
    (call) =>
      setting !== undefined &&
      call.setting === setting &&
      call.use.form === 'call' &&
      !call.each &&
      call.noEffect === undefined,
  );
}

/** The call that switches a feature off for the account that `init` starts. */
function switchCall(init: Activity, syntax: CallSyntax, feature: AutomaticFeature): string | undefined {
  const pattern = settingCall(init.vendor, feature);
  const callee = calleeOf(syntax);
  const [name, ...others] = pattern?.use.path ?? [];
  if (!pattern || !callee || name !== callee.name || others.length > 0) return undefined;
  const args: string[] = [];
  for (const arg of pattern.use.args) {
    if ('literal' in arg && typeof arg.literal === 'string') args.push(quotedLike(syntax, arg.literal));
    else if ('capture' in arg && arg.capture === 'value') args.push(valueText(syntax, feature));
    else if ('capture' in arg && arg.capture === 'id') {
      const id = idOf(init, syntax, feature.settingId === 'string');
      if (id === undefined) return undefined;
      args.push(id);
    } else return undefined;
  }
  return `${callee.head}${args.join(', ')})`;
}

function valueText(syntax: CallSyntax, { off: [value] }: AutomaticFeature): string {
  return typeof value === 'string' ? quotedLike(syntax, value) : String(value);
}

/** The argument of the starting call that names the account. */
function idOf(init: Activity, syntax: CallSyntax, asText: boolean): string | undefined {
  const arg = argumentFor(init, syntax, 'id');
  return arg && idText(syntax, textAt(arg), asText && typeof textLiteral(init.values.id) !== 'string');
}

function textLiteral(value: Activity['values'][string] | undefined): string | undefined {
  return value?.kind === 'literal' && typeof value.value === 'string' ? textOf(value) : undefined;
}

const QUOTED = /^(?:'[^'\n]*'|"[^"\n]*"|`[^`$\n]*`)$/;
const NAME = /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)*$/;
const PRINTED = /^(?:\{\{[^{}\n]*\}\}|<\?(?:=|php echo )[^?\n]*\?>|<%[=-][^%\n]*%>)$/;

/** An argument said again: what is no text for sure is made one. Undefined for what does something when it is evaluated. */
function idText(syntax: CallSyntax, text: string, asText: boolean): string | undefined {
  if (QUOTED.test(text) || /^(['"])(?:\{\{|<\?|<%).*(?:\}\}|\?>|%>)\1$/.test(text)) return text;
  if (/^\d+$/.test(text)) return asText ? quotedLike(syntax, text) : text;
  if (!NAME.test(text) && !PRINTED.test(text)) return undefined;
  return asText ? `String(${text})` : text;
}
