import { describe, expect, it } from 'vitest';
import { extract, type Json, printValue, tag, variable } from './build.ts';

const TEMPLATE = {
  templateId: '5',
  name: 'server-template',
  galleryReference: { host: 'github.com', owner: 'social', repository: 'server-template' },
  templateData: '',
};
const CAPI = tag('Conversions', 'cvt_1_5', {
  pixelId: '1',
  userDataList: [
    { name: 'em', value: '{{Mail}}' },
    { name: 'country', value: '{{Country}}' },
  ],
});
const MAIL = variable('Mail', 'ed', { keyPath: 'user_data.email_address' });
const COUNTRY = variable('Country', 'rh', { headerName: 'x-geo-country' });

function transformation(type: string, tables: Parameters<typeof tag>[2], more: Parameters<typeof tag>[2] = {}): Json {
  const given = { matchingConditionsEnabled: 'false', allTagsExcept: 'true', ...tables, ...more };
  return { transformationId: '1', name: 'T', type, parameter: tag('', '', given).parameter };
}

/** The user data of the conversions API tag, behind these transformations. */
function user(...transformations: Json[]): string {
  const unit = extract({
    server: true,
    templates: [TEMPLATE],
    tags: [CAPI],
    variables: [MAIL, COUNTRY],
    transformations,
  });
  return printValue(unit.activities.find(({ kind }) => kind === 'identify')?.values.user);
}

const WHOLE = user();
const REDACTED = '{ country: gtm-variable {{Country}} < event-data header x-geo-country }';
const exclude = (name: string, more?: Parameters<typeof tag>[2]): Json =>
  transformation('tf_exclude_params', { excludedParamsTable: [{ excludedParams: name }] }, more);

describe('transformations', () => {
  it('take what they exclude from the event, with all that is in it', () => {
    expect(WHOLE).toContain('user_data.email_address');
    expect(user(exclude('user_data.email_address'))).toBe(REDACTED);
    expect(user(exclude('user_data'))).toBe(REDACTED);
    expect(user(exclude('user'))).toBe(WHOLE);
    expect(user(exclude('items'))).toBe(WHOLE);
  });

  it('leave what they allow', () => {
    const allow = (name: string): Json =>
      transformation('tf_allow_params', { allowedParamsTable: [{ allowedParams: name }] });
    expect(user(allow('user_data'))).toBe(WHOLE);
    expect(user(allow('user_data.email_address'))).toBe(WHOLE);
    expect(user(allow('items'))).toBe(REDACTED);
  });

  it('put something else in its place', () => {
    const augment = (paramValue: string): Json =>
      transformation('tf_augment_event', {
        augmentEventTable: [{ paramName: 'user_data.email_address', paramValue }],
      });
    expect(user(augment('nobody@shop.example'))).toContain('em: "nobody@shop.example"');
    expect(user(augment(''))).toBe(REDACTED);
  });

  it('are for the tags that they name, or for all others', () => {
    const named = { affectedTags: [{ tagReference: 'Conversions' }] };
    const typed = { affectedTagTypes: [{ tagType: 'cvt_1_5' }] };
    expect(user(exclude('user_data', { allTagsExcept: 'false', ...named }))).toBe(REDACTED);
    expect(user(exclude('user_data', { allTagsExcept: 'false', ...typed }))).toBe(REDACTED);
    expect(user(exclude('user_data', named))).toBe(WHOLE);
    expect(user(exclude('user_data', { allTagsExcept: 'false' }))).toBe(WHOLE);
  });

  it('under a condition are not counted on', () => {
    expect(user(exclude('user_data', { matchingConditionsEnabled: 'true' }))).toBe(WHOLE);
  });

  it('that leave nothing of the user leave no user data', () => {
    const tags = [tag('Conversions', 'cvt_1_5', { pixelId: '1', userDataList: [{ name: 'em', value: '{{Mail}}' }] })];
    const unit = extract({
      server: true,
      templates: [TEMPLATE],
      tags,
      variables: [MAIL],
      transformations: [exclude('user_data')],
    });
    expect(unit.activities.map(({ kind }) => kind)).toEqual(['event']);
  });
});
