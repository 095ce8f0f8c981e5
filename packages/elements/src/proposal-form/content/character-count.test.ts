import { graphemeCount } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { characterCount } from './character-count.js';

describe('how many characters were typed', () => {
  it('is how many people see, without the white space around them', () => {
    assert.equal(characterCount('  الأنترنت في كل دوار \n'), 19);
    assert.equal(characterCount('مُحَمَّد'), 4);
    assert.equal(characterCount('👨‍👩‍👧 é'), 3);
    assert.equal(characterCount('e\u0301'), 1);
    assert.equal(characterCount('a\r\nb'), 3);
    assert.equal(characterCount('ⵜⴰⵎⴰⵣⵉⵖⵜ'), 8);
    assert.equal(characterCount('   '), 0);
  });

  it('is the same as counted one by one, for any two characters side by side', () => {
    const samples = [...'aZ9 éß«»…’ـاﻻﷲلآءٱۓ٠؟،؛٪ⴰⵥ\n\t-'];
    for (let code = 0x20; code < 0x2e00; code += 97) samples.push(String.fromCharCode(code));
    for (const first of samples) {
      for (const second of samples) {
        const text = `x${first}${second}x`;
        assert.equal(characterCount(text), graphemeCount(text), JSON.stringify(text));
      }
    }
  });
});
