/** Counts of tests: how many passed, failed and were skipped. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;

  /** @param {{ passed: number, failed: number, skipped: number }} other */
  add(other) {
    this.passed += other.passed;
    this.failed += other.failed;
    this.skipped += other.skipped;
    return this;
  }

  get ran() {
    return this.passed + this.failed;
  }

  toString() {
    const counts = `${this.passed} passed, ${this.failed} failed`;
    return this.skipped > 0 ? `${counts}, ${this.skipped} skipped` : counts;
  }
}
