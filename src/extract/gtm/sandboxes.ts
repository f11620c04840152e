/** What the code of custom templates does with the fields of each tag and variable. */
import { ALWAYS, condition, type Guard, or } from '../../model/guard.ts';
import type { ContainerTag, ContainerVariable } from '../../parse/container.ts';
import { templateProblems } from '../../parse/gtm-template.ts';
import { locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import type { ReadProblem } from '../extracted.ts';
import { type ParsedCode, parseCode, runSandbox, type SandboxCode, type SandboxFacts } from './sandbox/run.ts';
import type { Scope } from './scope.ts';
import { asksForConsent } from './sole-condition.ts';
import { fieldsOf } from './template-fields.ts';
import type { TemplateFacts } from './templates.ts';

/** Steps for all of them together: a container with hundreds of tags of long templates must not take for ever. */
const MAX_STEPS = 1_500_000;

/** What runs the code of a template: a tag, or a variable. */
type Instance = ContainerTag | ContainerVariable;

interface Text {
  readonly source: Source;
  readonly code: ParsedCode | undefined;
}

/** Evaluates each tag and each variable once, when somebody asks. */
export class Sandboxes {
  readonly #scope: () => Scope;
  readonly #known = new Map<Instance, SandboxFacts | undefined>();
  readonly #texts = new Map<TemplateFacts, Text | undefined>();
  /** Templates of which a tag or a condition wanted to know what they do. */
  readonly #asked = new Set<TemplateFacts>();
  #steps = 0;

  constructor(scope: () => Scope) {
    this.#scope = scope;
  }

  /** What a template does with the fields of a tag or variable; undefined where its code is not there or cannot be read. */
  of(instance: Instance): SandboxFacts | undefined {
    if (this.#known.has(instance)) return this.#known.get(instance);
    const facts = this.#run(instance);
    this.#known.set(instance, facts);
    return facts;
  }

  /** The consent that a tag's template asks for before it does anything; a template that may go on without it has none. */
  gate(tag: ContainerTag): Guard {
    return gateOf(this.of(tag));
  }

  /** True where the code of a tag's template is in sight and can be read. */
  canRead(tag: ContainerTag): boolean {
    const template = this.#scope().template(tag.type);
    return template !== undefined && this.#toRun(template) !== undefined;
  }

  /** The code of a template, parsed once; undefined where it is not there or cannot be read. */
  code(template: TemplateFacts): SandboxCode | undefined {
    const code = this.#text(template)?.code;
    return code?.ok ? code.code : undefined;
  }

  /** What is broken in the templates that tags and conditions go by. */
  get problems(): ReadProblem[] {
    // What is published has been compiled: nothing in it is broken.
    if (this.#scope().container.compiled) return [];
    return [...this.#asked].flatMap((template) => {
      const text = this.#text(template);
      return text ? problemsOf(template, text.source, text.code) : [];
    });
  }

  #run(instance: Instance): SandboxFacts | undefined {
    const scope = this.#scope();
    const template = scope.template(instance.type);
    const code = template && this.#toRun(template);
    if (!code) return undefined;
    if (this.#steps > MAX_STEPS) {
      scope.giveUp();
      return undefined;
    }
    const facts = runSandbox(code, scope.catalog, fieldsOf(scope, instance.parameters, template.parameters));
    this.#steps += facts.steps;
    if (!facts.complete) scope.giveUp();
    return facts;
  }

  #toRun(template: TemplateFacts): SandboxCode | undefined {
    this.#asked.add(template);
    return this.code(template);
  }

  #text(template: TemplateFacts): Text | undefined {
    if (this.#texts.has(template)) return this.#texts.get(template);
    const { places, parser } = this.#scope();
    const { path, name } = template.template;
    const source = places.nested([...path, 'templateData'], `template "${name}"`);
    const section = source && template.codeSection;
    const code = section && parseCode(source, section, parser);
    const text = source && { source, code };
    this.#texts.set(template, text);
    return text;
  }
}

/** What is broken in a template, with the places. */
export function problemsOf(template: TemplateFacts, source: Source, code: ParsedCode | undefined): ReadProblem[] {
  const problems = templateProblems(source.text, template.text).map(({ message, offset }) => ({ message, offset }));
  if (code && !code.ok) problems.push({ message: `the sandboxed code (${code.message})`, offset: code.offset });
  return problems.map(({ message, offset }) => ({
    message,
    location: locationOf(source, { start: offset, end: Math.min(offset + 1, source.text.length) }),
  }));
}

/**
 * The condition on consent under which the code sends or loads anything; ALWAYS where it may do so without asking. What it puts
 * into queues and names of the page waits for what it loads; it counts where it is all that the code does.
 */
function gateOf(facts: SandboxFacts | undefined): Guard {
  const sends = facts?.effects.filter(({ leaves }) => leaves) ?? [];
  const counted = sends.length > 0 ? sends : facts?.effects;
  const guards = [...new Set(counted?.map(({ guard }) => guard))];
  if (!facts || guards.length === 0 || !guards.every(asksForConsent)) return ALWAYS;
  const unread = facts.complete ? [] : [condition('unresolved', 'what else the code of the template does')];
  return or(...guards, ...unread);
}
