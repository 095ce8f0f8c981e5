import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { startServer } from '../../harness/server.mjs';
import { temporaryFolder } from '../../harness/temporary-folder.mjs';
import { root } from '../../harness/tree.mjs';
import { run } from '../project.mjs';

const tools = ['/usr/bin/dpkg', '/usr/bin/dpkg-deb', '/usr/bin/systemd-sysusers'];
const missing = tools.filter((tool) => !existsSync(tool));
const notRoot = process.getuid?.() === 0 ? [] : ['root'];
const lacks = [...missing, ...notRoot].join(', ');

describe('the Debian package', { skip: lacks ? `needs ${lacks}` : false }, () => {
  let deb;
  let system;
  const program = 'usr/share/nafida-server/packages/server/bin/nafida-server.mjs';

  /** dpkg on a folder in place of this machine. Its Node is not one that dpkg knows of. */
  const dpkg = (...args) =>
    run(
      '/usr/bin/dpkg',
      [`--root=${system}`, '--force-script-chrootless', '--force-depends', ...args],
      system,
    );

  before(async () => {
    const folder = await temporaryFolder('deb');
    await run(join(root, 'packages/server/debian/build.sh'), [folder], root);
    const [name] = await readdir(folder);
    deb = join(folder, name);
    system = await temporaryFolder('system');
    await mkdir(join(system, 'var/lib/dpkg/info'), { recursive: true });
    await mkdir(join(system, 'var/lib/dpkg/updates'));
    await writeFile(join(system, 'var/lib/dpkg/status'), '');
    await dpkg('--install', deb);
  });

  it('holds what runs, owned by root, and nothing of the workshop', async () => {
    const contents = await run('/usr/bin/dpkg-deb', ['--contents', deb], root);
    const lines = contents.trim().split('\n');
    assert.deepEqual(
      lines.filter((line) => !/^\S+ root\/root\s/.test(line)),
      [],
    );
    assert.doesNotMatch(
      contents,
      /nafida-server\/packages\/(?:\S*\.test\.|elements|client)|node_modules\/typescript\//,
    );
    assert.match(contents, /^-rw------- .*\.\/etc\/nafida\/server\.env$/m);
    assert.match(contents, /^-rwxr-xr-x .*\.\/usr\/bin\/nafida-server$/m);
    const broken = lines.filter((line) => line.startsWith('l') && /-> \//.test(line));
    assert.deepEqual(broken, []);
  });

  it('says for which machines it is and what it needs', async () => {
    const fields = await run('/usr/bin/dpkg-deb', ['--field', deb], root);
    const { version } = JSON.parse(
      await readFile(join(root, 'packages/server/package.json'), 'utf8'),
    );
    assert.match(fields, new RegExp(`^Version: ${version}$`, 'm'));
    assert.match(fields, /^Architecture: all$/m);
    assert.match(fields, /^Depends: nodejs \(>= 20\.19\),/m);
    const compiled = await run('/usr/bin/find', [system, '-name', '*.node'], root);
    assert.equal(compiled, '', 'nothing in it is made for one kind of processor');
  });

  it('makes a user without a shell, and a data directory that is closed to others', async () => {
    const users = await readFile(join(system, 'etc/passwd'), 'utf8');
    const [, id, group] = users.match(
      /^nafida:[^:]*:(\d+):(\d+):.*:\/var\/lib\/nafida:.*nologin$/m,
    );
    const data = await stat(join(system, 'var/lib/nafida'));
    assert.deepEqual(
      [String(data.uid), String(data.gid), (data.mode & 0o777).toString(8)],
      [id, group, '700'],
    );
  });

  it('brings the unit of the documents, for where it lies', async () => {
    const unit = await readFile(
      join(system, 'usr/lib/systemd/system/nafida-server.service'),
      'utf8',
    );
    assert.match(unit, new RegExp(`^ExecStart=/usr/bin/node /${program} start`, 'm'));
    assert.match(unit, /^User=nafida$/m);
    assert.match(unit, /^ProtectSystem=strict$/m);
    assert.doesNotMatch(unit, /srv/);
  });

  it('runs: the server answers, with the script for pages', async () => {
    const dataDir = join(system, 'var/lib/nafida/data');
    const server = await startServer({
      program: join(system, program),
      dataDir,
      args: ['--public-dir', join(system, 'usr/share/nafida-server/packages/embed/dist')],
    });
    for (const path of ['/readyz', '/nafida.js']) {
      assert.equal((await fetch(server.origin + path)).status, 200, path);
    }
    assert.equal(await server.stop(), 0);
  });

  it('goes without the data', async () => {
    const kept = join(system, 'var/lib/nafida/kept');
    await writeFile(kept, 'a proposal');
    const said = await dpkg('--purge', 'nafida-server');
    assert.match(said, /The data stay in \/var\/lib\/nafida/);
    assert.equal(existsSync(join(system, program)), false);
    assert.equal(existsSync(join(system, 'etc/nafida/server.env')), false);
    assert.equal(await readFile(kept, 'utf8'), 'a proposal');
  });
});
