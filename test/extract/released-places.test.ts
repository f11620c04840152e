import { describe, expect, it } from 'vitest';
import { resolveLocation } from '../../src/text/location.ts';
import { expand, read } from './gating/support.ts';

/** What a script of the site releases stands where it waited, not where the script puts it in. */
function placesOf(code: string): string[] {
  const text = expand(code);
  return read(text, 'html')
    .activities.filter(({ kind }) => kind === 'init' || kind === 'load')
    .map(({ location }) => resolveLocation(location))
    .map(({ start, end }) => text.slice(start, end));
}

const INIT = "fbq('init', '1234567890');";
const SRC = 'https://www.clarity.ms/tag/abcdefghij';

describe('places of what is released', () => {
  it.each([
    ['text', 'old.text'],
    ['textContent', 'old.textContent'],
    ['innerHTML', 'old.innerHTML'],
  ])('code handed on by its %s', (_name, what) => {
    const release = `<script>document.querySelectorAll('script[type=later]').forEach(function (old) { var s = document.createElement('script'); s.text = ${what}; old.replaceWith(s); });</script>`;
    expect(placesOf(`<script type="later">\n  ${INIT}\n</script>${release}`)).toEqual([INIT.slice(0, -1)]);
  });

  it.each([
    ['getAttribute', 's.src = old.getAttribute("data-src");'],
    ['dataset', 's.src = old.dataset.src;'],
    ['all attributes', 'for (const one of old.attributes) s.setAttribute(one.name.replace("data-", ""), one.value);'],
  ])('an address handed on by %s', (_name, how) => {
    const tag = `<script type="later" data-src="${SRC}">`;
    const release = `<script>document.querySelectorAll('script[type=later]').forEach(function (old) { var s = document.createElement('script'); ${how} old.replaceWith(s); });</script>`;
    expect(placesOf(`${tag}</script>${release}`)).toEqual([tag]);
  });

  it('code that is put together stands where it is put together', () => {
    const put = `s.text = "fbq('in" + "it', '1234567890');"`;
    expect(
      placesOf(`<script>var s = document.createElement('script'); ${put}; document.head.append(s);</script>`),
    ).toEqual([put]);
  });
});
