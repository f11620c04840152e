/**
 * Every call of every vendor, written out as its pattern says: an event is found as one, user data where some is handed over, and
 * nothing of anybody where the same call hands over nothing.
 */
import { describe, expect, it } from 'vitest';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import type { ActivityKind, ArgPattern, UserDataKind, Vendor, VendorCall } from '../../src/model/catalog.ts';
import type { Unit } from '../../src/model/unit.ts';
import { userDataOf } from '../../src/model/user-data.ts';

const VALUES: Partial<Record<UserDataKind, string>> = {
  email: 'jo@example.com',
  phone: '+46701234567',
  'first-name': 'Jo',
  'last-name': 'Berg',
  name: 'Jo Berg',
  'user-id': 'u-4711',
};
/** Captured arguments that are user data by themselves. */
const SINGLE: Readonly<Record<string, UserDataKind>> = {
  email: 'email',
  phone: 'phone',
  firstname: 'first-name',
  lastname: 'last-name',
  fullname: 'name',
  userid: 'user-id',
};

/** An object of user data that the vendor takes. */
function personOf({ userData }: Vendor): string {
  const [key, kind] = Object.entries(userData.keys).find(([, one]) => VALUES[one] !== undefined) ?? ['email', 'email'];
  return JSON.stringify({ [key]: VALUES[kind] });
}

/** The code of an argument. @param empty nothing is handed over of anybody */
function written(pattern: ArgPattern, vendor: Vendor, call: VendorCall, empty: boolean): string {
  const inner = (one: ArgPattern): string => written(one, vendor, call, empty);
  if ('literal' in pattern) return JSON.stringify(pattern.literal);
  if ('oneOf' in pattern) return JSON.stringify(pattern.oneOf[0]);
  if ('array' in pattern) return `[${pattern.array.map(inner).join(', ')}]`;
  if ('each' in pattern) return `[${inner(pattern.each)}]`;
  if ('member' in pattern) return `{ member: ${inner(pattern.member)} }`;
  if ('object' in pattern)
    return `{ ${Object.entries(pattern.object)
      .map(([key, one]) => `${JSON.stringify(key)}: ${inner(one)}`)
      .join(', ')} }`;
  const { capture } = pattern;
  const wanted = call.where.find((one) => one.capture === capture)?.values[0];
  if (wanted !== undefined) return JSON.stringify(wanted.replaceAll('*', '123456789'));
  if (capture === 'user') return empty ? '{}' : personOf(vendor);
  const kind = SINGLE[capture];
  if (kind !== undefined) return empty ? "''" : JSON.stringify(VALUES[kind]);
  if (capture === 'value') return 'true';
  return capture === 'id' || capture === 'event' ? JSON.stringify(`${capture}1`) : '{}';
}

function codeOf(vendor: Vendor, call: VendorCall, empty: boolean): string {
  const { form, path, args } = call.use;
  const names = path.map((segment) => (typeof segment === 'string' ? segment : 'any'));
  const target = names.reduce((before, name) => (name === '()' ? `${before}()` : `${before}.${name}`), 'window');
  const given = args.map((one) => written(one, vendor, call, empty)).join(', ');
  if (form === 'assign') return `${target} = ${given};`;
  return form === 'new' ? `new ${target}(${given});` : `${target}(${given});`;
}

/** What code does with a vendor. */
async function done(code: string, { id }: Vendor): Promise<{ kinds: Set<ActivityKind>; keys: string[] }> {
  const units: Unit[] = [];
  const linter = new Linter({
    catalog,
    sensitive,
    rules: [],
    version: 'test',
    judged: (unit) => void units.push(unit),
  });
  await linter.lint({ path: 'page.html', kind: 'html', text: `<script>${code}</script>` });
  const own = units.flatMap(({ activities }) => activities).filter(({ vendor }) => vendor.id === id);
  const keys = own.flatMap((one) => (one.kind === 'configure' ? [] : userDataOf(one).map(({ key }) => key)));
  return { kinds: new Set(own.map(({ kind }) => kind)), keys };
}

/** Calls of the page itself; those of packages and of servers are tried with their wrappers. */
const CALLS = catalog.vendors.flatMap((vendor) =>
  vendor.calls
    .filter(({ use: { form, path }, server }) => !server && form !== 'read' && /^[^:]+$/.test(String(path[0])))
    .map((call) => ({ vendor, call, title: `${vendor.id}: ${codeOf(vendor, call, false)}`.slice(0, 160) })),
);
const handsOver = (call: VendorCall): boolean =>
  ['user', ...Object.keys(SINGLE)].some((name) => JSON.stringify(call.use.args).includes(`{"capture":"${name}"}`));

describe('an event', () => {
  it.each(CALLS.filter(({ call }) => call.does === 'event'))('$title', async ({ vendor, call }) => {
    const { kinds } = await done(codeOf(vendor, call, false), vendor);
    // Without the id of an account it may fit the call that starts one.
    expect(kinds.has('event') || kinds.has('init')).toBe(true);
  });
});

describe('user data', () => {
  it.each(CALLS.filter(({ call }) => call.does !== 'configure' && handsOver(call)))(
    '$title',
    async ({ vendor, call }) => {
      expect((await done(codeOf(vendor, call, false), vendor)).keys).not.toEqual([]);
      expect((await done(codeOf(vendor, call, true), vendor)).keys).toEqual([]);
    },
  );
});
