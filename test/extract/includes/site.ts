/** Sites in memory: what a page joins, and what is found on it. */
import { posix } from 'node:path';
import type { InputKind, Resolve } from '../../../src/engine/input.ts';
import { Linter } from '../../../src/engine/lint.ts';
import { type JoinedPage, joinPage, pageFile } from '../../../src/extract/includes/join.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { rules } from '../../../src/generated/rules.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';
import type { LintResult } from '../../../src/model/finding.ts';
import { loadTypeScriptParser } from '../../../src/parse/typescript.ts';
import { Source } from '../../../src/text/source.ts';

export type Site = Readonly<Record<string, string>>;

export const PIXEL =
  "<script>!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};n.push=n;n.queue=[];t=b.createElement(e);t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');fbq('init','1234567890');fbq('track','PageView');</script>\n";
export const GA4 =
  "<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-ABC1234567\"></script>\n<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());gtag('config','G-ABC1234567');</script>\n";
export const DEFAULT =
  "<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('consent','default',{ad_storage:'denied',analytics_storage:'denied',ad_user_data:'denied',ad_personalization:'denied'});</script>\n";

/** Finds files as a resolver of the file system does, among those of a site. */
function resolverOf(site: Site): Resolve {
  return (address, from) => {
    const folder = posix.dirname(from);
    const give = (path: string): { path: string; text: string } | undefined => {
      const plain = posix.normalize(path).replace(/^\//, '');
      return Object.hasOwn(site, plain) ? { path: plain, text: site[plain] ?? '' } : undefined;
    };
    if (address.startsWith('**/')) {
      const end = address.slice(2);
      const path = Object.keys(site).find((name) => `/${name}`.endsWith(end));
      return path === undefined ? undefined : give(path);
    }
    if (!address.startsWith('/')) return give(posix.join(folder, address));
    for (let at = folder; ; at = posix.dirname(at)) {
      const found = give(posix.join(at, address));
      if (found || at === '.' || at === '/') return found;
    }
  };
}

/** The page with all that it includes. */
export function join(site: Site, entry: string): JoinedPage {
  const files = new Map<string, ReturnType<typeof pageFile>>();
  const resolve = resolverOf(site);
  const file = (path: string, text: string): ReturnType<typeof pageFile> => {
    const known = files.get(path) ?? pageFile(new Source(path, text));
    files.set(path, known);
    return known;
  };
  return joinPage(file(entry, site[entry] ?? ''), (address, from) => {
    const found = resolve(address, from.name, 'template');
    return found && file(found.path, found.text);
  });
}

/** The tags of the page in the order in which they are read. */
export function flat(site: Site, entry: string): string {
  return join(site, entry)
    .pieces.map(({ file, start, end }) =>
      file.masking.masked
        .slice(start, end)
        .match(/<[^>]*>/g)
        ?.join(' '),
    )
    .filter((text) => text !== undefined)
    .join(' ');
}

/** Lints the entries one after the other. */
export async function lint(site: Site, entries: readonly string[], kind: InputKind = 'html'): Promise<LintResult> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: '0',
    strictness: 'strict',
    resolve: resolverOf(site),
    loadHeavyParser: async () => loadTypeScriptParser(),
  });
  for (const path of entries) await linter.lint({ path, kind, text: site[path] ?? '' });
  return linter.result(entries.length, 0);
}

/** `rule certainty file:line` of every finding of a group of rules. */
export async function found(site: Site, entries: readonly string[], group = /^consent/): Promise<string[]> {
  const { findings } = await lint(site, entries);
  return findings
    .filter(({ rule, severity }) => group.test(rule) && severity !== 'note')
    .map(({ rule, certainty, file, line }) => `${rule} ${certainty} ${file}:${line}`);
}
