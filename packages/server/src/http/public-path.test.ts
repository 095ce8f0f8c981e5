import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belowPath, publicPathOf, withoutPublicPath } from './public-path.js';

test('a server under a path finds its files, with the path or without', () => {
  const path = publicPathOf('https://www.commune.example/nafida/');
  for (const [asked, meant] of [
    ['/nafida/v1/sites/berkane?lang=ar', '/v1/sites/berkane?lang=ar'],
    ['/v1/sites/berkane', '/v1/sites/berkane'],
    ['/nafida/s/berkane?lang=ar', '/s/berkane?lang=ar'],
    ['/nafida/readyz', '/readyz'],
    ['/nafida/readyz?x', '/readyz?x'],
    ['/nafida/confirm/ar/berkane/1', '/confirm/ar/berkane/1'],
    ['/nafidas/v1', '/nafidas/v1'],
  ] as const) {
    assert.equal(withoutPublicPath(asked, path), meant, asked);
  }
});

test('files keep the path that they are asked for by, as their folder may be called like the path', () => {
  const path = '/nafida';
  for (const asked of ['/nafida/calendar-abc.js', '/nafida.js', '/nafida', '/nafida/?x']) {
    assert.equal(withoutPublicPath(asked, path), asked);
  }
  assert.equal(belowPath('/nafida/nafida/calendar-abc.js', path), '/nafida/calendar-abc.js');
  assert.equal(belowPath('/nafida.js', path), '/nafida.js');
});

test('a server with a host name for itself takes paths as they are', () => {
  for (const url of [
    undefined,
    'https://participation.example',
    'https://participation.example/',
  ]) {
    assert.equal(withoutPublicPath('/nafida/v1', publicPathOf(url)), '/nafida/v1');
  }
});
