import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
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
  /** Name and version of what came, in order. */
  readonly published: string[] = [];
  readonly watched: unknown[] = [];
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
      this.published.push(`${uri.slice(uri.lastIndexOf('/') + 1)} ${version}`);
      this.#diagnostics.set(uri, { version, list: diagnostics });
      this.#told();
    });
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message);
      this.#told();
    });
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.watched.push(...registrations.map(({ registerOptions }) => registerOptions));
      this.#told();
    });
    this.connection.listen();
  }

  async start(capabilitiesOfClient: ClientCapabilities = {}): Promise<void> {
    const uri = pathToFileURL(this.#folder).href;
    const { capabilities, serverInfo } = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'site' }],
      capabilities: capabilitiesOfClient,
    });
    expect(serverInfo?.name).toBe('taglint');
    expect(capabilities).toMatchObject({
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.taglint'] },
    });
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

  /** As typing does it: no answer is waited for. */
  async type(name: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name), version },
      contentChanges: [{ text }],
    });
  }

  async actions(name: string, only?: string[]): Promise<CodeAction[]> {
    const everything = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uri(name) },
      range: everything,
      context: { diagnostics: [], ...(only && { only }) },
    });
    return (actions ?? []).filter((one): one is CodeAction => 'edit' in one);
  }

  async change(name: string, version: number, text: string): Promise<Diagnostic[]> {
    await this.type(name, version, text);
    return this.diagnostics(name, version);
  }

  /** Those of that version of a document, when they come. */
  async diagnostics(name: string, version: number): Promise<Diagnostic[]> {
    return this.diagnosticsOf(this.uri(name), version);
  }

  async diagnosticsOf(uri: string, version: number): Promise<Diagnostic[]> {
    for (;;) {
      const known = this.#diagnostics.get(uri);
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

/** Documents of another folder than that which the client began with. */
class OtherFolder {
  readonly #client: Client;
  readonly #folder: string;

  constructor(editor: Client, folder: string) {
    this.#client = editor;
    this.#folder = folder;
  }

  async open(name: string, text: string): Promise<Diagnostic[]> {
    const uri = pathToFileURL(join(this.#folder, name)).href;
    await this.#client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'html', version: 1, text },
    });
    return this.#client.diagnosticsOf(uri, 1);
  }
}

async function client(folder: Folder, capabilities: ClientCapabilities = {}): Promise<Client> {
  const started = new Client(folder.path);
  await started.start(capabilities);
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

  it('judges a part again while its page is typed, saved or not', async () => {
    const page = (part: string): string => `<!doctype html><title>t</title>${part}`;
    const part = `<script>${PIXEL}</script>`;
    using folder = new Folder({ 'index.html': page('{% include "pixel.html" %}'), 'pixel.html': part });
    await using editor = await client(folder);
    await editor.open('index.html', page('{% include "pixel.html" %}'));
    expect((await editor.open('pixel.html', part)).map(({ code }) => code)).toContain('consent/fires-before-consent');
    editor.forget('pixel.html');
    await editor.type('index.html', 2, page('{% if consent.marketing %}{% include "pixel.html" %}{% endif %}'));
    const behind = await editor.diagnostics('pixel.html', 1);
    expect(behind.map(({ code }) => code)).not.toContain('consent/fires-before-consent');
    // What a page takes in counts as it is typed, too: the finding stands in the part.
    const typed = await editor.change('pixel.html', 2, '<p></p>');
    expect(typed).toEqual([]);
  }, 60_000);

  it('judges what is there when typing rests, not every key', async () => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE });
    await using editor = await client(folder);
    await editor.open('a.html', CLEAN_PAGE);
    for (let version = 2; version < 60; version++) await editor.type('a.html', version, `${PIXEL_PAGE}<p>${version}`);
    const last = await editor.change('a.html', 60, PIXEL_PAGE);
    expect(last.map(({ code }) => code)).toContain('consent/fires-before-consent');
    expect(editor.published.length).toBeLessThan(6);
  }, 60_000);

  it('goes by the folder that holds a document, of several that come and go', async () => {
    using one = new Folder({ 'a.html': PIXEL_PAGE, '.taglint.yml': 'rules: { consent/fires-before-consent: off }\n' });
    using other = new Folder({ 'layout.html': PIXEL_PAGE, 'a.html': '{% extends "layout.html" %}' });
    await using editor = await client(one);
    expect((await editor.open('a.html', PIXEL_PAGE)).map(({ code }) => code)).not.toContain(
      'consent/fires-before-consent',
    );
    const folder = { uri: pathToFileURL(other.path).href, name: 'other' };
    await editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [folder], removed: [] },
    });
    const second = new OtherFolder(editor, other.path);
    const found = await second.open('layout.html', PIXEL_PAGE);
    expect(found.map(({ code }) => code)).toContain('consent/fires-before-consent');
  }, 60_000);

  it('judges again when a file changes outside of the editor', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    await using editor = await client(folder, {
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    });
    while (editor.watched.length === 0) await editor.next();
    expect(JSON.stringify(editor.watched)).toContain('**/*.{yml,yaml}');
    await editor.open('a.html', PIXEL_PAGE);
    writeFileSync(join(folder.path, '.taglint.yml'), 'rules: { consent/fires-before-consent: off }\n');
    const told = async (name: string): Promise<void> =>
      editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: editor.uri(name), type: 1 }],
      });
    const before = editor.published.length;
    editor.forget('a.html');
    await told('.taglint.yml');
    expect((await editor.diagnostics('a.html', 1)).map(({ code }) => code)).not.toContain(
      'consent/fires-before-consent',
    );
    await told('node_modules/x/package.json');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(editor.published.length).toBe(before + 1);
  }, 60_000);

  it('makes all safe repairs at once, and offers them before others', async () => {
    const page =
      "<script>\nfbq('init', '1234567890123456');\n</script>\n<img src=\"http://www.facebook.com/tr?id=1&ev=PageView\">\n";
    using folder = new Folder({ 'a.html': page });
    await using editor = await client(folder);
    await editor.open('a.html', page);
    const all = await editor.actions('a.html', ['source.fixAll']);
    expect(all.map(({ kind }) => kind)).toEqual(['source.fixAll.taglint']);
    const edits = all[0]?.edit?.changes?.[editor.uri('a.html')] ?? [];
    const repaired = TextDocument.applyEdits(TextDocument.create('', '', 0, page), edits);
    expect(repaired).toContain('https://www.facebook.com/tr');
    expect(repaired).toContain("fbq('set', 'autoConfig', false, '1234567890123456');");
    const single = await editor.actions('a.html', ['quickfix']);
    const preferred = single.map(({ isPreferred }) => isPreferred === true);
    expect(preferred).toEqual([...preferred].sort((a, b) => Number(b) - Number(a)));
    expect(new Set(preferred)).toEqual(new Set([true, false]));
    await editor.change('a.html', 2, repaired);
    expect(await editor.actions('a.html', ['source.fixAll'])).toEqual([]);
    expect(await editor.actions('a.html', ['refactor'])).toEqual([]);
  }, 60_000);
});
