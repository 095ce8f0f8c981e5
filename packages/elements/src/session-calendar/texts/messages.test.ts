import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textsOf } from '../../testing/catalogue-texts.js';
import { messages as ar } from './messages.ar.js';
import { messages as en } from './messages.en.js';
import { messages as fr } from './messages.fr.js';

const choices = ['offline', 'busy', 'setup', 'file', 'disk', 'server', ['1', '2']];
const [arabic, french, english] = [ar, fr, en].map((catalogue) => textsOf(catalogue, choices));

describe('texts of the calendar', () => {
  it('are all there in every language', () => {
    assert.equal(arabic!.length, english!.length);
    assert.equal(french!.length, english!.length);
    for (const text of [arabic, french, english].flat()) assert.notEqual(text!.trim(), '');
  });
  it('hold no ordinary space before French double punctuation, and curly apostrophes', () => {
    for (const text of french!) assert.doesNotMatch(text, / [:;!?»]|« |'/, text);
  });
  it('use Arabic punctuation, Latin digits and no Latin letters in Arabic', () => {
    for (const text of arabic!) {
      assert.doesNotMatch(text, /[,;?]|[٠-٩]/, text);
      assert.doesNotMatch(text.replaceAll('OpenStreetMap', ''), /[A-Za-z]/, text);
    }
  });
});
