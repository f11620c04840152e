/** The inventory, from texts that are judged. */
import { describe, expect, it } from 'vitest';
import type { LintInput } from '../../src/engine/input.ts';
import { behavioursOf, useName } from '../../src/inventory/behaviours.ts';
import { InventoryBuilder } from '../../src/inventory/build.ts';
import type { Inventory, InventoryAccount } from '../../src/inventory/inventory.ts';
import { CONSENT_STATES } from '../../src/model/guard.ts';
import { createLinter } from '../../src/run/run.ts';
import { CONTAINER, PIXEL, PIXEL_PAGE } from '../cli/samples.ts';
import { containerText, tag } from '../extract/gtm/build.ts';

async function inventoryOf(...inputs: readonly (string | LintInput)[]): Promise<Inventory> {
  const builder = new InventoryBuilder();
  const linter = await createLinter({ withoutRules: true, judged: (unit) => builder.add(unit) });
  for (const [index, input] of inputs.entries())
    await linter.lint(typeof input === 'string' ? { path: `${index}.html`, kind: 'html', text: input } : input);
  linter.result(inputs.length, 0);
  return builder.result();
}

async function accountOf(...inputs: readonly (string | LintInput)[]): Promise<InventoryAccount> {
  const { vendors } = await inventoryOf(...inputs);
  const [account, ...others] = vendors.flatMap(({ accounts }) => accounts);
  if (!account || others.length > 0) throw new Error(`${others.length + (account ? 1 : 0)} accounts`);
  return account;
}

const container = (text: string): LintInput => ({ path: 'GTM.json', kind: 'container', text });
const script = (code: string): string => `<script>${PIXEL}\n${code}</script>`;
const behaviours = ({ uses }: InventoryAccount): string[] =>
  behavioursOf(uses).map(
    ({ uses: alike, states, gates }) =>
      `${alike.map(useName).join(' ')} | ${CONSENT_STATES.map((state) => states[state].outcome).join(' ')} | ${gates.join(' + ')}`,
  );
const data = (account: InventoryAccount): string[] =>
  account.data.map(
    ({ key, category, form, origins, with: events }) =>
      `${key}: ${category} ${form} from ${origins.map(({ kind, name = '' }) => `${kind} ${name}`.trim()).join(', ')} with ${events.join(' ')}`,
  );

