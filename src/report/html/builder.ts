/** Gathers what the report tells of the units of a run; of a unit that was added only that is kept. */
import { InventoryBuilder } from '../../inventory/build.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { inEnglish, type Wording } from '../../model/phrase.ts';
import type { Unit } from '../../model/unit.ts';
import { worstOf } from '../matrix/worst.ts';
import { reportUnit } from './collect.ts';
import type { ReportData, ReportUnit } from './data.ts';

export class ReportBuilder {
  readonly #units: ReportUnit[] = [];
  readonly #inventory = new InventoryBuilder();
  readonly #wording: Wording;

  constructor(wording: Wording = inEnglish) {
    this.#wording = wording;
  }

  add(unit: Unit): void {
    this.#inventory.add(unit);
    const kept = reportUnit(unit, this.#wording);
    if (kept) this.#units.push(kept);
  }

  inventory(): Inventory {
    return this.#inventory.result();
  }

  /** @param known what the run knows beside its units */
  data(known: Omit<ReportData, 'units' | 'inventory'>): ReportData {
    const units = worstOf<ReportUnit['tags'][number], ReportUnit>(this.#units);
    return {
      ...known,
      units: units.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
      inventory: this.inventory(),
    };
  }
}
