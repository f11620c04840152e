/** Built-in variables: they are named by Tag Manager and stand in no list of the container's own variables. */
import type { Origin, OriginKind } from '../../model/value.ts';
import type { Scope } from './scope.ts';

/** What a built-in variable of this type holds; types are given without the name's spelling. */
function kindOf(type: string): OriginKind {
  if (/^(?:PAGE_|REFERRER|REQUEST_|QUERY_STRING|NEW_HISTORY|OLD_HISTORY|HISTORY_|CLICK_URL|FORM_URL)/.test(type))
    return 'url';
  if (/^(?:CLIENT_|EVENT_NAME|VISITOR_|IP)/.test(type)) return 'event-data';
  return 'page';
}

/** Where the value of a built-in variable comes from; empty for a name that nobody knows. */
export function builtInOrigin(scope: Scope, name: string): Origin[] {
  if (name === '_event') return [{ kind: 'data-layer', name: 'event' }];
  const listed = scope.container.builtIns.find((one) => one.name === name)?.type;
  const type = listed ?? name.toUpperCase().replaceAll(' ', '_');
  if (
    listed === undefined &&
    !/^(?:PAGE|CLICK|FORM|REFERRER|EVENT|HISTORY|SCROLL|VIDEO|ERROR|CONTAINER|PERCENT|ON_SCREEN|NEW|OLD|CLIENT|REQUEST|QUERY|IP|VISITOR|RANDOM|HTML_ID|DEBUG|ENVIRONMENT)/.test(
      type,
    )
  )
    return [];
  if (type === 'EVENT') return [{ kind: 'data-layer', name: 'event' }];
  return [{ kind: kindOf(type), name: name.toLowerCase() }];
}
