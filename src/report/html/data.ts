/** What a report is made of: facts alone, no wording. Texts are as the input has them; the page masks and escapes. */
import type { Inventory } from '../../inventory/inventory.ts';
import type { LawEntry } from '../../model/catalog.ts';
import type { LintResult } from '../../model/finding.ts';
import type { SiteProfile } from '../../model/profile.ts';
import type { GateVerdict, Unit } from '../../model/unit.ts';
import type { MatrixTag, MatrixUnit } from '../matrix/rows.ts';
import type { RuleInfo } from '../options.ts';
import type { LanguageCode } from './languages/codes.ts';

/** What starts a tag of a container. */
export interface ReportTrigger {
  readonly name: string;
  /** The container's word for its kind: `PAGEVIEW`, `CUSTOM_EVENT`. */
  readonly type: string;
}

/** When something happens in the life of a page. */
export type VisitPhase =
  | 'consent-initialization'
  | 'initialization'
  | 'page-view'
  | 'dom-ready'
  | 'window-loaded'
  | 'delay'
  | 'visitor';

/** A row of the matrix with what the pictures show of it. */
export interface ReportTag extends MatrixTag {
  readonly gate: GateVerdict['kind'];
  /** Triggers that start it, and tags in whose sequence it stands. */
  readonly triggers: readonly ReportTrigger[];
  readonly callers: readonly string[];
  /** Triggers that hold it back. */
  readonly exceptions: readonly string[];
  readonly phase: VisitPhase;
}

/** One page, script or container. */
export interface ReportUnit extends Omit<MatrixUnit, 'tags'> {
  readonly kind: Unit['kind'];
  /** The public id of a container. */
  readonly publicId?: string;
  /** The consent platforms that it loads. */
  readonly cmps: readonly string[];
  readonly tags: readonly ReportTag[];
}

/** A rule that ran. */
export type ReportRule = Pick<RuleInfo, 'id' | 'title' | 'severity' | 'law'>;

export interface ReportData {
  readonly result: LintResult;
  readonly units: readonly ReportUnit[];
  readonly inventory: Inventory;
  readonly rules: readonly ReportRule[];
  readonly law: readonly LawEntry[];
  readonly profile: Pick<SiteProfile, 'sector' | 'regime'>;
}

/** How the page is to be; what is left out is not shown. */
export interface HtmlReportOptions {
  readonly language: LanguageCode;
  readonly title?: string;
  readonly client?: string;
  readonly reviewer?: string;
  /** `2026-11-30`. */
  readonly date?: string;
  /** An image as a `data:` address. */
  readonly logo?: string;
  /** Personal data and secrets in full. */
  readonly showValues: boolean;
  /** Names, ids and files under other names, and no text that may hold them. */
  readonly anonymize: boolean;
}
