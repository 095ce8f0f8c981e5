import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.mjs';

const mounted = new Set();

process.on('exit', () => {
  for (const folder of mounted) unmount(folder);
});

/**
 * A file system of its own, so small that it can be filled up; undefined where this process may not mount one.
 *
 * @param {number} megabytes
 * @returns {Promise<{ folder: string, fill(spare: number): Promise<void>, makeRoom(): Promise<void>, release(): void } |
 *   undefined>} `fill` leaves so many bytes, `makeRoom` gives the others back
 */
export async function smallDisk(megabytes) {
  const outer = await temporaryFolder('disk');
  // PostgreSQL's own user has to get through.
  chmodSync(outer, 0o711);
  const folder = join(outer, 'mounted');
  mkdirSync(folder);
  try {
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder];
    execFileSync('mount', options, { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  mounted.add(folder);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    async fill(spare) {
      const { bavail, bsize } = await statfs(folder);
      // Others write meanwhile: where they were first there is less room than wanted.
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - spare))).catch((error) => {
        if (error.code !== 'ENOSPC') throw error;
      });
    },
    makeRoom: () => rm(ballast),
    release() {
      if (mounted.delete(folder)) unmount(folder);
    },
  };
}

function unmount(folder) {
  // Lazily: what still has a file open there ends with this process.
  execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
}
