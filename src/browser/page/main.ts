/** The page: its controls, and what is dropped on it. */
import { REGIMES, SECTORS, STRICTNESS } from '../../model/profile.ts';
import type { Example, JudgeOptions } from '../protocol.ts';
import { Desk } from './desk.ts';
import { element, known } from './dom.ts';
import { chosenFiles, droppedFiles, type Opened } from './open-files.ts';
import { loadScript } from './part-loader.ts';

declare global {
  var taglintExamples: ((examples: readonly Example[]) => void) | undefined;
}

const desk = new Desk();
const sector = known('sector', HTMLSelectElement);
const regime = known('regime', HTMLSelectElement);
const strictness = known('strictness', HTMLSelectElement);

function options(): JudgeOptions {
  return {
    sector: SECTORS.find((one) => one === sector.value) ?? 'general',
    regime: REGIMES.find((one) => one === regime.value) ?? 'eu',
    strictness: STRICTNESS.find((one) => one === strictness.value) ?? 'default',
  };
}

for (const control of [sector, regime, strictness])
  control.addEventListener('change', () => desk.setOptions(options()));

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

const examples = known('examples', HTMLSelectElement);
let list: readonly Example[] = [];
globalThis.taglintExamples = (given) => {
  list = given;
  examples.append(...given.map(({ title }, index) => element('option', { value: String(index) }, title)));
};
// They are nothing that anybody waits for.
loadScript('examples.js').catch(() => examples.closest('label')?.remove());
examples.addEventListener('change', () => {
  const example = list[Number(examples.value)];
  if (examples.value === '' || !example) return;
  sector.value = example.sector;
  desk.open(example.files, [], options());
});
