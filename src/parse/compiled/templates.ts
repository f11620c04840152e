/** Custom templates as they are published: their code is a program for an interpreter, their permissions are plain JSON. */

import type { JsonPath, JsonPositions } from '../../text/json-positions.ts';
import { OffsetMapBuilder } from '../../text/offset-map.ts';
import type { ContainerTemplate, MappedText } from '../container.ts';
import { items, type Json, record } from '../container-json.ts';
import { TEMPLATE } from './functions.ts';
import { programCode } from './program.ts';

/** What the text of a template is called in an export. */
const DATA = 'templateData';

/** The templates of a container by the functions that its tags and macros call. */
export function readTemplates(document: Json): ContainerTemplate[] {
  const permissions = record(document.permissions) ?? {};
  const programs = new Map<string, number>();
  for (const [index, program] of items(document.runtime).entries()) {
    const name = items(program)[1];
    if (typeof name === 'string' && TEMPLATE.test(name)) programs.set(name, index);
  }
  const names = new Set([...Object.keys(permissions).filter((name) => TEMPLATE.test(name)), ...programs.keys()]);
  return [...names].map((name): ContainerTemplate => {
    const type = name.replace(/^__/, '');
    const key = type.slice(type.lastIndexOf('_') + 1);
    const index = programs.get(name);
    const path = index === undefined ? ['permissions', name] : ['runtime', index];
    return {
      id: key,
      name: `template ${key}`,
      path,
      namePath: index === undefined ? path : [...path, 1],
      data: index === undefined ? '' : dataOf(items(document.runtime)[index]),
      repository: undefined,
      // `cvt_5RM3Q` is one of the gallery, `cvt_<container>_<template>` one of the container.
      galleryId: type.split('_').length === 2 ? key : undefined,
      compiled: { permissions: record(permissions[name]) ?? {} },
    };
  });
}

/** The code of a template, all of it from where its program's name stands; undefined for every other path. */
export function templateAt(positions: JsonPositions, path: JsonPath): MappedText | undefined {
  if (path[0] !== 'runtime' || path[path.length - 1] !== DATA) return undefined;
  const span = positions.value(path.slice(0, -1));
  const name = positions.value([...path.slice(0, -1), 1]);
  if (!span || !name) return undefined;
  const value = dataOf(parsed(positions.text.slice(span.start, span.end)));
  const quotes = positions.text.charAt(name.start) === '"' && name.end - name.start > 2 ? 1 : 0;
  const builder = new OffsetMapBuilder(name.start + quotes);
  return { value, map: builder.replace(value.length, name.end - name.start - 2 * quotes).build() };
}

function dataOf(program: unknown): string {
  const code = programCode(program);
  return code === undefined ? '' : `___SANDBOXED_JS_FOR_WEB_TEMPLATE___\n\n${code}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
