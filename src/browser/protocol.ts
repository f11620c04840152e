/** What the page asks of its worker, and what comes back. All of it can be cloned. */
import type { FileKind } from '../discover/kinds.ts';
import type { LintResult } from '../model/finding.ts';
import type { Regime, Sector, Strictness } from '../model/profile.ts';
import type { LanguageCode } from '../report/html/languages/codes.ts';
import type { MatrixUnit } from '../report/matrix/rows.ts';

/** A text that is judged as if it stood in a file of that name. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  /** Chosen by itself and not with its folder: what it is must be said also where it is nothing that is read. */
  readonly explicit: boolean;
}

export interface JudgeOptions {
  readonly sector: Sector;
  readonly regime: Regime;
  readonly strictness: Strictness;
  /** What the page around a container sets as consent default; not known if absent. */
  readonly defaultsOnPage?: DefaultsOnPage;
}

export const DEFAULTS_ON_PAGE = ['denied', 'granted'] as const;
export type DefaultsOnPage = (typeof DEFAULTS_ON_PAGE)[number];

/** Documents that can be saved. */
export type Export = 'json' | 'sarif' | 'report' | 'inventory';

export interface Job {
  readonly files: readonly TextFile[];
  readonly options: JudgeOptions;
  /** A document instead of what the page shows. */
  readonly document?: Export;
  /** The day that a report is dated by, `2026-11-30`. */
  readonly today?: string;
  /** The language of a report; English if absent. */
  readonly language?: LanguageCode;
}

/** What is loaded only where it is needed. */
export const PARTS = [
  'core',
  'vocabulary',
  'parties',
  'typescript',
  'selectors',
  'templates',
  'components',
  'containers',
  'published',
  'template-code',
  'configuration',
  'documents',
  'rule-pages',
  'report',
  'examples',
] as const;
export type PartName = (typeof PARTS)[number];

/** How those who get data differ from those whom a privacy notice names. */
export interface ComparedNotice {
  readonly file: string;
  readonly lines: readonly string[];
  readonly isSame: boolean;
}

/** What files said of how the others are judged. */
export interface Configured {
  /** The configuration, which decides what else the page asks; absent where there is none. */
  readonly file?: string;
  readonly asked: JudgeOptions;
  readonly words: readonly string[];
  readonly notice?: ComparedNotice;
}

export interface Judged {
  /** Personal data and secrets in it are masked. */
  readonly result: LintResult;
  readonly matrix: readonly MatrixUnit[];
  /** What each file was read as, in the order of the files. */
  readonly kinds: readonly FileKind[];
  readonly configured?: Configured;
  /** An error inside taglint ended a rule or a file. */
  readonly failed: boolean;
}

export interface JobMessage {
  readonly id: number;
  readonly job: Job;
  /** Parts that could not be loaded: the job is done without them. */
  readonly without: readonly PartName[];
}

export type Reply =
  | { readonly id: number; readonly kind: 'judged'; readonly judged: Judged }
  | { readonly id: number; readonly kind: 'document'; readonly text: string }
  /** The job is to be given again, to a worker that has these parts too. */
  | { readonly id: number; readonly kind: 'needs'; readonly parts: readonly PartName[] }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };

/** Something to begin with. */
export interface Example {
  readonly title: string;
  readonly sector: Sector;
  readonly files: readonly Pick<TextFile, 'path' | 'text'>[];
}
