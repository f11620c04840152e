/** Template syntax in a text, as the page reader and the machine need it. */
import { ALWAYS, type Guard } from '../../model/guard.ts';
import { LatePart } from '../../parse/late-part.ts';
import { detectTemplateLanguages, type TemplateScan } from '../../parse/template/index.ts';
import type { Source } from '../../text/source.ts';
import type { SiteGates } from '../gates/site-gates.ts';
import type { Hole } from '../machine/script-text.ts';
import type { PrintedPieces } from './printed-pieces.ts';
import type { PrintedCode } from './printed-texts.ts';

/** The readers of all template languages. */
export const TEMPLATES = new LatePart(() => import('./template-masking.ts'));

/** One way to read a stretch in which branches of a template stand side by side. */
export interface Reading {
  readonly guard: Guard;
  /** The stretch `[start, end)` with the other branches blanked. */
  masked(start: number, end: number): string;
}

export interface Masking {
  readonly masked: string;
  readonly hasHoles: boolean;
  readonly hasBranches: boolean;
  readonly machineHoles: readonly Hole[];
  /** What is known of the whole text's template syntax; undefined where there is none. */
  readonly scan: TemplateScan | undefined;
  /** Bodies of scripts that no script element surrounds. */
  readonly scripts: readonly { readonly start: number; readonly end: number }[];
  guardAt(offset: number): Guard;
  /** Conditions around an offset that begin inside this text. */
  readonly guardInside: (offset: number) => Guard;
  readings(start: number, end: number): readonly Reading[];
  /** The script with the statements in place that its expressions print, and the conditions inside it; undefined where they print values. */
  printedCode(): PrintedCode | undefined;
  /** The script with the members and arguments in place that its expressions print; undefined where they print values. */
  printedPieces(): PrintedPieces | undefined;
  /** The readings of a start tag: also by what its expressions print (`type="{{ ok ? 'text/javascript' : 'text/plain' }}"`). */
  tagReadings(start: number, end: number): readonly Reading[];
  textWithHoles(start: number, end: number, hole: string): string;
  /** The masking of a stretch, with offsets from its start. */
  within(start: number, end: number): Masking;
}

const NO_READINGS: readonly Reading[] = [];

/** A text without template syntax. */
export function plain(text: string): Masking {
  return {
    masked: text,
    hasHoles: false,
    hasBranches: false,
    machineHoles: [],
    scan: undefined,
    scripts: [],
    guardAt: () => ALWAYS,
    guardInside: () => ALWAYS,
    readings: () => NO_READINGS,
    tagReadings: () => NO_READINGS,
    printedCode: () => undefined,
    printedPieces: () => undefined,
    textWithHoles: (start, end) => text.slice(start, end),
    within: (start, end) => plain(text.slice(start, end)),
  };
}

const KNOWN = new WeakMap<Source, { readonly masking: Masking; readonly gates: SiteGates | undefined }>();

/** The masking of a source by the template languages that its name and text show. */
export function maskingOf(source: Source, gates?: SiteGates): Masking {
  const known = KNOWN.get(source);
  if (known && known.gates === gates) return known.masking;
  const masking = maskingOfText(source, gates);
  KNOWN.set(source, { masking, gates });
  return masking;
}

function maskingOfText(source: Source, gates: SiteGates | undefined): Masking {
  const languages = detectTemplateLanguages(source.root.name, source.text);
  const masking = languages.length === 0 ? undefined : TEMPLATES.module.templateMasking(source, languages, gates);
  return masking ?? plain(source.text);
}
