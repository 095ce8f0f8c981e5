#!/usr/bin/env node
// Writes openapi.json from the operation table; with --check, only says whether the committed file is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import { openApiDocument } from '@nafida/contract/openapi.js';

const file = new URL('openapi.json', import.meta.url);
const written = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(file, written);
} else if ((await readFile(file, 'utf8').catch(() => '')) !== written) {
  console.error(
    'openapi.json is not what the operation table says. Run `npm run openapi`, read the difference, and commit it.',
  );
  process.exitCode = 1;
}
