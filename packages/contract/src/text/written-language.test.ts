import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writtenLanguage } from './written-language.js';

describe('the language of what somebody wrote', () => {
  it('is that of the page if the letters fit it', () => {
    assert.equal(writtenLanguage('الماء بالدواوير', 'ar'), 'ar');
    assert.equal(writtenLanguage('De l’eau au douar', 'fr'), 'fr');
    assert.equal(writtenLanguage('Water for the douar', 'en'), 'en');
    for (const text of ['ⴰⵎⴰⵏ ⵉ ⵓⴷⵡⵡⴰⵔ', 'Aman i udwwar', 'أمان إي أودوار']) {
      assert.equal(writtenLanguage(text, 'zgh'), 'zgh');
    }
  });
  it('is another one if most letters are of another script', () => {
    assert.equal(writtenLanguage('الماء بالدواوير', 'fr'), 'ar');
    assert.equal(writtenLanguage('De l’eau au douar', 'ar'), 'fr');
    assert.equal(writtenLanguage('ⴰⵎⴰⵏ ⵉ ⵓⴷⵡⵡⴰⵔ', 'fr'), 'zgh');
    assert.equal(writtenLanguage('تطبيق WhatsApp للجماعة وتتبع الملفات', 'fr'), 'ar');
    assert.equal(writtenLanguage('Un guichet « الشباك الوحيد » par commune', 'ar'), 'fr');
  });
  it('is that of the page if there are no letters', () => {
    assert.equal(writtenLanguage('2030 – 100 %', 'ar'), 'ar');
  });
});
