// How long `/livez` takes, in milliseconds, as a process that does nothing else asks for it.
//   const watch = watchHealth(origin); … ; const { worst, median, count } = await watch.end();
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(import.meta.url);
const everyMs = 25;

/** Asks, each time on a connection of its own, until it is told to end. */
export function watchHealth(origin) {
  const child = fork(program, [origin]);
  return {
    async end() {
      const told = once(child, 'message');
      child.send('end');
      const [figures] = await told;
      child.disconnect();
      return figures;
    },
  };
}

async function watch(origin) {
  const taken = [];
  let isOver = false;
  process.once('message', () => (isOver = true));
  while (!isOver) {
    taken.push(await ask(origin));
    await delay(everyMs);
  }
  taken.sort((one, other) => one - other);
  const [worst, median] = [taken.at(-1), taken[Math.floor(taken.length / 2)]];
  process.send({ worst, median, count: taken.length });
}

function ask(origin) {
  const askedAt = performance.now();
  return new Promise((settle, refuse) => {
    get(`${origin}/livez`, { agent: false }, (answer) => {
      answer.resume().on('end', () => settle(performance.now() - askedAt));
    }).on('error', refuse);
  });
}

if (process.argv[1] === program) await watch(process.argv[2]);
