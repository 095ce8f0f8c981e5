import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textsOf } from '../testing/catalogue-texts.js';
import type { FileIssue } from './attachments/chosen-file.js';
import { catalogues as attachments } from './attachments/catalogues.js';
import { catalogues as outbox } from './outbox/catalogues.js';
import { catalogues as similar } from './similar/catalogues.js';
import { catalogues as steps } from './steps/catalogues.js';

const fileIssues: readonly FileIssue[] = ['type', 'unreadable', 'too_large', 'too_many'];

async function textsIn(language: 'ar' | 'fr' | 'en'): Promise<string[]> {
  const { issue, ...files } = (await attachments[language]()).messages;
  return [
    ...textsOf(files),
    ...fileIssues.flatMap((each) =>
      [1, 2, 3, 11].map((count) => issue(each, { size: '2 Mo', count })),
    ),
    ...textsOf((await outbox[language]()).messages),
    ...textsOf((await similar[language]()).messages),
    ...textsOf((await steps[language]()).messages),
  ];
}

describe('texts of the parts of the proposal form', () => {
  it('are all there in every language, and none has a gap in it', async () => {
    const english = await textsIn('en');
    for (const language of ['ar', 'fr', 'en'] as const) {
      const texts = await textsIn(language);
      assert.equal(texts.length, english.length, language);
      for (const text of texts) {
        assert.notEqual(text.trim(), '');
        assert.doesNotMatch(text, /undefined|null|NaN|#/, text);
      }
    }
  });

  it('keep to French typography', async () => {
    for (const text of await textsIn('fr')) assert.doesNotMatch(text, / [:;!?»]|« |'/, text);
  });

  it('use Arabic punctuation and Latin digits in Arabic', async () => {
    for (const text of await textsIn('ar')) assert.doesNotMatch(text, /[,;?]|[٠-٩]/, text);
  });
});
