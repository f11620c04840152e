/** A made-up container as a large shop has it: hundreds of tags of a dozen vendors, half of them behind consent. */

interface Parameter {
  readonly type: string;
  readonly key: string;
  readonly value?: string;
  readonly list?: readonly Parameter[];
}

/** What tags of a vendor run, by the number of the tag. */
const SNIPPETS: readonly (readonly [vendor: string, code: (n: number) => string])[] = [
  [
    'Meta',
    (n) => `fbq('init', '1234567890${n}');fbq('track', 'Event${n}', { content_name: '{{DLV - name}}', value: 1 });`,
  ],
  ['TikTok', (n) => `ttq.load('C0ABCDEFGHIJ${n}');ttq.identify({ email: '{{DLV - email}}' });ttq.track('Event${n}');`],
  [
    'Snap',
    (n) =>
      `snaptr('init', '00000000-0000-0000-0000-00000000${String(n).padStart(4, '0')}');snaptr('track', 'PAGE_VIEW');`,
  ],
  ['Pinterest', (n) => `pintrk('load', '26123456${n}');pintrk('track', 'checkout', { value: '{{DLV - value}}' });`],
  ['Hotjar', (n) => `hj('event', 'step-${n}');`],
  ['X', (n) => `twq('config', 'o${n}abc');twq('event', 'tw-o${n}-x', { email_address: '{{DLV - email}}' });`],
  ['Reddit', (n) => `rdt('init', 't2_${n}');rdt('track', 'PageVisit');`],
  ['LinkedIn', (n) => `_linkedin_partner_id = '${n}';lintrk('track', { conversion_id: ${n} });`],
];

export function largeContainer(tags: number): string {
  const triggers = Math.ceil(tags / 5);
  return JSON.stringify({
    exportFormatVersion: 2,
    containerVersion: {
      container: { publicId: 'GTM-LARGE01', name: 'shop.example', usageContext: ['WEB'] },
      tag: Array.from({ length: tags }, (_, index) => tagOf(index, triggers)),
      trigger: Array.from({ length: triggers }, (_, index) => ({
        triggerId: String(1000 + index),
        name: `Trigger ${index}`,
        type: index % 4 === 0 ? 'PAGEVIEW' : 'CUSTOM_EVENT',
        ...(index % 4 > 0 && {
          customEventFilter: [
            {
              type: 'EQUALS',
              parameter: [parameter('arg0', '{{_event}}'), parameter('arg1', `event_${index}`)],
            },
          ],
        }),
      })),
      variable: ['name', 'email', 'value'].map((key, index) => ({
        variableId: String(5000 + index),
        name: `DLV - ${key}`,
        type: 'v',
        parameter: [parameter('name', `ecommerce.${key}`), { type: 'INTEGER', key: 'dataLayerVersion', value: '2' }],
      })),
    },
  });
}

function tagOf(index: number, triggers: number): unknown {
  const [vendor, code] = SNIPPETS[index % SNIPPETS.length] ?? ['', () => ''];
  return {
    tagId: String(index + 1),
    name: `${vendor} - ${index} - campaign of the season`,
    type: 'html',
    parameter: [parameter('html', `<script>${code(index)}</script>`)],
    firingTriggerId: [String(1000 + (index % triggers))],
    ...(index % 2 === 0 && {
      consentSettings: {
        consentStatus: 'NEEDED',
        consentType: { type: 'LIST', list: [{ type: 'TEMPLATE', value: 'ad_storage' }] },
      },
    }),
  };
}

function parameter(key: string, value: string): Parameter {
  return { type: 'TEMPLATE', key, value };
}
