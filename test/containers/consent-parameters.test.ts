/** Consent parameters of custom templates that hold nothing back: set, but never read; or optional. */
import { describe, expect, it } from 'vitest';
import { createLinter } from '../../src/run/run.ts';
import { containerText, type Json, tag } from '../extract/gtm/build.ts';
import { customTemplate, field, templateText } from '../extract/gtm/template.ts';
import { ALL_PAGES, foundIn, type Judged, judgeText } from './support.ts';

const LOAD =
  "require('injectScript')('https://connect.facebook.net/en_US/fbevents.js', data.gtmOnSuccess, data.gtmOnFailure);";
const SEND =
  "require('sendHttpRequest')('https://graph.facebook.com/v19.0/123/events', { method: 'POST' }, require('JSON').stringify({ data: [{ event_name: 'Purchase' }] }));";

const box = (name: string, text = '', more: Json = {}): Json =>
  field('CHECKBOX', name, { displayName: '', checkboxText: text, ...more });
const list = (name: string, ...values: string[]): Json =>
  field('SELECT', name, { selectItems: values.map((value) => ({ value, displayValue: value })) });

interface Case {
  readonly code?: string;
  readonly given?: Readonly<Record<string, string>>;
  readonly parameters?: readonly Json[];
  readonly server?: boolean;
}

async function judge({ code, given = {}, parameters = [], server = false }: Case): Promise<Judged> {
  return judgeText(
    containerText({
      server,
      templates: [customTemplate(code ?? (server ? SEND : LOAD), { server, name: 'Own', parameters })],
      tags: [tag('T', 'cvt_1_3', given, { firingTriggerId: [server ? '2147479574' : ALL_PAGES] })],
    }),
  );
}

