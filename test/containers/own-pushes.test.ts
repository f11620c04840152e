/** What Custom HTML pushes to the data layer, and another tag of the container reads there. */
import { describe, expect, it } from 'vitest';
import { containerText, type Json, tag, variable } from '../extract/gtm/build.ts';
import { judgeText } from './support.ts';

const EVENT = tag('Reader', 'gaawe', {
  eventName: 'lead',
  measurementIdOverride: 'G-ABC1234567',
  eventSettingsTable: [{ parameter: 'detail', parameterValue: '{{Detail}}' }],
});
const MATCHING = tag('Reader', 'html', {
  html: "<script>fbq('init', '1234567890123456', { external_id: {{Detail}} });</script>",
});

/** Findings of the data rules about the tag that reads `contact` from the data layer. */
async function found(code: string, reader: Json = EVENT, more: Json = {}): Promise<string> {
  const tags = [tag('Listener', 'html', { html: `<script>${code}</script>` }, more), reader];
  const variables = [variable('Detail', 'v', { name: 'contact', dataLayerVersion: '2' })];
  const { result } = await judgeText(containerText({ tags, variables }), { strictness: 'strict' });
  return result.findings
    .filter(({ rule, entity }) => rule.startsWith('data/') && entity === 'Reader')
    .map(({ rule, severity }) => `${rule.slice(5)}:${severity.charAt(0).toUpperCase()}`)
    .sort()
    .join(' ');
}

const FIELD = "document.querySelector('#email').value";

describe('the data layer that a container fills itself', () => {
  it.each([
    ['with a field of a form', `dataLayer.push({ event: 'sent', contact: ${FIELD} });`],
    [
      'when a form is sent',
      `document.addEventListener('submit', function () { dataLayer.push({ event: 'sent', contact: ${FIELD} }); });`,
    ],
    [
      'with what a frame says',
      "window.addEventListener('message', function (e) { if (e.data.type === 'sent') { window.dataLayer.push({ event: 'sent', contact: e.data.visitor.email }); } });",
    ],
    [
      'in lower case',
      `window.dataLayer = window.dataLayer || []; window.dataLayer.push({ contact: ${FIELD}.trim().toLowerCase() });`,
    ],
    ['with a part of an object', `dataLayer.push({ contact: { to: ${FIELD} } });`],
  ])('%s', async (_name, code) => {
    expect(await found(code)).toBe('personal-data-in-event:E');
  });

  it('with what another vendor then matches', async () => {
    expect(await found(`dataLayer.push({ contact: ${FIELD} });`, MATCHING)).toBe(
      'advanced-matching:E automatic-events:N',
    );
  });

  it.each([
    ['with another key', `dataLayer.push({ contacted: ${FIELD} });`],
    ['with a fixed text', "dataLayer.push({ event: 'sent', contact: 'by form' });"],
    ['with whether there is one', `dataLayer.push({ event: 'sent', contact: ${FIELD} !== '' });`],
    ['into another list', `window.otherLayer.push({ event: 'sent', contact: ${FIELD} });`],
  ])('%s: nothing personal', async (_name, code) => {
    expect(await found(code)).toBe('');
  });

  it('by a tag that is paused: not at all', async () => {
    expect(await found(`dataLayer.push({ contact: ${FIELD} });`, EVENT, { paused: true })).toBe('');
  });

  it('by a tag that nothing starts: not at all', async () => {
    expect(await found(`dataLayer.push({ contact: ${FIELD} });`, EVENT, { firingTriggerId: [] })).toBe('');
  });
});
