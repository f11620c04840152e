/** What events say beside products, in twelve languages. */
import { describe, expect, it } from 'vitest';
import { lintAll, page } from '../../engine/embedded.ts';

async function found(code: string): Promise<string[]> {
  const { findings } = await lintAll({ 'index.html': page(code) });
  return findings
    .filter(({ rule }) => rule.startsWith('sensitive/'))
    .map(({ rule }) => rule.slice('sensitive/'.length));
}

describe('parameters of events', () => {
  it.each([
    ["fbq('track', 'Schedule', { content_name: 'Abort tidsbokning' });", 'product-content'],
    ["fbq('track', 'Schedule', { content_name: 'Abort – bestill time' });", 'product-content'],
    ["fbq('track', 'Lead', { content_category: 'Schwangerschaftsabbruch' });", 'product-content'],
    ["fbq('track', 'Lead', { content_category: 'Rdv gynécologue' });", 'product-content'],
    ["ttq.track('SubmitForm', { description: 'Leczenie niepłodności – formularz' });", 'product-content'],
    ["fbq('track', 'ViewContent', { content_ids: ['klamydiatest-hemma'] });", 'product-content'],
    [
      "gtag('event', 'select_content', { content_type: 'article', item_id: 'endometriose-symptome' });",
      'product-content',
    ],
    ["fbq('track', 'Lead', { lead_type: 'depressão consulta' });", 'event-name'],
    ["gtag('event', 'conversion', { send_to: 'AW-1234567/abc', event_label: 'hiv-test bokad' });", 'event-name'],
    ["gtag('set', 'user_properties', { user_condition: 'diabetes type 2' });", 'event-name'],
    ["gtag('event', 'generate_lead', { audience: 'Raskaana olevat' });", 'event-name'],
    ["gtag('event', 'quiz_step', { q1: 'psykisk helse', a1: 'angst' });", 'event-name'],
    ["_paq.push(['trackEvent', 'Quiz', 'Erektionsstörung', 'ja']);", 'event-name'],
    ["hj('event', 'abortus_afspraak');", 'event-name'],
    ["analytics.track('Quiz Completed', { answers: ['depression', 'anxiety'] });", 'event-name'],
    ["gtag('event', 'book', { event_label: 'cita_urologo' });", 'event-name'],
    ["pintrk('track', 'lead', { lead_type: 'procreazione assistita' });", 'event-name'],
    ["mixpanel.people.set({ condition: 'bipolar disorder' });", 'event-name'],
    ["posthog.capture('quiz', { answer: 'selvmordstanker' });", 'event-name'],
  ])('%s', async (code, rule) => expect(await found(code)).toEqual([rule]));

  it.each([
    "fbq('track', 'Schedule', { content_name: 'Provkörning tidsbokning' });",
    "gtag('event', 'upload_abort', { reason: 'user' });",
    "fbq('track', 'ViewContent', { content_ids: ['HIV-2041'], content_type: 'product' });",
    "fbq('track', 'ViewContent', { content_ids: ['loparskor-bla-42'] });",
    "gtag('event', 'book', { event_label: 'Neurology book club' });",
    "gtag('event', 'generate_lead', { audience: 'returning visitors', value: 20 });",
  ])('not %s', async (code) => expect(await found(code)).toEqual([]));
});
