import { Hono } from 'hono';
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { ServerEnvironment } from './environment.js';
import { addPublicFiles } from './public-files.js';

describe('files that lie in a public directory', () => {
  const app = new Hono<ServerEnvironment>();
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nafida-public-'));
    await mkdir(join(folder, 'nafida'));
    for (const file of [
      'nafida.js',
      'nafida-0.2.0.js',
      'nafida.all-0.2.0-beta.1.js',
      'nafida/form-abc1234.js',
      'page.html',
      'nafida/form.js',
    ])
      await writeFile(join(folder, file), 'content');
    addPublicFiles(app, [folder]);
  });
  after(() => rm(folder, { recursive: true }));

  const kept = async (path: string) => (await app.request(path)).headers.get('Cache-Control');

  it('are kept for ever only if their name depends on their content', async () => {
    assert.equal(await kept('/nafida/form-abc1234.js'), 'public, max-age=31536000, immutable');
    assert.equal(await kept('/nafida-0.2.0.js'), 'public, max-age=31536000, immutable');
    assert.equal(await kept('/nafida.all-0.2.0-beta.1.js'), 'public, max-age=31536000, immutable');
    assert.equal(await kept('/nafida/form.js'), 'no-cache');
    assert.equal(await kept('/page.html'), 'no-cache');
    assert.equal(await kept('/nafida/gone-abc1234.js'), null);
  });

  it('do not keep a visit waiting for a newer script', async () => {
    const control = await kept('/nafida.js');
    assert.match(control!, /^public, max-age=\d{1,4}, stale-while-revalidate=\d+$/);
  });

  it('can be read by scripts of any page, and are not sent again if they are known', async () => {
    const first = await app.request('/nafida.js');
    assert.equal(first.headers.get('Access-Control-Allow-Origin'), '*');
    const again = await app.request('/nafida.js', {
      headers: { 'If-None-Match': first.headers.get('ETag')! },
    });
    assert.equal(again.status, 304);
  });
});
