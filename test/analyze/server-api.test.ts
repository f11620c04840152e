import { describe, expect, it } from 'vitest';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';

async function rulesOn(path: string, kind: 'html' | 'script', text: string): Promise<string[]> {
  const linter = new Linter({ catalog, sensitive, rules, version: '0' });
  await linter.lint({ path, kind, text });
  return linter.result(1, 0).findings.map(({ rule }) => rule);
}

const CALL = `export async function report(body, accessToken) {
  await fetch('https://business-api.tiktok.com/open_api/v1.3/event/track/', {
    method: 'POST', headers: { 'Access-Token': accessToken }, body: JSON.stringify(body),
  });
  await fetch(\`https://graph.facebook.com/v20.0/1234567890123456/events?access_token=\${accessToken}\`, { method: 'POST' });
  await fetch(\`https://www.google-analytics.com/mp/collect?measurement_id=G-ABCDEF1234&api_secret=\${accessToken}\`);
}
report({}, TOKEN);`;

describe('APIs for servers', () => {
  it('called from a script file are server code, which has no first visit', async () => {
    expect(await rulesOn('src/lib/events-api.js', 'script', CALL)).not.toContain('consent/fires-before-consent');
  });

  it('called from a page run in the browser', async () => {
    const page = `<script type="module">${CALL}</script>`;
    expect(await rulesOn('index.html', 'html', page)).toContain('consent/fires-before-consent');
  });

  it('excuse nothing else of the vendor in the file', async () => {
    const pixel = `${CALL}\nconst s = document.createElement('script'); s.src = 'https://connect.facebook.net/en_US/fbevents.js'; document.head.append(s); fbq('init', '1234567890123456');`;
    expect(await rulesOn('src/pixel.js', 'script', pixel)).toContain('consent/fires-before-consent');
  });
});
