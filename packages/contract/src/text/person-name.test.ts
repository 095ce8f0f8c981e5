import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { personNameSchema, validate } from '../index.js';

const kept = (typed: string) => {
  const result = validate(personNameSchema, typed);
  return result.ok ? result.value : result.issues.map(({ code }) => code).join();
};

describe('the name of a person', () => {
  it('is taken as people in Morocco and abroad write theirs', () => {
    for (const name of [
      'O',
      "O'Brien",
      'O’Brien',
      'Aït-Ou-Saïd',
      'عبد الرحمان بن علي',
      'فَاطِمَة الزَّهْرَاء',
      'M’hamed El Fassi',
      "M'hamed",
      'Martin Luther King, Jr.',
      'J.R. R. Tolkien',
      'ⵎⵓⵃⵎⵎⴰⴷ ⴰⵢⵜ ⵄⵍⵉ',
      'محمد إدريسي علوي، الابن',
      'علی‌رضا',
      'José Ángel Núñez',
      '王小明',
      'Nguyễn Thị Ánh',
      'Gal·la Puig',
      '7assan Sa3id',
      "N'Golo",
    ]) {
      assert.equal(kept(name), name.normalize('NFC'));
    }
  });
  it('loses what came along when it was copied', () => {
    assert.equal(kept(' \u202Bفاطمة\u202C \u200F '), 'فاطمة');
    assert.equal(kept('Aït\u2010Saïd\u00A0\u00A0Ali'), 'Aït-Saïd Ali');
    assert.equal(kept('Dr.Ahmed'), 'Dr. Ahmed');
  });
  it('holds nothing that a mail program makes a link of', () => {
    for (const typed of ['evil.com', 'www.gain.ma Ali', 'voir gain。ma', 'gain․ma', 'bit.ly.com']) {
      assert.doesNotMatch(kept(typed), /[.．｡。․](?! |$)[\p{L}\p{M}]{2}/u);
    }
  });
  it('is no message, no address and no price', () => {
    for (const typed of [
      'GAGNEZ 5000 DH sur https://gain.example',
      'https://gain.example',
      'ali@example.org',
      'Appelez le 06 12 34 56 78',
      'اتصل على ٠٦١٢٣٤٥٦٧٨',
      '5 0 0 0 DH',
      'Ali <b>gagne</b>',
      'gain[.]ma/x',
      'Ali 🎁',
      '...',
      '7',
      "'",
      'ali＠example',
      'Ali: gagne !',
    ]) {
      assert.equal(kept(typed), 'invalid_name', typed);
    }
    assert.equal(kept('a'.repeat(101)), 'too_long');
    assert.equal(kept(' \u200F '), 'required');
    assert.equal(kept('x'.repeat(10_000)), 'too_long');
    assert.equal(kept('أ\u0007'), 'invalid_text,invalid_name');
  });
});
