/** Custom templates: of their code a published container keeps a program for its own interpreter, and the permissions. */
import type { ContainerTemplate } from '../container.ts';
import { items, type Json, record } from '../container-json.ts';
import { TEMPLATE } from './functions.ts';

const MAX_STEPS = 200_000;

/** The templates of a container by the functions that its tags and macros call. */
export function readTemplates(document: Json): ContainerTemplate[] {
  const permissions = record(document.permissions) ?? {};
  const programs = new Map<string, unknown>();
  for (const program of items(document.runtime)) {
    const name = items(program)[1];
    if (typeof name === 'string' && TEMPLATE.test(name)) programs.set(name, program);
  }
  const names = new Set([...Object.keys(permissions).filter((name) => TEMPLATE.test(name)), ...programs.keys()]);
  return [...names].map((name): ContainerTemplate => {
    const type = name.replace(/^__/, '');
    const key = type.slice(type.lastIndexOf('_') + 1);
    const path = Object.hasOwn(permissions, name) ? ['permissions', name] : ['runtime'];
    return {
      id: key,
      name: `template ${key}`,
      path,
      namePath: path,
      data: '',
      repository: undefined,
      // `cvt_5RM3Q` is one of the gallery, `cvt_<container>_<template>` one of the container.
      galleryId: type.split('_').length === 2 ? key : undefined,
      compiled: { permissions: record(permissions[name]) ?? {}, apis: apisOf(programs.get(name)) },
    };
  });
}

/** What a program asks for by `["require", name]`. */
function apisOf(program: unknown): Set<string> {
  const found = new Set<string>();
  const waiting: unknown[] = [program];
  for (let left = MAX_STEPS; left > 0 && waiting.length > 0; left -= 1) {
    const node = items(waiting.pop());
    const [word, name] = node;
    if (word === 'require' && typeof name === 'string') found.add(name);
    for (const part of node) if (Array.isArray(part)) waiting.push(part);
  }
  return found;
}
