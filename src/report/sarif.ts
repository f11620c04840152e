/**
 * Findings as SARIF 2.1.0, for code scanning and viewers: the evidence as code flows, the places inside nested texts as
 * logical locations, what to do and why in the rules.
 */
import type {
  Fix,
  Location,
  Log,
  LogicalLocation,
  Notification,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import type { Finding, LintResult, Skipped, Suggestion } from '../model/finding.ts';
import type { LineIndex } from '../text/line-index.ts';
import { escapedJson } from './json.ts';
import { maskResult } from './masked-result.ts';
import type { ReportOptions, RuleInfo } from './options.ts';
import { placeWithin } from './place.ts';
import { fileUri } from './uri.ts';

export interface SarifOptions extends ReportOptions {
  readonly rules: readonly RuleInfo[];
  /** False where an error inside taglint or an unreadable file makes the result incomplete. */
  readonly complete: boolean;
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The result as a SARIF log. Ends with a line end. */
export function sarif(result: LintResult, options: SarifOptions): string {
  const { findings, skipped, taglint, stats } = options.showValues ? result : maskResult(result);
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'taglint',
            version: taglint,
            semanticVersion: taglint,
            rules: descriptors(ids, options.rules),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful: options.complete, toolExecutionNotifications: skipped.map(skippedNotification) },
        ],
        results: findings.map((finding) => resultOf(finding, ids.indexOf(finding.rule), options)),
        properties: { stats },
      },
    ],
  };
  return escapedJson(log);
}

function descriptors(ids: readonly string[], rules: readonly RuleInfo[]): ReportingDescriptor[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return ids.map((id): ReportingDescriptor => {
    const rule = known.get(id);
    const [group = id] = id.split('/');
    const title = rule?.title ?? id;
    return {
      id,
      name: pascalCase(id),
      shortDescription: { text: title },
      fullDescription: { text: title },
      ...(rule?.page !== undefined && { help: { text: rule.page, markdown: rule.page } }),
      ...(rule && { defaultConfiguration: { level: rule.severity } }),
      properties: { tags: ['privacy', group], ...(rule && { law: rule.law }) },
    };
  });
}

function resultOf(finding: Finding, ruleIndex: number, options: ReportOptions): Result {
  const { entity, folder, vendor, cause, causeTitle, law, certainty, excerpt, fingerprint } = finding;
  const lines = options.linesOf(finding.file);
  const fixes = [...(finding.fix ? [finding.fix] : []), ...(finding.suggestions ?? [])].filter(
    ({ edits }) => edits.length > 0,
  );
  const related = nestedPlace(finding);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.severity,
    message: { text: plainText([finding.message, finding.remedy].filter((part) => part !== undefined).join(' ')) },
    locations: [placeOf(finding)],
    // The first is what code scanning compares alerts by: by the line alone, findings of one line would be one alert.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'taglint/v1': fingerprint },
    ...(related && { relatedLocations: [related] }),
    ...(finding.trail.length > 0 && { codeFlows: [{ threadFlows: [{ locations: flowOf(finding) }] }] }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, finding.file, lines)) }),
    properties: { certainty, excerpt, entity, folder, vendor, cause, causeTitle, law },
  };
}

function placeOf(finding: Finding): Location {
  const { line, column, endLine, endColumn } = finding;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  const logical = logicalLocations(finding);
  return {
    physicalLocation: physical(finding.file, region),
    ...(logical.length > 0 && { logicalLocations: logical }),
  };
}

/** Tag, page and script that the place stands in, the innermost last, each named with all around it. */
function logicalLocations({ folder, path }: Finding): LogicalLocation[] {
  const names = folder === undefined ? [] : [`folder "${folder}"`];
  return path.map(({ label, line, column }) => {
    names.push(label);
    return { name: label, fullyQualifiedName: names.join(' › '), properties: { line, column } };
  });
}

/** Where the place stands in the innermost text: viewers show related places, and few of them logical ones. */
function nestedPlace(finding: Finding): Location | undefined {
  const within = placeWithin(finding);
  if (within === '') return undefined;
  return { ...placeOf(finding), id: 0, message: { text: plainText(within) } };
}

function flowOf({ trail }: Finding): { location: Location }[] {
  return trail.map(({ message, file, line, column }) => ({
    location: {
      physicalLocation: physical(file, { startLine: line, startColumn: column }),
      message: { text: plainText(message) },
    },
  }));
}

function fixOf({ message, edits }: Suggestion, file: string, lines: LineIndex | undefined): Fix {
  return {
    description: { text: plainText(message) },
    artifactChanges: [
      {
        artifactLocation: { uri: fileUri(file) },
        replacements: edits.map(({ start, end, text }) => ({
          deletedRegion: editedRegion(start, end, lines),
          insertedContent: { text },
        })),
      },
    ],
  };
}

/** Lines and columns where the text is at hand: few viewers read offsets. */
function editedRegion(start: number, end: number, lines: LineIndex | undefined): Region {
  if (!lines) return { charOffset: start, charLength: end - start };
  const from = lines.position(start);
  const to = lines.position(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

function physical(file: string, region: Region): PhysicalLocation {
  return { artifactLocation: { uri: fileUri(file) }, region };
}

function skippedNotification({ file, reason }: Skipped): Notification {
  return {
    level: 'warning',
    message: { text: plainText(`Not looked at: ${reason}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file) } } }],
  };
}

/** `[text](target)` is a link in every message of SARIF; what an input says must be none. */
function plainText(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}

function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
