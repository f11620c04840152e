/** Conditions that stand in attributes of elements: of the template's language, or of a framework that renders in the browser. */
import { ALWAYS, and, condition, type Guard } from '../../model/guard.ts';
import type { HtmlElement } from '../../parse/html.ts';
import { type Location, locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import { topicOf } from '../machine/names.ts';
import { serverCondition } from '../templates/question.ts';

/** Evaluated by the server before the page is sent: Latte, Genshi, TAL. */
const SERVER = ['n:if', 'n:tag-if', 'py:if', 'tal:condition'];
/** Evaluated in the browser, by code that is not read here: what they ask may hold the element back. */
const CLIENT = ['v-if', 'v-else-if', 'x-if', '*ngif', 'ng-if', 'data-ng-if'];
const DEEPEST = 60;

/** The condition that the attributes of an element and of those around it put in front of it. */
export function attributeGuard(source: Source, element: HtmlElement): Guard {
  let guard = ALWAYS;
  for (let at: HtmlElement | undefined = element, depth = 0; at && depth < DEEPEST; at = at.parent, depth++) {
    if (at.attributes.size === 0) continue;
    const place = (): Location => locationOf(source, { start: at?.start ?? 0, end: at?.tagEnd ?? 0 });
    for (const [name, text] of at.attributes) {
      // AEM's templates: `data-sly-test="${consent.marketing}"`, `data-sly-test.allowed="…"`.
      if (!/^data-sly-test(?:\.|$)/.test(name)) continue;
      const asked = text.replace(/^\s*\$\{|\}\s*$/g, '').replace(/\s@\s.*$/, '');
      guard = and(guard, serverCondition(asked, place(), { source, language: undefined, gates: undefined }));
    }
    for (const name of SERVER) {
      const text = at.attributes.get(name);
      if (text !== undefined)
        guard = and(guard, serverCondition(text, place(), { source, language: undefined, gates: undefined }));
    }
    for (const name of CLIENT) {
      const text = at.attributes.get(name);
      if (text !== undefined && (topicOf(text.trim()) !== 'free' || /cookie/i.test(text)))
        guard = and(guard, condition('unresolved', text.trim(), place()));
    }
  }
  return guard;
}
