import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { root } from '../harness/tree.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';

const run = promisify(execFile);
const analyze = '/usr/bin/systemd-analyze';
const skip = existsSync(analyze) ? false : 'systemd-analyze is not installed';

/** The exposure that systemd works out, times ten, of at most 100. */
const mostExposure = 15;

describe('the unit of systemd', { skip }, () => {
  it('is understood, and leaves the server little beyond what it needs', async () => {
    const unit = join(root, 'packages/server/systemd/nafida-server.service');
    const written = await readFile(unit, 'utf8');
    assert.ok(written.includes('ExecStart=/usr/bin/node /srv/nafida/packages/server/bin/'));
    // As somebody installs it whose Node and checkout are elsewhere.
    const installed = join(await temporaryFolder('unit'), 'nafida-server.service');
    await writeFile(
      installed,
      written.replaceAll('/usr/bin/node', process.execPath).replaceAll('/srv/nafida', root),
    );
    const { stdout, stderr } = await run(analyze, ['verify', installed]);
    assert.equal(stdout + stderr, '');
    const security = ['security', '--offline=true', '--no-pager', `--threshold=${mostExposure}`];
    await run(analyze, [...security, installed]);
  });
});
