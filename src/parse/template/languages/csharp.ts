/** Words of Razor, and where the C# between its markup ends. */
import type { Balancer } from '../balance.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Statements with a condition or more in brackets. */
export const HEADS = words('if for foreach while switch using lock');
export const LOOPS = words('for foreach while');
/** Directives that take their whole line. */
export const LINES = words(
  'model using inject inherits namespace page layout addTagHelper removeTagHelper tagHelperPrefix attribute implements typeparam ' +
    'rendermode preservewhitespace Imports ModelType',
);
/** At-rules of style sheets and keys of linked data, which need a second `@` and often lack it. */
export const FOREIGN = words(
  'media import charset keyframes supports layer container property context type id graph font apply tailwind',
);
/** Elements without an end tag. */
export const VOID = words('area base br col embed hr img input link meta param source track wbr');

/** Members, calls and indexes behind a name; more are not followed. */
const MOST_MEMBERS = 40;
const LONGEST = 20_000;

/** Offset after the expression at the `@`: `@Model.Name`, `@await Html.PartialAsync("x")`, `@foo(1)[2]?.bar`. */
export function expressionEnd(text: string, balance: Balancer, at: number): number | undefined {
  const start = /^@(?:await\s+)?[A-Za-z_]\w*/.exec(text.slice(at, at + 200))?.[0];
  if (start === undefined) return undefined;
  let end = at + start.length;
  for (let steps = 0; steps < MOST_MEMBERS; steps += 1) {
    const member = /^(?:\?|!)?\.[A-Za-z_]\w*|^!(?=\.)/.exec(text.slice(end, end + 100))?.[0];
    const generic = /^<[\w.,\s]{1,100}>(?=\()/.exec(text.slice(end, end + 110))?.[0];
    if (member !== undefined) end += member.length;
    else if (generic !== undefined) end += generic.length;
    else if (text[end] === '(' || text[end] === '[') {
      const close = balance.close(end);
      if (close < 0) break;
      end = close;
    } else break;
  }
  return end;
}

/** Offset after the statement that starts at `from`: behind its semicolon or block, or at the brace that closes what is around it. */
export function statementEnd(text: string, balance: Balancer, from: number): number {
  const last = Math.min(text.length, from + LONGEST);
  for (let at = from; at < last; at += 1) {
    const sign = text[at];
    if (sign === ';') return at + 1;
    if (sign === '}') return at;
    if (sign === '(' || sign === '[' || sign === '{' || sign === '"' || sign === "'") {
      const end = sign === '"' || sign === "'" ? stringEnd(text, at, last) : balance.close(at, true);
      if (end < 0) return last;
      at = end - 1;
      // A local function, or a block of a keyword that is not known.
      if (sign === '{' && !/^\s*[;,.)?}]/.test(text.slice(end, end + 50))) return end;
    }
  }
  return last;
}

/** Strings end on their line. */
function stringEnd(text: string, start: number, last: number): number {
  const quote = text[start];
  for (let at = start + 1; at < last; at += 1) {
    if (text[at] === quote) return at + 1;
    if (text[at] === '\\') at += 1;
    else if (text[at] === '\n') return at;
  }
  return last;
}
