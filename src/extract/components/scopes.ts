/** The names that are known in the scripts and templates of components. */
import type { ESTree } from '../../parse/script.ts';
import { casesOf } from '../machine/cases.ts';
import type { Machine } from '../machine/machine.ts';
import { getMember, readInjected } from '../machine/members.ts';
import { isBox, MemberCell } from '../machine/reactive-values.ts';
import { Cell, Scope } from '../machine/scope.ts';
import { type MValue, type Obj, unknownValue } from '../machine/values.ts';
import { setMember } from '../machine/writes.ts';

const NOWHERE: ESTree.Node = { type: 'EmptyStatement' };

function memberCell(m: Machine, of: Obj, key: string): Cell {
  return new MemberCell(
    m.path,
    () => getMember(m, of, key, NOWHERE),
    (value) => setMember(m, of, key, value, NOWHERE),
  );
}

/** The scope of a Svelte script: `$store` stands for the value of `store`. */
export class StoreScope extends Scope {
  readonly #m: Machine;

  constructor(m: Machine, parent: Scope) {
    super(parent, true);
    this.#m = m;
  }

  override own(name: string): Cell | undefined {
    const cell = this.cells.get(name);
    if (cell || !name.startsWith('$') || name.length < 2 || name.startsWith('$$')) return cell;
    const store = this.find(name.slice(1));
    if (!store) return undefined;
    const value = store.value;
    if (isBox(value)) return memberCell(this.#m, value, 'value');
    // Made under a condition (`if (browser) store = writable(…)`).
    const made = casesOf(value).find((one) => isBox(one.value));
    if (isBox(made?.value)) return memberCell(this.#m, made.value, 'value');
    // A store out of sight is known by its name.
    return value.t === 'unknown' || value.t === 'global' ? new Cell(unknownValue(name), this.#m.path) : undefined;
  }
}

/** The scope of a Vue template: references stand for their values, members of the component and its properties are names. */
export class TemplateScope extends Scope {
  readonly #m: Machine;
  readonly #setup: Scope;
  readonly #self: Obj | undefined;
  readonly #props: MValue;

  constructor(m: Machine, setup: Scope, self: Obj | undefined, props: MValue) {
    super(setup, true);
    this.#m = m;
    this.#setup = setup;
    this.#self = self;
    this.#props = props;
  }

  override own(name: string): Cell | undefined {
    const m = this.#m;
    const self = this.#self;
    if (self && (self.props.has(name) || self.getters?.has(name))) {
      const value = self.props.get(name);
      return isBox(value) ? memberCell(m, value, 'value') : memberCell(m, self, name);
    }
    const cell = this.cells.get(name) ?? this.#setup.find(name);
    if (cell) return isBox(cell.value) && m.global.cells.get(name) !== cell ? memberCell(m, cell.value, 'value') : cell;
    const props = this.#props;
    if (props.t === 'obj' && props.props.has(name)) return memberCell(m, props, name);
    const injected = readInjected(m, self, name);
    return injected && new Cell(injected, m.path);
  }
}
