import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set();

process.on('exit', () => {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
});

/** A new folder under the system's temporary one; it goes when this process ends. */
export async function temporaryFolder(name) {
  const folder = await mkdtemp(join(tmpdir(), `nafida-${name}-`));
  folders.add(folder);
  return folder;
}
