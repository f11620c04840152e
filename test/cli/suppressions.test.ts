import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder, taglint } from './command.ts';

beforeAll(buildCommand);

const TAG = '<script async src="https://static.hotjar.com/c/hotjar-1.js"></script>';
const page = (comment: string): string => `<html><head>\n${comment}\n${TAG}\n</head></html>\n`;
const container = JSON.stringify(
  {
    exportFormatVersion: 2,
    containerVersion: {
      tag: [
        {
          tagId: '1',
          name: 'Hotjar',
          type: 'html',
          consentSettings: { consentStatus: 'NOT_NEEDED' },
          parameter: [{ type: 'TEMPLATE', key: 'html', value: TAG }],
          firingTriggerId: ['2147479553'],
        },
      ],
    },
  },
  null,
  2,
);

describe('suppressions', () => {
  it('take a finding out of the run, and are passed over on request', async () => {
    const suppression = '<!-- taglint-disable-next-line consent/fires-before-consent -- a test -->';
    using folder = new Folder({ 'a.html': page(suppression) });
    const { status, stdout } = await taglint(['.'], { cwd: folder.path });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^No findings\.\n.*1 finding suppressed\.\n$/)]);
    expect((await taglint(['--no-suppressions', '.'], { cwd: folder.path })).status).toBe(1);
  });

  it('are reported where they are of no use, and that can be set like a rule', async () => {
    using folder = new Folder({
      'a.html': '<!-- taglint-disable-next-line consent/fires-before-consent -- a test -->\n',
    });
    const { status, stdout } = await taglint(['--fail-on', 'warning', '.'], { cwd: folder.path });
    expect([status, stdout]).toEqual([1, expect.stringContaining('1:1  warning  suppression/unused')]);
    const off = await taglint(['--rule', 'suppression/unused=off', '--fail-on', 'warning', '.'], { cwd: folder.path });
    expect(off.status).toBe(0);
    expect((await taglint(['explain', 'suppression/unused'], { cwd: folder.path })).stdout).toContain(
      '# suppression/unused',
    );
  });

  it('name parts of a container in the configuration, from whatever folder the command is started', async () => {
    const entry = (file: string): string =>
      `suppressions:\n  - { rule: consent/fires-before-consent, entity: Hotjar, file: ${file}, reason: a test, until: 2020-01-31 }\n`;
    using folder = new Folder({ 'tags/GTM-1.json': container, 'src/a.html': '', '.taglint.yml': entry('tags/*.json') });
    for (const [args, cwd] of [
      ['.', folder.path],
      ['../tags', `${folder.path}/src`],
    ] as const) {
      const { status, stdout } = await taglint([args], { cwd });
      expect([status, stdout]).toEqual([0, expect.stringContaining('2:5  warning  suppression/expired')]);
    }
    using other = new Folder({ 'tags/GTM-1.json': container, '.taglint.yml': entry('old/*.json') });
    expect((await taglint(['.'], { cwd: other.path })).status).toBe(1);
  });
});
