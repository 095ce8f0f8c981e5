import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicPathOf, withoutPublicPath } from './public-path.js';

test('a server that stands under a path finds what is asked for, with the path or without', () => {
  const path = publicPathOf('https://www.commune.example/nafida/');
  for (const [asked, meant] of [
    ['/nafida/v1/sites/berkane?lang=ar', '/v1/sites/berkane?lang=ar'],
    ['/v1/sites/berkane', '/v1/sites/berkane'],
    ['/nafida/nafida.js', '/nafida.js'],
    ['/nafida.js', '/nafida.js'],
    ['/nafida/', '/'],
    ['/nafida', '/'],
    ['/nafida?x', '/?x'],
    ['/nafidas/v1', '/nafidas/v1'],
  ] as const) {
    assert.equal(withoutPublicPath(asked, path), meant, asked);
  }
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
