/** Whether what stands in front of a tag lets it run on a page of a known address: layouts ask where they are, and leave pages out. */
import type { Atom, Guard } from './guard.ts';
import type { VisitedPlace } from './visit.ts';

/** Undefined: it depends on what is not known of the page. */
type Answer = boolean | undefined;

/** What pages ask for their address. */
const ASKS_ADDRESS =
  /\b(?:pathname|asPath|fullPath|currentPath|usePathname|useLocation|\w{0,20}route\.path|location\.href|request_uri|request\.path)\b/i;
const CALL = /\.(startsWith|endsWith|includes|indexOf)\(\s{0,9}(["'`])([^"'`\n]{1,200})\2/;
const PLACE = /^[^)]{0,200}\)\s{0,3}(===?|!==?|[<>]=?)\s{0,3}(-1|0)\b/;
/** What a text is compared with stands behind its name. */
const COMPARED = /\s(\/\S{0,200})$/;
const MAX_SNIPPET = 300;

/** False where the guard keeps a tag from the page, undefined where it may. What else it asks may come out either way. */
export function runsAt(guard: Guard, place: VisitedPlace): Answer {
  return can(guard, true, place);
}

function can(guard: Guard, wanted: boolean, place: VisitedPlace): Answer {
  switch (guard.op) {
    case 'const':
      return guard.value === wanted;
    case 'atom':
      return atomCan(guard, wanted, place);
    case 'not':
      return can(guard.of, !wanted, place);
    default: {
      const parts = guard.of.map((one) => can(one, wanted, place));
      // All of it must come out so, or one part is enough.
      const decisive = (guard.op === 'and') !== wanted;
      if (parts.includes(decisive)) return decisive;
      return parts.includes(undefined) ? undefined : !decisive;
    }
  }
}

function atomCan({ atom, location }: Extract<Guard, { op: 'atom' }>, wanted: boolean, place: VisitedPlace): Answer {
  if (atom.kind !== 'condition') return true;
  const snippet =
    location?.source.text.slice(location.start, Math.min(location.end, location.start + MAX_SNIPPET)) ?? '';
  if (!ASKS_ADDRESS.test(`${atom.text} ${snippet}`)) return true;
  const asked = testOf(atom, snippet);
  if (!asked) return undefined;
  if (place.addresses.length > 0) {
    const answers = place.addresses.flatMap(bothForms).map(asked.holds);
    const found = answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
    return found === undefined ? undefined : found === wanted;
  }
  // The address is not known: only a page of the kind that is left out may be meant.
  return wanted || place.isAbout(asked.text) ? undefined : true;
}

interface AddressTest {
  readonly text: string;
  readonly holds: (address: string) => Answer;
}

function testOf({ text }: Extract<Atom, { kind: 'condition' }>, snippet: string): AddressTest | undefined {
  const [, method, , word = ''] = CALL.exec(snippet) ?? [];
  switch (method) {
    case 'startsWith':
      return { text: word, holds: (address) => address.startsWith(word) };
    case 'endsWith':
      return { text: word, holds: (address) => address.endsWith(word) };
    case 'includes':
      return { text: word, holds: (address) => address.includes(word) };
    case 'indexOf': {
      const [, operator, number] = PLACE.exec(snippet.slice(snippet.indexOf('.indexOf('))) ?? [];
      return { text: word, holds: (address) => compared(address.indexOf(word), operator, Number(number)) };
    }
    default: {
      const other = COMPARED.exec(text)?.[1];
      return other === undefined ? undefined : { text: other, holds: (address) => address === other };
    }
  }
}

/** Where the comparison is not in sight, a text that is not there is all that can be told. */
function compared(at: number, operator: string | undefined, number: number): Answer {
  switch (operator) {
    case '==':
    case '===':
      return at === number;
    case '!=':
    case '!==':
      return at !== number;
    case '<':
      return at < number;
    case '<=':
      return at <= number;
    case '>':
      return at > number;
    case '>=':
      return at >= number;
    default:
      return at < 0 ? false : at === 0 ? true : undefined;
  }
}

function bothForms(address: string): readonly string[] {
  return [address, address.endsWith('/') ? address.slice(0, -1) : `${address}/`];
}
