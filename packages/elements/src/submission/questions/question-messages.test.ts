import { fieldIssueCodes, questionTypes } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { questionMessages as ar } from './question-messages.ar.js';
import { questionMessages as en } from './question-messages.en.js';
import { questionMessages as fr } from './question-messages.fr.js';

const issuesIn = (words: typeof ar) =>
  questionTypes.flatMap((type) =>
    fieldIssueCodes.flatMap((code) =>
      [1, 2, 3, 11, 100, 2000].map((limit) =>
        words.issue(type, { code, minimum: limit, maximum: limit }),
      ),
    ),
  );

describe('what is said about an answer', () => {
  it('is a sentence in every language', () => {
    for (const words of [ar, fr, en]) {
      for (const text of issuesIn(words)) assert.match(text, /^\S.+\.$/u);
    }
  });
  it('keeps to French typography, Arabic punctuation and Latin digits', () => {
    for (const text of issuesIn(fr)) assert.doesNotMatch(text, / [:;!?»]|« |'/, text);
    for (const text of issuesIn(ar)) assert.doesNotMatch(text, /[,;?]|[٠-٩]/, text);
  });
  it('counts as people do', () => {
    const most = (maximum: number) => ar.issue('several_of', { code: 'too_large', maximum });
    assert.equal(most(1), 'المرجو اختيار جواب واحد على الأكثر.');
    assert.equal(most(2), 'المرجو اختيار جوابين على الأكثر.');
    assert.equal(most(3), 'المرجو اختيار 3 أجوبة على الأكثر.');
    assert.equal(
      fr.issue('several_of', { code: 'too_large', maximum: 1 }),
      'Choisissez 1 réponse au plus.',
    );
  });
});
