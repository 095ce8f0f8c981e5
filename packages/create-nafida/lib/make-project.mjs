import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidAnswer } from './answers.mjs';

const template = fileURLToPath(new URL('../template/', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** What pages say, by language. */
const words = {
  ar: { direction: 'rtl', title: 'المشاركة', loading: 'جار التحميل…' },
  fr: { direction: 'ltr', title: 'Participation', loading: 'Chargement…' },
  en: { direction: 'ltr', title: 'Participation', loading: 'Loading…' },
};

/**
 * Writes a project: what all share, what its framework needs, and each page once for each language.
 *
 * @param {{ folder: string, framework: 'plain' | 'vite', site: string, languages: ('ar' | 'fr' | 'en')[] }} project
 * @throws {InvalidAnswer} when the folder holds something already
 */
export async function makeProject({ folder, framework, site, languages }) {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new InvalidAnswer(`${folder} is not empty.`);
  }
  const all = { site, version, name: packageNameOf(folder) };
  for (const part of ['shared', framework]) {
    for (const file of filesIn(join(template, part))) {
      const text = readFileSync(join(template, part, file), 'utf8');
      // npm leaves a file of this name out of what it packs.
      const path = file.replace(/^gitignore$/, '.gitignore');
      if (!path.includes('LANGUAGE')) {
        await write(join(folder, path), filled(text, all));
        continue;
      }
      for (const language of languages) {
        const page = { ...all, language, ...words[language] };
        await write(join(folder, path.replace('LANGUAGE', language)), filled(text, page));
      }
    }
  }
}

/** The text with each `{{name}}` replaced by its value. */
function filled(text, values) {
  return text.replace(/\{\{(\w+)\}\}/g, (_braces, name) => values[name]);
}

async function write(file, text) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function packageNameOf(folder) {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-');
  return name.replace(/^-+|-+$/g, '') || 'nafida-site';
}
