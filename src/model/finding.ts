import type { TextEdit } from '../text/edit.ts';
import type { Location, PathStep } from '../text/location.ts';
import type { Phrase } from './phrase.ts';

export type Severity = 'error' | 'warning' | 'note';

/** `certain`: evaluates to true; `likely`: true but for a helper known only by its name; `possible`: unknown. */
export type Certainty = 'certain' | 'likely' | 'possible';

export type { Location, PathStep, TextEdit };

/** One step of the evidence: the call, the function or trigger, the guard's value, where a value comes from. */
export interface TrailStep {
  readonly message: string;
  readonly file: string;
  /** 1-based; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

/** `safe`: what changes nothing that anybody could want; `suggested`: what somebody must agree to. */
export type RepairKind = 'safe' | 'suggested';

/** A repair of the outermost file. */
export interface Suggestion {
  readonly message: string;
  readonly edits: readonly TextEdit[];
}

/** A replacement of a range of any text, nested or not. */
export interface RepairEdit {
  readonly location: Location;
  readonly text: string;
}

/** A repair as a rule proposes it: all of its edits belong together, and none overlaps another. */
export interface Repair {
  /** What it does, as a command: `Write https.` */
  readonly message: Phrase;
  readonly edits: readonly RepairEdit[];
}

/** A finding as it is reported in every format; exactly the `findings` entries of `--format json`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly message: string;
  /** The outermost file, as its path was given. */
  readonly file: string;
  /** 1-based position in the outermost file; columns in UTF-16 units, escapes counted as they stand. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The flagged text on one line, shortened, personal data masked. */
  readonly excerpt: string;
  /** Name of the GTM tag, trigger, variable or template. */
  readonly entity?: string;
  /** Name of the folder in which the entity lies. */
  readonly folder?: string;
  readonly vendor?: string;
  /** Positions inside nested sources, the outermost first. */
  readonly path: readonly PathStep[];
  readonly trail: readonly TrailStep[];
  /** Id shared by the findings that one repair clears. */
  readonly cause?: string;
  /** What the shared cause is, for people. */
  readonly causeTitle?: string;
  /** What to do, in one line. */
  readonly remedy?: string;
  /** Where to read more, in one line. */
  readonly help?: string;
  /** A safe repair: `--fix` applies it. */
  readonly fix?: Suggestion;
  /** Repairs that somebody must agree to; `--fix=suggested` applies the first. */
  readonly suggestions?: readonly Suggestion[];
  /** Ids of provisions and decisions in the law catalogue. */
  readonly law: readonly string[];
  /** Rule, subject and logical path, hashed; does not change when lines move or wording changes. */
  readonly fingerprint: string;
}

/** An input that was not looked at, or not wholly, and why. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

/** The same before anybody has worded the reason. */
export interface LeftOut {
  readonly file: string;
  readonly reason: Phrase;
}

/** Counts of one run; every figure that an honest summary needs. */
export interface Stats {
  /** Files found below the paths. */
  readonly files: number;
  /** Files in which something of interest stands and that were parsed. */
  readonly parsed: number;
  readonly units: number;
  readonly activities: number;
  /** Evaluations that ran out of steps or depth and count as unknown. */
  readonly unresolved: number;
  /** Findings switched off by a suppression; those of a rule that is off are not counted. */
  readonly suppressed: number;
  /** Findings that are only possible, and that this strictness does not show; absent where there are none. */
  readonly hidden?: number;
  /** Findings that the baseline knows, and its entries that were looked for and not found; absent without a baseline. */
  readonly known?: number;
  readonly gone?: number;
  /** Files that did not change, judged because changed ones belong to them; absent where there are none. */
  readonly beside?: number;
  readonly milliseconds: number;
  /** Further counts by name. */
  readonly [counter: string]: number | undefined;
}

/** The outcome of a run; exactly what `--format json` prints. */
export interface LintResult {
  readonly version: 1;
  /** Version of taglint. */
  readonly taglint: string;
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  readonly stats: Stats;
}

/** A step of the evidence as a rule reports it. */
export interface ReportStep {
  readonly message: Phrase;
  /** Absent for evidence that stands nowhere (a platform's documented behaviour); then the finding's own place is given. */
  readonly location?: Location;
}

/** Several findings that one repair clears. */
export interface Cause {
  readonly id: string;
  readonly title: Phrase;
  readonly remedy: Phrase;
}

/** A page on which what is reported stands, and what says so. */
export interface ReportedPage {
  /** For messages: `on a page about self-tests`. */
  readonly where: Phrase;
  readonly evidence: readonly ReportStep[];
}

/** What a rule reports, before positions are resolved and values masked. */
export interface Report {
  /** What is wrong. */
  readonly message: Phrase;
  /** Why it matters. */
  readonly why?: Phrase;
  /** What to do, in one line. */
  readonly remedy?: Phrase;
  readonly location: Location;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly vendor?: string;
  readonly entity?: string;
  /** Normalised subject for the fingerprint: vendor, key, entity name; no line numbers, no wording. */
  readonly subject: string;
  readonly trail: readonly ReportStep[];
  readonly cause?: Cause;
  /** Changes nothing that anybody could want: `--fix` applies it without a question. */
  readonly fix?: Repair;
  /** What somebody must agree to, the best first: `--fix=suggested` applies that one where there is no fix. */
  readonly suggestions?: readonly Repair[];
  readonly law: readonly string[];
  /** One place may stand in many pages: reports of it, alike but for the pages, become one in the words of `tell`. */
  readonly pages?: {
    readonly found: readonly ReportedPage[];
    readonly tell: (pages: readonly ReportedPage[]) => Pick<Report, 'message' | 'cause' | 'trail'>;
  };
  /**
   * Public ids of the containers whose tags may do what is reported, any where there are none: where the run has one of them,
   * what it really does is judged itself, and this is not told.
   */
  readonly unlessSeen?: readonly string[];
}
