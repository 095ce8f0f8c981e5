/**
 * Tries every tag on every hostile page, in both directions and in every engine found (half an hour), and writes what came
 * of it into outcomes.json and docs/compatibility.md: `npm run compatibility`. With `--engine`, `--page` and `--tag` (parts
 * of names) it tries those only, and the others stay as they were. Exit code 1 when something is not as the page's row
 * expects.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildAll } from '../harness/build.mjs';
import { root } from '../harness/tree.mjs';
import { startCommuneSite } from './commune-site.mjs';
import { engines } from './engines.mjs';
import { hostilePages } from './hostile-pages.mjs';
import { report } from './report.mjs';
import { tags } from './tags.mjs';
import { tryTag } from './try-tag.mjs';

const { values } = parseArgs({
  options: { engine: { type: 'string' }, page: { type: 'string' }, tag: { type: 'string' } },
});
const OUTCOMES = 'tests/compatibility/outcomes.json';
const has = (name, part = '') => name.toLowerCase().includes(part.toLowerCase());

process.chdir(root);
buildAll({ quiet: true });
const commune = await startCommuneSite();
const tried = [];
const problems = [];

for (const { name: engine, find, open } of engines) {
  if (!find() || !has(engine, values.engine)) continue;
  const browser = await open();
  for (const hostile of hostilePages.filter(({ name }) => has(name, values.page))) {
    for (const tag of Object.keys(tags).filter((name) => has(name, values.tag))) {
      for (const language of ['ar', 'fr']) {
        const problem = await tryTag({ browser, commune, hostile, tag, language });
        const cell = { engine, page: hostile.name, tag, language };
        tried.push(cell);
        if (!problem) continue;
        problems.push({ ...cell, problem });
        console.log(`✖ ${Object.values(cell).join(', ')}: ${problem}`);
      }
    }
  }
  await browser.close();
}
commune.close();

const earlier = JSON.parse(await readFile(OUTCOMES, 'utf8'));
const ran = [...new Set([...earlier.engines, ...tried.map(({ engine }) => engine)])];
const stays = (cell) =>
  !tried.some((now) => Object.keys(now).every((key) => now[key] === cell[key]));
const outcomes = { engines: ran, problems: [...earlier.problems.filter(stays), ...problems] };
await writeFile(OUTCOMES, `${JSON.stringify(outcomes, null, 2)}\n`);
await writeFile('docs/compatibility.md', report(outcomes));
for (const { name, find } of engines) {
  if (!find()) console.log(`${name} is not here, so nothing ran in it.`);
}
console.log(`\n${tried.length - problems.length} passed, ${problems.length} failed`);
process.exit(problems.length > 0 ? 1 : 0);
