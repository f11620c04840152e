/** Parameters with which a template says that it waits for the visitor's consent, and whether its code does anything about them. */

import { say } from '../../model/phrase.ts';
import type { Step } from '../../model/unit.ts';
import { textOf } from '../../model/value.ts';
import type { ContainerTag } from '../../parse/container.ts';
import type { TemplateParameter } from '../../parse/gtm-template.ts';
import type { Location } from '../../text/location.ts';
import { placeOf, type Scope } from './scope.ts';
import { parameterValue } from './tables.ts';
import type { CodeUses } from './template-code.ts';
import { fieldsOf, isHidden } from './template-fields.ts';
import type { TemplateFacts } from './templates.ts';

const CONSENT =
  /\b(?:consents?|gdpr|opt ins?|einwilligung|samtycke|consentement|consenso|consentimiento|toestemming)\b/;
/** `wait for consent`, `consent required`, `fire only with consent`. */
const ASKS =
  /\b(?:wait\w*|requir\w*|needs?|needed|respect\w*|hono[u]?rs?|enforc\w*|obeys?|checks?|depends?|blocks?|only)\b|\b(?:if|when|once|after|with|without|until|unless|before)\b.{0,30}\bconsent/;
/** `use consent mode`, `enable consent support`: of a box, and where nothing says that the state is only passed on. */
const SUPPORTS = /\b(?:use|enable|support|apply|follow|listen)\b.{0,20}\bconsent\b/;
const PASSES_ON =
  /\b(?:send|forward|pass|include|append|add|attach|track|log|report|update|default|set|string|version|region|banner|cookie)\b/;
const SIGNAL = /^\w+_(?:storage|user_data|personalization)$/;
/** The choices of a list that asks whether consent is needed, or for what. */
const NEED = /^(?:required|optional|mandatory|necessary|always|wait)$/i;
const STATE = /^(?:granted|denied)$/i;
/** What a list or text says where nothing is asked for. */
const NOTHING = /^(?:|optional|no|none|off|never|false|0|ignore\w*|disabled?|not[ _-]?(?:required|needed|set|used))$/i;

/** True for a field that decides, by what it is called, whether the tag waits for consent or for which. */
function asksForConsent({ name, label, type, choices }: TemplateParameter): boolean {
  const words = `${name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[_-]/g, ' ')} ${label}`.toLowerCase();
  if (!CONSENT.test(words) || choices.some((choice) => STATE.test(choice))) return false;
  switch (type) {
    case 'CHECKBOX':
      return ASKS.test(words) || (SUPPORTS.test(words) && !PASSES_ON.test(words));
    case 'SELECT':
    case 'RADIO':
      return choices.some((choice) => SIGNAL.test(choice) || NEED.test(choice)) || ASKS.test(words);
    case 'TEXT':
      return /\bconsent (?:type|categor|purpose)|\b(?:required|needed) consent/.test(words);
    default:
      return false;
  }
}

/**
 * The evidence of consent parameters of a tag that are set, and that the template's code never reads: neither them nor a field
 * that the interface shows where they are set.
 */
export function unreadConsent(scope: Scope, tag: ContainerTag): Step[] {
  const template = scope.template(tag.type);
  if (!template) return [];
  const unread = unreadOf(scope, template);
  if (unread.length === 0) return [];
  const fields = fieldsOf(scope, tag.parameters, template.parameters);
  return unread.flatMap((parameter): Step[] => {
    const given = tag.parameters.get(parameter.name);
    const text = given && textOf(parameterValue(scope, given));
    if (!given || NOTHING.test((text ?? 'a variable').trim()) || isHidden(parameter, fields)) return [];
    return [unreadStep(parameter.name, placeOf(scope, given))];
  });
}

/** What is unread in a template is so for all its tags. */
const known = new WeakMap<TemplateFacts, readonly TemplateParameter[]>();

function unreadOf(scope: Scope, template: TemplateFacts): readonly TemplateParameter[] {
  const found = known.get(template);
  if (found) return found;
  const code = template.parameters.some(asksForConsent) ? scope.sandboxes.code(template) : undefined;
  const unread = code ? unreadIn(template.parameters, code.uses) : [];
  known.set(template, unread);
  return unread;
}

function unreadIn(parameters: readonly TemplateParameter[], uses: CodeUses): readonly TemplateParameter[] {
  if (!uses.fields || writesConsent(uses)) return [];
  const read = effective(parameters, uses.fields);
  return parameters.filter((one) => !read.has(one.name) && asksForConsent(one));
}

/** The same of a template alone: consent parameters that make no difference whatever a tag says. */
export function unreadByCode(
  parameters: readonly TemplateParameter[],
  uses: CodeUses,
  place: (parameter: TemplateParameter) => Location,
): Step[] {
  return unreadIn(parameters, uses).map((one) => unreadStep(one.name, place(one)));
}

function unreadStep(name: string, location: Location): Step {
  return { kind: 'unread', subject: name, message: say`the template's code never reads ${name}`, location };
}

/** A template that sets the state of the consent mode is no tag that waits for it. */
function writesConsent({ apis }: CodeUses): boolean {
  return apis.has('setDefaultConsentState') || apis.has('updateConsentState');
}

/** The fields that make a difference: those that the code reads, and those that show one that does. */
function effective(parameters: readonly TemplateParameter[], read: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(read);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { name, shownBy } of parameters) if (found.has(name)) for (const one of shownBy) found.add(one);
  }
  return found;
}

/** The evidence of a server template whose own consent parameter says that consent is optional. */
export function optionalConsent(scope: Scope, tag: ContainerTag): Step[] {
  if (!scope.container.server) return [];
  const optional = [...tag.parameters.values()].filter(({ key, value }) => isOptional(key, value));
  const template = optional.length > 0 ? scope.template(tag.type) : undefined;
  const fields = template && scope.sandboxes.code(template)?.uses.fields;
  return optional
    .filter(({ key }) => fields?.has(key) !== false)
    .map(({ key, path }) => optionalStep(key, scope.places.at([...path, 'value'])));
}

/** The same of a template alone: what its consent parameter says in a tag that somebody has just made. */
export function optionalByDefault(
  parameters: readonly TemplateParameter[],
  { fields }: CodeUses,
  place: (parameter: TemplateParameter) => Location,
): Step[] {
  return parameters.flatMap((parameter): Step[] =>
    isOptional(parameter.name, parameter.initial) && fields?.has(parameter.name) !== false
      ? [optionalStep(parameter.name, place(parameter))]
      : [],
  );
}

function isOptional(key: string, value: unknown): boolean {
  return value === 'optional' && /consent/i.test(key);
}

function optionalStep(key: string, location: Location): Step {
  const message = say`${key} is optional: the template sends whatever was chosen`;
  return { kind: 'optional', subject: key, message, location };
}
