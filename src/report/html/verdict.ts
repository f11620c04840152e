/** The verdict in five lines: what was found, what runs before a choice and after a refusal, what is sent, what to repair first. */
import type { Finding } from '../../model/finding.ts';
import type { ConsentState } from '../../model/guard.ts';
import type { Card } from './cards.ts';
import type { ReportTag } from './data.ts';
import { html, type Markup, short } from './markup.ts';
import { type Scene, section } from './scene.ts';

type Status = 'good' | 'attention' | 'bad';

interface Line {
  readonly status: Status;
  readonly title: string;
  readonly text: Markup;
}

export function verdictSection(scene: Scene, cards: readonly Card[]): Markup {
  const { words } = scene;
  const lines = [
    findingsLine(scene, cards),
    stateLine(scene, 'first-visit'),
    stateLine(scene, 'refused'),
    dataLine(scene),
    repairLine(scene, cards),
  ];
  return section(
    'verdict',
    words.say('verdict'),
    html`<dl class="verdict">${lines.map(
      ({ status, title, text }) =>
        html`<div class="${status}"><dt>${title}</dt><dd><span class="status">${words.say(`status.${status}`)}</span> ${text}</dd></div>`,
    )}</dl>`,
  );
}

function findingsLine({ data, words }: Scene, cards: readonly Card[]): Line {
  const { findings, skipped } = data.result;
  const title = words.say('verdict.findings');
  // What was skipped may hold anything.
  if (findings.length === 0) {
    const status = skipped.length > 0 ? 'attention' : 'good';
    return { status, title, text: html`${words.say('verdict.nothing')}` };
  }
  const of = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) =>
    of(severity) > 0 ? words.count(`count.${severity}s`, of(severity)) : [],
  );
  const text = words.say('verdict.counts', {
    counts: words.list(counts),
    causes: words.count('count.causes', cards.length),
  });
  return { status: of('error') > 0 ? 'bad' : of('warning') > 0 ? 'attention' : 'good', title, text: html`${text}` };
}

/** What runs in a state in which nobody has agreed. Servers are left out: whoever calls them has asked, or has not. */
function stateLine({ data, words }: Scene, state: Extract<ConsentState, 'first-visit' | 'refused'>): Line {
  const title = words.say(`verdict.${state}`);
  const tags = data.units.flatMap((unit) => unit.tags).filter((tag) => tag.needsConsent && !tag.paused);
  if (tags.length === 0) return { status: 'good', title, text: html`${words.say('verdict.no-tags')}` };
  const running = tags.filter((tag) => tag.states[state].outcome === 'runs');
  const unknown = tags.filter((tag) => tag.states[state].outcome === 'unknown').length;
  const open = unknown > 0 ? ` ${words.count('verdict.unknown', unknown)}` : '';
  const status = running.length > 0 ? 'bad' : unknown > 0 ? 'attention' : 'good';
  const said =
    running.length === 0
      ? words.say(`verdict.${state}.none`)
      : words.count(`verdict.${state}.some`, running.length, { all: tags.length, vendors: vendorsOf(words, running) });
  return { status, title, text: html`${said}${open}` };
}

function vendorsOf(words: Scene['words'], tags: readonly Pick<ReportTag, 'vendor'>[]): string {
  return words.list([...new Set(tags.map(({ vendor }) => vendor))]);
}

function dataLine({ data, words }: Scene): Line {
  const title = words.say('verdict.data');
  const { findings } = data.result;
  const parts = [
    ['data/', 'verdict.data.personal'],
    ['sensitive/', 'verdict.data.sensitive'],
  ] as const;
  const found = parts.flatMap(([group, key]) => {
    const list = findings.filter(({ rule, severity }) => rule.startsWith(group) && severity !== 'note');
    if (list.length === 0) return [];
    const vendors = [...new Set(list.flatMap(({ vendor }) => vendor ?? []))];
    return [{ list, text: words.count(key, list.length, { vendors: words.list(vendors) }) }];
  });
  if (found.length === 0) return { status: 'good', title, text: html`${words.say('verdict.data.none')}` };
  const status = found.some(({ list }) => list.some(({ severity }) => severity === 'error')) ? 'bad' : 'attention';
  return { status, title, text: html`${found.map(({ text }) => text).join(' ')}` };
}

/** Of the worst causes the one that clears most; notes are nobody's first repair. */
function repairLine(scene: Scene, cards: readonly Card[]): Line {
  const { words } = scene;
  const title = words.say('verdict.repair');
  const [worst] = cards;
  if (!worst || worst.severity === 'note')
    return { status: 'good', title, text: html`${words.say('verdict.repair.none')}` };
  const most = cards
    .filter(({ severity, by }) => severity === worst.severity && by !== 'rule')
    .reduce((best, card) => (card.findings.length > best.findings.length ? card : best), worst);
  const { remedy, rule, fingerprint } = most.first;
  const general = remedy === undefined ? words.rule(rule)?.remedy : undefined;
  const text = general ?? scene.shown(short(remedy ?? most.first.message, 300));
  return {
    status: worst.severity === 'error' ? 'bad' : 'attention',
    title,
    text: html`<a href="#finding-${fingerprint}">${text}</a> ${words.count(
      'verdict.repair.clears',
      most.findings.length,
    )}`,
  };
}
