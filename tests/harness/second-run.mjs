import { Tally } from './tally.mjs';

// More than this at once is no mishap.
const MOST = 3;

/**
 * Runs test files, and those that failed once more, by themselves, if they are few: a browser that stumbled on a busy
 * machine is told from a fault, which fails again. What passed only then is named, to be looked at.
 *
 * @param {string[]} files
 * @param {(files: string[]) => Promise<Map<string, Tally>>} run gives the tally of each file
 * @returns {Promise<Tally>} the sum over the files
 */
export async function runWithSecondRun(files, run) {
  const tallies = await run(files);
  const failed = [...tallies].filter(([, tally]) => tally.failed > 0).map(([file]) => file);
  if (failed.length > 0 && failed.length <= MOST) {
    console.log(`\nOnce more, by themselves: ${failed.join(', ')}`);
    const again = await run(failed);
    for (const [file, tally] of again) {
      if (tally.failed === 0) console.log(`⚠ passed only in the second run: ${file}`);
      tallies.set(file, tally);
    }
  }
  return [...tallies.values()].reduce((sum, tally) => sum.add(tally), new Tally());
}
