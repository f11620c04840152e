/** A site that is reviewed: a pixel behind a consent platform, and a container. */

export const PLATFORM = `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000"></script>\n`;
export const PIXEL = `fbq('set', 'autoConfig', false, '1234567890');
fbq('init', '1234567890', { em: sha256(document.querySelector('#email').value) });
fbq('track', 'Purchase', { value: basket.total });
`;
export const parked = (code: string, category = 'marketing'): string =>
  `<script type="text/plain" data-cookieconsent="${category}">\n${code}</script>\n`;
export const PAGE = `<!doctype html>\n${PLATFORM}${parked(PIXEL)}${parked("plausible('Signup');\n", 'statistics')}`;

export const TAG = {
  tagId: '1',
  name: 'GA4 - sign-up',
  type: 'gaawe',
  parameter: [
    { type: 'TEMPLATE', key: 'eventName', value: 'sign_up' },
    { type: 'TEMPLATE', key: 'measurementIdOverride', value: 'G-ABCDEF1234' },
    {
      type: 'LIST',
      key: 'eventSettingsTable',
      list: [
        {
          type: 'MAP',
          map: [
            { type: 'TEMPLATE', key: 'parameter', value: 'method' },
            { type: 'TEMPLATE', key: 'parameterValue', value: '{{DL - method}}' },
          ],
        },
      ],
    },
  ],
  firingTriggerId: ['2147479553'],
  consentSettings: {
    consentStatus: 'NEEDED',
    consentType: { type: 'LIST', list: [{ type: 'TEMPLATE', value: 'analytics_storage' }] },
  },
};
export const VARIABLE = {
  variableId: '5',
  name: 'DL - method',
  type: 'v',
  parameter: [{ type: 'TEMPLATE', key: 'name', value: 'login.method' }],
};
export const container = (tags: readonly object[], variables: readonly object[] = [VARIABLE], indent = 2): string =>
  JSON.stringify(
    {
      exportFormatVersion: 2,
      containerVersion: { container: { publicId: 'GTM-ABC1234' }, tag: tags, variable: variables },
    },
    null,
    indent,
  );
