/** The language server: judges what is open in an editor, and tells why. */
import { fileURLToPath } from 'node:url';
import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  type Hover,
  MessageType,
  ProposedFeatures,
  type Range,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ruleDocs } from '../generated/rule-docs.ts';
import { version } from '../generated/version.ts';
import { type DocumentFindings, findingsOf } from './document.ts';
import { actionsOf, covers, diagnosticOf, fixAllOf, hoverOf, rangeOf, whyOf } from './shown.ts';

/** Typing goes on: what was begun for a text that is no longer there is of no use. */
const PAUSE = 200;
/** What else is open may be a part of what is typed, or have it as one; it is judged again when typing rests. */
const PAUSE_OF_OTHERS = 800;

/** All safe repairs of a document at once, as editors ask for it when a file is saved. */
const FIX_ALL = 'source.fixAll.taglint';

/** Files that change what is said of others, whoever changes them. */
const WATCHED = [
  '**/*.{yml,yaml}',
  '**/{.taglint-baseline.json,.gitignore,.taglintignore}',
  '**/*.{html,htm,liquid,twig,njk,j2,hbs,ejs,erb,php,vue,svelte,astro,js,mjs,cjs,ts,jsx,tsx,json}',
];
/** What comes and goes in great numbers, and is no source of a site. */
const UNWATCHED = /\/(?:node_modules|\.git)\//;

/** Serves until the editor has had enough. */
export function serve(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, input, output);
  const server = new Server(connection);
  server.listen();
  return new Promise((resolve) => connection.onExit(resolve));
}

class Server {
  readonly #connection: Connection;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #found = new Map<string, DocumentFindings & { readonly version: number }>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  #workspace: string[] = [];
  #complaint = '';
  /** The editor tells of files that change. */
  #watches = false;
  /** One run after the other: they share the machine with the editor. */
  #queue: Promise<void> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize(({ workspaceFolders, rootUri, capabilities }) => {
      const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
      this.#workspace = uris.flatMap((uri) => pathOf(uri) ?? []);
      this.#watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
      return {
        serverInfo: { name: 'taglint', version },
        capabilities: {
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
          hoverProvider: true,
          codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
      };
    });
    connection.onInitialized(() => {
      if (!this.#watches) return;
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      if (!changes.every(({ uri }) => UNWATCHED.test(uri))) this.#allSoon(PAUSE);
    });
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
      const gone = event.removed.flatMap(({ uri }) => pathOf(uri) ?? []);
      const added = event.added.flatMap(({ uri }) => pathOf(uri) ?? []);
      this.#workspace = [...this.#workspace.filter((folder) => !gone.includes(folder)), ...added];
      this.#allSoon(PAUSE);
    });
    connection.onHover(({ textDocument, position }) => this.#hover(textDocument.uri, position));
    connection.onCodeAction(({ textDocument, range, context }) => this.#actions(textDocument.uri, range, context.only));
    this.#documents.onDidChangeContent(({ document }) => {
      this.#allSoon(PAUSE_OF_OTHERS);
      this.#judgeSoon(document.uri);
    });
    // A layout or the configuration changes what is said of others.
    this.#documents.onDidSave(() => this.#allSoon(PAUSE));
    this.#documents.onDidClose(({ document: { uri } }) => {
      clearTimeout(this.#waiting.get(uri));
      this.#waiting.delete(uri);
      this.#found.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
      // What counts is the file again, whatever was typed.
      this.#allSoon(PAUSE);
    });
    this.#documents.listen(connection);
    connection.listen();
  }

  #allSoon(pause: number): void {
    for (const { uri } of this.#documents.all()) this.#judgeSoon(uri, pause);
  }

  #judgeSoon(uri: string, pause = PAUSE): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => {
        this.#waiting.delete(uri);
        this.#queue = this.#queue
          .then(() => this.#judge(uri))
          .catch((error: unknown) => this.#complain(error instanceof Error ? error.message : String(error)));
      }, pause),
    );
  }

  async #judge(uri: string): Promise<void> {
    const document = this.#documents.get(uri);
    const file = pathOf(uri);
    if (!document || file === undefined) return;
    const { version: judged } = document;
    const texts = new Map(
      this.#documents.all().flatMap((one) => {
        const path = pathOf(one.uri);
        return path === undefined ? [] : [[path, one.getText()] as const];
      }),
    );
    let found: DocumentFindings;
    try {
      found = await findingsOf(file, texts, this.#workspace);
      this.#complaint = '';
    } catch (error) {
      this.#complain(error instanceof Error ? error.message : String(error));
      return;
    }
    // Closed or changed in the meantime: another run is on its way.
    if (this.#documents.get(uri)?.version !== judged) return;
    this.#found.set(uri, { ...found, version: judged });
    const { findings, cwd } = found;
    const diagnostics = findings.map((finding) => diagnosticOf(finding, cwd));
    await this.#connection.sendDiagnostics({ uri, version: judged, diagnostics });
  }

  /** A wrong configuration is said once, not at every key. */
  #complain(message: string): void {
    if (message === this.#complaint) return;
    this.#complaint = message;
    const shown = { type: MessageType.Error, message: `taglint: ${message}` };
    // Nobody waits for an answer.
    void this.#connection.sendNotification(ShowMessageNotification.type, shown);
  }

  #hover(uri: string, position: { readonly line: number; readonly character: number }): Hover | undefined {
    const here = this.#found.get(uri)?.findings.filter((finding) => covers(rangeOf(finding), position)) ?? [];
    const [first, ...others] = here;
    if (!first) return undefined;
    const parts = [first, ...others].map((finding) => hoverOf(finding, whyOf(ruleDocs[finding.rule] ?? '')).value);
    return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, range: rangeOf(first) };
  }

  #actions(uri: string, { start, end }: Range, only: readonly CodeActionKind[] | undefined): CodeAction[] {
    const document = this.#documents.get(uri);
    const known = this.#found.get(uri);
    // Offsets of another text would repair something else.
    if (!document || known?.version !== document.version) return [];
    const wants = (kind: string): boolean =>
      only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
    const touched = known.findings.filter((finding) => {
      const range = rangeOf(finding);
      return covers(range, start) || covers(range, end) || covers({ start, end }, range.start);
    });
    const single = wants(CodeActionKind.QuickFix)
      ? touched.flatMap((finding) => actionsOf(finding, document, known.cwd))
      : [];
    const all = wants(FIX_ALL) ? fixAllOf(known.findings, document, FIX_ALL) : undefined;
    // What is safe is offered first.
    return [...single.filter(isPreferred), ...single.filter((one) => !isPreferred(one)), ...(all ? [all] : [])];
  }
}

function isPreferred(action: CodeAction): boolean {
  return action.isPreferred === true;
}

/** Undefined for what is no file: a text that has no name yet, a file on another machine. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
