import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Keyring } from './keyring.js';

const keyring = new Keyring('a'.repeat(32));

describe('the keyring', () => {
  it('gives the same code again, and another one for anything else', () => {
    const code = keyring.codeFor('tracking', 'berkane', '2026-AAAAAA');
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    assert.equal(new Keyring('a'.repeat(32)).codeFor('tracking', 'berkane', '2026-AAAAAA'), code);
    assert.notEqual(keyring.codeFor('tracking', 'oujda', '2026-AAAAAA'), code);
    assert.notEqual(keyring.codeFor('tracking', 'berkane', '2026-AAAAAB'), code);
    assert.notEqual(
      new Keyring('b'.repeat(32)).codeFor('tracking', 'berkane', '2026-AAAAAA'),
      code,
    );
  });
  it('does not confuse the borders of its parts', () => {
    assert.notEqual(keyring.codeFor('manage', 'ab', 'c'), keyring.codeFor('manage', 'a', 'bc'));
  });
  it('finds a code however it was typed, and only as what it is', () => {
    const code = keyring.codeFor('manage', 'berkane', '1');
    const hash = keyring.lookupHash('manage', 'berkane', code);
    assert.ok(hash);
    assert.equal(
      keyring.lookupHash('manage', 'berkane', code.toLowerCase().replaceAll('-', ' ')),
      hash,
    );
    assert.equal(keyring.lookupHash('tracking', 'berkane', code), null);
    assert.notEqual(keyring.lookupHash('manage', 'oujda', code), hash);
  });
  it('tells equal content from different, whatever the order of keys', () => {
    const one = keyring.contentFingerprint({ a: 1, b: { c: [1, 2], d: null } });
    assert.equal(keyring.contentFingerprint({ b: { d: null, c: [1, 2] }, a: 1 }), one);
    assert.notEqual(keyring.contentFingerprint({ a: 1, b: { c: [2, 1], d: null } }), one);
  });
});
