#!/usr/bin/env node
// Writes the release for websites without Node: `npm run build`, then `npm run archive [-- FOLDER]` (default: dist).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveName, releaseArchive } from './archive.mjs';

const [folder = 'dist'] = process.argv.slice(2);
const file = join(folder, `${archiveName}.zip`);
const archive = releaseArchive();
mkdirSync(folder, { recursive: true });
writeFileSync(file, archive);
console.log(`${file} (${Math.round(archive.length / 1000)} kB)`);
