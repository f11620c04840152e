/** Code of a server that follows what somebody has switched on in a vendor's interface. */
import type { Vendor } from '../../model/catalog.ts';
import type { SettingFact } from '../../model/unit.ts';
import { locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';

/** The first call of each vendor's that asks for such a switch: what defines the function, and comments, do not. */
export function serverSwitches(source: Source, vendors: readonly Vendor[]): readonly SettingFact[] {
  const { text } = source;
  if (!text.includes('<?')) return [];
  return vendors.flatMap((vendor) => {
    const { serverCode } = vendor;
    for (const name of serverCode?.calls.filter((call) => text.includes(call)) ?? [])
      for (const found of text.matchAll(new RegExp(`(?:\\w{1,60}::|->)${name}(?=\\s{0,3}\\()`, 'g'))) {
        const span = { start: found.index, end: found.index + found[0].length };
        if (!serverCode || isComment(text, span.start)) continue;
        const { feature } = serverCode;
        const location = locationOf(source, span);
        return [{ vendor, feature, state: 'followed' as const, detail: `${name}()`, keys: [], location }];
      }
    return [];
  });
}

function isComment(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /(?:^|\s)(?:\/\/|#)|^\s*\*/.test(line) || text.lastIndexOf('/*', offset) > text.lastIndexOf('*/', offset);
}
