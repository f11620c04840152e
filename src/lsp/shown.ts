/** Findings as an editor shows them: diagnostics, hovers, repairs. Personal data and secrets are masked. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type MarkupContent,
  MarkupKind,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver/node.js';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { chooseRepairs } from '../engine/repairs.ts';
import type { Finding, Severity, Suggestion, TrailStep } from '../model/finding.ts';
import { editorText } from '../report/markdown-text.ts';
import { maskFinding } from '../report/masked-result.ts';
import { placeWithin } from '../report/place.ts';
import type { TextEdit } from '../text/edit.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** @param cwd the folder that paths in the finding are relative to */
export function diagnosticOf(raw: Finding, cwd: string): Diagnostic {
  const finding = maskFinding(raw);
  const { rule, severity, message, remedy, trail } = finding;
  return {
    range: rangeOf(finding),
    severity: SEVERITIES[severity],
    code: rule,
    source: 'taglint',
    message: remedy === undefined ? message : `${message}\nFix: ${remedy}`,
    relatedInformation: trail.map((step) => ({
      location: { uri: uriOf(step, cwd), range: at(step) },
      message: step.message,
    })),
  };
}

/** Lines and columns count from 1 here and from 0 there; both count UTF-16 units. */
export function rangeOf({ line, column, endLine, endColumn }: Finding): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

function at({ line, column }: TrailStep): Range {
  const position = { line: line - 1, character: column - 1 };
  return { start: position, end: position };
}

function uriOf({ file }: TrailStep, cwd: string): string {
  return pathToFileURL(resolve(cwd, file)).href;
}

export function covers({ start, end }: Range, { line, character }: Range['start']): boolean {
  const isAfter = line > start.line || (line === start.line && character >= start.character);
  return isAfter && (line < end.line || (line === end.line && character <= end.character));
}

/** @param why of the rule, in Markdown of the rule's own page */
export function hoverOf(raw: Finding, why: string): MarkupContent {
  const finding = maskFinding(raw);
  const { rule, severity, certainty, message, remedy, trail, law } = finding;
  const doubt = certainty === 'certain' ? '' : `, ${certainty}`;
  const within = placeWithin(finding);
  const parts = [
    `**${rule}** (${severity}${doubt})`,
    editorText(message),
    ...(within === '' ? [] : [`in ${editorText(within)}`]),
    ...(trail.length === 0
      ? []
      : [
          trail
            .map(({ message: step, line, column }, index) => `${index + 1}. ${editorText(step)} (${line}:${column})`)
            .join('\n'),
        ]),
    ...(remedy === undefined ? [] : [`**What to do**: ${editorText(remedy)}`]),
    ...(why === '' ? [] : [`**Why**: ${why}`]),
    ...(law.length === 0 ? [] : [`**Law**: ${law.join(', ')}. Engineering findings, not legal advice.`]),
  ];
  return { kind: MarkupKind.Markdown, value: parts.join('\n\n') };
}

/** What the page of a rule says of why it matters: its first paragraph, and the list that this leads to. */
export function whyOf(page: string): string {
  const [, section = ''] = /^## Why\n+([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(page) ?? [];
  const [first = '', second = ''] = section.split('\n\n').map((part) => part.trim());
  const paragraph = first.replaceAll('\n', ' ');
  return paragraph.endsWith(':') ? `${paragraph}\n\n${second}` : paragraph;
}

/** What repairs a finding. */
export function actionsOf(finding: Finding, document: TextDocument, cwd: string): CodeAction[] {
  const { fix, suggestions = [] } = finding;
  const action = ({ message, edits }: Suggestion, isPreferred: boolean): CodeAction => ({
    title: `taglint: ${message}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, cwd)],
    isPreferred,
    edit: editOf(edits, document),
  });
  return [...(fix ? [action(fix, true)] : []), ...suggestions.map((one) => action(one, false))];
}

/** All safe repairs that can be made together; undefined where there is none. */
export function fixAllOf(
  findings: readonly Finding[],
  document: TextDocument,
  kind: CodeActionKind,
): CodeAction | undefined {
  const { edits } = chooseRepairs(findings, 'safe');
  if (edits.length === 0) return undefined;
  return { title: 'taglint: make all safe repairs', kind, edit: editOf(edits, document) };
}

function editOf(edits: readonly TextEdit[], document: TextDocument): WorkspaceEdit {
  const changes = edits.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text,
  }));
  return { changes: { [document.uri]: changes } };
}
