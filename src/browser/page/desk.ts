/** What is open, what was found in it, and how one leads to the other. */
import { type FileKind, kindOfName } from '../../discover/kinds.ts';
import type { Finding, Suggestion } from '../../model/finding.ts';
import type { Configured, Export, Judged, JudgeOptions, TextFile } from '../protocol.ts';
import { roleOf, type SettingsRole } from '../settings-files.ts';
import { isPath } from '../share.ts';
import { ComparedView } from './compared-view.ts';
import { known, save } from './dom.ts';
import { EditorSlot } from './editor-slot.ts';
import { drawFiles } from './files-bar.ts';
import { FindingsView } from './findings-view.ts';
import { type Answer, JudgeClient } from './judge-client.ts';
import { MatrixView } from './matrix-view.ts';
import type { Opened } from './open-files.ts';
import { ReportView } from './report-view.ts';
import { Status } from './status.ts';
import { Views } from './views.ts';
import { welcome } from './welcome.ts';

/** Named after nothing that tells a language: what it is shows in what stands in it. */
const UNNAMED = 'snippet';
/** What else a configuration may say, to begin with. */
const SUGGESTED = `# vendors:
#   allow: [matomo, cdn.example.com]
# rules:
#   security/unknown-third-party: off
`;
/** After the last key. */
const PAUSE = 350;

const KINDS: Readonly<Record<FileKind, string>> = {
  html: 'read as a page or template',
  script: 'read as a script',
  container: 'read as a container of Tag Manager',
  'gtm-template': 'read as a custom template of Tag Manager',
  json: 'read as a settings file',
  other: 'neither a page, a script nor a container',
};

const ROLES: Readonly<Record<SettingsRole, string>> = {
  configuration: 'read as the configuration',
  record: 'read as the reviewed record',
  notice: 'read as whom the privacy notice names',
  other: 'counts only where the configuration brings it in',
};

/** Where a configuration is written that somebody begins here. */
const CONFIGURATION = '.taglint.yml';

const NAMES: Readonly<Record<Export, readonly [name: string, type: string]>> = {
  json: ['taglint.json', 'application/json'],
  sarif: ['taglint.sarif', 'application/sarif+json'],
  report: ['taglint-report.html', 'text/html'],
  inventory: ['taglint-inventory.csv', 'text/csv'],
};

interface JudgedFiles {
  readonly files: readonly TextFile[];
  readonly judged: Judged;
}

