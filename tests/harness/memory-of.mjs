import { readdirSync, readFileSync } from 'node:fs';

const everyMs = 50;

/**
 * Watches how much memory a process takes with all that it has started. Pages that several of them share count once. Linux
 * alone tells that.
 *
 * @param {number} pid
 * @returns {{ peak(): number, end(): void }} `peak`: megabytes, the most since the last time it was asked
 */
export function watchMemory(pid) {
  let most = 0;
  const look = () => (most = Math.max(most, memoryOf(pid)));
  const timer = setInterval(look, everyMs);
  return {
    peak() {
      const peak = look();
      most = 0;
      return peak;
    },
    end: () => clearInterval(timer),
  };
}

function memoryOf(pid) {
  const kilobytes = familyOf(pid).map((each) => {
    const shares = read(`/proc/${each}/smaps_rollup`);
    return Number(/^Pss: +(\d+)/m.exec(shares)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1_024;
}

/** A process, those that it started, those that they started, and so on. */
function familyOf(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1])]);
  const family = [pid];
  for (const one of family) {
    family.push(...parents.flatMap(([child, parent]) => (parent === one ? [child] : [])));
  }
  return family;
}

/** Empty where the process has just ended. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
