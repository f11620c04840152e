/** A tag manager's export of about 3 MB, in the shape of the user interface's export. */
import type { Random } from './random.ts';
import { metaPixel } from './snippets.ts';

const account = { accountId: '6000000000', containerId: '180000000' };
const pageView = '2147483647';

/** @param size how many tags, triggers and variables, about 8 KB for one of each */
export function container(numbers: Random, size = 400): string {
  const list = <T>(make: (index: number) => T): T[] => Array.from({ length: size }, (_, index) => make(index));
  const content = {
    exportFormatVersion: 2,
    exportTime: '2024-08-29 10:00:00',
    containerVersion: {
      path: 'accounts/6000000000/containers/180000000/versions/0',
      ...account,
      containerVersionId: '0',
      container: { ...account, name: 'bench.example', publicId: 'GTM-XXXXXXX', usageContext: ['WEB'] },
      tag: list((index) => tag(index, numbers, size)),
      trigger: list((index) => trigger(index)),
      variable: list((index) => variable(index, numbers)),
      builtInVariable: ['PAGE_URL', 'EVENT', 'CLICK_URL'].map((type) => ({ ...account, type, name: type })),
    },
  };
  return JSON.stringify(content, null, 4);
}

const template = (key: string, value: string) => ({ type: 'TEMPLATE', key, value });

/** A hundred thousand tags that say next to nothing, each with a trigger of its own and the next one in its sequence. */
export function manyTags(): string {
  const count = 100_000;
  const list = <T>(make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
  return JSON.stringify({
    containerVersion: {
      container: { publicId: 'GTM-XXXXXXX', usageContext: ['WEB'] },
      tag: list((index) => ({
        tagId: String(index + 1),
        name: `Tag ${index}`,
        type: 'gaawe',
        parameter: [template('eventName', `event_${index}`), template('measurementIdOverride', 'G-XXXXXXXXXX')],
        firingTriggerId: [String(index)],
        setupTag: [{ tagName: `Tag ${(index + 1) % count}` }],
      })),
      trigger: list((index) => ({
        triggerId: String(index),
        name: `Trigger ${index}`,
        type: 'CUSTOM_EVENT',
        customEventFilter: [
          { type: 'EQUALS', parameter: [template('arg0', '{{_event}}'), template('arg1', `e${index}`)] },
        ],
      })),
    },
  });
}

function tag(index: number, numbers: Random, size: number) {
  const common = {
    ...account,
    tagId: String(index + 1),
    fingerprint: String(1_700_000_000_000 + index),
    firingTriggerId: index % 3 === 0 ? [pageView] : [String(1000 + numbers.below(size))],
    tagFiringOption: 'ONCE_PER_EVENT',
    monitoringMetadata: { type: 'MAP' },
    consentSettings: { consentStatus: index % 4 === 0 ? 'NOT_NEEDED' : 'NOT_SET' },
  };
  if (index % 4 === 3) {
    const parameter = [template('eventName', `event_${index}`), template('measurementIdOverride', 'G-XXXXXXXXXX')];
    return { ...common, name: `GA4 - event ${index}`, type: 'gaawe', parameter };
  }
  return {
    ...common,
    name: `HTML - ${index % 2 === 0 ? 'pixel' : 'widget'} ${index}`,
    type: 'html',
    parameter: [
      template('html', index % 2 === 0 ? pixel(index) : widget(index, numbers)),
      template('supportDocumentWrite', 'false'),
    ],
  };
}

function pixel(index: number): string {
  return `${metaPixel}
<script>
  fbq('trackCustom', 'Step${index}', { content_name: {{DLV - ${index}}}, url: '{{Page URL}}', value: {{JS - ${index}}} });
</script>
${ownCode(index, 40)}`;
}

function widget(index: number, numbers: Random): string {
  return ownCode(index, 60 + numbers.below(20));
}

/** Lines of a site's own code. */
function ownCode(index: number, lines: number): string {
  const body = Array.from(
    { length: lines },
    (_, line) =>
      `  if (settings.step${line} !== undefined) { state["key-${index}-${line}"] = String(settings.step${line}).trim(); }`,
  );
  return `<script>
(function () {
  var settings = window.siteSettings${index} || {}, state = {};
${body.join('\n')}
  window.siteState${index} = state;
})();
</script>`;
}

function trigger(index: number) {
  return {
    ...account,
    triggerId: String(1000 + index),
    name: `Trigger ${index}`,
    type: index % 3 === 0 ? 'CLICK' : 'CUSTOM_EVENT',
    customEventFilter: [
      { type: 'EQUALS', parameter: [template('arg0', '{{_event}}'), template('arg1', `site_event_${index}`)] },
    ],
    filter: [
      { type: 'CONTAINS', parameter: [template('arg0', '{{Page URL}}'), template('arg1', `/section-${index}/`)] },
    ],
    fingerprint: String(1_700_000_000_000 + index),
  };
}

function variable(index: number, numbers: Random) {
  const common = { ...account, variableId: String(5000 + index), fingerprint: String(1_700_000_000_000 + index) };
  if (index % 2 === 0) {
    const parameter = [
      { type: 'INTEGER', key: 'dataLayerVersion', value: '2' },
      template('name', `ecommerce.items.${index}.name`),
    ];
    return { ...common, name: `DLV - ${index}`, type: 'v', parameter };
  }
  const lines = Array.from(
    { length: 10 + numbers.below(20) },
    (_, line) =>
      `  if (items[${line}]) { total += Number(items[${line}].price || 0) * Number(items[${line}].quantity || 1); }`,
  );
  const code = `function() {
  var items = {{DLV - ${index - 1}}} || [], total = 0;
${lines.join('\n')}
  return total;
}`;
  return { ...common, name: `JS - ${index}`, type: 'jsm', parameter: [template('javascript', code)] };
}
