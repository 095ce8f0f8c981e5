import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  emailSchema,
  phoneSchema,
  readTypedCode,
  typedEmail,
  typedPhone,
  typedReference,
  typedToken,
  validate,
} from '../index.js';

/** The same random choices in every run. */
function chooser(seed: number) {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return {
    next,
    one: <Item>(items: readonly Item[]): Item => items[next(items.length)]!,
    sometimes: <Item>(item: Item, other: Item): Item => (next(3) === 0 ? item : other),
  };
}

const codes = (...points: number[]) => points.map((point) => String.fromCodePoint(point));
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
const marks = [
  '',
  ...codes(0xad, 0x61c, 0x34f, 0x180e, 0xfe0f, 0xfeff),
  ...codes(...range(0x200b, 0x200f), ...range(0x202a, 0x202e), ...range(0x2060, 0x2064)),
  ...codes(...range(0x2066, 0x2069)),
];
const spaces = codes(0x20, 0x9, 0xa0, 0x1680, ...range(0x2000, 0x200a), 0x202f, 0x205f, 0x3000);
const hyphens = codes(0x2d, ...range(0x2010, 0x2015), 0x2043, 0x2212, 0xfe58, 0xfe63, 0xff0d);
const zeros = [0x30, 0x660, 0x6f0, 0xff10];
const rounds = 3_000;

type Chooser = ReturnType<typeof chooser>;

/** `text` as keyboards and messengers may hand it on: figures of one script, invisible marks anywhere. */
function handedOn(text: string, { one, sometimes }: Chooser): string {
  const zero = one(zeros);
  return [...text]
    .map((letter) => (/\d/.test(letter) ? String.fromCodePoint(zero + Number(letter)) : letter))
    .map((letter) => sometimes(one(marks), '') + letter + sometimes(one(marks), ''))
    .join('');
}

describe('a telephone number', () => {
  it('is the same number however it was typed or copied', () => {
    const choose = chooser(1);
    for (let round = 0; round < rounds; round++) {
      const subscriber = String(500_000_000 + choose.next(300_000_000));
      const separator = choose.one(['', ...spaces, ...hyphens, '/', '.', ' / ', '\u0640', ') ']);
      const groups = subscriber.match(/.{1,2}/g)!.join(separator);
      const [prefix, meant] = choose.one([
        ['0', `0${subscriber}`],
        ['(0) ', `0${subscriber}`],
        ['+212', `+212${subscriber}`],
        ['＋212 ', `+212${subscriber}`],
        ['(+212)', `+212${subscriber}`],
        ['+212 (0)', `+212${subscriber}`],
        ['+2120', `+212${subscriber}`],
        ['+212 0 ', `+212${subscriber}`],
        ['00212', `+212${subscriber}`],
        ['(00212) ', `+212${subscriber}`],
        ['00 212 ', `+212${subscriber}`],
        ['tel:+212-', `+212${subscriber}`],
        ['Tél. : 0', `0${subscriber}`],
      ] as const);
      const around = choose.one(['', ...spaces]);
      const typed = around + handedOn(prefix + groups, choose) + around;
      const checked = validate(phoneSchema, typed);
      assert.ok(checked.ok, JSON.stringify(typed));
      assert.equal(checked.value.replaceAll(' ', ''), meant, JSON.stringify(typed));
      assert.match(checked.value, /^\+?\d+(?: \d+)*$/);
      assert.equal(typedPhone(checked.value), checked.value, 'folding twice changes nothing');
    }
  });
  it('keeps the groups in which it is read aloud', () => {
    assert.equal(typedPhone('06.12/34-56 78'), '06 12 34 56 78');
    assert.equal(typedPhone('٠٦ ١٢ ٣٤ ٥٦ ٧٨'), '06 12 34 56 78');
    assert.equal(typedPhone('+33 (0)1 23 45 67 89'), '+33 1 23 45 67 89');
  });
  it('is asked for again if it cannot be dialled, or if there are two', () => {
    for (const wrong of [
      ...['', '06', '12 34 56', 'abcdefgh', '06 12 34 56 7x', '2,12613E+11', '06123+45678'],
      ...['0612345678 / 0661234567', '++212612345678', '+', '1234567890123456'],
    ]) {
      assert.equal(validate(phoneSchema, wrong).ok, false, wrong);
    }
  });
});

