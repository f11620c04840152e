/** Fields whose text a component keeps (`v-model`, `bind:value`): what the visitor types is what the variable holds from then on. */
import { fieldKind } from '../../model/form-field.ts';
import type { Origin } from '../../model/value.ts';
import type { Attribute, Code, ElementNode } from '../../parse/component/index.ts';
import type { ESTree } from '../../parse/script.ts';
import { handler } from '../machine/handlers.ts';
import { nativeFunction } from '../machine/promises.ts';
import { Scope } from '../machine/scope.ts';
import { placeOf } from '../machine/script-text.ts';
import { type Obj, stringOf, UNDEF, unknownValue } from '../machine/values.ts';
import { evaluateCode, expressionOf, inScript, nodeAt, parsedCode, type View } from './view.ts';

/** Types of fields into which somebody writes; what is only ticked or chosen says nothing that is not in the page. */
const WRITTEN = /^(?:|text|email|tel|search|url|password|number|date|textarea)$/i;
/** Names of components that stand for such a field: `UInput`, `el-input`, `v-text-field`, `PhoneNumber`, `FormKit`. */
const FIELD_COMPONENT = /input|field|text|e-?mail|phone|autocomplete|formkit/i;
const NO_TEXT = /check|radio|switch|toggle|select|slider|otp|file|upload/i;

/** Registers what the visitor types into a bound field. */
export function bindField(view: View, node: ElementNode, props: Obj, scope: Scope): void {
  const bound = boundCode(node.attributes);
  if (!bound || !isText(node, props)) return;
  const { m, whole } = view;
  const { value: before } = evaluateCode(view, bound.code, scope);
  // A field that starts as anything but a text is none: a dialog that is open, an object that a picker gives.
  if (before.t !== 'lit' || !(before.v === undefined || before.v === null || typeof before.v === 'string')) return;
  const parsed = parsedCode(view, bound.code, 'expression');
  const target = parsed && expressionOf(parsed.program);
  if (!parsed || (target?.type !== 'Identifier' && target?.type !== 'MemberExpression')) return;
  const place = nodeAt(bound.attribute);
  // Without a place of its own: what is found stands where the value is handed over.
  const typed = unknownValue(bound.code.text.trim(), [originOf(view, props, bound)]);
  const keep = nativeFunction(m, 'input', () => {
    const inner = new Scope(scope, false);
    inner.declare(TYPED, typed, m.path);
    const range = target.range ? { range: target.range } : {};
    const right: ESTree.Identifier = { type: 'Identifier', name: TYPED, ...range };
    inScript(m, parsed.script, () =>
      m.evaluate({ type: 'AssignmentExpression', operator: '=', left: target, right, ...range }, inner),
    );
    return UNDEF;
  });
  inScript(m, whole, () => handler(m, 'input', `${node.name} ${bound.code.text.trim()}`, keep, place));
}

const TYPED = '$typed';

interface Bound {
  readonly attribute: Attribute;
  readonly code: Code;
}

function boundCode(attributes: readonly Attribute[]): Bound | undefined {
  for (const attribute of attributes) {
    const { name, value } = attribute;
    if (value.kind === 'model' || (name === 'bind:value' && value.kind === 'code'))
      return { attribute, code: value.code };
  }
  return undefined;
}

function isText({ name }: ElementNode, props: Obj): boolean {
  const type = stringOf(props.props.get('type')) ?? '';
  if (name === 'textarea') return true;
  if (name === 'input') return WRITTEN.test(type);
  return /^[A-Z]|-/.test(name) && FIELD_COMPONENT.test(name) && !NO_TEXT.test(`${name} ${type}`);
}

/** The field as people name it, and what it asks for. */
function originOf({ whole }: View, props: Obj, { attribute, code }: Bound): Origin {
  const text = (key: string): string => stringOf(props.props.get(key)) ?? '';
  const last = /([\w$]+)\s*$/.exec(code.text)?.[1] ?? '';
  const name = text('name') || text('id') || last;
  const location = placeOf(whole, nodeAt(attribute));
  const asks = fieldKind({
    name,
    type: text('type').toLowerCase() || 'input',
    id: text('id') || last,
    placeholder: text('placeholder'),
    label: text('aria-label') || text('label'),
    autocomplete: text('autocomplete'),
    marks: [],
    location,
  });
  return { kind: 'form-field', name, location, ...(asks === undefined ? {} : { asks }) };
}
