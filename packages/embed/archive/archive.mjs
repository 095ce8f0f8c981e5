import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = at('../dist/');
const { version } = JSON.parse(readFileSync(at('../package.json'), 'utf8'));

/** The name of the archive without its ending, and of the folder in it. */
export const archiveName = `nafida-${version}`;

/** What the archive holds beside the script, by name. */
const others = {
  'README.ar.txt': at('README.ar.txt'),
  'README.fr.txt': at('README.fr.txt'),
  'agenda.ar.html': at('agenda.ar.html'),
  'agenda.fr.html': at('agenda.fr.html'),
  'sessions.json': at('../../../examples/plain-html/site/commune/sessions.json'),
  LICENSE: at('../LICENSE'),
  'DATA-LICENSE.md': at('../../territory/DATA-LICENSE.md'),
};

/** Files of the build for websites: compressed copies need a server that is told of them. */
const scripts = readdirSync(dist, { recursive: true }).filter((file) =>
  /^nafida(?:[-.].*)?(?:\/.*)?\.(?:js|integrity|txt)$/.test(file),
);

/** The earliest moment that an archive can name, by the local clock: archives name no zone. */
const noTime = new Date(1980, 0, 1);

/**
 * The release for a website that has no Node: the script with its folder, a page and its agenda to begin with, and how to
 * use them. The same build gives the same bytes, on any machine and any day.
 *
 * @returns {Uint8Array}
 */
export function releaseArchive() {
  const paths = {
    ...Object.fromEntries(scripts.map((file) => [file, join(dist, file)])),
    ...others,
  };
  const files = Object.entries(paths)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, path]) => [`${archiveName}/${name}`, contentOf(name, path)]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: noTime });
}

function contentOf(name, path) {
  const bytes = readFileSync(path);
  if (!name.startsWith('README.')) return bytes;
  return Buffer.from(bytes.toString('utf8').replaceAll('VERSION', version));
}
