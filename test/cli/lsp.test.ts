import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buildCommand, Folder, root } from './command.ts';
import { CLEAN_PAGE, CONTAINER, PIXEL, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

/** What a client keeps of a server: the last diagnostics of every document. */
class Client implements AsyncDisposable {
  readonly connection: ProtocolConnection;
  readonly messages: string[] = [];
  readonly exited: Promise<number | null>;
  readonly #folder: string;
  readonly #diagnostics = new Map<string, { readonly version: number | undefined; readonly list: Diagnostic[] }>();
  #waiting: (() => void)[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    const child = spawn(process.execPath, [join(root, 'dist/cli.js'), 'lsp', '--stdio'], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.exited = new Promise((resolve) => child.on('exit', resolve));
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
      this.#diagnostics.set(uri, { version, list: diagnostics });
      this.#told();
    });
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message);
      this.#told();
    });
    this.connection.listen();
  }

  async start(): Promise<void> {
    const uri = pathToFileURL(this.#folder).href;
    const { capabilities, serverInfo } = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'site' }],
      capabilities: {},
    });
    expect(serverInfo?.name).toBe('taglint');
    expect(capabilities).toMatchObject({ hoverProvider: true, codeActionProvider: { codeActionKinds: ['quickfix'] } });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  uri(name: string): string {
    return pathToFileURL(join(this.#folder, name)).href;
  }

  async open(name: string, text: string): Promise<Diagnostic[]> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name), languageId: 'html', version: 1, text },
    });
    return this.diagnostics(name, 1);
  }

  async change(name: string, version: number, text: string): Promise<Diagnostic[]> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name), version },
      contentChanges: [{ text }],
    });
    return this.diagnostics(name, version);
  }

  /** Those of that version of a document, when they come. */
  async diagnostics(name: string, version: number): Promise<Diagnostic[]> {
    for (;;) {
      const known = this.#diagnostics.get(this.uri(name));
      if (known?.version === version) return known.list;
      await this.next();
    }
  }

  forget(name: string): void {
    this.#diagnostics.delete(this.uri(name));
  }

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #told(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    expect(await this.exited).toBe(0);
    this.connection.dispose();
  }
}

async function client(folder: Folder): Promise<Client> {
  const started = new Client(folder.path);
  await started.start();
  return started;
}

