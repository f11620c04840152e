/**
 * The code of custom templates. A published container keeps it as a program of nested lists, `[operation, …parts]`, for an
 * interpreter of its own; written back as sandboxed JavaScript it is read like the code of a template that was exported.
 */

/** Operations whose parts stand in between and around signs; the meaning of each was read off published templates. */
const BINARY: ReadonlyMap<number, string> = new Map([
  [0, '+'],
  [1, '&&'],
  [10, '/'],
  [12, '=='],
  [18, '>'],
  [19, '>='],
  [20, '==='],
  [21, '!=='],
  [23, '<'],
  [24, '<='],
  [26, '*'],
  [29, '!='],
  [30, '||'],
  [37, '-'],
]);
const UNARY: ReadonlyMap<number, string> = new Map([
  [27, '-'],
  [28, '!'],
  [40, 'typeof '],
]);
const LOOPS: ReadonlyMap<number, 'in' | 'of'> = new Map([
  [47, 'in'],
  [54, 'in'],
  [55, 'in'],
  [65, 'of'],
  [66, 'of'],
]);

const NAME = /^[A-Za-z_$][\w$]{0,40}$/;
const MAX_DEPTH = 120;
const MAX_PARTS = 60_000;

/** An operation that is not known: the code is not read rather than read wrongly. */
class Unreadable extends Error {}

