import { wordsOfProposal } from '@nafida/contract/staff.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { likenessKeys } from './near-duplicates.js';

const body =
  'نطلب إصلاح المسلك الذي يربط الدوار بالطريق الإقليمية لأن سيارة الإسعاف لا تصل في الشتاء والتلاميذ ينقطعون عن الدراسة';
const meet = (one: string, other: string) => {
  const keys = new Set(likenessKeys(wordsOfProposal('عنوان', one)));
  return likenessKeys(wordsOfProposal('عنوان', other)).some((key) => keys.has(key));
};

describe('keys of nearly the same', () => {
  it('meet when the same is typed again with other spellings and a few other words', () => {
    assert.ok(meet(body, body.replace('إصلاح', 'اصلاح').replace('الدراسة', 'المدرسة')));
    assert.ok(meet(body, `${body} من فضلكم`));
  });
  it('do not match if they have nothing in common', () => {
    const other =
      'Équiper la maison de la culture de trente ordinateurs et ouvrir le soir pour les étudiants du quartier';
    assert.ok(!meet(body, other));
  });
  it('are the same whatever the order of the words, and few', () => {
    const turned = body.split(' ').reverse().join(' ');
    assert.deepEqual(
      likenessKeys(wordsOfProposal('عنوان', turned)),
      likenessKeys(wordsOfProposal('عنوان', body)),
    );
    assert.equal(likenessKeys(wordsOfProposal('عنوان', body)).length, 12);
  });
});
