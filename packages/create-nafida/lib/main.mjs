import { basename, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { InvalidAnswer, questions } from './answers.mjs';
import { makeProject } from './make-project.mjs';

/**
 * Makes a project as the arguments say, and asks for what they leave out where somebody can answer.
 *
 * @param {string[]} args
 * @throws {InvalidAnswer}
 */
export async function main(args) {
  const project = await answersTo(given(args));
  await makeProject(project);
  const folder = relative(process.cwd(), project.folder) || '.';
  console.log(`
${basename(project.folder)} is there. Next:

  cd ${folder}
  npm install
  npm start
`);
}

function given(args) {
  const names = Object.keys(questions).filter((name) => name !== 'folder');
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length > 1) throw new InvalidAnswer('Name one folder.');
    return { folder: positionals[0], ...values };
  } catch (error) {
    throw new InvalidAnswer(error.message);
  }
}

async function answersTo(asked) {
  const canAnswer = process.stdin.isTTY && process.stdout.isTTY;
  const terminal = canAnswer && createInterface({ input: process.stdin, output: process.stdout });
  const answers = {};
  try {
    for (const [name, { question, fallback, read }] of Object.entries(questions)) {
      const typed =
        asked[name] ?? (terminal && (await terminal.question(`${question} [${fallback}]: `)));
      answers[name] = read(typed?.trim() || fallback);
    }
  } finally {
    if (terminal) terminal.close();
  }
  return answers;
}
