/** Links from the examples of the rule pages to the page that judges in a browser. */
import { deflateRawSync } from 'node:zlib';
import { documentOf, fragmentOfPacked } from '../../src/browser/share.ts';
import { interest } from '../../src/generated/interest.ts';
import { REGIMES, SECTORS, STRICTNESS } from '../../src/model/profile.ts';
import { asContainer, NAMES, withoutMarks } from './rule-examples.ts';

/** Where that page is in the site. */
export const TRY_PAGE = 'try/index.html';

/** What the page cannot be told, and without which the example shows something else. */
const UNTOLD = /^(?:defaults-on-page|exempt|allowed|denied|sensitive-paths|options)=/;

const INTEREST = new RegExp(interest);

/**
 * The address of the page with an example in it; undefined for what is no example, or more than the page can be told.
 * @param info of the fence: its language, and what the example is judged with
 */
export function tryAddress(info: string, body: string): string | undefined {
  const [language = '', ...rest] = info.split(/\s+/);
  const isGtm = rest[0] === 'gtm';
  const path = NAMES[isGtm ? `${language} gtm` : language];
  if (path === undefined || rest.some((option) => UNTOLD.test(option))) return undefined;
  const asked = <T extends string>(key: string, known: readonly T[], otherwise: T): T =>
    known.find((one) => rest.includes(`${key}=${one}`)) ?? otherwise;
  const { text } = withoutMarks(isGtm && language === 'json' ? asContainer(body) : body);
  // Nothing is looked for in a text without any tag, whatever a rule would say of it.
  if (!isGtm && language !== 'tpl' && language !== 'json' && !INTEREST.test(text)) return undefined;
  const fragment = fragmentOfPacked(
    deflateRawSync(
      documentOf({
        files: [{ path, text }],
        options: {
          sector: asked('sector', SECTORS, 'general'),
          regime: asked('regime', REGIMES, 'eu'),
          strictness: asked('strictness', STRICTNESS, 'default'),
        },
      }),
      { level: 9 },
    ),
  );
  return fragment === undefined ? undefined : `${TRY_PAGE}#${fragment}`;
}
