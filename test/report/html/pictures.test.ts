import { load } from 'cheerio/slim';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/report/html/pictures/layout.ts';
import { reportOf } from './made.ts';

interface TagOptions {
  readonly trigger: string;
  readonly paused?: true;
}

/** A container of Meta tags, each with the trigger that it names. */
function container(tags: Readonly<Record<string, TagOptions>>): string {
  const triggers = [...new Set(Object.values(tags).map(({ trigger }) => trigger))];
  return JSON.stringify({
    exportFormatVersion: 2,
    containerVersion: {
      container: { publicId: 'GTM-TEST123', usageContext: ['WEB'] },
      tag: Object.entries(tags).map(([name, { trigger, paused }], index) => ({
        tagId: String(index + 1),
        name,
        type: 'html',
        parameter: [{ type: 'TEMPLATE', key: 'html', value: "<script>fbq('init', '1234567890123456');</script>" }],
        firingTriggerId: [String(100 + triggers.indexOf(trigger))],
        ...(paused && { paused }),
      })),
      trigger: triggers.map((name, index) => ({ triggerId: String(100 + index), name, type: 'PAGEVIEW' })),
    },
  });
}

/** Texts of the boxes of the first picture, by kind. */
function boxes(page: string, kind: string): string[] {
  const $ = load(page);
  return $('.picture')
    .first()
    .find(`.box.${kind} text`)
    .map((_, element) => $(element).text())
    .get();
}

describe('the container graph', () => {
  it('leads from triggers over tags to vendors, with the gates', async () => {
    const page = await reportOf({
      'c.json': container({ Base: { trigger: 'All pages' }, Old: { trigger: 'Cart', paused: true } }),
    });
    expect(boxes(page, 'trigger')).toEqual(['All pages', 'Cart']);
    expect(boxes(page, 'tag')).toEqual(['Base', 'Old']);
    expect(boxes(page, 'vendor')).toEqual(['Meta Pixel']);
    const $ = load(page);
    expect($('.box.paused')).toHaveLength(1);
    expect($('.picture').first().find('.line.open')).toHaveLength(1);
    expect($('.picture').first().find('.line.idle')).toHaveLength(1);
    expect($('.signs').first().text()).toContain('nothing asks for consent');
  });

  it('draws large containers by vendor, and every tag once below', async () => {
    const names = Array.from(
      { length: 50 },
      (_, index) => [`Tag ${index}`, { trigger: `Trigger ${index % 7}` }] as const,
    );
    const $ = load(await reportOf({ 'c.json': container(Object.fromEntries(names)) }));
    expect($('.picture').first().find('.box')).toHaveLength(2);
    expect($('.picture').first().find('.count').text()).toBe('50');
    expect($('#pictures details .box.tag')).toHaveLength(50);
    expect($('#pictures details .line.open')).toHaveLength(50);
  });

  it('lays out columns without overlaps, in the order of the arrows', () => {
    const nodes = ['a', 'b', 'c', 'd'].map(
      (id) => ({ id, text: id, title: id, kind: id < 'c' ? 'trigger' : 'tag' }) as const,
    );
    const edges = [
      ['a', 'c'],
      ['b', 'd'],
      ['a', 'd'],
    ].map(([from = '', to = '']) => ({ from, to, marked: true, data: `${from}${to}` }));
    const { boxes: placed, lines, width, height } = layOut(nodes, edges);
    const [a, b, c, d] = placed;
    expect(a?.x).toBe(b?.x);
    expect(c?.x).toBe(d?.x);
    expect(a?.x).toBeLessThan(c?.x ?? 0);
    expect(Math.abs((a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(26);
    expect(lines.map(({ data }) => data).sort()).toEqual(['ac', 'ad', 'bd']);
    for (const { x, y } of lines.flatMap(({ points }) => points)) {
      expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
    }
  });
});

describe('the data flow', () => {
  it('leads from origins over keys to vendors, and marks what is personal and what is sensitive', async () => {
    const page = `<script>
fbq('init', '1234567890123456', { em: document.querySelector('#email').value });
fbq('track', 'ViewContent', { content_name: 'Klamydiatest', value: 12 });
</script>`;
    const $ = load(await reportOf({ 'a.html': page }));
    const nodes = $('.node text')
      .map((_, element) => $(element).text())
      .get();
    expect(nodes).toContain('● em');
    expect(nodes).toContain('◆ content_name');
    expect(nodes).toContain('#email');
    expect(nodes).toContain('Meta Pixel');
    expect(nodes).toContain('other keys');
    expect($('path.flow.sensitive')).toHaveLength(2);
    expect($('path.flow.personal')).toHaveLength(2);
  });
});

describe('the first visit', () => {
  it('tells what runs before a choice, by phase, and what waits', async () => {
    const page = `<script src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000" id="Cookiebot"></script>
<script type="text/plain" data-cookieconsent="marketing">ttq.load('C0ABCDEFGHIJKL');</script>
<script>fbq('init', '1234567890123456');</script>
<script>setTimeout(() => { snaptr('init', '00000000-0000-0000-0000-000000000000'); }, 5000);</script>`;
    const $ = load(await reportOf({ 'a.html': page }));
    const head = $('.timeline thead th')
      .map((_, element) => $(element).text())
      .get();
    expect(head).toEqual(['Input', 'While the page is read', 'After a while', 'Waits for a choice']);
    const cells = $('.timeline tbody td')
      .map((_, element) => $(element).find('li > span').text())
      .get();
    expect(cells).toEqual(['Meta Pixel', 'Snap Pixel', 'TikTok Pixel']);
  });
});

describe('the inventory', () => {
  it('tells recipient, country, purpose, account, keys and states', async () => {
    const $ = load(
      await reportOf({ 'a.html': "<script>fbq('init', '1234567890123456', { em: '{{ user.email }}' });</script>" }),
    );
    const block = $('.vendor-block').text();
    for (const text of [
      'Meta Platforms Ireland Limited',
      'Ireland',
      'advertising',
      '1234567890123456',
      'e-mail address',
      'runs (every state)',
    ])
      expect(block).toContain(text);
  });
});
