import { load } from 'cheerio/slim';
import { describe, expect, it } from 'vitest';
import { reportOf } from './made.ts';

const SECRETS = ['Zebrafink', 'zebrafink', '1234567890123456', 'GTM-ZEBRA1', 'UA-4711'];

const CONTAINER = JSON.stringify({
  exportFormatVersion: 2,
  containerVersion: {
    container: { publicId: 'GTM-ZEBRA1', name: 'www.zebrafink.example', usageContext: ['WEB'] },
    tag: ['Zebrafink base', 'Zebrafink sale'].map((name, index) => ({
      tagId: String(index + 1),
      name,
      type: 'html',
      parameter: [
        {
          type: 'TEMPLATE',
          key: 'html',
          value: `<script>
            fbq('init', '1234567890123456', { em: '{{Zebrafink mail}}' });
            fbq('track', 'ZebrafinkSale', { content_name: 'Zebrafink', zebrafink_price: '{{Zebrafink price}}' });
          </script><script src="https://cdn.zebrafink.example/x.js"></script>`,
        },
      ],
      firingTriggerId: ['9'],
      parentFolderId: '7',
    })),
    trigger: [{ triggerId: '9', name: 'Zebrafink trigger', type: 'PAGEVIEW' }],
    folder: [{ folderId: '7', name: 'Zebrafink folder' }],
  },
});

const PAGE = `<title>Zebrafink</title><script>fbq('init', '1234567890123456', { em: document.querySelector('#zebrafink').value });
if (document.cookie.includes('zebrafink=1')) ttq.load('C0ZEBRAFINK123');</script>`;

const FILES = { 'zebrafink.json': CONTAINER, 'zebrafink/index.html': PAGE };

describe('an anonymous report', () => {
  it('holds no name and no id, in any language', async () => {
    const plain = await reportOf(FILES);
    expect(SECRETS.slice(0, 4).filter((secret) => !plain.includes(secret))).toEqual([]);
    for (const language of ['en', 'sv', 'de'] as const) {
      const page = await reportOf(FILES, { anonymize: true, language });
      expect(SECRETS.filter((secret) => page.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
    }
  });

  it('calls each thing by one name throughout', async () => {
    const $ = load(await reportOf(FILES, { anonymize: true }));
    const inMatrix = $('table.matrix tr.tag th')
      .map((_, element) => $(element).text())
      .get();
    expect(inMatrix).toEqual(['Tag 1', 'Tag 2', 'Meta Pixel', 'TikTok Pixel']);
    expect($('.box.tag text').text()).toBe('Tag 1Tag 2');
    expect($('.at b').text()).toContain('Tag 1');
    expect($('#inventory').text()).toContain('Pixel A');
    expect($('.unit h3').text()).toContain('File 1');
    expect($('.cause h3').length).toBeGreaterThan(2);
    expect($('.message').length).toBeGreaterThan(2);
    expect($('footer').text()).toContain('stand under other names');
  });

  it('says in its cells what they mean', async () => {
    const $ = load(await reportOf(FILES, { anonymize: true }));
    expect($('#cells').text()).toContain('"texts":[]');
    expect($('#cells').text()).toContain('"runs":"in full"');
  });
});
