import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../tests/harness/tree.mjs';
import { addressesOf, manifestOf } from './addresses.mjs';

const addresses = {
  repository: { type: 'git', url: 'git+https://code.example/nafida.git' },
  homepage: 'https://code.example/nafida',
  bugs: 'https://code.example/nafida/issues',
};

test('a package says where it comes from as the project does, and which folder it is', () => {
  assert.deepEqual(addressesOf({ name: 'nafida', ...addresses }, 'packages/client'), {
    ...addresses,
    repository: { ...addresses.repository, directory: 'packages/client' },
  });
  assert.equal(addressesOf({ name: 'nafida' }, 'packages/client'), undefined);
});

test('nothing is published by a project without an address, and a dry run says so', async () => {
  const { repository } = await manifestOf('.');
  const publish = (env) =>
    spawnSync(process.execPath, [join(root, 'release/before-publish.mjs')], {
      cwd: join(root, 'packages/client'),
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
  const { status, stderr } = publish({ npm_config_dry_run: '' });
  assert.equal(status, repository ? 0 : 1, stderr);
  assert.equal(publish({ npm_config_dry_run: 'true' }).status, 0);
});
