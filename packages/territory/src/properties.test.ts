import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, foldWords, joinFolded } from './folding.js';
import type { Place, PlaceLocale } from './index.js';
import { childrenOf, loadCommunes, search } from './index.js';
import { typingErrors } from './typing-errors.js';

// A failure names the seed; SEED=… repeats that run.
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32));
let state = seed;

/** A whole number from 0 to `below`, itself excluded (mulberry32). */
function random(below: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
}

const oneOf = <T>(items: readonly T[]): T => items[random(items.length)]!;
const randomText = (letters: readonly string[], longest: number): string =>
  Array.from({ length: random(longest + 1) }, () => oneOf(letters)).join('');

await loadCommunes();
const places: Place[] = [];
const collect = (code?: string) => {
  for (const place of childrenOf(code)) {
    places.push(place);
    collect(place.code);
  }
};
collect();
const names = places.flatMap((place) =>
  Object.entries(place.names).map(([lang, text]) => ({ place, lang: lang as PlaceLocale, text })),
);
/** A name as it is compared: without articles, in sounds. */
const spoken = (text: string) => joinFolded(foldWords(text).map((word) => word.bare));
const bearsName = (place: Place, text: string) =>
  Object.values(place.names).some((name) => spoken(name) === spoken(text));

test('folding what is folded changes nothing, for every name', () => {
  assert.equal(names.length, 2 * 1631 + 87 + 86);
  for (const { text } of names) assert.equal(fold(fold(text)), fold(text), text);
});

test('folding what is folded changes nothing, for any text', (context) => {
  context.diagnostic(`SEED=${seed}`);
  const letters = [
    ...'abcdefghijklmnopqrstuvwxyzàâçéèêëîïôûüÉÇœßıİʿɛɣʃ0123456789',
    ...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةٱکیگڭݣڤپچھہـًٌٍَُِّْ٠٩۰۹',
    ...'ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ',
    ..." -'’‘`´.,/()\u200c\u200d\u200f\u0301\u0654ﷲﻻﬁ名😀",
  ];
  for (let round = 0; round < 20_000; round++) {
    const text = randomText(letters, 12);
    assert.equal(fold(fold(text)), fold(text), `SEED=${seed} ${JSON.stringify(text)}`);
  }
});

test('every official name, in every script, finds its own place first or beside its homonyms', () => {
  for (const { place, lang, text } of names) {
    const matches = search(text, { locale: lang, limit: 100 });
    const at = matches.findIndex((match) => match.place === place);
    assert.ok(at >= 0, `${place.code} ${text} is not found`);
    for (const match of matches.slice(0, at)) {
      assert.ok(
        bearsName(match.place, text),
        `${match.place.code} comes before ${place.code} ${text}`,
      );
    }
    const own = matches[at];
    assert.ok(own?.isExact);
    assert.equal(own.name.text, text);
    assert.deepEqual(own.ranges.at(0)?.[0], 0, `${text} is lit up from its first letter`);
  }
});

test('homonyms in one answer always differ by a parent or a level', () => {
  for (const { text, lang } of names) {
    const exact = search(text, { locale: lang, limit: 100 }).filter((match) => match.isExact);
    const tellingApart = exact.map(
      ({ place, name }) => `${name.text}|${place.level}|${place.parentCode}`,
    );
    assert.equal(new Set(tellingApart).size, exact.length, text);
  }
});

test('typing errors are counted as the textbook table counts them', (context) => {
  context.diagnostic(`SEED=${seed}`);
  for (let round = 0; round < 5_000; round++) {
    const letters = oneOf([[...'ab'], [...'abcdefɣʃ'], [...'ابتجʃ']]);
    const typed = randomText(letters, 10) + oneOf(letters);
    const word = randomText(letters, 12);
    const table = editTable(typed, word);
    const why = `SEED=${seed} ${typed} ${word}`;
    const whole = table.at(-1) ?? 0;
    assert.equal(typingErrors(typed, false)(word), 2 * whole, why);
    const unfinished = Math.min(2 * whole, 2 * Math.min(...table) + 1);
    assert.equal(typingErrors(typed, true)(word), unfinished, why);
  }
});

/** Errors between `typed` and each beginning of `word`, by dynamic programming. */
function editTable(typed: string, word: string): number[] {
  const table = Array.from({ length: typed.length + 1 }, (_, row) => [row]);
  for (let column = 1; column <= word.length; column++) {
    table[0]![column] = column;
    for (let row = 1; row <= typed.length; row++) {
      const isSame = typed[row - 1] === word[column - 1];
      let errors = Math.min(
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
        table[row - 1]![column - 1]! + (isSame ? 0 : 1),
      );
      const isSwapped = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (row > 1 && column > 1 && isSwapped) {
        errors = Math.min(errors, table[row - 2]![column - 2]! + 1);
      }
      table[row]![column] = errors;
    }
  }
  return table[typed.length]!;
}

test('one typing error in a longer name still finds its place among the first ten', (context) => {
  const longer = names.filter(({ text, lang }) => lang !== 'zgh' && fold(text).length >= 7);
  let missed = 0;
  const rounds = 1_500;
  for (let round = 0; round < rounds; round++) {
    const { place, text, lang } = oneOf(longer);
    const typed = withOneError(
      text,
      lang === 'ar' ? [...'ابتدرسعفقكلمنهوي'] : [...'abdefgiklmnorstu'],
    );
    const matches = search(typed, { locale: lang, limit: 10 });
    if (!matches.some((match) => match.place === place || bearsName(match.place, text))) missed++;
  }
  const found = (100 * (rounds - missed)) / rounds;
  context.diagnostic(`SEED=${seed}: ${found.toFixed(1)} % of ${rounds} mistyped names found`);
  assert.ok(found >= 97, `SEED=${seed}: only ${found.toFixed(1)} %`);
});

function withOneError(text: string, letters: readonly string[]): string {
  const at = random(text.length - 1);
  const [head, letter, tail] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  return oneOf([
    head + tail,
    head + oneOf(letters) + tail,
    head + letter + oneOf(letters) + tail,
    head + tail.charAt(0) + letter + tail.slice(1),
  ]);
}
