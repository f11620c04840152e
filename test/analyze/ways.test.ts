/** One place of a page that is reached on several ways. */
import { describe, expect, it } from 'vitest';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import type { Finding } from '../../src/model/finding.ts';

const LOADS = `function pixel() { var s = document.createElement('script'); s.src = 'https://connect.facebook.net/en_US/fbevents.js'; document.head.append(s); }`;
const PLATFORM = `<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="x"></script>`;

async function found(script: string, rule: string): Promise<Finding[]> {
  const profile = { sector: 'general', regime: 'eu', sensitivePaths: [], exemptVendors: [] } as const;
  const linter = new Linter({ catalog, sensitive, rules, version: 'test', profile, strictness: 'default' });
  await linter.lint({
    path: 'page.html',
    kind: 'html',
    text: `<html><head>${PLATFORM}<script>${script}</script></head></html>`,
  });
  return linter.result(1, 0).findings.filter((finding) => finding.rule === rule);
}

const trailOf = ([finding]: readonly Finding[]): string =>
  (finding?.trail ?? []).map(({ message }) => message).join('; ');

const ASKS = `window.OptanonWrapper = function () { if (OnetrustActiveGroups.indexOf(',C0004,') >= 0) pixel(); };`;

describe('a tag that several ways lead to', () => {
  it('is told by the way on which it runs without asking, wherever that stands', async () => {
    const direct = `${LOADS}\n${ASKS}\npixel();`;
    expect(await found(direct, 'consent/ineffective-gate')).toEqual([]);
    const [finding, ...more] = await found(direct, 'consent/fires-before-consent');
    expect(more).toEqual([]);
    expect(finding?.trail.map(({ message }) => message)).toEqual(['called as pixel()']);
  });

  it.each([
    [
      'a timer',
      `window.addEventListener('load', function () { setTimeout(pixel, 3000); });`,
      'setTimeout() after 3000 ms',
    ],
    ['a scroll', `window.addEventListener('scroll', pixel, { once: true });`, 'handler of “scroll”'],
  ])('is told by %s rather than by the gate that asks', async (_name, way, said) => {
    for (const script of [`${LOADS}\n${ASKS}\n${way}`, `${LOADS}\n${way}\n${ASKS}`]) {
      const findings = await found(script, 'consent/ineffective-gate');
      expect(findings).toHaveLength(1);
      expect(trailOf(findings)).toContain(said);
      expect(trailOf(findings)).not.toContain('C0004');
    }
  });

  it('is in order where all of them ask', async () => {
    const script = `${LOADS}\n${ASKS}\nif ((window.OnetrustActiveGroups || '').indexOf(',C0004,') >= 0) pixel();`;
    expect(await found(script, 'consent/ineffective-gate')).toEqual([]);
    expect(await found(script, 'consent/fires-before-consent')).toEqual([]);
  });
});

describe('a helper that is called with different data', () => {
  const HELPER = `function send(data) { ttq.identify(data); }`;
  const MAIL = `document.querySelector('#mail').value`;

  it.each([
    ['first with nothing', `send({}); addEventListener('submit', () => send({ email: ${MAIL} }));`],
    ['later with nothing', `addEventListener('submit', () => send({ email: ${MAIL} })); send({});`],
    ['without anything, by a default', `send(); addEventListener('submit', () => send({ email: ${MAIL} }));`],
  ])('hands over what any call gives it: %s', async (_name, script) => {
    const findings = await found(`${HELPER} ${script}`, 'data/advanced-matching');
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('hands email to')]);
  });

  it('is one finding where every call gives the same', async () => {
    const script = `${HELPER} const user = { email: ${MAIL} }; send(user); addEventListener('submit', () => send(user));`;
    expect(await found(script, 'data/advanced-matching')).toHaveLength(1);
  });

  it('tells a few of the calls, however many there are', async () => {
    const calls = Array.from({ length: 300 }, (_, index) => `send({ email: ${MAIL}, n: ${index} });`).join(' ');
    expect(await found(`${HELPER} ${calls}`, 'data/advanced-matching')).toHaveLength(8);
  });
});
