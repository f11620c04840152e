/** Parts of pages whose page is not in sight: what includes them can hold back what is in them. */
import { ALWAYS, atom, type Guard } from '../../model/guard.ts';
import { locationOf } from '../../text/location.ts';
import type { PageFile } from './join.ts';

const PART_FOLDER =
  /(?:^|\/)(?:snippets?|partials?|_?partials?|_?includes?|inc|components?|sections|blocks|fragments?|template-parts?|parts|tags|_[\w-]+)\/.+$/i;
const PART_NAME = /(?:^|\/)_[^/]+$|\.(?:partial|part|inc|include|snippet|fragment)\.[\w.]+$|\.inc$/i;
/** A page by its name, wherever its layout stands. */
const WHOLE_NAME =
  /(?:^|\/)(?:theme|layouts?|base|baseof|master|default|application|index|main|app|_layout|document)\.[^/]*$/i;

/** Names for what stands behind a gate: `pixel-after-consent`, `consent/pixel`. Banners ask, and are shown to everybody. */
const GATED_NAME = /(?:^|[/_.-])(?:consent(?:ed)?|gdpr|opt-?in|samtycke|einwilligung)(?=[/_.-])/i;
const BANNER_NAME =
  /banner|popup|modal|notice|dialog|settings|manager|mode|bar(?=[./_-])|default|script|head|init|setup/i;
/** A comment that says who includes the file and when. */
const GATED_COMMENT =
  /\b(?:only|after|once|when|if|requires?|needs?|behind|gated|efter|endast|nur|erst)\b[^.\n]{0,80}\b(?:consent(?:ed)?|accept(?:ed|s)?|agree[ds]?|opt(?:ed|s)?[ -]?in|samtyck\w*|einwillig\w*)/i;
const HEAD = 1500;

/**
 * What whoever includes a part may put in front of it; ALWAYS for what is a page by itself.
 * @param fragment no document was found around the file
 */
export function includerOf(page: PageFile, fragment: boolean): Guard {
  const { source, masking } = page;
  const path = source.name.replaceAll('\\', '/');
  if (!fragment || WHOLE_NAME.test(path)) return ALWAYS;
  const part = isPart(path);
  // Plain markup without a document is what is pasted into pages: it is judged as it stands.
  if (!part && !masking.scan && !page.structure.parent) return ALWAYS;
  const named = GATED_NAME.test(path) && !BANNER_NAME.test(path.slice(path.lastIndexOf('/')));
  const gates = named || commentsOf(page).some((text) => GATED_COMMENT.test(text));
  return atom({ kind: 'includer', gates }, locationOf(source, { start: 0, end: 0 }));
}

/** A part of pages by its folder or its name. */
export function isPart(path: string): boolean {
  return PART_FOLDER.test(path) || PART_NAME.test(path);
}

/** Comments at the beginning, of the template and of the markup. */
function commentsOf({ source, masking }: PageFile): string[] {
  const comments = (masking.scan?.comments ?? [])
    .filter(({ start }) => start < HEAD)
    .map(({ text }) => text.slice(0, HEAD));
  for (const [, text = ''] of source.text.slice(0, HEAD).matchAll(/<!--([\s\S]*?)-->/g)) comments.push(text);
  return comments;
}
