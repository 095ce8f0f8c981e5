#!/usr/bin/env node
// Writes docs/tags.md and custom-elements.json out of the comments in the element classes; with --check, only says
// whether the committed files are up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { manifest } from './tags/manifest.mjs';
import { tagsPage } from './tags/page.mjs';
import { problemsOf } from './tags/problems.mjs';
import { tags } from './tags/sources.mjs';

const problems = tags.flatMap(problemsOf);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

await write('docs/tags.md', 'markdown', tagsPage());
await write('packages/elements/custom-elements.json', 'json', JSON.stringify(manifest()));

/** @param {string} path from the root of the repository */
async function write(path, parser, text) {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const written = await format(text, { ...(await resolveConfig(file)), parser });
  if (!process.argv.includes('--check')) {
    writeFileSync(file, written);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== written) {
    console.error(`${path} is not what the elements say. Run \`npm run tags\` and commit it.`);
    process.exitCode = 1;
  }
}
