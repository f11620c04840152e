/** The link to what is open: made on demand, shown, and copied where the browser allows it. */
import { fragmentOf, type Shared } from '../share.ts';
import { button, element } from './dom.ts';

export async function drawLink(parent: HTMLElement, shared: Shared): Promise<void> {
  const fragment = await fragmentOf(shared);
  const close = button({ class: 'close', 'aria-label': 'Hide the link' }, () => parent.replaceChildren(), '×');
  if (fragment === undefined) {
    parent.replaceChildren(
      element('p', {}, 'This is too long for a link: chats and mail programs would cut it. '),
      close,
    );
    return;
  }
  const address = new URL(`#${fragment}`, location.href).href;
  history.replaceState(null, '', `#${fragment}`);
  const input = element('input', {
    type: 'text',
    readonly: true,
    value: address,
    'aria-label': 'Link to what is open',
  });
  const copied = await navigator.clipboard?.writeText(address).then(
    () => true,
    () => false,
  );
  const said = copied ? 'Copied.' : 'Copy it from here.';
  parent.replaceChildren(
    input,
    element(
      'p',
      {},
      `${said} The texts are in the part behind #, which browsers send to nobody; whoever has the link can read them.`,
    ),
    close,
  );
  input.select();
}
