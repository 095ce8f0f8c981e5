import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearEnough, titleNearness, topicStems } from './near-titles.js';

describe('titles', () => {
  for (const [one, other] of [
    ['تغطية الدواوير بالأنترنت', 'تغطية دوار آيت بوكماز بشبكة الأنترنت'],
    ['حافلة مدرسية لتلاميذ الدواوير البعيدة', 'الحافلات المدرسية للتلاميذ'],
    ['Un bibliobus numérique pour les douars', 'Bibliobus numériques dans chaque douar'],
    ['Eclairage publique du quartier', "L'éclairage public de notre quartier"],
    ['Formation des jeunes au numérique', 'Former les jeunes aux métiers du numérique'],
  ] as const) {
    it(`are near: ${one} / ${other}`, () => {
      assert.ok(titleNearness(one, other) >= nearEnough, String(titleNearness(one, other)));
      assert.equal(titleNearness(one, other), titleNearness(other, one));
    });
  }
  for (const [one, other] of [
    ['تغطية الدواوير بالأنترنت', 'ترميم المدرسة الابتدائية'],
    ['Une bibliothèque pour la commune', 'Une route pour la commune de Aklim et ses douars isolés'],
    ['pour les', 'pour les'],
    ['', 'Éclairage public'],
  ] as const) {
    it(`are about something else: ${one} / ${other}`, () => {
      assert.ok(titleNearness(one, other) < nearEnough, String(titleNearness(one, other)));
    });
  }
  it('are known by what they are about, whatever the form of the words', () => {
    assert.deepEqual(topicStems('Les écoles, une ÉCOLE et pour l’école'), ['ecol']);
    assert.deepEqual(topicStems('الحافلات والحافلة'), ['حافل']);
    assert.equal(
      topicStems(Array.from({ length: 30 }, (_, at) => `mot${at}`).join(' ')).length,
      12,
    );
  });
});
