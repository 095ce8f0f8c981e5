// The drawing of what imports what, in docs/architecture.md: `npm run architecture` writes it, `--check` says whether it
// is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../harness/tree.mjs';
import { withDrawing } from './drawing.mjs';

const file = 'docs/architecture.md';
const document = readFileSync(join(root, file), 'utf8');
const current = withDrawing(document);
if (!process.argv.includes('--check')) writeFileSync(join(root, file), current);
else if (current !== document) {
  console.error(`${file} is out of date: run npm run architecture.`);
  process.exitCode = 1;
}
