/** Handlers in attributes (`onclick`, `onload`). */
import type { Guard } from '../../model/guard.ts';
import type { Step } from '../../model/unit.ts';
import { attributeRange, type HtmlElement, namesIn } from '../../parse/html.ts';
import type { ScriptParser } from '../../parse/script.ts';
import { type Location, locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import { handler } from '../machine/handlers.ts';
import type { Machine } from '../machine/machine.ts';
import { IN_BANNER, isBanner } from '../machine/names.ts';
import type { ScriptText } from '../machine/script-text.ts';
import type { Fn } from '../machine/values.ts';
import type { Masking } from '../templates/masking.ts';

/** Registers the handlers that stand in an element's attributes. */
export function registerHandlers(
  machine: Machine,
  parser: ScriptParser,
  at: { readonly source: Source; readonly masking: Masking; readonly element: HtmlElement },
  guard: Guard,
  steps: readonly Step[],
): void {
  const { source, masking, element } = at;
  for (const [name, code] of element.attributes) {
    const range = isHandler(name) ? attributeRange(masking.masked, element, name) : undefined;
    if (!range) continue;
    const path = { parent: undefined, guard, depth: 1, all: guard };
    const target = element.name === 'body' && name === 'onload' ? 'window' : describe(source.text, element);
    machine.within({ script: machine.script, path, steps, reached: true, fuel: 1000 }, () =>
      withHandler(machine, parser, code, locationOf(source, range), (fn) =>
        handler(machine, name.slice(2), target, fn, fn.node),
      ),
    );
  }
}

/** Registers the handlers of an element in markup that a script writes, where the machine stands. */
export function registerWritten(
  machine: Machine,
  parser: ScriptParser,
  html: string,
  element: HtmlElement,
  place: Location,
): void {
  for (const [name, code] of element.attributes) {
    if (!isHandler(name)) continue;
    withHandler(machine, parser, code, place, (fn) =>
      handler(machine, name.slice(2), describe(html, element), fn, fn.node),
    );
  }
}

function isHandler(attribute: string): boolean {
  return /^on[a-z]{3,}$/.test(attribute);
}

/** Makes the function that an attribute's text means, and hands it on while the machine stands in that text. */
export function withHandler(
  machine: Machine,
  parser: ScriptParser,
  code: string,
  anchor: Location,
  use: (fn: Fn) => void,
): void {
  if (!/[(=]/.test(code)) return;
  const parsed = parser.parse(`(function(event){${code}\n})`, 'js');
  if (!parsed.ok) return;
  const [statement] = parsed.program.body;
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'FunctionExpression') return;
  const script: ScriptText = { source: anchor.source, masked: code, holes: [], guardAt: undefined, anchor };
  const before = machine.script;
  machine.script = script;
  try {
    use({
      t: 'fn',
      node: statement.expression,
      scope: machine.global,
      script,
      self: undefined,
      props: new Map(),
      name: '',
    });
  } finally {
    machine.script = before;
  }
}

/** The words of an element that tell what a click on it means. */
function describe(markup: string, element: HtmlElement): string {
  const text = markup.slice(element.tagEnd, Math.min(element.end, element.tagEnd + 120));
  const { attributes } = element;
  const said = `${attributes.get('id') ?? ''} ${attributes.get('class') ?? ''} ${text.replace(/<[^>]*>/g, ' ')}`.trim();
  return isBanner(namesAround(element)) ? `${said} ${IN_BANNER}` : said;
}

function namesAround(element: HtmlElement): string {
  let names = '';
  let at = element.parent;
  for (let level = 0; at && level < 6; level++) {
    const { attributes } = at;
    if (!/^(?:html|body|main)$/.test(at.name)) names += ` ${namesIn((name) => attributes.get(name))}`;
    at = at.parent;
  }
  return names;
}
