import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { inGroups, readTypedCode, encodeCode } from './typed-code.js';

describe('a code that people read aloud and type', () => {
  it('holds the bytes it is made of, five bits a character', () => {
    assert.equal(encodeCode(Uint8Array.of(0, 0, 0), 4), '0000');
    assert.equal(encodeCode(Uint8Array.of(0xff, 0xff, 0xff), 4), 'ZZZZ');
    // 00001 00010 00011 00100
    assert.equal(encodeCode(Uint8Array.of(0b00001000, 0b10000110, 0b01000000), 4), '1234');
    assert.throws(() => encodeCode(Uint8Array.of(1), 4), RangeError);
  });
  it('is understood however it is typed', () => {
    for (const typed of ['K7QF-2M9D-XT4P', 'k7qf 2m9d xt4p', ' k7qf2m9dxt4p ', 'K-7-QF2M9DXT4P']) {
      assert.equal(readTypedCode(typed, 12), 'K7QF2M9DXT4P');
    }
    assert.equal(readTypedCode('oIl0', 4), '0110');
    for (const wrong of [
      'K7QF-2M9D-XT4',
      'K7QF-2M9D-XT4PP',
      'K7QF-2M9D-XT4U',
      'K7QF-2M9D-XT4!',
      '',
    ]) {
      assert.equal(readTypedCode(wrong, 12), null, wrong);
    }
  });
  it('comes back whole from its printed groups', () => {
    for (let round = 0; round < 200; round++) {
      const code = encodeCode(randomBytes(10), 16);
      assert.match(inGroups(code), /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
      assert.equal(readTypedCode(inGroups(code), 16), code);
    }
  });
});