describe('taglint lsp', () => {
  it('tells findings where they stand, of what is typed and not of what is saved', async () => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE });
    await using editor = await client(folder);
    expect(await editor.open('a.html', CLEAN_PAGE)).toEqual([]);
    const typed = await editor.change('a.html', 2, PIXEL_PAGE);
    const error = typed.find(({ code }) => code === 'consent/fires-before-consent');
    expect(error).toMatchObject({ severity: 1, source: 'taglint' });
    const document = TextDocument.create('', '', 0, PIXEL_PAGE);
    expect(error && document.getText(error.range)).toBe('t.src=v');
    expect(error?.relatedInformation?.[0]?.location.uri).toBe(editor.uri('a.html'));
    expect(await editor.change('a.html', 3, CLEAN_PAGE)).toEqual([]);
    expect(readFileSync(join(folder.path, 'a.html'), 'utf8')).toBe(CLEAN_PAGE);
  }, 60_000);

  it('tells on hover how it comes about, what to do, and why it matters', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    await using editor = await client(folder);
    const [first] = await editor.open('a.html', PIXEL_PAGE);
    const textDocument = { uri: editor.uri('a.html') };
    const position = first?.range.start ?? { line: 0, character: 0 };
    const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument, position });
    const text = JSON.stringify(hover?.contents);
    for (const part of [String(first?.code), '**What to do**', '**Why**', '**Law**']) expect(text).toContain(part);
    const nowhere = { textDocument, position: { line: 0, character: 0 } };
    expect(await editor.connection.sendRequest(HoverRequest.type, nowhere)).toBeNull();
  }, 60_000);

  it('offers repairs that leave no finding', async () => {
    const page =
      "<script>\nfbq('init', '1234567890123456');\n</script>\n<img src=\"http://www.facebook.com/tr?id=1&ev=PageView\">\n";
    using folder = new Folder({ 'a.html': page });
    await using editor = await client(folder);
    const diagnostics = await editor.open('a.html', page);
    const insecure = diagnostics.find(({ code }) => code === 'security/insecure-transport');
    expect(insecure).toBeDefined();
    const actions = await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: editor.uri('a.html') },
      range: insecure?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [] },
    });
    const [repair] = (actions ?? []).filter((one): one is CodeAction => 'edit' in one && one.isPreferred === true);
    const edits = repair?.edit?.changes?.[editor.uri('a.html')] ?? [];
    const repaired = TextDocument.applyEdits(TextDocument.create('', '', 0, page), edits);
    expect(repaired).toContain('https://www.facebook.com/tr');
    const after = await editor.change('a.html', 2, repaired);
    expect(after.map(({ code }) => code)).not.toContain('security/insecure-transport');
  }, 60_000);

  it('judges a part with its page, and again when another document is saved', async () => {
    const gated = '{% if consent.marketing %}{% include "pixel.html" %}{% endif %}';
    using folder = new Folder({
      'index.html': '<!doctype html><title>t</title>{% include "pixel.html" %}',
      'pixel.html': `<script>${PIXEL}</script>`,
    });
    await using editor = await client(folder);
    const alone = await editor.open('pixel.html', `<script>${PIXEL}</script>`);
    expect(alone.map(({ code }) => code)).toContain('consent/fires-before-consent');
    await editor.open('index.html', '<!doctype html><title>t</title>{% include "pixel.html" %}');
    await editor.change('index.html', 2, `<!doctype html><title>t</title>${gated}`);
    editor.forget('pixel.html');
    await editor.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: editor.uri('index.html') },
    });
    const behind = await editor.diagnostics('pixel.html', 1);
    expect(behind.map(({ code }) => code)).not.toContain('consent/fires-before-consent');
  }, 60_000);

  it('reads containers, and a file that was never saved', async () => {
    using folder = new Folder({ 'GTM-TEST.json': CONTAINER });
    await using editor = await client(folder);
    expect((await editor.open('GTM-TEST.json', CONTAINER)).length).toBeGreaterThan(0);
    expect((await editor.open('new.html', PIXEL_PAGE)).length).toBeGreaterThan(0);
    editor.forget('new.html');
    await editor.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: editor.uri('new.html') },
    });
    await editor.next();
  }, 60_000);

  it('says once what is wrong with a configuration, and goes on when it is right', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, '.taglint.yml': 'extend: strict\n' });
    await using editor = await client(folder);
    const opened = editor.open('a.html', PIXEL_PAGE);
    while (editor.messages.length === 0) await editor.next();
    expect(editor.messages).toEqual([expect.stringMatching(/^taglint: .*\.taglint\.yml:1:1.*did you mean extends\?/)]);
    writeFileSync(join(folder.path, '.taglint.yml'), 'rules: { consent/fires-before-consent: off }\n');
    await editor.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: editor.uri('a.html') },
    });
    expect((await opened).map(({ code }) => code)).not.toContain('consent/fires-before-consent');
  }, 60_000);

  it('shows no personal data', async () => {
    const page = PIXEL_PAGE.replace(
      "'1234567890123456');",
      "'1234567890123456', { em: 'anna.svensson@example.com' });",
    );
    using folder = new Folder({ 'a.html': page });
    await using editor = await client(folder);
    const diagnostics = await editor.open('a.html', page);
    expect(diagnostics.map(({ code }) => code)).toContain('data/advanced-matching');
    expect(JSON.stringify(diagnostics)).not.toContain('anna.svensson');
  }, 60_000);
});
