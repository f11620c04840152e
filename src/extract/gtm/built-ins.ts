/** Built-in variables: they are named by Tag Manager and stand in no list of the container's own variables. */
import type { Origin, OriginKind } from '../../model/value.ts';
import type { Container } from '../../parse/container.ts';
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
  const type = listed ?? typeOf(name);
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

/** Built-in variables as the interface names them; each must be switched on to be one. */
const NAMES: ReadonlySet<string> = new Set(
  [
    'Page URL, Page Hostname, Page Path, Referrer, Event, Environment Name, Container ID, Container Version, Random Number, HTML ID',
    'Debug Mode, Error Message, Error URL, Error Line, Click Element, Click Classes, Click ID, Click Target, Click URL, Click Text',
    'Form Element, Form Classes, Form ID, Form Target, Form URL, Form Text, New History Fragment, Old History Fragment',
    'New History State, Old History State, History Source, New History URL, Old History URL, Video Provider, Video Status',
    'Video URL, Video Title, Video Duration, Video Current Time, Video Percent, Video Visible, Scroll Depth Threshold',
    'Scroll Depth Units, Scroll Direction, Percent Visible, On-Screen Duration, Analytics Client ID, Analytics Session ID',
    'Analytics Session Number, Client Name, Event Name, Query String, Request Method, Request Path, Visitor Region',
  ].flatMap((line) => line.split(', ')),
);

/** Whether a name is that of a built-in variable, and whether the container has switched it on. */
export function builtInState(container: Container, name: string): 'there' | 'disabled' | undefined {
  const type = typeOf(name);
  if (container.builtIns.some((one) => one.name === name || (one.name === '' && one.type === type))) return 'there';
  if (!NAMES.has(name)) return undefined;
  return container.builtIns.some((one) => one.type === type) ? 'there' : 'disabled';
}

function typeOf(name: string): string {
  return name.toUpperCase().replaceAll(/[ -]/g, '_');
}
