import { beforeAll, describe, expect, it } from 'vitest';
import type { HeavyParser } from '../../src/parse/script.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';
import { angularCases } from './gating/angular.ts';
import { astroCases } from './gating/astro.ts';
import { astroIslandCases } from './gating/astro-islands.ts';
import { bannerCases } from './gating/banners.ts';
import { callbackCases } from './gating/callbacks.ts';
import { configurationCases } from './gating/configurations.ts';
import { eventCases } from './gating/events.ts';
import { guardCases } from './gating/guards.ts';
import { jsxCases } from './gating/jsx.ts';
import { keptChoiceCases } from './gating/kept-choices.ts';
import { objectCases } from './gating/objects.ts';
import { otherFrameworkCases } from './gating/other-frameworks.ts';
import { parkingCases } from './gating/parking.ts';
import { pseudoCases } from './gating/pseudo.ts';
import { reactPackageCases } from './gating/react-packages.ts';
import { reactStateCases } from './gating/react-state.ts';
import { storageCases } from './gating/storage.ts';
import { storedCases } from './gating/stored.ts';
import { streamCases } from './gating/streams.ts';
import { type Case, compareCase } from './gating/support.ts';
import { svelteCases } from './gating/svelte.ts';
import { svelteStateCases } from './gating/svelte-state.ts';
import { templateCases } from './gating/templates.ts';
import { bladeRazorCases } from './gating/templates-blade-razor.ts';
import { goJspCases } from './gating/templates-go-jsp.ts';
import { markupTemplateCases } from './gating/templates-markup.ts';
import { siteTemplateCases } from './gating/templates-sites.ts';
import { tagTemplateCases } from './gating/templates-tags.ts';
import { vendorCases } from './gating/vendors.ts';
import { vueCases } from './gating/vue.ts';
import { vueNuxtCases } from './gating/vue-nuxt.ts';
import { wildCallbackCases } from './gating/wild-callbacks.ts';
import { wildGuardCases } from './gating/wild-guards.ts';
import { wildPseudoCases } from './gating/wild-pseudo.ts';
import { wildStorageCases } from './gating/wild-storage.ts';
import { wildValueCases } from './gating/wild-values.ts';

const GROUPS: Readonly<Record<string, readonly Case[]>> = {
  'JavaScript guards': guardCases,
  'callbacks, events, promises': callbackCases,
  'storage flags': storageCases,
  'events and listeners': eventCases,
  'stored values': storedCases,
  'banners of the site': bannerCases,
  'choices that the page keeps': keptChoiceCases,
  'objects and modules': objectCases,
  'pseudo-gates': pseudoCases,
  'vendor consent APIs': vendorCases,
  'markup parking': parkingCases,
  'server templates': templateCases,
  'Blade and Razor': bladeRazorCases,
  'Go and JSP': goJspCases,
  'Smarty, FreeMarker, Velocity, Thymeleaf': markupTemplateCases,
  'templates of sites': siteTemplateCases,
  'templates in tags': tagTemplateCases,
  JSX: jsxCases,
  configurations: configurationCases,
  Angular: angularCases,
  'streams of values': streamCases,
  'Astro islands': astroIslandCases,
  'other frameworks': otherFrameworkCases,
  'packages of React': reactPackageCases,
  'state in React': reactStateCases,
  'state in Svelte': svelteStateCases,
  'Vue and Nuxt': vueNuxtCases,
  Vue: vueCases,
  Svelte: svelteCases,
  Astro: astroCases,
  'guards in the wild': wildGuardCases,
  'callbacks in the wild': wildCallbackCases,
  'storage in the wild': wildStorageCases,
  'pseudo-gates in the wild': wildPseudoCases,
  'values in the wild': wildValueCases,
};

let heavy: HeavyParser;
beforeAll(async () => {
  heavy = await loadTypeScriptParser();
});

describe.each(Object.entries(GROUPS))('gating: %s', (_group, cases) => {
  it.each(cases.map((one): [string, Case] => [one[0], one]))('%s', (_name, one) => {
    const { got, wanted } = compareCase(one, heavy);
    expect(got).toBe(wanted);
  });
});

describe('gating suite', () => {
  it('holds at least 200 cases with names of their own', () => {
    const names = Object.values(GROUPS).flatMap((cases) => cases.map(([name]) => name));
    expect(names.length).toBeGreaterThanOrEqual(200);
    expect(new Set(names).size).toBe(names.length);
  });
});
