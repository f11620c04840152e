/** The page: its controls, and what is dropped on it. */
import { REGIMES, SECTORS, STRICTNESS } from '../../model/profile.ts';
import { DEFAULTS_ON_PAGE, type Example, type JudgeOptions } from '../protocol.ts';
import { isLink, readFragment } from '../share.ts';
import { Desk } from './desk.ts';
import { element, known } from './dom.ts';
import { drawLink } from './link-line.ts';
import { fillMenu } from './menu.ts';
import { chosenFiles, droppedFiles, type Opened } from './open-files.ts';
import { loadScript } from './part-loader.ts';

declare global {
  var taglintExamples: ((examples: readonly Example[]) => void) | undefined;
}

const desk = new Desk();
const linkLine = known('link-line', HTMLElement);
const sector = known('sector', HTMLSelectElement);
const regime = known('regime', HTMLSelectElement);
const strictness = known('strictness', HTMLSelectElement);
const defaults = known('defaults', HTMLSelectElement);

function options(): JudgeOptions {
  const defaultsOnPage = DEFAULTS_ON_PAGE.find((one) => one === defaults.value);
  return {
    sector: SECTORS.find((one) => one === sector.value) ?? 'general',
    regime: REGIMES.find((one) => one === regime.value) ?? 'eu',
    strictness: STRICTNESS.find((one) => one === strictness.value) ?? 'default',
    ...(defaultsOnPage && { defaultsOnPage }),
  };
}

/** What the person has chosen; a configuration decides over it while it is there. */
let chosen = options();

for (const control of [sector, regime, strictness, defaults])
  control.addEventListener('change', () => {
    chosen = options();
    desk.setOptions(chosen);
  });

function show(asked: JudgeOptions): void {
  [sector.value, regime.value, strictness.value] = [asked.sector, asked.regime, asked.strictness];
  defaults.value = asked.defaultsOnPage ?? '';
}

desk.onConfigured((configured) => {
  const isDecided = configured?.file !== undefined;
  show(isDecided ? configured.asked : chosen);
  for (const control of [sector, regime, strictness]) {
    control.disabled = isDecided;
    control.title = isDecided ? `As ${configured.file} says` : '';
  }
});
known('configure', HTMLButtonElement).addEventListener('click', () => desk.configure());

function take({ files, left }: Opened): void {
  desk.open(files, left);
}

for (const [buttonId, inputId] of [
  ['open-files', 'file-input'],
  ['open-folder', 'folder-input'],
] as const) {
  const input = known(inputId, HTMLInputElement);
  known(buttonId, HTMLButtonElement).addEventListener('click', () => input.click());
  input.addEventListener('change', async () => {
    if (input.files && input.files.length > 0) take(await chosenFiles(input.files));
    input.value = '';
  });
}

const drop = known('drop', HTMLElement);
addEventListener('dragenter', (event) => {
  desk.prepare();
  if (event.dataTransfer?.types.includes('Files')) drop.hidden = false;
});
addEventListener('dragover', (event) => event.preventDefault());
drop.addEventListener('dragleave', () => {
  drop.hidden = true;
});
addEventListener('drop', async (event) => {
  drop.hidden = true;
  const { dataTransfer } = event;
  if (!dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  take(await droppedFiles(dataTransfer));
});

const examples = known('examples', HTMLDetailsElement);
globalThis.taglintExamples = (given) => {
  const choices = given.map(({ title, sector: about, files }) => ({
    title,
    choose: () => {
      chosen = { sector: about, regime: chosen.regime, strictness: chosen.strictness };
      show(chosen);
      desk.open(files, [], chosen);
    },
  }));
  fillMenu(examples, choices);
};
examples.addEventListener('toggle', () => desk.prepare());
// They are nothing that anybody waits for.
loadScript('examples.js').catch(() => examples.remove());

known('link', HTMLButtonElement).addEventListener('click', () => void drawLink(linkLine, desk.shared));

fillMenu(known('save', HTMLDetailsElement), [
  { title: 'Report for people (HTML)', choose: () => void desk.save('report') },
  { title: 'Who gets what (CSV)', choose: () => void desk.save('inventory') },
  { title: 'SARIF, for code scanning', choose: () => void desk.save('sarif') },
  { title: 'JSON, for programs', choose: () => void desk.save('json') },
]);

async function openLink(): Promise<void> {
  const fragment = location.hash.slice(1);
  if (!isLink(fragment)) return;
  const read = await readFragment(fragment);
  if (!read.ok) {
    linkLine.replaceChildren(element('p', { role: 'alert' }, read.reason));
    return;
  }
  const { files, options: asked } = read.shared;
  chosen = asked;
  show(asked);
  desk.open(files, [], asked);
}

addEventListener('hashchange', () => void openLink());
void openLink();
