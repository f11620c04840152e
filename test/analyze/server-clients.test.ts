/** Code of servers that hands user data to a vendor: by a client of its API, or by a request to it. */
import { describe, expect, it } from 'vitest';
import { personalRules, rulesThatFind } from '../rules/found.ts';

const MATCHING = ['advanced-matching'];
const SDK = 'facebook-nodejs-business-sdk';
const SENDS = `const event = new ServerEvent().setEventName('Lead').setUserData(new UserData().setEmails([req.body.email]).setPhone(req.body.phone));
  return new EventRequest(process.env.TOKEN, '123').setEvents([event]).execute();`;

describe('objects that setters fill', () => {
  it.each([
    `import { UserData, ServerEvent, EventRequest } from '${SDK}'; export async function POST(req) { ${SENDS} }`,
    `import sdk from '${SDK}'; const { UserData, ServerEvent, EventRequest } = sdk; export async function POST(req) { ${SENDS} }`,
    `import * as sdk from '${SDK}'; const { UserData, ServerEvent, EventRequest } = sdk; export default function (req, res) { ${SENDS} }`,
    `const sdk = require('${SDK}'); const UserData = sdk.UserData, ServerEvent = sdk.ServerEvent, EventRequest = sdk.EventRequest; app.post('/lead', (req, res) => { ${SENDS} });`,
    `import { UserData, ServerEvent, EventRequest } from '${SDK}';
     export async function POST(req) {
       const user = new UserData();
       if (req.body.email) user.setEmail(req.body.email);
       user.phones = [req.body.phone];
       const event = new ServerEvent('Lead', 0, '', user);
       await new EventRequest(token, id, [event]).execute();
     }`,
  ])('hand over what is in them: %s', async (code) => {
    expect(await personalRules('api/lead.js', code)).toEqual(MATCHING);
  });

  it.each([
    `import { UserData, ServerEvent, EventRequest } from '${SDK}'; export async function POST(req) { new EventRequest(token, id).setEvents([new ServerEvent().setEventName('PageView').setUserData(new UserData())]).execute(); }`,
    `import { UserData } from './own'; export async function POST(req) { new UserData().setEmails([req.body.email]).save(); }`,
    `import { AdAccount } from '${SDK}'; export async function POST(req) { return new AdAccount('act_1').getCampaigns(['name']); }`,
  ])('are no finding: %s', async (code) => {
    expect(await personalRules('api/lead.js', code)).toEqual([]);
  });
});

const body = (email: string): string => `{ data: [{ event_name: 'Lead', user_data: { em: [${email}] } }] }`;
const URL = 'https://graph.facebook.com/v21.0/123/events';
const EMAIL = 'sha256(req.body.email)';

describe('a request to an API for servers', () => {
  it.each([
    `import axios from 'axios'; export default async (req, res) => { await axios.post('${URL}', ${body(EMAIL)}); }`,
    `const { default: axios } = require('axios'); module.exports = async (req, res) => { await axios({ method: 'post', url: '${URL}', data: ${body(EMAIL)} }); };`,
    `const axios = require('axios'); const api = axios.create({ baseURL: 'https://graph.facebook.com/v21.0/' }); module.exports = async (req, res) => { await api.post('/' + process.env.ID + '/events', ${body(EMAIL)}); };`,
    `import got from 'got'; export async function POST(req) { await got.post('${URL}', { json: ${body(EMAIL)} }).json(); }`,
    `import ky from 'ky'; export async function POST(req) { await ky.extend({}).post; await ky.post('${URL}', { json: ${body(EMAIL)} }); }`,
    `const fetch = require('node-fetch'); app.post('/x', async (req, res) => { await fetch('${URL}', { method: 'POST', body: JSON.stringify(${body(EMAIL)}) }); });`,
    `const version = process.env.VERSION || 'v21.0'; export async function POST(req) { return fetch(\`https://graph.facebook.com/\${version}/\${process.env.ID}/events\`, { method: 'POST', body: JSON.stringify(${body(EMAIL)}) }); }`,
    `export async function POST(req) { const form = new URLSearchParams(); form.append('data', JSON.stringify(${body(EMAIL)}.data)); await fetch('${URL}', { method: 'POST', body: form }); }`,
    `export async function POST(req) { const url = new URL('${URL}'); url.searchParams.set('access_token', process.env.T); await fetch(url, { method: 'POST', body: JSON.stringify(${body(EMAIL)}) }); }`,
    `export class Service { constructor(http) { this.http = http; } send(email) { return this.http.post('${URL}', ${body('sha256(email)')}); } } new Service(client).send(user.email);`,
    `function send(e) { UrlFetchApp.fetch('${URL}', { method: 'post', payload: JSON.stringify(${body("sha256(e.namedValues['Email'][0])")}) }); }`,
  ])('hands over what it carries: %s', async (code) => {
    expect(await personalRules('api/lead.js', code)).toEqual(MATCHING);
  });

  it.each([
    `import axios from 'axios'; export default async (req, res) => { await axios.post('${URL}', ${body('')}); }`,
    `import axios from 'axios'; export default async (req, res) => { await axios.get('https://graph.facebook.com/v21.0/me', { params: { access_token: req.body.token } }); }`,
    `import axios from 'axios'; export default async (req, res) => { await axios.post('https://api.shop.example/orders', { user_data: { em: req.body.email } }); }`,
  ])('is no finding: %s', async (code) => {
    expect(await personalRules('api/lead.js', code)).toEqual([]);
  });
});

describe('a token that stands in the code', () => {
  const found = (code: string): Promise<string[]> => rulesThatFind('api/lead.js', code, /^security\//);
  const send = (address: string, headers: string): string =>
    `export async function POST(req) { await fetch(${address}, { method: 'POST', headers: { ${headers} }, body: '{}' }); }`;
  const TOKEN = 'AQXdSP_W41_UPs5ioT_t8HESyODB4FqbkJ8LrV_5mff4gPODzOYR';
  const LINKEDIN = "'https://api.linkedin.com/rest/conversionEvents'";

  it.each([
    send(LINKEDIN, `Authorization: 'Bearer ${TOKEN}'`),
    `const token = process.env.TOKEN || '${TOKEN}'; ${send(LINKEDIN, 'Authorization: `Bearer ${token}`')}`,
    `const token = '${TOKEN}'; ${send("'https://tr.snapchat.com/v3/PIX/events?access_token=' + token", '')}`,
    `import axios from 'axios'; const api = axios.create({ baseURL: 'https://ads-api.reddit.com/api/v2.0', headers: { Authorization: 'Bearer ${TOKEN}' } }); export async function POST() { await api.post('/conversions/events/a2_x', {}); }`,
  ])('and opens an API for servers, is exposed: %s', async (code) => {
    expect(await found(code)).toEqual(['exposed-secret']);
  });

  it.each([
    send(LINKEDIN, 'Authorization: `Bearer ${process.env.TOKEN}`'),
    send(LINKEDIN, "Authorization: 'Bearer YOUR_ACCESS_TOKEN_1'"),
    send("'https://api.shop.example/items'", `Authorization: 'Bearer ${TOKEN}'`),
  ])('is not: %s', async (code) => {
    expect(await found(code)).toEqual([]);
  });
});