/** The code of a program, `[50, name, [46, parameter], …statements]`; undefined where it cannot be read. */
export function programCode(program: unknown): string | undefined {
  if (!Array.isArray(program)) return undefined;
  try {
    return new Writer().template(program);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Writer {
  #left = MAX_PARTS;
  #depth = 0;

  template(program: readonly unknown[]): string {
    const [parameter] = names(program[2]);
    const statements = this.#statements(program.slice(3));
    return parameter === undefined || parameter === 'data' ? statements : `const ${parameter} = data;\n${statements}`;
  }

  #statements(list: readonly unknown[]): string {
    return list.map((one) => this.#within(() => this.#statement(one))).join('\n');
  }

  #statement(node: unknown): string {
    if (!Array.isArray(node)) return `${this.#value(node)};`;
    const [operation, first, second, third, fourth]: readonly unknown[] = node;
    const rest = node.slice(1);
    switch (operation) {
      case 4:
        return 'break;';
      case 6:
        return 'continue;';
      case 22:
        return `if (${this.#value(first)}) ${this.#block(second)}${third === undefined ? '' : ` else ${this.#block(third)}`}`;
      case 36:
        return rest.length === 0 ? 'return;' : `return ${this.#value(first)};`;
      case 38:
        return this.#switch(first, second, third);
      case 41:
        return `let ${names(['', ...rest]).join(', ')};`;
      case 42:
        if (third !== false) throw new Unreadable();
        return `for (; ${this.#value(first)}; ${this.#value(second)}) ${this.#block(fourth)}`;
      case 46:
        return this.#block(node);
      case 50:
        return this.#function(node);
      case 52:
        return `const ${name(first)} = ${this.#value(second)};`;
      case 53:
        return `{\n${this.#statements(rest)}\n}`;
      case 63:
        return `for (; ${this.#value(second)}; ${this.#value(third)}) ${this.#block(fourth)}`;
      case 68:
        return `try ${this.#block(second)} catch (${name(first)}) ${this.#block(third)}`;
    }
    const loop = typeof operation === 'number' ? LOOPS.get(operation) : undefined;
    if (loop) return `for (const ${name(first)} ${loop} ${this.#value(second)}) ${this.#block(third)}`;
    return `${this.#value(node)};`;
  }

  #block(node: unknown): string {
    if (node === undefined) return '{}';
    const list = Array.isArray(node) && node[0] === 46 ? node.slice(1) : [node];
    return `{\n${this.#statements(list)}\n}`;
  }

  /** `[38, value, [46, …labels], [46, [5, block] …, [9, block]]]` */
  #switch(value: unknown, labels: unknown, branches: unknown): string {
    if (!Array.isArray(labels) || !Array.isArray(branches)) throw new Unreadable();
    const cases = branches.slice(1).map((branch: unknown, index) => {
      if (!Array.isArray(branch)) throw new Unreadable();
      const head = branch[0] === 9 ? 'default' : `case ${this.#value(labels[index + 1])}`;
      const block: unknown = branch[1];
      return `${head}:\n${this.#statements(Array.isArray(block) ? block.slice(1) : [])}`;
    });
    return `switch (${this.#value(value)}) {\n${cases.join('\n')}\n}`;
  }

  #function(node: readonly unknown[]): string {
    const own = node[1] === '' ? '' : name(node[1]);
    return `function ${own}(${names(node[2]).join(', ')}) {\n${this.#statements(node.slice(3))}\n}`;
  }

  #value(node: unknown): string {
    return this.#within(() => (Array.isArray(node) ? this.#operation(node) : literal(node)));
  }

  #operation(node: readonly unknown[]): string {
    const [operation, first, second, third] = node;
    const rest = node.slice(1);
    // A call begins with the name of what is called.
    if (typeof operation === 'string') return `${name(operation)}(${this.#list(rest)})`;
    if (typeof operation !== 'number') throw new Unreadable();
    const binary = BINARY.get(operation);
    if (binary && rest.length === 2) return `(${this.#value(first)} ${binary} ${this.#value(second)})`;
    const unary = UNARY.get(operation);
    if (unary && rest.length === 1) return `(${unary}${this.#value(first)})`;
    switch (operation) {
      case 2:
        return `${this.#value(first)}[${this.#value(second)}](${this.#list(Array.isArray(third) ? third.slice(1) : [])})`;
      case 3:
        return `(${name(first)} = ${this.#value(second)})`;
      case 7:
        return `[${this.#list(rest)}]`;
      case 8:
        return this.#object(rest);
      case 13:
        return this.#sequence(rest);
      case 15:
        return name(first);
      case 16:
      case 17:
        return `${this.#value(first)}[${this.#value(second)}]`;
      case 32:
      case 33:
      case 35:
        // A step by one: the new value stands in the assignment.
        return this.#value(operation === 35 ? first : second);
      case 39:
        return `(${this.#value(first)} ? ${this.#value(second)} : ${this.#value(third)})`;
      case 43:
        return `(${this.#value(first)}[${this.#value(second)}] = ${this.#value(third)})`;
      case 44:
        return 'undefined';
      case 45:
        return 'null';
      case 51:
        return `(${this.#function(node)})`;
    }
    throw new Unreadable();
  }

  #object(parts: readonly unknown[]): string {
    const properties: string[] = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const key = parts[at];
      properties.push(
        `${typeof key === 'string' ? JSON.stringify(key) : `[${this.#value(key)}]`}: ${this.#value(parts[at + 1])}`,
      );
    }
    return `({${properties.join(', ')}})`;
  }

  /** Statements of which the last gives the value. */
  #sequence(parts: readonly unknown[]): string {
    const last = parts[parts.length - 1];
    return `(function () {\n${this.#statements(parts.slice(0, -1))}\nreturn ${this.#value(last)};\n})()`;
  }

  #list(parts: readonly unknown[]): string {
    return parts.map((part) => this.#value(part)).join(', ');
  }

  #within(write: () => string): string {
    this.#left -= 1;
    if (this.#left < 0 || this.#depth > MAX_DEPTH) throw new Unreadable();
    this.#depth += 1;
    const text = write();
    this.#depth -= 1;
    return text;
  }
}

function literal(value: unknown): string {
  if (typeof value === 'object' || value === undefined) throw new Unreadable();
  return JSON.stringify(value);
}

function name(value: unknown): string {
  if (typeof value !== 'string' || !NAME.test(value)) throw new Unreadable();
  return value;
}

function names(list: unknown): string[] {
  if (!Array.isArray(list)) throw new Unreadable();
  return list.slice(1).map(name);
}
