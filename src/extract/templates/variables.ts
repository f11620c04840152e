/** Variables that a template sets itself: what a condition on them asks stands in their definition. */
import type { Source } from '../../text/source.ts';

const PHP = /(?<!@php\s?\(\s?)\$(\w{1,60})\s{0,10}=\s{0,10}([^=;>\s][^;]{0,300});/g;
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
    for (const match of text.matchAll(BOUND_TAG))
      if (!/^(?:import|from|for|with|include|block)\s/.test(match[1] ?? '')) add(match[2], match[1]);
  }
  return found;
}