describe('an e-mail address', () => {
  const addresses = [
    ...['fatima@exemple.ma', "o'neil+tag@mail.x-y.co.uk", 'a_b.c-d@sub.exemple.ma', 'F@EXEMPLE.MA'],
    ...['info@بلدية.المغرب', 'محمد.علي@بلدية.المغرب', 'mairie@xn--4gbrim.xn--mgbc0a9azcg'],
    ...['user20@exemple.ma', 'محمد٢٠@شركة٢.المغرب', 'élue@mairie-fès.ma'],
  ];
  it('is the same address whatever came along with it', () => {
    const choose = chooser(2);
    for (let round = 0; round < rounds; round++) {
      const address = choose.one(addresses);
      const around = choose.one(['', ...spaces]);
      const at = choose.one(['@', '\uFF20', '\uFE6B', ' @ ', '\u00A0@']);
      const before = choose.one(['', '', 'mailto:', 'MAILTO:', '<']);
      // An Arabic keyboard may have written the figures of a Latin name, never the other way round.
      const typed = /[\u0600-\u06FF]/.test(address)
        ? [...address].map((letter) => choose.sometimes(choose.one(marks), '') + letter).join('')
        : handedOn(address, choose);
      const whole = `${around}${before}${typed.replace('@', at)}${before === '<' ? '>' : ''}${around}`;
      const checked = validate(emailSchema, whole);
      assert.ok(checked.ok, JSON.stringify(whole));
      assert.equal(checked.value, address, JSON.stringify(whole));
      assert.equal(typedEmail(checked.value), checked.value);
    }
  });
  it('is asked for again if it is not one', () => {
    for (const wrong of [
      ...['', '@', 'a', 'a@', '@b.ma', 'a@b', 'a b@c.ma', 'a@b c.ma', 'a..b@c.ma', '.a@b.ma'],
      ...['a.@b.ma', 'a@b..ma', 'a@-b.ma', 'a@b-.ma', 'a@b.1', 'a@b@c.ma', 'a@b.ma, c@d.ma'],
      ...['a@b.ma\nBcc: c@d.ma', 'محمد@المغرب', `${'a'.repeat(250)}@b.ma`],
    ]) {
      assert.equal(validate(emailSchema, wrong).ok, false, wrong);
    }
  });
  it('is refused in a moment, however long and odd it is', () => {
    const start = performance.now();
    for (const part of ['a', 'a.', 'a-', '@', '.', ' ', 'م']) {
      assert.equal(validate(emailSchema, part.repeat(100_000)).ok, false);
      assert.equal(validate(emailSchema, `a@${part.repeat(240)}`).ok, false);
    }
    assert.ok(performance.now() - start < 5_000);
  });
});

describe('a code', () => {
  it('is the same code however it was typed', () => {
    const choose = chooser(3);
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    for (let round = 0; round < rounds; round++) {
      const code = Array.from({ length: 12 }, () => choose.one([...alphabet])).join('');
      const separator = choose.one(['', '-', '.', ...spaces, ...hyphens]);
      const confused = code
        .replaceAll('0', choose.one(['0', 'O', 'o']))
        .replaceAll('1', choose.one(['1', 'I', 'l', 'L', 'i']));
      const groups = confused.match(/.{4}/g)!.join(separator);
      const typed = handedOn(choose.one([groups, groups.toLowerCase()]), choose);
      assert.equal(readTypedCode(typed, 12), code, JSON.stringify(typed));
    }
  });
  it('keeps the letters of an unknown alphabet', () => {
    assert.equal(typedToken(' \u2066oIl0-٢٠٢٦\u2013x_Y\u2069\u00A0'), 'oIl0-2026-x_Y');
  });
  it('may be a reference: the year and what was drawn', () => {
    for (const typed of [
      '2026-7K4QM1',
      '٢٠٢٦ 7k4qmI',
      '2O26\u20117K4QML',
      '\u20662026.7k4qml\u2069',
    ]) {
      assert.equal(typedReference(typed), '2026-7K4QM1', typed);
    }
    assert.equal(typedReference(' P-12\u200F'), 'P-12');
  });
});
