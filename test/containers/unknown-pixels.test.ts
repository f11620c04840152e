/** Images and frames of whomever, in tags of a container: there to count where nobody is meant to see them. */
import { describe, expect, it } from 'vitest';
import { containerText, type Json, onEvent, type Parts, tag, trigger, variable } from '../extract/gtm/build.ts';
import { CONSENT_INIT, type Judged, judgeText, needs } from './support.ts';

const html = (code: string, more: Json = {}): Json => tag('T', 'html', { html: code }, more);
const image = (url: string, more: Json = {}): Json => tag('T', 'img', { url }, more);
const ORDER = variable('Order', 'v', { name: 'ecommerce.transaction_id' });
const DENIED = tag(
  'Default',
  'html',
  { html: "<script>gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' });</script>" },
  { firingTriggerId: [CONSENT_INIT] },
);

async function found(...tags: Json[]): Promise<string> {
  const parts: Parts = { tags, variables: [ORDER], triggers: [onEvent('1', 'purchase')] };
  return foundOf(await judgeText(containerText(parts)));
}

function foundOf({ result }: Judged): string {
  return result.findings
    .filter(({ rule }) => rule === 'security/unknown-third-party')
    .map(({ severity, message }) => `${severity}: ${/^(A \S+(?: image| frame)?)/.exec(message)?.[1]}`)
    .join(', ');
}

const PIXEL = 'https://trk.sunrise-affiliates.io/conv?o=';

describe('pixels of hosts that nobody knows', () => {
  it.each([
    ['one pixel', `<img src="${PIXEL}{{Order}}" width="1" height="1">`],
    ['none', `<img height=0 width=0 src="${PIXEL}1">`],
    ['hidden by style', `<img src="${PIXEL}1" style="display: none">`],
    ['hidden by an attribute', `<img src="${PIXEL}1" hidden>`],
    ['small by style', `<img src="${PIXEL}1" style="position:absolute; width: 1px; height:1px;">`],
    ['without a scheme', `<div><img src="//trk.sunrise-affiliates.io/a.gif" width="1px" alt=""></div>`],
    ['beside a script', `<script>var order = {{Order}};</script><img src="${PIXEL}{{Order}}" width="1">`],
  ])('is an image: %s', async (_name, code) => {
    expect(await found(html(code))).toBe('warning: A hidden image');
  });

  it.each([
    ['one pixel', `<iframe src="${PIXEL}{{Order}}" scrolling="no" frameborder="0" width="1" height="1"></iframe>`],
    ['invisible', `<iframe src="${PIXEL}1" style="visibility:hidden"></iframe>`],
  ])('is a frame: %s', async (_name, code) => {
    expect(await found(html(code))).toBe('warning: A hidden frame');
  });

  it('is a Custom Image tag', async () => {
    expect(await found(image(`${PIXEL}{{Order}}`))).toBe('warning: A hidden image');
    expect(await found(image(`${PIXEL}1`, { firingTriggerId: ['1'] }))).toBe('warning: A hidden image');
  });

  it.each([
    ['a picture', html('<div><img src="https://img.sunrise-media.io/sale.webp" width="600"></div>')],
    ['a picture of half the width', html('<img src="https://img.sunrise-media.io/sale.webp" style="width: 100%">')],
    ['a film', html('<iframe src="https://play.sunrise-media.io/embed/1" width="560" height="315"></iframe>')],
    ['a place on the own host', html('<img src="/collect?o={{Order}}" width="1" height="1">')],
    ['an address that is not known', image('{{Order}}')],
    ['what is never rendered', html(`<noscript><img src="${PIXEL}1" width="1" height="1"></noscript>`)],
    ['what is in a comment', html(`<!-- <img src="${PIXEL}1" width="1" height="1"> -->`)],
    ['a paused tag', image(`${PIXEL}1`, { paused: true })],
    ['a tag that never fires', image(`${PIXEL}1`, { firingTriggerId: [] })],
  ])('is not %s', async (_name, one) => {
    expect(await found(one)).toBe('');
  });

  it('may wait for consent', async () => {
    expect(await found(DENIED, image(`${PIXEL}1`, needs('ad_storage')))).toBe('');
  });

  it('of a company that is known for advertising is told by its name', async () => {
    expect(await found(image('https://static.adsafeprotected.com/x.gif'))).toBe('warning: A hidden image');
  });

  it('is the site’s own below the host for which the container is named, or that its triggers ask for', async () => {
    const own = image('https://collect.sunrise-shop.com/hit?o={{Order}}');
    const other = html('<script src="https://cdn.moonrise-widgets.io/w.js"></script>', { tagId: '2', name: 'W' });
    const text = containerText({ tags: [own, other], variables: [ORDER] });
    expect(foundOf(await judgeText(text))).toBe('warning: A hidden image, note: A script');
    const named = text.replace('"name": "Shop"', '"name": "www.sunrise-shop.com"');
    expect(foundOf(await judgeText(named))).toBe('warning: A script');
    const asked = containerText({
      tags: [own, other],
      variables: [ORDER],
      triggers: [trigger('1', 'PAGEVIEW', [['{{Page Hostname}}', 'EQUALS', 'sunrise-shop.com']])],
    });
    expect(foundOf(await judgeText(asked))).toBe('warning: A script');
  });
});
