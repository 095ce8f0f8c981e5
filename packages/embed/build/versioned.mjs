import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compress } from './compressed.mjs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/**
 * Writes a script once more under an address with the version in it, which never changes: pages may name its hash in
 * `integrity`. The hash stands in a file beside it and is printed.
 */
export function versioned() {
  return {
    name: 'versioned',
    generateBundle(_, bundle) {
      for (const { isEntry, fileName, code } of Object.values(bundle)) {
        if (!isEntry) continue;
        const name = fileName.replace(/\.js$/, `-${version}.js`);
        const { brotli, gzip } = compress(code);
        const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`;
        const files = { '': code, '.br': brotli, '.gz': gzip, '.integrity': `${integrity}\n` };
        for (const [ending, source] of Object.entries(files)) {
          this.emitFile({ type: 'asset', fileName: name + ending, source });
        }
        console.log(`${name} integrity="${integrity}"`);
      }
    },
  };
}