describe('the inventory', () => {
  it('names the recipient of a pixel, its account, and what runs in which state', async () => {
    const { vendors } = await inventoryOf(PIXEL_PAGE);
    expect(vendors).toMatchObject([
      { id: 'meta', countries: ['IE', 'US'], purposes: ['ads'], accounts: [{ id: '1234567890123456' }] },
    ]);
    const [account] = vendors[0]?.accounts ?? [];
    expect(account && behaviours(account)).toEqual(['load init PageView | runs runs runs runs runs runs | ']);
  });

  it('calls events that no parameter names by what they are, not by the type of the tag', async () => {
    const tags = [
      tag('Conversion', 'awct', { conversionId: '123456789', conversionLabel: '' }),
      tag('Remarketing', 'sp', { conversionId: '123456789' }),
    ];
    expect(behaviours(await accountOf(container(containerText({ tags })))).map((one) => one.split(' | ')[0])).toEqual([
      'conversion remarketing',
    ]);
    const server = tag('GA4', 'sgtmgaaw', { measurementId: 'G-ABCDEFGHIJ' });
    const forwarding = containerText({ tags: [server], server: true });
    expect(behaviours(await accountOf(container(forwarding))).map((one) => one.split(' | ')[0])).toEqual([
      'incoming event',
    ]);
  });

  it('tells each key with its kind, its form and where it comes from', async () => {
    const account = await accountOf(
      script(`fbq('track', 'Purchase', { value: total, currency: 'SEK', content_name: {{ product.title }} });
        fbq('init', '1234567890123456', { em: document.querySelector('#email').value, ph: sha256(document.querySelector('#tel').value) });`),
    );
    expect(data(account)).toEqual([
      'content_name: product-name raw from template product.title with Purchase',
      'currency: other raw from literal with Purchase',
      'em: email raw from form-field #email with init',
      'ph: phone hashed from variable sha256(), form-field #tel with init',
      'value: other raw from variable total with Purchase',
    ]);
  });

  it('keeps what is sent in two forms apart', async () => {
    const account = await accountOf(
      script("fbq('init', '1234567890123456', { em: document.querySelector('#email').value });"),
      script("fbq('init', '1234567890123456', { em: sha256(document.querySelector('#email').value) });"),
    );
    expect(account.data.map(({ key, form }) => `${key} ${form}`)).toEqual(['em hashed', 'em raw']);
  });

  it('never tells a fixed value', async () => {
    const inventory = await inventoryOf(script("fbq('init', '1234567890123456', { em: 'eva@example.com' });"));
    expect(JSON.stringify(inventory)).not.toContain('eva@');
    expect(inventory.vendors[0]?.accounts[0]?.data).toMatchObject([{ key: 'em', origins: [{ kind: 'literal' }] }]);
  });

  it('names the gates that hold a tag', async () => {
    const account = await accountOf(
      `<script src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000" id="Cookiebot"></script>
       <script type="text/plain" data-cookieconsent="marketing">${PIXEL}</script>`,
    );
    expect(behaviours(account)).toEqual([
      'load init PageView | blocked blocked blocked blocked runs runs | Cookiebot: marketing',
    ]);
  });

  it('tells apart the ways in which one event is sent', async () => {
    const account = await accountOf(
      script("if (localStorage.getItem('ads') === 'yes') fbq('track', 'Lead');"),
      script("fbq('track', 'Lead');"),
    );
    const leads = account.uses.filter(({ event }) => event === 'Lead');
    expect(leads.map(({ gates, states }) => `${states['first-visit'].outcome} ${gates.join()}`)).toEqual([
      'blocked localStorage ads',
      'runs ',
    ]);
  });

  it('gives a command without an id to every account that the page starts', async () => {
    const { vendors } = await inventoryOf(script("fbq('init', '222222222222222'); fbq('track', 'Lead');"));
    expect(vendors[0]?.accounts.map(({ id, uses }) => `${id} ${uses.map(useName).join(' ')}`)).toEqual([
      '1234567890123456 load init Lead PageView',
      '222222222222222 load init Lead PageView',
    ]);
  });

  it('names an account by what fills it in at run time', async () => {
    const { vendors } = await inventoryOf(
      `<script>fbq('init', '{{ settings.pixel_id }}'); fbq('track', 'Lead')</script>`,
    );
    expect(vendors[0]?.accounts.map(({ id }) => id)).toEqual(['{{ settings.pixel_id }}']);
  });

  it('reads containers, with the tag of each place; fields that only say how a tag works are no data', async () => {
    const tag = {
      name: 'Ads - purchase',
      type: 'awct',
      tagId: '77',
      firingTriggerId: ['2147479553'],
      parameter: [
        { type: 'TEMPLATE', key: 'conversionId', value: '1000000001' },
        { type: 'TEMPLATE', key: 'conversionLabel', value: 'abc' },
        { type: 'BOOLEAN', key: 'enableConversionLinker', value: 'true' },
        { type: 'TEMPLATE', key: 'orderId', value: '{{order}}' },
      ],
    };
    const document = JSON.parse(CONTAINER);
    document.containerVersion.tag.push(tag);
    document.containerVersion.variable = [
      { name: 'order', type: 'v', variableId: '9', parameter: [{ type: 'TEMPLATE', key: 'name', value: 'order.id' }] },
    ];
    const { vendors } = await inventoryOf(container(JSON.stringify(document)));
    const ads = vendors.find(({ id }) => id === 'google-ads')?.accounts[0];
    expect(ads?.data.map(({ key, places }) => `${key} ${places[0]?.entity}`)).toEqual(['orderId Ads - purchase']);
  });

  it('says of a paused tag that nothing makes it run', async () => {
    const document = JSON.parse(CONTAINER);
    document.containerVersion.tag[0].paused = true;
    const { uses } = await accountOf(container(JSON.stringify(document)));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.every(({ dead }) => dead)).toBe(true);
  });

  it('tells what vendors collect by themselves, and what a snapshot says of it', async () => {
    const unsaid = await accountOf(PIXEL_PAGE);
    expect(unsaid.features.map(({ title, state, by }) => `${title}: ${state}, ${by}`)).toContain(
      'Automatic events and microdata: on, default',
    );
    const settings: LintInput = {
      path: 'signals-config-1234567890123456.js',
      kind: 'script',
      text: "fbq.registerPlugin('1234567890123456', { __fbEventsPlugin: 1, plugin: function (fbq, instance, config) { instance.optIn('1234567890123456', 'AutomaticMatching', true); } });",
    };
    const { features } = await accountOf(PIXEL_PAGE, settings);
    expect(features.filter(({ kind }) => kind === 'matching')).toMatchObject([{ state: 'on', by: 'code' }]);
  });

  it('lists hosts that nobody knows, and platforms', async () => {
    const { hosts, platforms, vendors } = await inventoryOf(
      `<script src="https://consent.cookiebot.com/uc.js" id="Cookiebot"></script><script src="https://cdn.unheard-of-tracker.example/t.js"></script>`,
    );
    expect(hosts).toMatchObject([{ host: 'cdn.unheard-of-tracker.example', uses: [{ form: 'script', dead: false }] }]);
    expect(platforms.map(({ name }) => name)).toEqual(['Cookiebot']);
    expect(vendors).toEqual([]);
  });

  it('is the same whatever order the files come in', async () => {
    const files = [PIXEL_PAGE, script("fbq('track', 'Lead', { em: email.value })")].map(
      (text, index): LintInput => ({ path: `${index}.html`, kind: 'html', text }),
    );
    expect(await inventoryOf(...files)).toEqual(await inventoryOf(...files.reverse()));
  });
});
