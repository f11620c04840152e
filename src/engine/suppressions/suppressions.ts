/** What switches findings off: comments of the inputs, notes of a container, entries of the configuration. */
import { BUILT_IN_IDS, type BuiltInId } from '../../model/built-in-rules.ts';
import type { Report } from '../../model/finding.ts';
import { Phrase, say } from '../../model/phrase.ts';
import { POLICY_GROUP } from '../../model/policy-id.ts';
import type { Unit } from '../../model/unit.ts';
import { type Location, locationOf, type ResolvedLocation } from '../../text/location.ts';
import type { Span } from '../../text/offset-map.ts';
import type { Source } from '../../text/source.ts';
import type { Reported } from '../findings.ts';
import type { InputKind } from '../input.ts';
import type { Severities } from '../severities.ts';
import { MARK, type SuppressionComment, suppressionComments } from './comments.ts';
import { type Directive, readDirective } from './directive.ts';
import { jsonTexts } from './json-texts.ts';
import { Places } from './places.ts';

/** An entry of the configuration: a container has no comments, and its parts are known by their names. */
export interface ConfiguredSuppression {
  readonly rules: readonly string[];
  /** Name of the tag, trigger, variable or template. */
  readonly entity: string;
  /** The containers that it is about, by the paths that findings show. */
  readonly isAbout: (file: string) => boolean;
  readonly until?: string;
  /** Where it stands in the configuration. */
  readonly location: Location;
}

export interface SuppressionOptions {
  /** Ids of all rules. */
  readonly rules: readonly string[];
  /** Some of them are the configuration's own; where none is, it may not have been read, and no id of one is wrong. */
  readonly policies: boolean;
  readonly configured: readonly ConfiguredSuppression[];
  readonly today: string;
}

/** A report whose place is known. */
interface PlacedReport extends Reported {
  readonly at: ResolvedLocation;
}

interface Suppression extends Pick<ConfiguredSuppression, 'rules' | 'until' | 'location'> {
  /** The rules of it that have found something. */
  readonly used: Set<string>;
  /** What it stands for in its file, and the part of a container of that name, wherever what is found about it stands. */
  readonly span?: Span;
  readonly entity?: string;
}

/** Reads suppressions, applies them, and tells which of them are of no use. */
export class Suppressions {
  readonly #rules: readonly string[];
  readonly #today: string;
  readonly #policies: boolean;
  readonly #files = new Map<string, Suppression[]>();
  readonly #configured: readonly (ConfiguredSuppression & { readonly used: Set<string> })[];
  readonly #mistakes: Reported[] = [];
  /** Entries of the configuration whose part of a container was judged. */
  readonly #met = new Set<ConfiguredSuppression>();

  constructor({ rules, policies, configured, today }: SuppressionOptions) {
    this.#rules = [...rules, ...BUILT_IN_IDS.filter((id) => !isAboutSuppressions(id))];
    this.#today = today;
    this.#policies = policies;
    this.#configured = configured.map((one) => ({ ...one, used: new Set<string>() }));
  }