export class Desk {
  readonly #editor: EditorSlot;
  readonly #welcome = welcome();
  readonly #views: Views;
  readonly #findings: FindingsView;
  readonly #compared: ComparedView;
  readonly #matrix: MatrixView;
  readonly #report: ReportView;
  readonly #status = new Status(known('status', HTMLElement));
  readonly #client = new JudgeClient((parts) => this.#status.loading(parts));
  readonly #list = known('files', HTMLElement);
  readonly #nameInput = known('file-name', HTMLInputElement);
  readonly #kind = known('file-kind', HTMLElement);
  readonly #defaults = known('defaults-choice', HTMLElement);
  #files: readonly TextFile[] = [{ path: UNNAMED, text: '', explicit: true }];
  #active = UNNAMED;
  #options: JudgeOptions = { sector: 'general', regime: 'eu', strictness: 'default' };
  #onConfigured: ((configured: Configured | undefined) => void) | undefined;
  /** What was judged, and what came of it. */
  #judged: JudgedFiles | undefined;
  /** What the report that is shown is about. */
  #reported: JudgedFiles | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#editor = new EditorSlot(known('editor', HTMLElement), {
      changed: (text) => this.#changed(text),
      focused: () => this.prepare(),
    });
    this.#views = new Views(known('views', HTMLElement), 'Results', [
      { id: 'findings', title: 'Findings' },
      { id: 'matrix', title: 'Consent matrix' },
      { id: 'report', title: 'Report' },
    ]);
    this.#views.onSelect((id) => id === 'report' && void this.#showReport());
    const jump: ConstructorParameters<typeof MatrixView>[1] = (file, place) => this.#jump(file, place);
    this.#views.panel('findings').append(this.#welcome);
    this.#compared = new ComparedView(this.#views.panel('findings'));
    this.#findings = new FindingsView(this.#views.panel('findings'), {
      jump: (file, from, to) => this.#jump(file, from, to),
      repair: (finding, repair) => this.#repair(finding, repair),
    });
    this.#matrix = new MatrixView(this.#views.panel('matrix'), jump);
    this.#report = new ReportView(this.#views.panel('report'), {
      save: () => void this.save('report'),
      again: () => {
        this.#reported = undefined;
        void this.#showReport();
      },
    });
    this.#nameInput.addEventListener('change', () => this.#rename(this.#nameInput.value.trim()));
    this.#showFile();
  }

  get shared(): { readonly files: readonly TextFile[]; readonly options: JudgeOptions } {
    return { files: this.#files, options: this.#options };
  }

  /** Told of what files said of how the others are judged, after each judgement. */
  onConfigured(listener: (configured: Configured | undefined) => void): void {
    this.#onConfigured = listener;
  }

  /** Shows the configuration; where there is none, one that says what the page asks. */
  configure(): void {
    const there = this.#files.find((file) => roleOf(file) === 'configuration');
    if (!there) {
      const { sector, regime, strictness } = this.#options;
      const text = `site:\n  sector: ${sector}\n  regime: ${regime}\nstrictness: ${strictness}\n${SUGGESTED}`;
      this.#files = [...this.#files, { path: CONFIGURATION, text, explicit: true }];
      this.judgeNow();
    }
    this.#choose(there?.path ?? CONFIGURATION);
  }

  /** Takes the place of what is open; files that only say how others are judged come to it. */
  open(
    files: readonly Pick<TextFile, 'path' | 'text'>[] | readonly TextFile[],
    left: Opened['left'] = [],
    options = this.#options,
  ): void {
    const taken = files.map((file) => ({ explicit: true, ...file }));
    this.#options = options;
    this.#status.left(left);
    const [first] = taken;
    if (!first) return;
    const isAdded = taken.every((file) => roleOf(file) !== undefined) && this.#files.some(({ text }) => text !== '');
    const kept = isAdded ? this.#files.filter(({ path }) => taken.every((file) => file.path !== path)) : [];
    for (const file of this.#files) if (!kept.includes(file)) this.#editor.forget(file.path);
    this.#files = [...kept, ...taken];
    this.#active = first.path;
    this.#judged = undefined;
    this.#showFile();
    this.judgeNow();
  }

  setOptions(options: JudgeOptions): void {
    this.#options = options;
    this.judgeNow();
  }

  /** Somebody is about to put something in. */
  prepare(): void {
    // What judges is waited for, and comes first.
    void this.#client.prepare().then(() => this.#editor.enrich());
  }

  judgeNow(): void {
    clearTimeout(this.#timer);
    void this.#judge();
  }

  async save(document: Export): Promise<void> {
    const text = await this.#written(document);
    if (text !== undefined) save(...NAMES[document], text);
  }

  async #written(document: Export): Promise<string | undefined> {
    const today = new Date().toISOString().slice(0, 10);
    const { language } = this.#report;
    const answer = await this.#client.judge({ ...this.shared, document, today, language });
    if (answer.kind === 'document') return answer.text;
    this.#tell(answer);
    return undefined;
  }

  /** Made when somebody looks at it, and once for what was judged. */
  async #showReport(): Promise<void> {
    const judged = this.#judged;
    if (!judged || this.#reported === judged) return;
    this.#reported = judged;
    this.#report.clear('The report is being written …');
    const text = await this.#written('report');
    if (text !== undefined && this.#views.selected === 'report') this.#report.show(text);
    else this.#reported = undefined;
  }

  #changed(text: string): void {
    this.#files = this.#files.map((file) => (file.path === this.#active ? { ...file, text } : file));
    this.#showKind();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#judge(), PAUSE);
  }

  async #judge(): Promise<void> {
    const files = this.#files;
    if (files.every(({ text }) => text.trim() === '')) {
      this.#judged = undefined;
      this.#status.empty();
      this.#drawResult();
      return;
    }
    this.prepare();
    this.#status.judging();
    const answer = await this.#client.judge({ files, options: this.#options });
    if (answer.kind === 'judged') {
      this.#judged = { files, judged: answer.judged };
      this.#status.judged(answer.judged, answer.without);
      this.#drawResult();
    } else this.#tell(answer);
  }

  #tell(answer: Answer): void {
    if (answer.kind === 'failed') this.#status.failed(answer.message);
    if (answer.kind === 'timeout') this.#status.timedOut();
  }

  #drawResult(): void {
    this.#showKind();
    const { result, matrix = [] } = this.#judged?.judged ?? {};
    const findings = result?.findings ?? [];
    if (result) this.#findings.show(result);
    this.#welcome.hidden = result !== undefined;
    this.#findings.hidden = result === undefined;
    const { configured } = this.#judged?.judged ?? {};
    this.#compared.show(configured?.notice);
    this.#onConfigured?.(configured);
    this.#matrix.show(matrix);
    const tags = matrix.reduce((count, unit) => count + unit.tags.length, 0);
    this.#views.setCount('findings', result ? `Findings ${findings.length}` : 'Findings');
    this.#views.setCount('matrix', tags === 0 ? 'Consent matrix' : `Consent matrix ${tags}`);
    if (!result) this.#report.clear();
    else if (this.#views.selected === 'report') void this.#showReport();
    this.#mark();
    this.#drawFiles();
  }

  /** Findings are marked in the text that they were found in, and in no other. */
  #mark(): void {
    const { files = [], judged } = this.#judged ?? {};
    const before = files.find(({ path }) => path === this.#active);
    const now = this.#files.find(({ path }) => path === this.#active);
    const isSame = before !== undefined && before.text === now?.text;
    const findings = judged?.result.findings ?? [];
    if (isSame || !judged) this.#editor.mark(findings.filter(({ file }) => file === this.#active));
  }

  #drawFiles(): void {
    drawFiles(this.#list, this.#files, this.#active, this.#judged?.judged.result.findings ?? [], {
      choose: (path) => this.#choose(path),
      close: (path) => this.#close(path),
    });
  }

  #choose(path: string): void {
    if (path !== this.#active) {
      this.#active = path;
      this.#showFile();
    }
    this.#editor.focus();
  }

  #close(path: string): void {
    this.#files = this.#files.filter((file) => file.path !== path);
    this.#editor.forget(path);
    const [first] = this.#files;
    if (path === this.#active && first) this.#active = first.path;
    this.#showFile();
    this.judgeNow();
  }

  #showFile(): void {
    const file = this.#files.find(({ path }) => path === this.#active);
    if (!file) return;
    this.#nameInput.value = file.path;
    this.#editor.show(file.path, file.text, this.#kindOf(file) ?? kindAtFirst(file));
    this.#showKind();
    this.#mark();
    this.#drawFiles();
  }

  #showKind(): void {
    const file = this.#files.find(({ path }) => path === this.#active);
    if (!file) return;
    const role = roleOf(file);
    const kind = this.#kindOf(file);
    const said = role ? ROLES[role] : kind && KINDS[kind];
    this.#kind.textContent = file.text.trim() === '' ? '' : (said ?? '');
    // Of a container alone, that is the answer to most of what is not known.
    this.#defaults.hidden = kind !== 'container' && this.#options.defaultsOnPage === undefined;
    this.#editor.setKind(file.path, kind ?? kindAtFirst(file));
  }

  /** What a file was read as; undefined for one that was not judged yet. */
  #kindOf({ path }: TextFile): FileKind | undefined {
    const { files = [], judged } = this.#judged ?? {};
    return judged?.kinds[files.findIndex((file) => file.path === path)];
  }

  #rename(path: string): void {
    const isFree = this.#files.every((file) => file.path === this.#active || file.path !== path);
    if (!isPath(path) || !isFree) {
      this.#nameInput.value = this.#active;
      return;
    }
    this.#files = this.#files.map((file) => (file.path === this.#active ? { ...file, path } : file));
    this.#editor.rename(path);
    this.#active = path;
    this.#showKind();
    this.#drawFiles();
    this.judgeNow();
  }

  #jump(file: string, from: { line: number; column: number }, to = from): void {
    if (!this.#files.some(({ path }) => path === file)) return;
    this.#choose(file);
    this.#editor.jump(from, to);
  }

  #repair({ file }: Finding, { edits }: Suggestion): void {
    const before = this.#judged?.files.find(({ path }) => path === file);
    const now = this.#files.find(({ path }) => path === file);
    // Offsets are those of the text that was judged.
    if (!before || before.text !== now?.text) return;
    this.#choose(file);
    this.#editor.replace(edits);
  }
}

/** What a text is shown as until it was judged. */
function kindAtFirst({ path, text }: TextFile): FileKind {
  const byName = kindOfName(path);
  if (byName === 'html' || byName === 'script' || byName === 'json') return byName;
  const [start] = text.trimStart();
  return start === '<' ? 'html' : start === '{' || start === '[' ? 'json' : 'script';
}