const found = async (one: Case): Promise<string> => foundIn(await judge(one), /^consent\//);

const UNREAD = 'ineffective-gate:E';
const NONE = 'fires-before-consent:E';

describe('a consent parameter that is set', () => {
  const wait = { parameters: [box('waitForConsent', 'Wait for consent')], given: { waitForConsent: 'true' } };

  it('and that the code never reads is no gate', async () => {
    const { result } = await judge(wait);
    const [finding] = result.findings.filter(({ rule }) => rule === 'consent/ineffective-gate');
    expect(finding?.message).toBe(
      'Tag “T” (Meta Pixel) runs on a first visit: what stands in front of it is a consent parameter that nothing reads (waitForConsent). The code of the template never asks what the parameter says: it sends whatever was chosen.',
    );
    expect(finding?.trail.map(({ message }) => message)).toContain("the template's code never reads waitForConsent");
  });

  it.each<[string, Json, string]>([
    ['a box', box('requireConsent', 'Require consent'), 'true'],
    ['a box, by its text alone', box('option1', 'Only fire when consent is given'), 'true'],
    ['a box that speaks of the consent mode', box('consentMode', 'Enable Consent Mode support'), 'true'],
    ['a list of two', list('adStorageConsent', 'required', 'optional'), 'required'],
    ['a list of types', list('consentType', 'none', 'ad_storage', 'analytics_storage'), 'ad_storage'],
    [
      'buttons',
      field('RADIO', 'consentCheck', { radioItems: [{ value: 'always' }, { value: 'required' }] }),
      'required',
    ],
    ['a text', field('TEXT', 'consentTypes', { displayName: 'Consent types that the tag needs' }), 'ad_storage'],
    ['a text that a variable fills', field('TEXT', 'requiredConsent'), '{{Type}}'],
    ['a field of a group', field('GROUP', 'privacy', { subParams: [box('gdprCheck', 'Check GDPR consent')] }), 'true'],
  ])('%s', async (_what, parameter, value) => {
    const inner = Array.isArray(parameter.subParams) ? parameter.subParams[0].name : parameter.name;
    const given = { [String(inner)]: value };
    expect(await found({ parameters: [parameter], given })).toBe(UNREAD);
    // In a comment, a text, the log, or written: still nothing reads it.
    const code = `// data.${inner}\nrequire('logToConsole')('data =', data); data.${inner} = true; ${LOAD}`;
    expect(await found({ parameters: [parameter], given, code })).toBe(UNREAD);
    // Read, for whatever: what it does is seen by the evaluation.
    for (const reads of [`data.${inner}`, `data['${inner}']`, `const { ${inner}: x } = data; x`])
      expect(
        await found({ parameters: [parameter], given, code: `${reads.replace(/^(?!const)/, 'const x = ')}; ${LOAD}` }),
      ).toBe(NONE);
  });

  it.each<[string, Case]>([
    ['not set', { parameters: [box('waitForConsent', 'Wait for consent')], given: { waitForConsent: 'false' } }],
    ['left out', { parameters: [box('waitForConsent', 'Wait for consent')] }],
    [
      'optional',
      { parameters: [list('adStorageConsent', 'required', 'optional')], given: { adStorageConsent: 'optional' } },
    ],
    ['of no type', { parameters: [list('consentType', 'none', 'ad_storage')], given: { consentType: 'none' } }],
    [
      'the state, passed on',
      {
        parameters: [box('add_consent_state', 'Add consent state to the request')],
        given: { add_consent_state: 'true' },
      },
    ],
    [
      'a state',
      { parameters: [list('ad_storage_consent', 'granted', 'denied')], given: { ad_storage_consent: 'denied' } },
    ],
    [
      'the name of a cookie',
      {
        parameters: [field('TEXT', 'consentCookie', { displayName: 'Consent cookie name' })],
        given: { consentCookie: 'CookieConsent' },
      },
    ],
    [
      'a text that comes from a platform',
      { parameters: [field('TEXT', 'consentString')], given: { consentString: '{{TCF}}' } },
    ],
    [
      'a label around other fields',
      {
        parameters: [
          field('GROUP', 'consent', { displayName: 'Consent settings', subParams: [field('TEXT', 'eventName')] }),
          field('LABEL', 'requireConsentHint'),
        ],
        given: { eventName: 'x' },
      },
    ],
    [
      'another thing',
      { parameters: [box('checkContent', 'Only when content is there')], given: { checkContent: 'true' } },
    ],
    [
      'what shows a field that is read',
      {
        parameters: [
          box('waitForConsent', 'Wait for consent'),
          field('TEXT', 'kind', {
            enablingConditions: [{ paramName: 'waitForConsent', paramValue: true, type: 'EQUALS' }],
          }),
        ],
        given: { waitForConsent: 'true', kind: '' },
        code: `if (data.kind && !require('isConsentGranted')(data.kind)) return; ${LOAD}`,
      },
    ],
    [
      'hidden by what the tag says',
      {
        parameters: [
          box('advanced', 'Advanced'),
          box('waitForConsent', 'Wait for consent', {
            enablingConditions: [{ paramName: 'advanced', paramValue: true, type: 'EQUALS' }],
          }),
        ],
        given: { advanced: 'false', waitForConsent: 'true' },
      },
    ],
    ['read by code that is handed everything', { ...wait, code: `require('callInWindow')('start', data); ${LOAD}` }],
    ['of a template whose code cannot be read', { ...wait, code: `${LOAD} (` }],
  ])('is none where it is %s', async (_what, one) => {
    const { result } = await judge(one);
    expect(result.findings.filter(({ message }) => message.includes('nothing reads'))).toEqual([]);
  });

  it('shows a field that is not read either', async () => {
    const parameters = [
      box('waitForConsent', 'Wait for consent'),
      list('kind', 'a', 'b'),
      field('TEXT', 'more', {
        enablingConditions: [{ paramName: 'waitForConsent', paramValue: true, type: 'EQUALS' }],
      }),
    ];
    expect(await found({ parameters, given: { waitForConsent: 'true', more: 'x' } })).toBe(UNREAD);
  });

  it('of a server template is a warning', async () => {
    const parameters = [list('adStorageConsent', 'optional', 'required')];
    const required = await judge({ server: true, parameters, given: { adStorageConsent: 'required' } });
    expect(foundIn(required, /^consent\//)).toBe('ineffective-gate:W');
    expect(required.result.findings.find(({ rule }) => rule === 'consent/ineffective-gate')?.message).toBe(
      'Tag “T” (Meta Pixel) sends after a refusal, too: nothing reads its parameter adStorageConsent. The template’s code never asks what the parameter says: it sends whatever was chosen.',
    );
    expect(await found({ server: true, parameters, given: { adStorageConsent: 'optional' } })).toBe('');
    const asks = `if (data.adStorageConsent === 'required' && !require('getEventData')('consent_state.ad_storage')) return; ${SEND}`;
    expect(await found({ server: true, parameters, given: { adStorageConsent: 'required' }, code: asks })).toBe('');
    expect(await found({ server: true, parameters, given: { adStorageConsent: 'optional' }, code: asks })).toBe(
      'ineffective-gate:W',
    );
  });
});

describe('a template alone', () => {
  async function messages(code: string, parameters: readonly Json[], server = true): Promise<string[]> {
    const linter = await createLinter({});
    const text = templateText(code, { server, name: 'Own', parameters });
    await linter.lint({ path: 'template.tpl', kind: 'gtm-template', text });
    const { findings } = linter.result(1, 0);
    return findings.flatMap(({ rule, severity, message }) =>
      rule.startsWith('consent/') ? [`${severity} ${message}`] : [],
    );
  }
  const asks = `if (data.adStorageConsent === 'required' && !require('getEventData')('consent_state.ad_storage')) return; ${SEND}`;

  it('sends after a refusal where its consent parameter is optional unless a tag says otherwise', async () => {
    const text =
      'warning Template “Own” (Meta Pixel) sends after a refusal, too, unless a tag says otherwise: its parameter adStorageConsent is optional. On “optional” the template sends whatever was chosen.';
    expect(await messages(asks, [list('adStorageConsent', 'optional', 'required')])).toEqual([text]);
    expect(
      await messages(asks, [
        field('RADIO', 'adStorageConsent', {
          radioItems: [{ value: 'required' }, { value: 'optional' }],
          defaultValue: 'optional',
        }),
      ]),
    ).toEqual([text]);
  });

  it('does not where it is required, where there is none, and where nothing is sent to anybody', async () => {
    expect(await messages(asks, [list('adStorageConsent', 'required', 'optional')])).toEqual([]);
    expect(await messages(SEND, [])).toEqual([]);
    expect(
      await messages("require('logToConsole')(data.adStorageConsent);", [
        list('adStorageConsent', 'optional', 'required'),
      ]),
    ).toEqual([]);
  });

  it('does where its code reads no consent parameter of its own', async () => {
    expect(await messages(SEND, [list('adStorageConsent', 'required', 'optional')])).toEqual([
      'warning Template “Own” (Meta Pixel) sends after a refusal, too: nothing reads its parameter adStorageConsent. The template’s code never asks what the parameter says: it sends whatever was chosen.',
    ]);
    expect(await messages(LOAD, [box('waitForConsent', 'Wait for consent')], false)).toEqual([
      'warning Template “Own” (Meta Pixel) sends after a refusal, too: nothing reads its parameter waitForConsent. The template’s code never asks what the parameter says: it sends whatever was chosen.',
    ]);
  });
});
