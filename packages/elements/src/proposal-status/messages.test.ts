import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textsOf } from '../testing/catalogue-texts.js';
import { messages as ar } from './messages.ar.js';
import { messages as en } from './messages.en.js';
import { messages as fr } from './messages.fr.js';

const issues = ['required', 'unknown', 'offline', 'busy', 'setup', 'server'];
const said = (catalogue: object) => textsOf(catalogue, issues);

describe('texts of following a proposal', () => {
  it('are all there in every language', () => {
    assert.equal(said(ar).length, said(en).length);
    assert.equal(said(fr).length, said(en).length);
    for (const text of [ar, fr, en].flatMap(said)) assert.notEqual(text.trim(), '');
  });
  it('keep to French typography', () => {
    for (const text of said(fr)) assert.doesNotMatch(text, / [:;!?»]|« |'/, text);
  });
  it('use Arabic punctuation and Latin digits in Arabic', () => {
    for (const text of said(ar)) assert.doesNotMatch(text, /[,;?]|[٠-٩]/, text);
  });
  it('say every state and every reason in words of its own', () => {
    for (const { states, reasons } of [ar, fr, en]) {
      const names = Object.values(states).map(([name]) => name);
      assert.equal(new Set(names).size, names.length);
      assert.equal(new Set(Object.values(reasons)).size, Object.keys(reasons).length);
    }
  });
});
