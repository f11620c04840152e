/** What `taglint init` asks on a terminal. */
import { autocomplete, cancel, confirm, intro, isCancel, note, outro, select } from '@clack/prompts';
import type { Found } from '../init/found.ts';
import { HOOKS, type HookKind, PIPELINES, type PipelineKind } from '../init/kinds.ts';
import { REGIMES, type Regime, SECTORS, type Sector } from '../model/profile.ts';
import { visible } from './terminal.ts';

export interface Answers {
  readonly sector: Sector;
  readonly regime: Regime;
  readonly platforms: readonly string[];
  readonly hook: HookKind;
  readonly pipeline: PipelineKind;
}

/** What is taken where nothing else is said, by flags or by what was found. */
export interface Asking {
  readonly known: Partial<Answers>;
  readonly suggested: Pick<Answers, 'hook' | 'pipeline'>;
  readonly found: Found;
  /** Ids and names of the platforms that there are. */
  readonly platforms: readonly { readonly id: string; readonly name: string }[];
}

const REGIME_HINTS: Readonly<Record<Regime, string>> = {
  eu: 'consent first: EU, EEA, Great Britain, Switzerland',
  'us-opt-out': 'until somebody opts out, as in California',
  'us-health': 'health data in the United States: consent first',
};

/** @returns undefined where somebody has had enough; that is said */
export async function ask({ known, suggested, found, platforms }: Asking): Promise<Answers | undefined> {
  intro('taglint init');
  if (found.sensitive !== undefined)
    note(visible(found.sensitive), 'The files say that the site is about something sensitive');
  const sector =
    known.sector ??
    (await select<Sector>({
      message: 'What is the site about? It decides what is sensitive.',
      options: SECTORS.map((value) => ({ value })),
      initialValue: 'general',
    }));
  if (isCancel(sector)) return stopped();
  const regime =
    known.regime ??
    (await select<Regime>({
      message: 'Under which law do visitors come?',
      options: REGIMES.map((value) => ({ value, hint: REGIME_HINTS[value] })),
      initialValue: 'eu',
    }));
  if (isCancel(regime)) return stopped();
  const platform = known.platforms ? '' : await askForPlatform(found, platforms);
  if (typeof platform === 'symbol') return stopped();
  const hook =
    known.hook ??
    (await select<HookKind>({
      message: 'What runs before a commit?',
      options: HOOKS.map((value) => ({ value })),
      initialValue: suggested.hook,
    }));
  if (isCancel(hook)) return stopped();
  const pipeline =
    known.pipeline ??
    (await select<PipelineKind>({
      message: 'Where do pipelines run?',
      options: PIPELINES.map((value) => ({ value })),
      initialValue: suggested.pipeline,
    }));
  if (isCancel(pipeline)) return stopped();
  const named = platform === '' ? [] : [platform];
  return { sector, regime, platforms: known.platforms ?? named, hook, pipeline };
}

/** Asked where no file loads one: a tag manager or the server may. */
async function askForPlatform(found: Found, platforms: Asking['platforms']): Promise<string | symbol> {
  if (found.platforms.some(({ loaded }) => loaded)) return '';
  return autocomplete<string>({
    message: 'No file loads a consent platform. Does a tag manager or the server load one?',
    options: [
      { value: '', label: 'none, or not known' },
      ...platforms.map(({ id, name }) => ({ value: id, label: name })),
    ],
    initialValue: found.platforms[0]?.id ?? '',
    maxItems: 8,
  });
}

/** @returns undefined where somebody has had enough; that is said */
export async function agree(files: readonly string[]): Promise<boolean> {
  note(files.join('\n'), 'What will be written');
  const yes = await confirm({ message: 'Write it?' });
  if (yes === true) {
    outro('Writing.');
    return true;
  }
  stopped();
  return false;
}

function stopped(): undefined {
  cancel('Nothing was written.');
}
