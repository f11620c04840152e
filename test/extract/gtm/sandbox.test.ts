import { describe, expect, it } from 'vitest';
import type { ExtractedUnit } from '../../../src/extract/extracted.ts';
import { activityOf, extract, type Json, printGuard, printValue, tag, variable } from './build.ts';
import { customTemplate, field, type TemplateParts } from './template.ts';

const PIXEL = 'https://cdn.social.example/pixel.js';
const LOAD = `require('injectScript')('${PIXEL}', data.gtmOnSuccess, data.gtmOnFailure);`;
/** The consent fields of an incoming event, as they stand in guards. */
const ANY = 'google ad_storage | google analytics_storage | google ad_user_data | google ad_personalization';

interface Case extends TemplateParts {
  readonly given?: Readonly<Record<string, string>>;
  readonly variables?: readonly Json[];
}

function unitOf(code: string, { given = {}, variables = [], ...parts }: Case = {}): ExtractedUnit {
  return extract({
    templates: [customTemplate(code, parts)],
    tags: [tag('T', 'cvt_1_3', given)],
    variables,
    ...(parts.server && { server: true }),
  });
}

function guardOf(code: string, options: Case = {}): string {
  return printGuard(activityOf(unitOf(code, options), 'T').guard);
}

describe('the code of a template', () => {
  it('asks for a consent type before it does anything', () => {
    const asks = "const isConsentGranted = require('isConsentGranted');";
    expect(guardOf(LOAD)).toBe('true');
    expect(guardOf(`${asks} if (isConsentGranted('ad_storage')) { ${LOAD} }`)).toBe('google ad_storage');
    expect(guardOf(`${asks} if (!isConsentGranted('ad_storage')) return data.gtmOnSuccess(); ${LOAD}`)).toBe(
      'google ad_storage',
    );
    expect(
      guardOf(`${asks} const go = () => { ${LOAD} }; isConsentGranted('ad_storage') ? go() : data.gtmOnFailure();`),
    ).toBe('google ad_storage');
  });

  it('that does not listen to the answer is not gated', () => {
    expect(guardOf(`const ok = require('isConsentGranted')('ad_storage'); require('logToConsole')(ok); ${LOAD}`)).toBe(
      'true',
    );
    const either = unitOf(`if (require('isConsentGranted')('ad_storage')) { ${LOAD} } else { ${LOAD} }`);
    expect(either.activities.map(({ guard }) => printGuard(guard))).toEqual([
      'google ad_storage',
      '!google ad_storage',
    ]);
  });

  it('waits for a listener that returns early', () => {
    const code = `
      let sent = false;
      require('addConsentListener')('ad_storage', (type, granted) => {
        if (!granted || sent) return;
        sent = true;
        ${LOAD}
      });`;
    expect(guardOf(code)).toBe('google ad_storage');
  });

  it('loads scripts of hosts that nobody knows, under its condition', () => {
    const load = "require('injectScript')('https://cdn.nobody-knows.io/tag.js', data.gtmOnSuccess, data.gtmOnFailure);";
    const scriptsOf = (code: string) =>
      (unitOf(code).unknownScripts ?? []).map((one) => [one.host, printGuard(one.guard)]);
    expect(scriptsOf(load)).toEqual([['cdn.nobody-knows.io', 'true']]);
    expect(scriptsOf(`if (require('isConsentGranted')('ad_storage')) { ${load} }`)).toEqual([
      ['cdn.nobody-knows.io', 'google ad_storage'],
    ]);
    expect(scriptsOf(LOAD)).toEqual([]);
  });

  it('that asks for a refusal alone lets pass what carries no answer', () => {
    const asks = "const state = require('getAllEventData')().consent_state;";
    const open = guardOf(`${asks} if (state && state.ad_storage === false) return; ${LOAD}`, { server: true });
    expect(open).toContain('field[consent_state]');
    const shut = guardOf(`${asks} if (!state || !state.ad_storage) return; ${LOAD}`, { server: true });
    expect(shut).toContain('google ad_storage');
  });

  it('depends on the fields of the tag', () => {
    const code = `
      const isConsentGranted = require('isConsentGranted');
      if (data.checkConsent === 'required' && !isConsentGranted(data.consentType || 'ad_storage')) return;
      ${LOAD}`;
    expect(guardOf(code, { given: { checkConsent: 'required' } })).toBe('google ad_storage');
    expect(guardOf(code, { given: { checkConsent: 'required', consentType: 'analytics_storage' } })).toBe(
      'google analytics_storage',
    );
    expect(guardOf(code, { given: { checkConsent: 'optional' } })).toBe('true');
    expect(guardOf(code)).toBe('true');
    const parameters = [
      field('SELECT', 'checkConsent', { selectItems: [{ value: 'required' }, { value: 'optional' }] }),
    ];
    expect(guardOf(code, { parameters })).toBe('google ad_storage');
    expect(guardOf(code, { parameters, given: { checkConsent: 'optional' } })).toBe('true');
  });

  it('takes a box for a boolean, and its initial value where the tag leaves it out', () => {
    const code = `if (data.wait && !require('isConsentGranted')('ad_storage')) return; ${LOAD}`;
    const parameters = [field('GROUP', '', { subParams: [field('CHECKBOX', 'wait', { defaultValue: true })] })];
    expect(guardOf(code, { parameters })).toBe('google ad_storage');
    expect(guardOf(code, { parameters, given: { wait: 'false' } })).toBe('true');
    const hidden = [
      field('CHECKBOX', 'advanced', {}),
      field('CHECKBOX', 'wait', {
        defaultValue: true,
        enablingConditions: [{ paramName: 'advanced', paramValue: true, type: 'EQUALS' }],
      }),
    ];
    expect(guardOf(code, { parameters: hidden })).toBe('true');
    expect(guardOf(code, { parameters: hidden, given: { advanced: 'true' } })).toBe('google ad_storage');
  });

  it('asks what a field of the tag refers to', () => {
    const code = `if (data.consent !== 'granted') return; ${LOAD}`;
    const variables = [variable('Marketing', 'k', { name: 'marketing_consent' })];
    expect(guardOf(code, { given: { consent: '{{Marketing}}' }, variables })).toBe(
      'cookie marketing_consent equals granted',
    );
    expect(guardOf(code, { given: { consent: 'granted' } })).toBe('true');
  });

  it('asks cookies, storage and names of the page', () => {
    expect(guardOf(`if (require('getCookieValues')('consent')[0] !== 'yes') return; ${LOAD}`)).toBe(
      '(cookie consent present & cookie consent equals yes)',
    );
    expect(guardOf(`if (require('localStorage').getItem('consent') === 'yes') { ${LOAD} }`)).toBe(
      'local consent equals yes',
    );
    expect(guardOf(`if (require('copyFromDataLayer')('consent.marketing')) { ${LOAD} }`)).toBe(
      'consent[consent.marketing]',
    );
  });

  it('is asked in a server container by the fields of the incoming event', () => {
    const send = `require('sendHttpGet')('${PIXEL}', () => {});`;
    const event = "const event = require('getAllEventData')();";
    expect(
      guardOf(`${event} if (event.consent_state && event.consent_state.ad_storage) { ${send} }`, { server: true }),
    ).toBe(`((${ANY} | field[consent_state]) & google ad_storage)`);
    // Without the field the event passes.
    expect(
      guardOf(`const gcs = require('getEventData')('x-ga-gcs'); if (gcs && gcs[2] === '0') return; ${send}`, {
        server: true,
      }),
    ).toBe(`!((${ANY} | field[x-ga-gcs]) & !google ad_storage)`);
  });

  it.each([
    ['a queue', "require('createQueue')('socialQueue')('init', '1');", 'google ad_storage'],
    ['a name of the page', "require('setInWindow')('social', [], true);", 'google ad_storage'],
    ['a request', `require('sendPixel')('${PIXEL}');`, 'true'],
  ])('of a known template asks although it fills %s before', (_name, before, guard) => {
    const code = `${before} if (require('isConsentGranted')('ad_storage')) { ${LOAD} }`;
    const template = {
      ...customTemplate(code),
      galleryReference: { owner: 'social', repository: 'pixel-template' },
    };
    const unit = extract({ templates: [template], tags: [tag('T', 'cvt_1_3', { pixelId: '1' })] });
    expect(printGuard(activityOf(unit, 'T', 'event').guard)).toBe(guard);
  });

  it('gates a tag that the catalogue knows', () => {
    const gallery = { owner: 'social', repository: 'pixel-template' };
    const template = {
      ...customTemplate(`if (!require('isConsentGranted')('ad_storage')) return; ${LOAD}`),
      galleryReference: gallery,
    };
    const unit = extract({ templates: [template], tags: [tag('T', 'cvt_1_3', { pixelId: '7' })] });
    expect(unit.activities.map(({ kind, guard }) => `${kind} ${printGuard(guard)}`)).toEqual([
      'event google ad_storage',
    ]);
  });

  it('writes defaults and updates with the values of the fields', () => {
    const code = `
      const setDefaultConsentState = require('setDefaultConsentState');
      const split = (text) => text.split(',').map((one) => one.trim()).filter((one) => one.length !== 0);
      if (data.command === 'default') data.settings.forEach((row) => {
        const state = { wait_for_update: data.wait || 500 };
        const regions = split(row.region);
        if (regions.length > 0) state.region = regions;
        split(row.granted).forEach((type) => { state[type] = 'granted'; });
        split(row.denied).forEach((type) => { state[type] = 'denied'; });
        setDefaultConsentState(state);
      });
      else require('updateConsentState')({ ad_storage: data.ads ? 'granted' : 'denied' });`;
    const rows = [
      { region: 'SE, DE', granted: '', denied: 'ad_storage, analytics_storage' },
      { region: '', granted: 'ad_storage', denied: '' },
    ];
    const commands = (given: Parameters<typeof tag>[2]): string[] =>
      extract({ templates: [customTemplate(code)], tags: [tag('T', 'cvt_1_3', given)] }).activities.map(
        ({ consent, values }) => `${consent} ${printValue(values.signals)}`,
      );
    expect(commands({ command: 'default', settings: rows })).toEqual([
      'default { wait_for_update: 500, region: ["SE", "DE"], ad_storage: "denied", analytics_storage: "denied" }',
      'default { wait_for_update: 500, ad_storage: "granted" }',
    ]);
    expect(commands({ command: 'update', ads: 'true' })).toEqual(['update { ad_storage: "granted" }']);
  });

  it('that is broken is a problem with its place', () => {
    const unit = unitOf('const pixel = ;');
    expect(unit.problems.map(({ message }) => message)).toEqual(["the sandboxed code (Unexpected token: ';')"]);
    const [problem] = unit.problems;
    expect(problem?.location.source.text.slice(problem.location.start)).toMatch(/^;/);
  });

  it('cannot be led out of its record', () => {
    const given = { __proto__: 'x', constructor: 'y' };
    expect(
      guardOf(`${LOAD} require('sendPixel')(data.__proto__ + data.constructor.constructor('1'));`, { given }),
    ).toBe('true');
  });

  it('ends soon, and says where it gave up', () => {
    const unit = unitOf(`let f = (n) => { f(n + 1); f(n + 2); }; ${'f(1);'.repeat(5000)} ${LOAD}`);
    expect(unit.activities.length).toBeLessThan(3);
    expect(unit.unresolved).toBeGreaterThan(0);
  });
});
