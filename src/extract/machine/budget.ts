/** How much a unit may cost, in steps of the machine: for everything together, for each script and task, and a reserve for tags. */

/** Thrown where a budget is spent; caught where a script or task began, and where something behind it is worth the reserve. */
export class OutOfFuel extends Error {
  /** What was left of a body behind the place has been looked at. */
  salvaged = false;
}

const UNIT_FUEL = 600_000;
/** For statements that speak of a vendor where a budget is at its end. */
const RESERVE_FUEL = 30_000;
/** What one such statement gets: more than any vendor's snippet takes. */
const STATEMENT_FUEL = 1_500;

export class Budget {
  #fuel = 0;
  #total = UNIT_FUEL;
  #reserve = RESERVE_FUEL;

  /** Pays for one step. */
  spend(): void {
    this.#fuel--;
    this.#total--;
    if (this.#fuel < 0 || this.#total < 0) throw new OutOfFuel();
  }

  /** What is left of the unit's. */
  get total(): number {
    return this.#total;
  }

  get spent(): number {
    return UNIT_FUEL - this.#total;
  }

  /** True where a snippet may not be read to its end. */
  get isLow(): boolean {
    return this.#fuel < STATEMENT_FUEL || this.#total < STATEMENT_FUEL;
  }

  /** True where the reserve can pay for one more statement. */
  get hasReserve(): boolean {
    return this.#reserve >= STATEMENT_FUEL;
  }

  /** Runs with a budget of its own out of the unit's. */
  limited(fuel: number, run: () => void): void {
    const before = this.#fuel;
    this.#fuel = Math.min(fuel, this.#total);
    try {
      run();
    } finally {
      this.#fuel = before;
    }
  }

  /** Runs one statement to its end, on the reserve where need be. */
  reserved<T>(run: () => T, fuel = STATEMENT_FUEL): T {
    if (!this.isLow || !this.hasReserve) return run();
    const before = { fuel: this.#fuel, total: this.#total };
    this.#fuel = fuel;
    this.#total = fuel;
    try {
      return run();
    } finally {
      this.#reserve -= fuel - Math.max(0, Math.min(this.#fuel, this.#total));
      this.#fuel = before.fuel;
      this.#total = before.total;
    }
  }
}
