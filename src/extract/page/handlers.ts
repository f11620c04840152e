/** Handlers in attributes (`onclick`, `onload`). */
import type { Guard } from '../../model/guard.ts';
import type { Step } from '../../model/unit.ts';
import { attributeRange, type HtmlElement, namesIn } from '../../parse/html.ts';
import type { ScriptParser } from '../../parse/script.ts';
import { locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import { handler } from '../machine/callbacks.ts';
import type { Machine } from '../machine/machine.ts';
import { IN_BANNER, isBanner } from '../machine/names.ts';
import type { ScriptText } from '../machine/script-text.ts';
import type { Masking } from '../masking.ts';

/** Registers the handlers that stand in an element's attributes. */
export function registerHandlers(
  machine: Machine,
  parser: ScriptParser,
  at: { readonly source: Source; readonly masking: Masking; readonly element: HtmlElement },
  guard: Guard,
  steps: readonly Step[],
): void {
  const { source, masking, element } = at;
  for (const [name] of element.attributes) {
    if (!/^on[a-z]{3,}$/.test(name)) continue;
    const range = attributeRange(masking.masked, element, name);
    const code = element.attributes.get(name) ?? '';
    if (!range || !/[(=]/.test(code)) continue;
    const parsed = parser.parse(`(function(event){${code}\n})`, 'js');
    if (!parsed.ok) continue;
    const [statement] = parsed.program.body;
    if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'FunctionExpression') continue;
    const node = statement.expression;
    const anchor = locationOf(source, range);
    const script: ScriptText = { source, masked: code, holes: [], guardAt: undefined, anchor };
    const target = element.name === 'body' && name === 'onload' ? 'window' : describe(source, element);
    const path = { parent: undefined, guard, depth: 1, all: guard };
    machine.within({ script, path, steps, reached: true, fuel: 1000 }, () => {
      const fn = {
        t: 'fn' as const,
        node,
        scope: machine.global,
        script,
        self: undefined,
        props: new Map(),
        name: '',
      };
      handler(machine, name.slice(2), target, fn, node);
    });
  }
}

/** The words of an element that tell what a click on it means. */
function describe(source: Source, element: HtmlElement): string {
  const text = source.text.slice(element.tagEnd, Math.min(element.end, element.tagEnd + 120));
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
