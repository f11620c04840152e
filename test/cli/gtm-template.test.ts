import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { templateText } from '../extract/gtm/template.ts';
import { buildCommand, Folder, taglint } from './command.ts';

beforeAll(buildCommand);

const GRANTS = `
const setDefaultConsentState = require('setDefaultConsentState');
setDefaultConsentState({ ad_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' });
data.gtmOnSuccess();`;

const resultSchema = z.object({
  findings: z.array(z.object({ rule: z.string(), file: z.string(), line: z.number(), column: z.number() })),
  stats: z.object({ units: z.number() }),
});

describe('templates of Tag Manager', () => {
  it('are told from those of Smarty and read', async () => {
    using folder = new Folder({
      'consent/template.tpl': templateText(GRANTS, { name: 'Consent defaults' }),
      'broken/template.tpl': templateText('const setDefaultConsentState = require(;'),
      'theme/page.tpl': '{if $shop}<p>{$shop.name}</p>{/if}',
    });
    const { stdout, status } = await taglint(['--format', 'json', '.'], { cwd: folder.path });
    const { findings } = resultSchema.parse(JSON.parse(stdout));
    expect(findings.map(({ rule, file, line, column }) => `${file}:${line}:${column} ${rule}`)).toEqual([
      'broken/template.tpl:21:40 parse-error',
      'consent/template.tpl:23:1 consent-mode/granted-default',
    ]);
    expect(status).toBe(1);
    expect((await taglint(['matrix', 'consent/template.tpl'], { cwd: folder.path })).status).toBe(0);
  });
});
