import assert from 'node:assert/strict';
import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeProvince } from './province.mjs';

describe(
  'a data directory',
  { skip: process.platform === 'win32' && 'Windows has no modes.' },
  () => {
    let province;
    before(async () => (province = await makeProvince('embedded')));
    after(() => province?.close());

    it('is open to its owner only, even if it was open to others before', async () => {
      const { dataDir } = province.storage;
      await chmod(dataDir, 0o755);
      await chmod(join(dataDir, 'database', 'PG_VERSION'), 0o666);
      const server = await province.serve();
      await server.stop();
      const names = await readdir(dataDir, { recursive: true });
      assert.ok(names.length > 100);
      const open = [];
      for (const name of ['', ...names]) {
        const { mode } = await stat(join(dataDir, name));
        if ((mode & 0o077) !== 0) open.push(`${name} ${(mode & 0o777).toString(8)}`);
      }
      assert.deepEqual(open, []);
    });
  },
);
