/** Variables that a template sets itself: what a condition on them asks stands in their definition. */
import type { Source } from '../../text/source.ts';

const PHP = /(?<!@php\s?\(\s?)\$(\w{1,60})\s{0,10}=\s{0,10}([^=;>\s][^;]{0,800});/g;
const DEFINITIONS: readonly RegExp[] = [
  // {% set allowed = … %}, {% assign allowed = … %}
  /\{%[-+~]?\s{0,10}(?:set|assign)\s{1,10}(\w{1,60})\s{0,10}=\s{0,10}([^%]{1,300})%\}/g,
  // <?php $allowed = …; ?>, @php $allowed = …; @endphp
  PHP,
  // @php($allowed = …)
  /@php\s?\(\s?\$(\w{1,60})\s{0,10}=\s{0,10}([^\r\n]{1,300}?)\)(?=\s{0,4}(?:[<@\r\n]|$))/g,
  // {{ $allowed := … }}
  /\{\{-?\s{0,10}\$(\w{1,60})\s{0,10}:?=\s{0,10}([^{}]{1,300}?)\s{0,10}-?\}\}/g,
  // {assign var=allowed value=…}, {$allowed = …}
  /\{assign\s{1,5}(?:var=)?["']?(\w{1,60})["']?\s{1,5}(?:value=)?([^{}]{1,300})\}/g,
  /\{\$(\w{1,60})\s{0,5}=\s{0,5}([^={}][^{}]{0,300})\}/g,
  // <c:set var="allowed" value="${…}"/>
  /<c:set\s[^<>]{0,100}?\bvar="(\w{1,60})"\s{1,10}value="\$\{([^{}"]{1,300})\}"/g,
  // <#assign allowed = …>
  /[<[]#(?:assign|local|global)\s{1,5}(\w{1,60})\s{0,5}=\s{0,5}([^<>]{1,300}?)\s{0,5}\/?[>\]]/g,
  // #set($allowed = …)
  /#set\s?\(\s{0,5}\$!?\{?(\w{1,60})\}?\s{0,5}=\s{0,5}([^\r\n#]{1,300}?)\)(?=\s|#|<|$)/g,
  // @{ var allowed = …; }
  /\b(?:var|bool|string)\s{1,10}(\w{1,60})\s{0,10}=\s{0,10}([^=;\s][^;]{0,300});/g,
  // <% allowed = … %>, <% const allowed = …; %>
  /<%-?\s{0,10}(?:(?:const|let|var)\s{1,10})?@?(\w{1,60})\s{0,10}=\s{0,10}([^=%\s][^%;]{0,300})(?:;|-?%>)/g,
];
/** {% cookie_accepted 'marketing' as allowed %} */
const BOUND_TAG = /\{%[-+]?\s{0,10}([^%]{1,200}?)\sas\s{1,10}(\w{1,60})\s{0,10}[-+]?%\}/g;

/** function has_consent() { return …; }, bool HasConsent() => …; */
const FUNCTIONS =
  /\bfunction\s{1,9}&?(\w{1,60})\s{0,9}\([^(){}]{0,200}\)\s{0,9}(?::\s{0,9}\??\w{1,30}\s{0,9})?\{([^{}]{0,400}(?:\{[^{}]{0,200}\}[^{}]{0,400}){0,6})\}/g;
const ARROWS = /\bbool\s{1,9}(\w{1,60})\s{0,9}\(\s{0,9}\)\s{0,9}=>\s{0,9}([^;{}]{1,400});/g;
const EXIT = /^\s*if\s{0,9}\(([\s\S]{1,400}?)\)\s{0,9}\{?\s{0,9}return\s{1,9}(true|false)\s{0,9};\s{0,9}\}?/;
const LAST = /^\s*return\s{1,9}([^;{}]{1,400});\s*$/;

/** What a function returns, as one condition: early exits with true or false stand in front of the last return. */
function returned(body: string): string | undefined {
  const exits: { readonly asked: string; readonly gives: string }[] = [];
  let rest = body.replace(/\/\*[\s\S]{0,400}?\*\/|(?:\/\/|#)[^\n]{0,200}/g, ' ');
  for (let exit = EXIT.exec(rest); exit !== null && exits.length < 6; exit = EXIT.exec(rest)) {
    exits.push({ asked: exit[1] ?? '', gives: exit[2] ?? '' });
    rest = rest.slice(exit[0].length);
  }
  const last = LAST.exec(rest)?.[1];
  if (last === undefined) return undefined;
  return exits.reduceRight(
    (then, { asked, gives }) => (gives === 'true' ? `(${asked}) || (${then})` : `!(${asked}) && (${then})`),
    last,
  );
}

const SYNTAX = /\{%|<\?|<%|@php|@\{|\{\{-?\s?\$|\{assign|\{\$|<c:set|[<[]#|#set/;
const MAX_DEFINITIONS = 300;
const KNOWN = new WeakMap<Source, ReadonlyMap<string, string>>();

/** The text that defines a variable of the template; undefined where it is set elsewhere or more than once. */
export function definitionOf(source: Source, name: string): string | undefined {
  let known = KNOWN.get(source);
  if (!known) {
    known = definitionsIn(source.text);
    KNOWN.set(source, known);
  }
  const found = known.get(name);
  return found === '' ? undefined : found;
}

function definitionsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (name: string | undefined, definition: string | undefined): void => {
    if (name === undefined || definition === undefined || found.size >= MAX_DEFINITIONS) return;
    found.set(name, found.has(name) ? '' : definition.trim());
  };
  if (SYNTAX.test(text)) {
    for (const pattern of DEFINITIONS.filter((one) => one !== PHP || /<\?|@php/.test(text)))
      for (const match of text.matchAll(pattern)) add(match[1], match[2]);
    for (const match of /<\?/.test(text) ? text.matchAll(FUNCTIONS) : [])
      add(`${match[1] ?? ''}()`, returned(match[2] ?? ''));
    for (const match of text.matchAll(ARROWS)) add(`${match[1] ?? ''}()`, match[2]);
    for (const match of text.matchAll(BOUND_TAG))
      if (!/^(?:import|from|for|with|include|block)\s/.test(match[1] ?? '')) add(match[2], match[1]);
  }
  return found;
}

/** $data['email'] = …; */
const MEMBERS = /\$(\w{1,60})\[\s{0,5}["']([\w-]{1,60})["']\s{0,5}\]\s{0,10}=\s{0,10}([^=;>\s][^;]{0,300});/g;
const KNOWN_MEMBERS = new WeakMap<Source, ReadonlyMap<string, readonly (readonly [string, string])[]>>();

/** The keys that a template gives to a variable one by one, with what each is set to. */
export function membersOf(source: Source, name: string): readonly (readonly [string, string])[] {
  let known = KNOWN_MEMBERS.get(source);
  if (!known) {
    const found = new Map<string, (readonly [string, string])[]>();
    for (const [, variable = '', key = '', value = ''] of /<\?/.test(source.text) ? source.text.matchAll(MEMBERS) : [])
      if (found.size < MAX_DEFINITIONS)
        found.set(variable, [...(found.get(variable) ?? []).slice(-60), [key, value.trim()]]);
    known = found;
    KNOWN_MEMBERS.set(source, known);
  }
  return known.get(name) ?? [];
}
