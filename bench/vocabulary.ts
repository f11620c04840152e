/**
 * `npm run bench:vocabulary`: how well the sensitive vocabulary judges the labelled names, by language and by category, and
 * what loading and matching cost. `--misses` lists what was judged wrongly in the first list. `names-held-out` was written by somebody
 * who had not seen the vocabulary and was measured when that stood; nobody looks at it to mend anything.
 */
import { fileURLToPath } from 'node:url';
import { loadSensitive } from '../scripts/catalog/load-sensitive.ts';
import { createSensitiveMatcher } from '../src/analyze/sensitive.ts';
import type { SensitiveMatcher } from '../src/model/sensitive.ts';
import {
  type Judgement,
  judge,
  type NamedScore,
  readLabelled,
  readNames,
  type Score,
  tally,
  tallyNames,
} from '../test/fixtures/sensitive/labelled.ts';

const NAMES = 10_000;
const data = loadSensitive(fileURLToPath(new URL('../rules/catalog/sensitive', import.meta.url)));
const matcher = createSensitiveMatcher(data);
const judged = readLabelled('labelled').map((row) => judge(matcher, row));

print('language', (judgement) => [judgement.row.language]);
print('category', (judgement) => [...new Set([...judgement.row.categories, ...judgement.found])]);
printNames();
if (process.argv.includes('--misses')) listMisses(judged);
measure(matcher);

function print(by: string, keysOf: (judgement: Judgement) => readonly string[]): void {
  console.log(`\n${by.padEnd(22)} development`);
  for (const [key, score] of tally(judged, keysOf)) console.log(`${key.padEnd(22)} ${cell(score)}`);
}

function cell({ rows, right, wrong, missed, alarms, silent }: Score): string {
  const precision = ratio(right, right + wrong);
  return `${String(rows).padStart(4)}  P ${precision}  R ${ratio(right, right + missed)}  ${alarms} alarms, ${silent} silent`;
}

/** The second lists, by other hands: whether a name reveals something at all. */
function printNames(): void {
  const [development = new Map(), heldOut = new Map()] = (['names', 'names-held-out'] as const).map((name) =>
    tallyNames(matcher, readNames(name)),
  );
  console.log(`\n${'reveals or not'.padEnd(22)} ${'development'.padEnd(46)} held out`);
  for (const key of development.keys()) {
    console.log(`${key.padEnd(22)} ${nameCell(development.get(key)).padEnd(46)} ${nameCell(heldOut.get(key))}`);
  }
}

function nameCell(score: NamedScore | undefined): string {
  if (score === undefined) return '-';
  const { rows, found, missed, alarms } = score;
  const precision = ratio(found, found + alarms);
  return `${String(rows).padStart(4)}  P ${precision}  R ${ratio(found, found + missed)}  ${alarms} alarms, ${missed} missed`;
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '  -  ' : (part / whole).toFixed(3);
}

function listMisses(judgements: readonly Judgement[]): void {
  console.log('');
  for (const { row, found, strength } of judgements) {
    const same = row.categories.length === found.length && found.every((one) => row.categories.includes(one));
    if (same && row.strength === strength) continue;
    console.log(`${row.language}  ${row.text}: ${row.categories} ${row.strength}, found ${found} ${strength}`);
  }
}

/** Time of the processor, which other programs disturb less than the clock. */
function measure(matcher: SensitiveMatcher): void {
  const json = JSON.stringify(data);
  const load = processorTime(() => createSensitiveMatcher(JSON.parse(json)).find('Alvedon'));
  const texts = judged.map(({ row }) => row.text);
  const match = processorTime(() => {
    for (let at = 0; at < NAMES; at++) matcher.find(texts[at % texts.length] ?? '');
  });
  console.log(`\n${(json.length / 1024).toFixed(0)} KB; loaded and first name ${load} ms; ${NAMES} names ${match} ms`);
}

function processorTime(work: () => unknown): string {
  const before = process.cpuUsage();
  work();
  return (process.cpuUsage(before).user / 1000).toFixed(1);
}
