import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScriptTag } from './page-settings.js';
import { readPageSettings } from './page-settings.js';

const page = 'https://www.commune.example/ar/index.html';
const code = 'https://participation.example/nafida/foundation-abc.js';

function script(src: string, attributes: Record<string, string> = {}): ScriptTag {
  return { src, getAttribute: (name) => attributes[name] ?? null };
}

const read = (...scripts: ScriptTag[]) => readPageSettings(scripts, code, page);

test('reads what the documented snippet says', () => {
  const snippet = script('https://participation.example/nafida.js', {
    'data-api': 'https://api.example',
    'data-site': 'berkane',
    'data-lang': 'ar',
  });
  assert.deepEqual(read(script('https://www.commune.example/jquery.js'), snippet), {
    api: 'https://api.example',
    site: 'berkane',
    lang: 'ar',
  });
});

test('takes the place of the script for the server where none is named', () => {
  const settings = read(script('https://participation.example/nafida.js', { 'data-site': 'x1' }));
  assert.deepEqual(settings, { api: 'https://participation.example', site: 'x1' });
  assert.deepEqual(read(), { api: 'https://participation.example' });
  const underPath = script('https://www.commune.example/nafida/nafida.js?ver=6.7');
  assert.equal(read(underPath).api, 'https://www.commune.example/nafida');
  const chunk = 'https://www.commune.example/nafida/nafida/foundation-abc.js';
  assert.equal(readPageSettings([], chunk, page).api, 'https://www.commune.example/nafida');
});

test('reads settings from the query where the content system strips attributes or adds a version', () => {
  const wordpress = script(
    'https://participation.example/nafida.js?site=berkane&api=https%3A%2F%2Fapi.example&ver=6.7',
  );
  assert.deepEqual(read(wordpress), { api: 'https://api.example', site: 'berkane' });
});

test('prefers the tag this code came from, and completes it from the others', () => {
  const other = script('https://old.example/nafida.js', { 'data-site': 'old', 'data-lang': 'fr' });
  const own = script('https://participation.example/nafida.js', { 'data-site': 'new' });
  assert.deepEqual(read(other, own), {
    api: 'https://participation.example',
    site: 'new',
    lang: 'fr',
  });
});

test('recognises a tag that redirects to this code', () => {
  const redirecting = script('https://cdn.example/nafida@1.js', { 'data-site': 'berkane' });
  assert.deepEqual(read(redirecting), { api: 'https://cdn.example', site: 'berkane' });
});

test('accepts the ways people write a server address', () => {
  const api = (written: string) =>
    read(script('https://participation.example/nafida.js', { 'data-api': written })).api;
  assert.equal(api(' https://api.example/ '), 'https://api.example');
  assert.equal(api('api.example'), 'https://api.example');
  assert.equal(api('api.example:8443/base/'), 'https://api.example:8443/base');
  assert.equal(api('//api.example'), 'https://api.example');
  assert.equal(api('/participation'), 'https://www.commune.example/participation');
  assert.equal(api(''), 'https://participation.example');
});

test('says so and goes on when the address cannot be one', (context) => {
  const warn = context.mock.method(console, 'warn', () => {});
  const settings = read(
    script('https://participation.example/nafida.js', { 'data-api': 'javascript:alert(1)' }),
  );
  assert.equal(settings.api, 'https://participation.example');
  assert.equal(warn.mock.callCount(), 1);
});

test('passes over scripts without an address, or with one that cannot be read', () => {
  const odd = [script(''), script('http://['), script('data:text/javascript,1')];
  const own = script('https://participation.example/nafida.js', { 'data-site': 'berkane' });
  assert.equal(read(...odd, own).site, 'berkane');
});
