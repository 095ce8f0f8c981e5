/**
 * Tries every tag on every hostile page, in both directions and in every engine found, and writes what came of it into
 * docs/compatibility.md: `npm run compatibility`. With `--engine`, `--page` and `--tag` (parts of names) it tries those
 * only, prints and writes nothing. Exit code 1 when something is not as the page's row expects.
 */
import { writeFile } from 'node:fs/promises';
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
const has = (name, part = '') => name.toLowerCase().includes(part.toLowerCase());

process.chdir(root);
buildAll({ quiet: true });
const commune = await startCommuneSite();
const outcomes = [];
const missing = engines.filter(({ find }) => !find()).map(({ name }) => name);

for (const { name: engine, find, open } of engines) {
  if (!find() || !has(engine, values.engine)) continue;
  const browser = await open();
  for (const hostile of hostilePages.filter(({ name }) => has(name, values.page))) {
    for (const tag of Object.keys(tags).filter((name) => has(name, values.tag))) {
      for (const language of ['ar', 'fr']) {
        const problem = await tryTag({ browser, commune, hostile, tag, language });
        outcomes.push({ engine, page: hostile.name, tag, language, problem });
        if (problem) console.log(`✖ ${engine}, ${hostile.name}, ${tag}, ${language}: ${problem}`);
      }
    }
  }
  await browser.close();
}
commune.close();

const wrong = outcomes.filter(({ problem }) => problem);
if (Object.keys(values).length === 0) {
  await writeFile('docs/compatibility.md', report(outcomes, missing));
}
for (const name of missing) console.log(`${name} is not here, so nothing ran in it.`);
console.log(`\n${outcomes.length - wrong.length} passed, ${wrong.length} failed`);
process.exit(wrong.length > 0 ? 1 : 0);
