/** How much a part of a container adds to the file that visitors load, by estimate. */
import type { Container, ContainerCondition, ContainerParameter, ContainerTrigger } from '../../parse/container.ts';
import type { TemplateFacts } from './templates.ts';

/** Lists and maps nest; what stands deeper means nothing to Tag Manager. */
const MAX_DEPTH = 24;
/**
 * Characters around the contents in published containers: a part (`{"function":"__html","once_per_event":true,"tag_id":7}`
 * and its rule), a parameter (`"vtp_name":"",`), a condition (`{"function":"_eq","arg0":["macro",1],"arg1":""}`).
 */
const OF_PART = 70;
const OF_PARAMETER = 8;
const OF_CONDITION = 50;

type Part = Container['tags'][number] | Container['variables'][number] | Container['triggers'][number];

/** Characters of a tag, trigger or variable. */
export function partSize(part: Part): number {
  const parameters = [...part.parameters.values()].map((one) => parameterSize(one, 0));
  return OF_PART + sum(parameters) + (isTrigger(part) ? sum(conditionsOf(part).map(conditionSize)) : 0);
}

/** Characters of the code of a custom template; its fields and tests are not published. */
export function templateSize({ code }: TemplateFacts): number {
  return OF_PART + codeSize(code);
}

function isTrigger(part: Part): part is ContainerTrigger {
  return 'listenerFilters' in part;
}

function conditionsOf({ eventFilters, filters, listenerFilters }: ContainerTrigger): ContainerCondition[] {
  return [...eventFilters, ...filters, ...listenerFilters];
}

function conditionSize({ right }: ContainerCondition): number {
  return OF_CONDITION + right.length;
}

function parameterSize({ key, value, list, map }: ContainerParameter, depth: number): number {
  if (depth > MAX_DEPTH) return 0;
  const inner = [...list, ...map].map((one) => parameterSize(one, depth + 1));
  return OF_PARAMETER + key.length + (value === undefined ? 0 : codeSize(value)) + sum(inner);
}

/** The compiler takes comments and white space away. */
function codeSize(text: string): number {
  if (!/\n/.test(text)) return text.length;
  let size = 0;
  for (const line of text.split('\n')) {
    const rest = line.trim();
    if (!rest.startsWith('//') && !rest.startsWith('*')) size += rest.length;
  }
  return size;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
