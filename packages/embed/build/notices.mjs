import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The file that the first line of `script` names. */
const noticesFile = (script) => `${script}.LICENSE.txt`;

// One of them is what package managers ask for; `LICENCE` and `LICENSE.txt` occur.
const licenceFile = /^(licen[cs]e|copying|notice)(\.(txt|md))?$/i;

/** Data of a package may have a licence of its own. */
const dataLicenceFile = 'DATA-LICENSE.md';

/**
 * Keeps the notices of everything that is bundled: a file beside the script holds them, and the script's first line names
 * that file. The build fails on a package without a licence to keep.
 */
export class Notices {
  #packages = new Map();

  /** A plugin for each output that the script may load. */
  collect() {
    return {
      name: 'collect-notices',
      generateBundle: (_, bundle) => {
        for (const { modules = {} } of Object.values(bundle)) {
          for (const id of Object.keys(modules)) this.#take(id);
        }
      },
    };
  }

  /** A plugin for the output that holds the script itself; before what compresses it. */
  write() {
    const packages = this.#packages;
    return {
      name: 'write-notices',
      generateBundle(_, bundle) {
        for (const [script, chunk] of Object.entries(bundle)) {
          if (chunk.type !== 'chunk') continue;
          chunk.code = `//! ${noticesFile(script)}\n${chunk.code}`;
          const source = [...packages.values()].sort(byName).map(noticeOf).join(separator);
          this.emitFile({ type: 'asset', fileName: noticesFile(script), source });
        }
      },
    };
  }

  #take(id) {
    const folder = packageFolderOf(id);
    if (folder && !this.#packages.has(folder)) this.#packages.set(folder, packageAt(folder));
  }
}

const separator = `\n${'-'.repeat(72)}\n\n`;

function noticeOf({ name, version, license, texts }) {
  return `${name} ${version} (${license})\n\n${texts.map((text) => `${text.trim()}\n`).join('\n')}`;
}

function byName(one, other) {
  return one.name < other.name ? -1 : 1;
}

function packageAt(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json')));
  const files = readdirSync(folder).filter(
    (file) => licenceFile.test(file) || file === dataLicenceFile,
  );
  if (files.length === 0) throw new Error(`${name} is bundled, and has no licence to keep.`);
  return {
    name,
    version,
    license,
    texts: files.map((file) => readFileSync(join(folder, file), 'utf8')),
  };
}

/** The nearest folder above a module whose `package.json` names a package: some only say how modules are read. */
function packageFolderOf(id) {
  const [path] = id.replace(/^\0/, '').split('?');
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file)).version) return folder;
  }
  return undefined;
}
