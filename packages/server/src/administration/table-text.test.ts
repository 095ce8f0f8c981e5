import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tableText } from './table-text.js';

const text = 'id;title_ar;title_fr\nun;لقاء تشاوري;Réunion';
const utf16 = (littleEndian: boolean, mark: boolean) => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
};
/** As French Windows writes it: Latin 1, with signs of its own. */
const frenchSigns = new Map([
  ['Œ', 0x8c],
  ['’', 0x92],
  ['–', 0x96],
]);
const inFrench = (said: string) =>
  Uint8Array.from([...said].map((sign) => frenchSigns.get(sign) ?? sign.charCodeAt(0)));
const arabicSigns = new TextDecoder('windows-1256').decode(
  Uint8Array.from({ length: 256 }, (_, at) => at),
);
const inArabic = (said: string) =>
  Uint8Array.from([...said].map((sign) => arabicSigns.indexOf(sign)));

describe('the text of a table', () => {
  it('is read in UTF-8 and in UTF-16, with a mark or without', () => {
    assert.equal(tableText('a.csv', Buffer.from(text)), text);
    assert.equal(tableText('a.csv', Buffer.from(`\uFEFF${text}`)), text);
    for (const littleEndian of [true, false]) {
      for (const mark of [true, false]) {
        assert.equal(
          tableText('a.csv', utf16(littleEndian, mark)),
          text,
          `${littleEndian} ${mark}`,
        );
      }
    }
  });
  it('is read as French and as Arabic Windows wrote it', () => {
    for (const french of [
      'Réunion à Fès',
      'ÉCOLE À MARRAKÉCH',
      'Maison «\u00A0Œuvre\u00A0» – l’été',
    ]) {
      assert.equal(tableText('a.csv', inFrench(french)), french);
    }
    for (const arabic of ['لقاء تشاوري', 'id;title_ar;title_fr\nun;لقاء، دار الشباب؟;Réunion']) {
      assert.equal(tableText('a.csv', inArabic(arabic)), arabic);
    }
  });
  it('is rejected if its letters are not clear', () => {
    for (const bytes of [
      // "Réunion" of old Macs and of DOS.
      Buffer.from([0x52, 0x8e, 0x75, 0x6e, 0x69, 0x6f, 0x6e]),
      Buffer.from([0x52, 0x82, 0x75, 0x6e, 0x69, 0x6f, 0x6e]),
      Buffer.from([0xff, 0xfe, 0x61]),
    ]) {
      assert.throws(() => tableText('a.csv', bytes), /a\.csv is not UTF-8.*CSV UTF-8/);
    }
  });
});
