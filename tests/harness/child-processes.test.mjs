import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

// It waits for its child to be up: until then the kernel does not know that the two belong together.
const PARENT = `
  import { once } from 'node:events';
  import { startChild } from '${new URL('child-processes.mjs', import.meta.url)}';
  const child = startChild(process.execPath, ['-e', 'console.log("up"); setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  console.log(child.pid);
  if (process.argv[1] === 'throw') throw new Error('fails');
  setInterval(() => {}, 1000);`;

for (const { how, argument, end, skip = false } of [
  { how: 'fails', argument: 'throw', end: () => {} },
  { how: 'is asked to end', argument: 'stay', end: (parent) => parent.kill('SIGTERM') },
  {
    how: 'is killed',
    argument: 'stay',
    end: (parent) => parent.kill('SIGKILL'),
    skip: process.platform !== 'linux' && 'only Linux can',
  },
]) {
  test(`a child goes when its parent ${how}`, { skip }, async () => {
    const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT, '--', argument], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(parent, 'exit');
    const [line] = await once(parent.stdout, 'data');
    end(parent);
    await ended;
    assert.equal(await isGoneWithin(10_000, Number(line)), true);
  });
}

async function isGoneWithin(milliseconds, pid) {
  for (const deadline = Date.now() + milliseconds; Date.now() < deadline; await delay(20)) {
    if (!(await isRunning(pid))) return true;
  }
  return false;
}

async function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // One that has ended keeps its number until its new parent, the machine's first process, asks after it.
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(status);
}
