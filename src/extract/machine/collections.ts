/** Methods of texts, lists, stored values, promises and platforms' word lists. */
import { condition } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { answerMethod } from './answers.ts';
import { mapCases } from './cases.ts';
import { clicked } from './clicks.ts';
import { equals } from './compare.ts';
import { listMethod } from './lists.ts';
import type { Machine } from './machine.ts';
import { matchedParameter, partNamed } from './named-parts.ts';
import { callPromise } from './promises.ts';
import { placeOf } from './script-text.ts';
import { storedMethod, wordListMethod } from './stored-methods.ts';
import { storedMatch } from './stores.ts';
import { needleOf, regexTest, textMethod } from './texts.ts';
import { truthy } from './truth.ts';
import { callOnItems } from './unknown-lists.ts';
import { bool, type MValue, nameOf, stringOf, UNDEF, unknownValue } from './values.ts';

/** The result of a method that the machine knows, or undefined. */
export function callMethodOf(
  m: Machine,
  of: MValue,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  switch (of.t) {
    case 'arr':
      return listMethod(m, of, key, args, node);
    case 'stored':
      return storedMethod(m, of, key, args, node);
    case 'list':
      return wordListMethod(m, of, key, args, node);
    case 'lit':
    case 'text':
      return textMethod(m, of, key, args, node);
    case 'promise':
      return callPromise(m, of, key, args, node);
    case 'event':
      if (/^(?:closest|matches|contains)$/.test(key)) return clicked(m, stringOf(args[0]) ?? '', node);
      return of.cmp ? answerMethod(m, of, key, args, node) : undefined;
    case 'unknown': {
      if (key === 'test' && of.name.startsWith('/')) return regexTest(m, of.name, args[0], node);
      if (key === 'exec' && of.name.startsWith('/') && args[0]?.t === 'stored')
        return storedMatch(args[0], needleOf(of), placeOf(m.script, node));
      if (key === 'exec' && of.name.startsWith('/')) {
        const parameter = matchedParameter(args[0], needleOf(of), node, m);
        if (parameter) return parameter;
      }
      if (key === 'match' || key === 'split') {
        const parameter = matchedParameter(of, needleOf(args[0]), node, m);
        if (parameter) return key === 'match' ? parameter : mapCases(parameter, (one) => (one.t === 'lit' ? of : one));
      }
      if (key === 'get' || key === 'getAll' || key === 'has') {
        const name = stringOf(args[0]);
        const part = name === undefined ? undefined : partNamed(m, of, name, `${of.name}.get()`, node);
        // That something is there is no more than yes or no.
        if (part) return key === 'has' && part.t === 'unknown' ? unknownValue(part.name) : part;
      }
      if (/^(?:entries|values)$/.test(key) && of.origins.some(({ whole }) => whole)) return of;
      if (
        /^(?:toLowerCase|toUpperCase|trim|toString|normalize|replace|replaceAll|slice|substring|substr|split|join|padStart|charAt|val|text)$/.test(
          key,
        )
      ) {
        const transforms =
          key === 'toLowerCase' || key === 'trim'
            ? [...new Set([...of.transforms, 'normalise' as const])]
            : of.transforms;
        return unknownValue(of.name, of.origins, of.at, transforms);
      }
      if (key === 'contains' && / target\.classList$/.test(of.name))
        return clicked(m, `.${stringOf(args[0]) ?? ''}`, node);
      if (/^(?:includes|indexOf|search|match|startsWith|some|has)$/.test(key)) {
        const place = placeOf(m.script, node);
        const found = equals(m, of, args[0] ?? UNDEF, node);
        return key === 'indexOf' || key === 'search'
          ? { t: 'index', found }
          : bool(found.op === 'const' ? condition('free', nameOf(of), place) : found);
      }
      if (key === 'then' && args[0]?.t === 'fn') {
        const topic = truthy(of);
        const named =
          topic.op === 'atom' && topic.atom.kind === 'condition' && topic.atom.topic !== 'free'
            ? topic
            : condition('named', of.name);
        const [callback] = args;
        m.under(named, () => m.callValue(callback, [unknownValue(`${of.name} result`)], undefined, node));
        return of;
      }
      return callOnItems(m, of, key, args, node);
    }
    case 'global':
      return callOnItems(m, of, key, args, node);
    default:
      return undefined;
  }
}

/** JSON.parse, decodeURIComponent and the like: the value stays what it is. */
export function passThrough(value: MValue | undefined): MValue {
  if (!value) return UNDEF;
  return mapCases(value, (one) => (one.t === 'lit' && typeof one.v === 'string' ? unknownValue('parsed') : one));
}
