import { civilDateIn, homeZone } from '@nafida/contract/civil-time.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keptBackups } from './kept-backups.js';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const dayMs = 86_400_000;

/** Backups of some years: mostly nightly, with holes of days and months, and days with several. */
function history(random: () => number): Date[] {
  const made: Date[] = [];
  let at = Date.UTC(2026, 0, 1) + random() * 365 * dayMs;
  const count = Math.floor(random() * 500);
  for (let each = 0; each < count; each++) {
    made.push(new Date(at));
    const chance = random();
    const days = chance < 0.85 ? 1 : chance < 0.95 ? random() : random() * 60;
    at += Math.max(1_000, Math.round(days * dayMs));
  }
  return made;
}

const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);
const instants = (dates: Iterable<Date>) => [...dates].map(Number).sort((a, b) => a - b);

describe('the backups that are kept', () => {
  it('are 7 daily, 4 weekly and 12 monthly ones of two years of nights', () => {
    const nights = Array.from(
      { length: 730 },
      (_, night) => new Date(Date.UTC(2027, 0, 1, 2) + night * dayMs),
    );
    const kept = instants(keptBackups(nights)).map((instant) => civilDateIn(homeZone, instant));
    const daily = ['2028-12-30', '2028-12-29', '2028-12-28', '2028-12-27', '2028-12-26'];
    assert.deepEqual(kept.reverse(), [
      ...daily,
      ...['2028-12-25', '2028-12-24', '2028-12-17', '2028-12-10', '2028-11-30', '2028-10-31'],
      ...['2028-09-30', '2028-08-31', '2028-07-31', '2028-06-30', '2028-05-31', '2028-04-30'],
      ...['2028-03-31', '2028-02-29', '2028-01-31'],
    ]);
  });

  it('contain the newest one, and at most 23, whatever the history', () => {
    for (const seed of seeds) {
      const made = history(randomFrom(seed));
      const kept = keptBackups(made);
      assert.ok(kept.size <= 23, `seed ${seed}`);
      assert.ok(made.length === 0 || kept.has(made.at(-1)!), `seed ${seed}`);
      for (const date of kept) assert.ok(made.includes(date), `seed ${seed}`);
    }
  });

  it('are the same whether the others go night by night or all at once', () => {
    for (const seed of seeds) {
      const made = history(randomFrom(seed));
      let left: Date[] = [];
      for (const date of made) left = [...keptBackups([...left, date])];
      assert.deepEqual(instants(left), instants(keptBackups(made)), `seed ${seed}`);
    }
  });

  it('reach back a week by day, a month by week and a year by month if there were enough', () => {
    for (const seed of seeds) {
      const made = history(randomFrom(seed));
      const kept = instants(keptBackups(made));
      const spans = (length: number, all: readonly (number | Date)[]) =>
        new Set(all.map((at) => civilDateIn(homeZone, at).slice(0, length)));
      const days = [...spans(10, made)].sort().slice(-7);
      for (const day of days) assert.ok(spans(10, kept).has(day), `seed ${seed}: ${day}`);
      const months = [...spans(7, made)].sort().slice(-12);
      for (const month of months) assert.ok(spans(7, kept).has(month), `seed ${seed}: ${month}`);
    }
  });
});
