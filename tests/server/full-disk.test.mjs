// The short form of `npm run proof -- --only disk`.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { smallDisk } from '../harness/small-disk.mjs';
import { runServerCommand } from '../harness/server.mjs';
import { proveFullDisk } from '../proof/full-disk.mjs';

for (const [engine, kind] of [['embedded'], ['postgresql', 'files'], ['postgresql', 'log']]) {
  it(`a full disk stops sending, and when there is room all goes on (${kind ?? engine})`, async (test) => {
    const figures = await proveFullDisk({ engine, kind });
    if (!figures) test.skip('no small file system can be mounted here');
  });
}

it('a data directory without space is not opened, and the reason is given', async (test) => {
  const disk = await smallDisk(20);
  if (!disk) {
    test.skip('no small file system can be mounted here');
    return;
  }
  try {
    const options = { dataDir: disk.folder };
    const { status, stderr } = await runServerCommand(['start', '--port', '0'], options);
    assert.equal(status, 1);
    assert.match(stderr, /Less than 64 MB are left on the disk of .*Make room/);
  } finally {
    disk.release();
  }
});