  /** Takes in the suppressions of a file; nothing the second time. */
  read(source: Source, kind: InputKind): void {
    if (this.#files.has(source.name)) return;
    const found: Suppression[] = [];
    this.#files.set(source.name, found);
    if (!source.text.includes(MARK)) return;
    if (kind !== 'container') {
      this.#comments(source, found);
      return;
    }
    for (const { decoded, about } of jsonTexts(source.text)) {
      const text = source.nest(decoded.value, decoded.map, about ? 'notes' : 'text');
      if (about) this.#notes(text, about, found);
      else this.#comments(text, found);
    }
  }

  /** Notes which entries of the configuration are about a part of this unit. */
  judged({ source, entities }: Unit): void {
    if (this.#configured.length === 0) return;
    const names = new Set(entities.map(({ name }) => name));
    for (const one of this.#configured) {
      if (names.has(one.entity) && one.isAbout(source.root.name)) this.#met.add(one);
    }
  }

  /** True where a suppression stands for the place of a report. */
  cover({ rule, report, at }: PlacedReport): boolean {
    let covered = false;
    for (const { rules, span, entity, used } of this.#files.get(at.file) ?? []) {
      if (!rules.includes(rule)) continue;
      const isHere = span && span.start <= at.start && at.start < Math.max(span.end, span.start + 1);
      if (!isHere && (entity === undefined || entity !== report.entity)) continue;
      used.add(rule);
      covered = true;
    }
    for (const { rules, entity, isAbout, used } of this.#configured) {
      if (entity !== report.entity || !rules.includes(rule) || !isAbout(at.file)) continue;
      used.add(rule);
      covered = true;
    }
    return covered;
  }

  /**
   * What is wrong with the suppressions themselves; asked once all reports were covered.
   * @param open the reports that nothing covers
   */
  reports(open: readonly PlacedReport[], severities: Severities): Reported[] {
    // What was not read may hold what they are about.
    const unread = new Set(open.filter(({ rule }) => rule === 'parse-error').map(({ at }) => at.file));
    const here = [...this.#files].flatMap(([file, list]) => (unread.has(file) ? [] : list));
    const unused = [...here, ...this.#configured.filter((one) => this.#met.has(one))].flatMap((one) =>
      one.rules
        .filter((rule) => !one.used.has(rule) && severities.of(rule, one.location.source.root.name) !== 'off')
        .map((rule) => reported('suppression/unused', one.location, rule, unusedText(rule, one.location, open))),
    );
    const all = [...[...this.#files.values()].flat(), ...this.#configured];
    const expired = all.flatMap(({ until, location, rules }) =>
      until !== undefined && until < this.#today
        ? [reported('suppression/expired', location, rules.join(), expiredText(until))]
        : [],
    );
    return [...this.#mistakes, ...unused, ...expired];
  }

  #comments(source: Source, found: Suppression[]): void {
    const comments = suppressionComments(source.text);
    const places = new Places(source.text, comments);
    for (const [index, comment] of comments.entries()) {
      const directive = this.#directive(source, comment);
      if (!directive) continue;
      const { reach, rules, until } = directive;
      const whole = { start: 0, end: source.text.length };
      const place = reach === 'all' ? whole : reach === 'line' ? places.line(comment) : places.next(index);
      found.push({
        rules,
        ...(until !== undefined && { until }),
        used: new Set(),
        span: source.toRoot(place.start, place.end),
        location: locationOf(source, comment.span),
      });
    }
  }

  /** Lines of the notes of a tag, trigger, variable or template: they stand for the whole of it. */
  #notes(source: Source, about: Span, found: Suppression[]): void {
    const entity = nameIn(source.root.slice(about));
    for (const match of source.text.matchAll(NOTE)) {
      const [line, text = ''] = match;
      const start = match.index + line.length - text.length;
      const comment = { text: text.trimEnd(), start, span: { start, end: start + text.length } };
      const directive = this.#directive(source, comment);
      if (!directive) continue;
      const { rules, until } = directive;
      found.push({
        rules,
        ...(until !== undefined && { until }),
        used: new Set(),
        span: about,
        ...(entity !== undefined && { entity }),
        location: locationOf(source, comment.span),
      });
    }
  }

  /** What a comment says; what is wrong with it is kept, and it has no effect. */
  #directive(source: Source, { text, span }: SuppressionComment): Directive | undefined {
    const directive = readDirective(text, this.#rules, this.#policies ? undefined : POLICY);
    const location = locationOf(source, span);
    if (directive instanceof Phrase) {
      this.#mistakes.push(
        reported('suppression/malformed', location, text.slice(0, 200), {
          message: directive,
          why: say`The suppression has no effect.`,
        }),
      );
      return undefined;
    }
    if (directive.reason !== '') {
      const rules = directive.rules.filter((id) => this.#rules.includes(id));
      return rules.length === 0 ? undefined : { ...directive, rules };
    }
    this.#mistakes.push(
      reported('suppression/without-reason', location, directive.rules.join(), {
        message: say`A suppression without a reason.`,
        why: say`It has no effect: who reviews the file later must see why the finding is none.`,
        remedy: say`Write why: ${text.trim().split(/\s/, 1)[0] ?? ''} ${directive.rules.join(', ')} -- reason.`,
      }),
    );
    return undefined;
  }
}

/** A line of notes that begins with a suppression, also where somebody wrote it as a comment. */
const NOTE = /(?:^|[\r\n])[^\S\r\n]*(?:\/\/|#)?[^\S\r\n]*(taglint-disable[^\r\n]*)/g;

/** The id of a rule that a configuration may declare. */
const POLICY = new RegExp(`^${POLICY_GROUP}[a-z0-9-]+$`);

function isAboutSuppressions(id: BuiltInId): boolean {
  return id.startsWith('suppression/');
}

/** The name of a part of a container. */
function nameIn(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : undefined;
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

type Words = Pick<Report, 'message' | 'why' | 'remedy'>;

function unusedText(rule: string, location: Location, open: readonly PlacedReport[]): Words {
  const file = location.source.root.name;
  const { start } = location.source.toRoot(location.start, location.end);
  const others = open.filter((one) => one.rule === rule && one.at.file === file);
  const next = others.find(({ at }) => at.start >= start) ?? others.at(-1);
  return {
    message: say`Nothing of ${rule} is found where this suppression stands for.`,
    why: next
      ? say`The nearest finding of the rule begins on line ${next.at.line}.`
      : say`Left there, it would hide the next one unseen.`,
    remedy: next ? say`Move it in front of that line, or remove it.` : say`Remove it.`,
  };
}

function expiredText(until: string): Words {
  return {
    message: say`This suppression was to hold until ${until}.`,
    why: say`It still has effect.`,
    remedy: say`Repair what it hides, or look at it again and give it a new date.`,
  };
}

function reported(rule: BuiltInId, location: Location, subject: string, words: Words): Reported {
  const report: Report = { ...words, location, severity: 'warning', certainty: 'certain', subject, trail: [], law: [] };
  return { rule, unit: location.source.root, report };
}
