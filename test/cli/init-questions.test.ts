import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder } from './command.ts';
import { PIXEL_PAGE } from './samples.ts';
import { hasTerminals, KEYS, Terminal } from './terminal.ts';

beforeAll(buildCommand);

const SECTOR = 'What is the site about?';
const REGIME = 'Under which law do visitors come?';
const PLATFORM = 'No file loads a consent platform.';
const HOOK = 'What runs before a commit?';
const PIPELINE = 'Where do pipelines run?';
const AGREE = 'Write it?';

class Site extends Folder {
  constructor(files: Readonly<Record<string, string>> = {}) {
    super({ 'index.html': PIXEL_PAGE, ...files });
    spawnSync('git', ['init', '-q'], { cwd: this.path });
  }

  get names(): string[] {
    const names = readdirSync(this.path, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => !/^\.git\b/.test(name) || name === '.git/hooks/pre-commit').sort();
  }
}

describe.skipIf(!hasTerminals)('taglint init on a terminal', { timeout: 60_000 }, () => {
  it('asks, and writes what was answered', async () => {
    using site = new Site();
    using terminal = new Terminal(['init'], site.path);
    await terminal.answer(SECTOR, KEYS.down, KEYS.enter);
    await terminal.answer(REGIME, KEYS.down, KEYS.enter);
    await terminal.answer(PLATFORM, 'cookiebot', KEYS.enter);
    await terminal.answer(HOOK, KEYS.enter);
    await terminal.answer(PIPELINE, KEYS.enter);
    await terminal.answer(AGREE, KEYS.enter);
    expect(await terminal.ended).toBe(0);
    const config = site.read('.taglint.yml');
    expect(config).toMatch(/^ *sector: pharmacy$|pharmacy/m);
    expect(config).toContain('us-opt-out');
    expect(config).toContain('cookiebot');
    expect(site.names).toContain('.git/hooks/pre-commit');
    expect(terminal.text).toContain('Next:');
  });

  it('asks nothing that options say, or files', async () => {
    using site = new Site({
      'index.html': PIXEL_PAGE.replace('<title>', '<script src="https://consent.cookiebot.com/uc.js"></script><title>'),
    });
    using terminal = new Terminal(
      ['init', '--sector', 'bank', '--regime', 'eu', '--hook', 'none', '--ci', 'none'],
      site.path,
    );
    await terminal.answer(AGREE, KEYS.enter);
    expect(await terminal.ended).toBe(0);
    expect(site.names).toEqual(['.taglint.yml', 'index.html']);
  });

  it('asks nothing where all is there', async () => {
    using site = new Site();
    using first = new Terminal(['init', '--yes'], site.path);
    expect(await first.ended).toBe(0);
    const before = site.names;
    using second = new Terminal(['init'], site.path);
    expect(await second.ended).toBe(0);
    expect(second.text).toContain('Nothing to do');
    expect(site.names).toEqual(before);
  });

  it.each([
    ['Ctrl-C at the first question', [SECTOR, KEYS.interrupt]],
    ['Escape at the first question', [SECTOR, KEYS.escape]],
    ['Ctrl-C in the middle', [SECTOR, KEYS.enter, REGIME, KEYS.enter, PLATFORM, 'cook', KEYS.interrupt]],
    [
      'Ctrl-C before the first file is written',
      [
        SECTOR,
        KEYS.enter,
        REGIME,
        KEYS.enter,
        PLATFORM,
        KEYS.enter,
        HOOK,
        KEYS.enter,
        PIPELINE,
        KEYS.enter,
        AGREE,
        KEYS.interrupt,
      ],
    ],
    [
      'no at the end',
      [
        SECTOR,
        KEYS.enter,
        REGIME,
        KEYS.enter,
        PLATFORM,
        KEYS.enter,
        HOOK,
        KEYS.enter,
        PIPELINE,
        KEYS.enter,
        AGREE,
        'n',
      ],
    ],
  ])('writes nothing after %s', async (_, steps) => {
    using site = new Site();
    const before = site.names;
    using terminal = new Terminal(['init'], site.path);
    const questions = [SECTOR, REGIME, PLATFORM, HOOK, PIPELINE, AGREE];
    for (let at = 0; at < steps.length; ) {
      const next = steps.findIndex((step, index) => index > at && questions.includes(step));
      const end = next < 0 ? steps.length : next;
      await terminal.answer(steps[at] ?? '', ...steps.slice(at + 1, end));
      at = end;
    }
    expect(await terminal.ended).toBe(130);
    expect(terminal.text).toContain('Nothing was written.');
    expect(site.names).toEqual(before);
  });
});
