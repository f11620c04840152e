/** What is found in a large container stays readable: one cause once, tags that do the same together. */
import { describe, expect, it } from 'vitest';
import { stylish } from '../../src/report/stylish.ts';
import { LineIndex } from '../../src/text/line-index.ts';
import { containerText, type Json, tag, trigger, variable } from '../extract/gtm/build.ts';
import { predicate, published, tag as publishedTag } from '../parse/compiled/build.ts';
import { judgeText, pixel } from './support.ts';

async function printed(text: string): Promise<string> {
  const { result } = await judgeText(text);
  return stylish(result, { color: false, width: 100, showValues: false, linesOf: () => new LineIndex(text) });
}

/** Five hundred tags as an account collects them in ten years. */
function collected(at: number): Json {
  const name = `Tag ${at}`;
  switch (at % 7) {
    case 0:
      return pixel(name, { firingTriggerId: [String(at % 20)] });
    case 1:
      return tag(
        name,
        'gaawe',
        { eventName: `event_${at}`, measurementIdOverride: 'G-ABCDEF1234' },
        { firingTriggerId: [String(at % 20)] },
      );
    case 2:
      return tag(
        name,
        'awct',
        { conversionId: '123456789', conversionLabel: `l${at}` },
        { firingTriggerId: [String(at % 20)] },
      );
    case 3:
      return tag(name, 'html', { html: `<script>ttq.track('ViewContent', { email: {{Mail}}, n: ${at} });</script>` });
    case 4:
      return tag(name, 'ua', { trackingId: `UA-1234567-${at}` });
    case 5:
      return tag(
        name,
        'html',
        { html: `<script>console.log('${at}', {{Gone ${at}}});</script>` },
        { paused: at % 2 === 0 },
      );
    default:
      return tag(
        name,
        'html',
        { html: `<script src="http://cdn-${at}.example/t.js"></script>` },
        { firingTriggerId: ['404'] },
      );
  }
}

describe('a container of five hundred tags', () => {
  it('is told in fewer than ninety lines, causes first, with what was left out', async () => {
    const text = containerText({
      tags: Array.from({ length: 500 }, (_, at) => collected(at)),
      triggers: Array.from({ length: 30 }, (_, at) =>
        trigger(String(at), 'PAGEVIEW', [['{{Page Path}}', 'CONTAINS', `/${at}`]]),
      ),
      variables: [
        variable('Mail', 'v', { name: 'user.email' }),
        ...Array.from({ length: 60 }, (_, at) => variable(`Unused ${at}`, 'c', { value: 'x' })),
      ],
    });
    const output = await printed(text);
    expect(output.split('\n').length).toBeLessThan(90);
    expect(output).toContain('consent/fires-before-consent');
    expect(output).toMatch(/\d+ more/);
  });
});

describe('findings with one cause', () => {
  it('are the two about a tag that is there twice', async () => {
    const { result } = await judgeText(containerText({ tags: [pixel('A'), pixel('B')] }));
    const causes = result.findings
      .filter(({ rule }) => rule === 'gtm/duplicate-tag' || rule === 'hygiene/duplicate-pixel')
      .map(({ cause, causeTitle }) => [cause, causeTitle]);
    expect(causes).toHaveLength(2);
    expect(new Set(causes.map(String)).size).toBe(1);
    expect(causes[0]?.[1]).toBe('“B” does the same as “A”');
  });

  it('are tags that exceptions on one variable stop', async () => {
    const unless = { firingTriggerId: ['1'], blockingTriggerId: ['2'] };
    const { result } = await judgeText(
      containerText({
        tags: [pixel('A', unless), pixel('B', { ...unless, firingTriggerId: ['3'] })],
        triggers: [
          trigger('1', 'PAGEVIEW', [['{{Page Path}}', 'CONTAINS', '/a']]),
          trigger('2', 'PAGEVIEW', [
            ['{{Id}}', '!MATCH_REGEX', '^UA-1$'],
            ['{{Page URL}}', 'MATCH_REGEX', '.*'],
          ]),
          trigger('3', 'PAGEVIEW', [['{{Page Path}}', 'CONTAINS', '/']]),
        ],
        variables: [variable('Id', 'c', { value: 'UA-2' })],
      }),
    );
    const found = result.findings.filter(({ rule }) => rule === 'gtm/never-fires');
    expect(new Set(found.map(({ causeTitle }) => causeTitle))).toEqual(
      new Set(['Exceptions on {{Id}} stop tags in every consent state']),
    );
  });
});

describe('tags of a published container', () => {
  it('are called by their number, once', async () => {
    const text = published({
      tags: [
        publishedTag(12, 'ua', { trackingId: 'UA-1234567-1' }),
        publishedTag(13, 'sp', { conversionId: '123456789' }),
      ],
      predicates: [predicate(0, 'eq', 'gtm.dom')],
    });
    const { result } = await judgeText(text);
    const messages = result.findings.map(({ message }) => message).join('\n');
    expect(messages).toContain('Tag 12 belongs to Universal Analytics');
    expect(messages).not.toMatch(/tag “tag/i);
  });
});

describe('the anti-flicker snippet of Google Optimize', () => {
  it.each([
    [
      'as it was published',
      "(function(a,s,y,n,c,h,i,d,e){s.className+=' '+y;h.start=1*new Date;h.end=i=function(){s.className=s.className.replace(RegExp(' ?'+y),'')};(a[n]=a[n]||[]).hide=h;setTimeout(function(){i();h.end=null},c);h.timeout=c;})(window,document.documentElement,'async-hide','dataLayer',4000,{'OPT-ABC1234':true});",
      1,
    ],
    [
      'written out',
      "window.dataLayer = window.dataLayer || []; dataLayer.hide = { 'OPT-ABC1234': true, timeout: 4000 };",
      1,
    ],
    [
      'that another product hides the page by',
      "document.documentElement.className += ' hidden'; window.dataLayer = [];",
      0,
    ],
    ['of which only the end is called', 'if (dataLayer.hide && dataLayer.hide.end) dataLayer.hide.end();', 0],
  ])('%s', async (_, code, count) => {
    const { result } = await judgeText(
      containerText({ tags: [tag('T', 'html', { html: `<script>${code}</script>` })] }),
    );
    expect(result.findings.filter(({ rule }) => rule === 'hygiene/retired-product')).toHaveLength(count);
  });
});
