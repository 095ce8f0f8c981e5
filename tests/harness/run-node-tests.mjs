import { resolve } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { runWithSecondRun } from './second-run.mjs';
import { Tally } from './tally.mjs';
import { root } from './tree.mjs';

// A file may start servers and a browser; beyond this it hangs.
const FILE_TIMEOUT_MS = 600_000;
const FILES_AT_ONCE = 2;

/**
 * Runs test files with node:test, two at a time, and prints one line for each, with the details of
 * what failed. A file without tests counts as a failure.
 *
 * @param {string[]} files relative to the root, or absolute
 * @param {number} [timeoutMs] after which a file counts as hanging. Node 24 waits that long for a test whose promise
 *   nothing will settle; earlier ones see at once that nothing is left to wait for.
 * @returns {Promise<Tally>}
 */
export function runNodeTests(files, timeoutMs = FILE_TIMEOUT_MS) {
  return runWithSecondRun(files, (some) => runFiles(some, timeoutMs));
}

async function runFiles(files, timeoutMs) {
  const tallies = new Map();
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      tallies.set(file, await runFile(file, timeoutMs));
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
  return tallies;
}

// One run() per file: in a run of many, a test that a shared suite declares would be reported under
// the suite's file, not under the one that ran it.
async function runFile(file, timeoutMs) {
  const report = new FileReport(file);
  const path = resolve(root, file);
  for await (const { type, data } of run({ files: [path], timeout: timeoutMs })) {
    if (type === 'test:pass') report.pass(data);
    if (type === 'test:fail') report.fail(data);
    if (type === 'test:stdout' || type === 'test:stderr') report.output += data.message;
  }
  report.print();
  return report.tally;
}

class FileReport {
  tally = new Tally();
  output = '';
  #failures = [];
  #file;

  constructor(file) {
    this.#file = file;
  }

  pass({ name, details, skip, todo }) {
    if (details.type === 'suite') return;
    // node:test reports a file in which no test ran as one passed test of the file's name.
    if (name === resolve(root, this.#file)) return;
    if (skip !== undefined || todo !== undefined) this.tally.skipped += 1;
    else this.tally.passed += 1;
  }

  fail({ name, details, todo }) {
    const { error } = details;
    // A parent fails with its child, which was counted and told already.
    if (error.failureType === 'subtestsFailed') return;
    if (todo !== undefined) {
      this.tally.skipped += 1;
      return;
    }
    this.tally.failed += 1;
    this.#failures.push({ name, cause: error.cause ?? error });
  }

  print() {
    if (this.tally.ran + this.tally.skipped === 0) {
      this.tally.failed = 1;
      this.#failures.push({ name: 'the file', cause: 'No test ran in it.' });
    }
    console.log(`${this.tally.failed > 0 ? '✖' : '✔'} ${this.#file}: ${this.tally}`);
    for (const { name, cause } of this.#failures) {
      console.log(indent(`✖ ${name}\n${indent(describe(cause))}`));
    }
    if (this.tally.failed > 0 && this.output) console.log(indent(this.output.trimEnd()));
  }
}

/** The error with its differences and our part of its stack. */
function describe(cause) {
  if (typeof cause === 'string') return cause;
  return inspect(cause)
    .split('\n')
    .filter((line) => !/^\s+at .*\bnode:/.test(line))
    .join('\n');
}

function indent(text) {
  return text.replace(/^/gm, '  ');
}
