import { describe, expect, it } from 'vitest';
import { DEFAULT, found, GA4, lint, PIXEL, type Site } from './site.ts';

const BEFORE = 'consent/fires-before-consent';
const MISSING = 'consent-mode/missing-default';
const PARKED = PIXEL.replace('<script>', '<script type="text/plain" data-cookieconsent="marketing">');
const BLOCKER =
  '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000" data-blockingmode="auto"></script>\n';

/** Name, site, entries in the order in which they are judged, what is found. */
const CASES: readonly (readonly [name: string, site: Site, entries: readonly string[], findings: readonly string[]])[] =
  [
    [
      'a default in the layout governs the tag in a snippet',
      {
        'layout/theme.liquid': `<html><head>${DEFAULT}{% render 'ga' %}</head>{{ content_for_layout }}`,
        'snippets/ga.liquid': GA4,
      },
      ['layout/theme.liquid'],
      [],
    ],
    [
      'a default behind the snippet is none',
      {
        'layout/theme.liquid': `<html><head>{% render 'ga' %}</head>{{ content_for_layout }}`,
        'snippets/ga.liquid': GA4,
      },
      ['layout/theme.liquid'],
      [`${BEFORE} certain snippets/ga.liquid:1`, `${MISSING} certain snippets/ga.liquid:1`],
    ],
    [
      'a gate around the include',
      {
        'layout/theme.liquid': "<html>{% if customer_consent.marketing %}{% render 'px' %}{% endif %}",
        'snippets/px.liquid': PIXEL,
      },
      ['layout/theme.liquid'],
      [],
    ],
    [
      'a condition that is no gate',
      {
        'layout/theme.liquid': "<html>{% if settings.pixel_id != blank %}{% render 'px' %}{% endif %}",
        'snippets/px.liquid': PIXEL,
      },
      ['layout/theme.liquid'],
      [`${BEFORE} certain snippets/px.liquid:1`],
    ],
    [
      'gated in one page, not in another',
      {
        'a.html': "<html>{% if consent_marketing %}{% include 'px.html' %}{% endif %}",
        'b.html': "<html>{% include 'px.html' %}",
        'px.html': PIXEL,
      },
      ['a.html', 'b.html'],
      [`${BEFORE} certain px.html:1`],
    ],
    [
      'the same snippet of several pages is found once',
      { 'a.html': "<html>{% include 'px.html' %}", 'b.html': "<html>{% include 'px.html' %}", 'px.html': PIXEL },
      ['a.html', 'b.html'],
      [`${BEFORE} certain px.html:1`],
    ],
    [
      'an automatic blocker of the layout',
      {
        'base.html': `<html><head>${BLOCKER}{% block head %}{% endblock %}</head>`,
        'page.html': `{% extends 'base.html' %}{% block head %}${PIXEL}{% endblock %}`,
      },
      ['page.html'],
      [],
    ],
    [
      'parked markup and the platform of the layout',
      {
        'base.html': `<html><head>${BLOCKER.replace(' data-blockingmode="auto"', '')}{% block head %}{% endblock %}</head>`,
        'page.html': `{% extends 'base.html' %}{% block head %}${PARKED}{% endblock %}`,
      },
      ['page.html'],
      [],
    ],
    [
      'a gate function of the layout',
      {
        'base.html': `<html><head><script>function withConsent(f){if(localStorage.getItem('consent')==='yes')f()}</script>{% block head %}{% endblock %}`,
        'page.html': `{% extends 'base.html' %}{% block head %}<script>withConsent(function(){${PIXEL.replace(/<\/?script>/g, '')}})</script>{% endblock %}`,
      },
      ['page.html'],
      [],
    ],
    [
      'a function of the layout that is no gate',
      {
        'base.html': `<html><head><script>function run(f){setTimeout(f,100)}</script>{% block head %}{% endblock %}`,
        'page.html': `{% extends 'base.html' %}{% block head %}<script>run(function(){${PIXEL.replace(/<\/?script>/g, '')}})</script>{% endblock %}`,
      },
      ['page.html'],
      [`${BEFORE} certain page.html:1`],
    ],
    [
      'a snippet that is a script in a script',
      {
        'layout/theme.liquid': "<html><script>{% render 'px' %}</script>",
        'snippets/px.liquid': PIXEL.replace(/<\/?script>/g, ''),
      },
      ['layout/theme.liquid'],
      [`${BEFORE} certain snippets/px.liquid:1`],
    ],
    [
      'a script that begins with what it needs',
      {
        'a.html': "<html><script>\n{% include 'gate.js' %}\nif (allowed()) { {% include 'px.js' %} }</script>",
        'gate.js': "function allowed(){return document.cookie.indexOf('consent=yes')>=0}",
        'px.js': PIXEL.replace(/<\/?script>/g, ''),
      },
      ['a.html'],
      [],
    ],
    [
      'an include in a comment of the markup',
      { 'a.html': "<html><!-- {% include 'px.html' %} -->", 'px.html': PIXEL },
      ['a.html'],
      [],
    ],
    [
      'an include in noscript',
      { 'a.html': "<html><noscript>{% include 'px.html' %}</noscript>", 'px.html': PIXEL },
      ['a.html'],
      [],
    ],
    [
      'a part by itself',
      { 'snippets/px.liquid': PIXEL },
      ['snippets/px.liquid'],
      [`${BEFORE} likely snippets/px.liquid:1`],
    ],
    [
      'a page whose layout is not in sight',
      { 'page.html': `{% extends 'base.html' %}{% block head %}${GA4}{% endblock %}` },
      ['page.html'],
      [`${BEFORE} likely page.html:1`, `${MISSING} likely page.html:1`],
    ],
    ['markup to be pasted', { 'pixel.html': PIXEL }, ['pixel.html'], [`${BEFORE} certain pixel.html:1`]],
    [
      'a part that says where it stands',
      {
        'snippets/px.liquid': `{% comment %}Only rendered after the visitor has given consent{% endcomment %}\n${PIXEL}`,
      },
      ['snippets/px.liquid'],
      [],
    ],
    [
      'a part in a folder for what is gated',
      { 'snippets/consent/px.liquid': PIXEL },
      ['snippets/consent/px.liquid'],
      [],
    ],
  ];

describe('what stands around an include governs it', () => {
  it.each(CASES)('%s', async (_, site, entries, findings) => {
    expect(await found(site, entries)).toEqual(findings);
  });

  it('tells the includer', async () => {
    const site = {
      'layout/theme.liquid': "<html>\n\n{% render 'a' %}",
      'snippets/a.liquid': "\n{% render 'px' %}",
      'snippets/px.liquid': PIXEL,
    };
    const { findings } = await lint(site, ['layout/theme.liquid']);
    const [finding] = findings;
    expect(finding?.trail.slice(0, 2)).toEqual([
      { message: 'included by layout/theme.liquid', file: 'layout/theme.liquid', line: 3, column: 1 },
      { message: 'included by snippets/a.liquid', file: 'snippets/a.liquid', line: 2, column: 1 },
    ]);
  });
});
