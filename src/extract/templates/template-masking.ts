/** The masking of a text with template syntax. */
import { ALWAYS, and, type Guard, not } from '../../model/guard.ts';
import type { TemplateBranch, TemplateHole, TemplateLanguage, TemplateScan } from '../../parse/template/index.ts';
import { scanTemplate } from '../../parse/template/scan.ts';
import type { Source } from '../../text/source.ts';
import type { SiteGates } from '../gates/site-gates.ts';
import { type MValue, stringOf } from '../machine/values.ts';
import { branchGuard, templateGuards } from './guard.ts';
import type { Masking, Reading } from './masking.ts';
import { printedPieces } from './printed-pieces.ts';
import { type PrintedTexts, printedCode, printedReadings, printedTexts } from './printed-texts.ts';
import type { Place } from './question.ts';
import { valueOfHole } from './value.ts';

/** Undefined where there is no template syntax in the text. */
export function templateMasking(
  source: Source,
  languages: readonly TemplateLanguage[],
  gates: SiteGates | undefined,
): Masking | undefined {
  const scan = scanTemplate(source.text, languages);
  return scan && maskingOfRange(source, scan, 0, source.text.length, gates);
}

function maskingOfRange(
  source: Source,
  scan: TemplateScan,
  from: number,
  to: number,
  gates: SiteGates | undefined,
): Masking {
  const outside = new Set<TemplateBranch>(from === 0 ? [] : scan.branchesAt(from));
  const holes = scan.holesIn(from, to);
  const guards = templateGuards(source, scan, gates);
  const placeOf = ({ language }: TemplateHole): Place => ({ source, language, gates });
  const readings = (start: number, end: number): Reading[] =>
    scan.alternativesIn(start + from, end + from).map((blanked) => ({
      guard: keptGuard(scan, blanked, start + from, end + from, (branch) => branchGuard(source, branch, gates)),
      masked: (first, last) => scan.maskWithout(blanked, first + from, last + from),
    }));
  const plainReading: Reading = {
    guard: ALWAYS,
    masked: (first, last) => scan.masked.slice(first + from, last + from),
  };
  const choicesIn = (start: number, end: number): readonly PrintedTexts[] =>
    scan.holesIn(start, end).flatMap((hole) => printedTexts(hole, from, placeOf(hole)) ?? []);
  const guardInside = (offset: number): Guard => {
    const branches = scan.branchesAt(offset + from).filter((branch) => !outside.has(branch));
    return branches.length === 0 ? ALWAYS : and(...branches.map((branch) => branchGuard(source, branch, gates)));
  };
  return {
    masked: from === 0 && to === scan.masked.length ? scan.masked : scan.masked.slice(from, to),
    hasHoles: holes.length > 0,
    hasBranches: scan.branches.some((branch) => branch.start > from && branch.start < to),
    machineHoles: holes.map((hole) => ({
      start: hole.start - from,
      end: hole.end - from,
      value: () => valueOfHole(hole, placeOf(hole)),
    })),
    scan,
    scripts: scan.scripts.filter((range) => range.start >= from && range.end <= to),
    guardAt: (offset) => guards(offset + from),
    guardInside,
    readings,
    printedCode: () => printedCode(scan.masked.slice(from, to), choicesIn(from, to), guardInside),
    printedPieces: () =>
      printedPieces(scan.masked.slice(from, to), holes, from, (hole) => () => valueOfHole(hole, placeOf(hole))),
    tagReadings: (start, end) =>
      printedReadings(choicesIn(start + from, end + from), readings(start, end), plainReading),
    textWithHoles: (start, end, hole) => {
      let text = '';
      let at = start + from;
      for (const one of scan.holesIn(start + from, end + from)) {
        text += scan.masked.slice(at, Math.max(at, one.start)) + textOf(valueOfHole(one, placeOf(one)), hole);
        at = one.end;
      }
      return text + scan.masked.slice(at, end + from);
    },
    within: (start, end) => maskingOfRange(source, scan, start + from, end + from, gates),
  };
}

/** What a template prints, with `hole` for what is not known of it. */
function textOf(value: MValue, hole: string): string {
  if (value.t === 'text') return value.parts.map((part) => (typeof part === 'string' ? part : hole)).join('');
  return stringOf(value) ?? hole;
}

/** The conditions of the branches that a reading keeps. */
function keptGuard(
  scan: TemplateScan,
  blanked: readonly TemplateBranch[],
  start: number,
  end: number,
  guardOf: (branch: TemplateBranch) => Guard,
): Guard {
  const groups = new Set(blanked.map((branch) => branch.group));
  const kept = scan.branches.filter(
    (branch) =>
      groups.has(branch.group) &&
      !blanked.includes(branch) &&
      branch.start < end &&
      branch.end > start &&
      branch.kind === 'if',
  );
  // A statement of which no branch is kept: none of its conditions holds.
  const groupsKept = new Set(kept.map((branch) => branch.group));
  const none = blanked
    .filter((branch) => !groupsKept.has(branch.group) && branch.kind === 'if')
    .map((branch) => not(guardOf(branch)));
  return and(...kept.map(guardOf), ...none);
}
