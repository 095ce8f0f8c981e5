import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasWords, searchWords } from './search-words.js';

const finds = (typed: string, text: string) => hasWords(searchWords(text), searchWords(typed));

describe('words to search by', () => {
  it('are found however they are spelled', () => {
    for (const [typed, text] of [
      ['انصات', 'جلسة إنصات'],
      ['إنصات', 'جلسة انصات'],
      ['الرقميه', 'الخدمات الرقمية'],
      ['مُنْتَدَى', 'المنتدى الجهوي'],
      ['منتدي', 'منتدى المجتمع'],
      ['مســـتوى', 'مستوى'],
      ['مسؤول', 'المسوول'],
      ['نساء', 'النسا'],
      ['ألعاب', 'الألعاب'],
      ['مواطن', 'في خدمة للمواطنين'],
      ['جماعات', 'والجماعات الترابية'],
      ['٢٠٣٠', 'المغرب الرقمي 2030'],
      ['societe', 'Forum de la Société numérique'],
      ['SOCIÉTÉ', 'societe'],
      ['ecoute', 'Session d’écoute'],
      ["l'ecoute", 'Écoute'],
      ['coeur', 'Le cœur de ville'],
      ['num forum', 'Forum du numérique'],
      ['مراكش', 'مرّاكش'],
    ] as const) {
      assert.ok(finds(typed, text), `${typed} in ${text}`);
    }
  });
  it('are all asked for, from their beginnings', () => {
    assert.ok(!finds('forum inclusif', 'Forum du numérique'));
    assert.ok(!finds('rum', 'Forum'));
    assert.ok(!finds('ورشة', 'لقاء'));
  });
  it('come once each, without marks and signs, and are not endless', () => {
    assert.deepEqual(searchWords('Eau, eau ! (l’eau) \u202B…'), ['eau']);
    assert.deepEqual(searchWords(' ,;- '), []);
    assert.equal(searchWords('a'.repeat(5_000))[0]?.length, 60);
  });
  it('stay the same when folded again', () => {
    for (const text of ['جلسة الإنصات الجهوية', 'Écoute à Béni Mellal, l’été', 'الله']) {
      const once = searchWords(text);
      assert.deepEqual(searchWords(once.join(' ')), once);
    }
  });
});
