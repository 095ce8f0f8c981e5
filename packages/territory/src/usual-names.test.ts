import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldWords, joinFolded } from './folding.js';
import type { Place, PlaceLevel, PlaceLocale } from './index.js';
import { childrenOf, loadCommunes, placeOf, search } from './index.js';

await loadCommunes();
const below = (code?: string): Place[] =>
  childrenOf(code).flatMap((place) => [place, ...below(place.code)]);
const places = below();
const toCommune: readonly PlaceLevel[] = ['region', 'province', 'commune'];

const spoken = (text: string) => joinFolded(foldWords(text).map((word) => word.bare));
const shareName = (a: Place, b: Place) =>
  a === b || spoken(a.names.fr) === spoken(b.names.fr) || spoken(a.names.ar) === spoken(b.names.ar);
const withoutMarks = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** How the name of a place is usually typed; nothing where it is not typed that way. */
const typed: Record<string, (place: Place) => string | false> = {
  'without accents': ({ names }) => withoutMarks(names.fr),
  'in capitals': ({ names }) => names.fr.toUpperCase(),
  'without hyphens and apostrophes': ({ names }) => names.fr.replace(/[-'’]/g, ' '),
  'without hamza': ({ names }) => names.ar.replace(/[أإآ]/g, 'ا'),
  'as "ville de"': ({ names, level }) => level === 'commune' && `ville de ${names.fr}`,
  'as "commune de"': ({ names, level }) => level === 'commune' && `commune de ${names.fr}`,
  'as «جماعة»': ({ names, level }) => level === 'commune' && `جماعة ${names.ar}`,
  'with its médina': ({ names, kind }) => kind === 'urban' && `${names.fr} Médina`,
  'with its medina': ({ names, kind }) => kind === 'urban' && `${withoutMarks(names.fr)} medina`,
  'with its المدينة': ({ names, kind }) => kind === 'urban' && `${names.ar} المدينة`,
  'with its centre': ({ names, level }) => level === 'commune' && `${names.fr} centre`,
  'with its centre-ville': ({ names, kind }) => kind === 'urban' && `${names.fr} centre-ville`,
  'with its وسط المدينة': ({ names, kind }) => kind === 'urban' && `${names.ar} وسط المدينة`,
  'after its city': ({ names, level, parentCode }) =>
    level === 'arrondissement' &&
    !names.fr.startsWith(placeOf(parentCode!)!.names.fr) &&
    `${placeOf(parentCode!)!.names.fr} ${names.fr}`,
};

const localeOf = (text: string): PlaceLocale => (/[\u0600-\u06ff]/.test(text) ? 'ar' : 'fr');
const firstOf = (text: string, levels?: readonly PlaceLevel[]): Place[] =>
  search(text, { locale: localeOf(text), levels, limit: 1 }).map(({ place }) => place);
const described = (place: Place | undefined) =>
  place ? `${place.names.fr}, ${place.level}` : 'nothing';
const isSpokenLike = (text: string) => {
  const sorted = (words: string) =>
    foldWords(words)
      .map((word) => word.bare)
      .sort()
      .join();
  return (name: string) => sorted(name) === sorted(text);
};

/** Names that differ by an article from the one that is meant; whoever types them finds both. */
const nearHomonyms = new Set('Saiss|لمريجة|سيدي العابد|العامرية|Sidi El Abed'.split('|'));
const isNearHomonym = ({ names }: Place) =>
  nearHomonyms.has(names.fr) || nearHomonyms.has(names.ar);
/** Borne by a province too, a few letters from a commune's, or the beginning of another name of one. */
const ambiguousBelow = new Set(['El Youssoufia', 'Aïn-Chock', 'Hassan', 'Al-Fida']);

for (const [how, textOf] of Object.entries(typed)) {
  test(`every place is first, or the medina in it, when its name is typed ${how}`, () => {
    check(textOf, undefined);
  });
  test(`and where communes are the smallest to choose, every arrondissement's city: ${how}`, () => {
    check(textOf, toCommune);
  });
}

function check(
  textOf: (place: Place) => string | false,
  levels: readonly PlaceLevel[] | undefined,
): void {
  const wrong: string[] = [];
  for (const place of places) {
    const text = textOf(place);
    if (!text || isNearHomonym(place)) continue;
    const isBelow = levels !== undefined && !levels.includes(place.level);
    if (isBelow && ambiguousBelow.has(place.names.fr)) continue;
    const meant = isBelow ? placeOf(place.parentCode!)! : place;
    const [first] = firstOf(text, levels);
    if (first && (shareName(first, meant) || first.parentCode === meant.code)) continue;
    wrong.push(`${text}: ${described(first)}`);
  }
  assert.deepEqual(wrong, []);
}

const around = ({ parentCode }: Place) => placeOf(parentCode!)!;

/** A place with the word for its kind, as a letter or a form has it. */
const withKind: Record<PlaceLevel, readonly ((place: Place) => string)[]> = {
  region: [
    ({ names }) => `région ${names.fr}`,
    ({ names }) => `région de ${names.fr}`,
    ({ names }) => `جهة ${names.ar}`,
  ],
  province: [
    ({ names }) => `province ${names.fr}`,
    ({ names }) => `province de ${names.fr}`,
    ({ names }) => `préfecture de ${names.fr}`,
    ({ names }) => `إقليم ${names.ar}`,
    ({ names }) => `عمالة ${names.ar}`,
  ],
  commune: [({ names }) => `commune de ${names.fr}`, ({ names }) => `جماعة ${names.ar}`],
  arrondissement: [
    ({ names }) => `arrondissement ${names.fr}`,
    ({ names }) => `arrondissement de ${names.fr}`,
    ({ names }) => `مقاطعة ${names.ar}`,
    (place) => `arrondissement ${place.names.fr}, ${around(place).names.fr}`,
    (place) => `مقاطعة ${place.names.ar} ${around(place).names.ar}`,
  ],
};

test('every place is first among all kinds when it is typed with the word for its own', () => {
  const wrong = places.flatMap((place) =>
    withKind[place.level].flatMap((textOf) => {
      const text = textOf(place);
      const [first] = firstOf(text);
      const isRight = first?.level === place.level && shareName(first, place);
      return isRight ? [] : [`${text}: ${described(first)}`];
    }),
  );
  assert.deepEqual(wrong, []);
});

test('where communes are the smallest to choose, the word for an arrondissement finds its city', () => {
  const wrong = places.flatMap((place) => {
    if (place.level !== 'arrondissement') return [];
    if (isNearHomonym(place) || ambiguousBelow.has(place.names.fr)) return [];
    const text = `arrondissement de ${place.names.fr}`;
    const [first] = firstOf(text, toCommune);
    return first && shareName(first, around(place)) ? [] : [`${text}: ${described(first)}`];
  });
  assert.deepEqual(wrong, []);
});

test('every commune is first when it is typed with its province, whose name may hold its own', () => {
  const communes = places.filter(({ level }) => level === 'commune');
  const texts = communes.flatMap((place) => {
    const { fr, ar } = around(place).names;
    const isAlike = spoken(fr).includes(spoken(place.names.fr));
    const others = [
      `${place.names.ar} (${ar})`,
      `${place.names.fr} ${fr}`,
      `${fr} ${place.names.fr}`,
      `${ar} ${place.names.ar}`,
    ];
    const all = [`${place.names.fr} (${fr})`, ...(isAlike ? others : [])];
    return all.map((text) => ({ place, text }));
  });
  const wrong = texts.flatMap(({ place, text }) => {
    const [first] = firstOf(text);
    // Dakhla and Oued Ed-Dahab, its province, are together the name of their region.
    const isWholeName = first && [first.names.fr, first.names.ar].some(isSpokenLike(text));
    return first === place || isWholeName ? [] : [`${text}: ${described(first)}`];
  });
  assert.deepEqual(wrong, []);
});

test('every commune is first when it is named with what it lies in, and with the word for its kind', () => {
  const communes = places.filter(({ level }) => level === 'commune');
  const wrong = communes.flatMap((place, at) => {
    const { fr, ar } = place.names;
    const outer = around(place).names;
    const region = around(around(place)).names;
    const others = [
      `${fr}, préfecture ${outer.fr}`,
      `${fr} province d'${outer.fr}`,
      `commune de ${fr}, province de ${outer.fr}`,
      `${fr}, ${outer.fr}`,
      `${fr} (province de ${outer.fr})`,
      `${fr}, ${outer.fr}, ${region.fr}`,
      `${fr}, province de ${outer.fr}, région ${region.fr}`,
      `جماعة ${ar}، عمالة ${outer.ar}`,
      `${ar} إقليم ${outer.ar}`,
      `${ar}، ${outer.ar}`,
    ];
    // All in two ways; each in one more, and all ways by turns.
    const within = [`${fr}, province de ${outer.fr}`, `${ar}، إقليم ${outer.ar}`, others[at % 10]!];
    const alone = [`commune ${fr}`, `جماعة ${ar}`];
    return [...within, ...alone].flatMap((text) => {
      const [first] = firstOf(text);
      // Alone, a name that several communes have stands for any of them.
      const isThere = alone.includes(text)
        ? first?.level === 'commune'
        : first && around(first) === around(place);
      return first && isThere && shareName(first, place) ? [] : [`${text}: ${described(first)}`];
    });
  });
  assert.deepEqual(wrong, [], 'without exception');
});

test('a place that is named with what it lies in is not lost while that is being typed', () => {
  for (const text of ['Fnideq, M', 'Fnideq, province de M', "Fnideq, province de M'diq-Fnid"]) {
    assert.equal(firstOf(text)[0]?.names.fr, 'Fnideq', text);
  }
});

test('what is written of Dakhla finds the region by its name, the town by what it lies in', () => {
  for (const [text, code] of [
    ...[
      'Dakhla-Oued Ed-Dahab',
      'Dakhla Oued Ed Dahab',
      'Dakhla Oued Eddahab',
      'Dakhla - Oued Ed-Dahab',
      'Région de Dakhla-Oued Ed-Dahab',
      'Eddakhla Oued Eddahab',
      'الداخلة وادي الذهب',
      'الداخلة - وادي الذهب',
      'جهة الداخلة وادي الذهب',
    ].map((each) => [each, '12'] as const),
    ...[
      'Dakhla, Oued Ed-Dahab',
      'Dakhla (Oued Eddahab)',
      "Dakhla, province d'Oued Ed-Dahab",
      'Dakhla, province de Oued Eddahab, région Dakhla-Oued Ed-Dahab',
      'commune de Dakhla, Oued Ed-Dahab',
      'Dakhla, Dakhla-Oued Ed-Dahab',
      'الداخلة، إقليم وادي الذهب',
      'جماعة الداخلة، إقليم وادي الذهب',
      'الداخلة (وادي الذهب)',
    ].map((each) => [each, '12.391.01.01'] as const),
    ...[
      'Oued Ed-Dahab',
      'province Oued Eddahab',
      'Oued Ed-Dahab, Dakhla-Oued Ed-Dahab',
      'إقليم وادي الذهب',
      'وادي الذهب، جهة الداخلة وادي الذهب',
    ].map((each) => [each, '12.391'] as const),
  ]) {
    assert.equal(firstOf(text)[0]?.code, code, text);
  }
});

test('a name typed twice finds its place even where only provinces can be chosen', () => {
  const wrong = places.flatMap((place) => {
    if (place.level !== 'province') return [];
    const text = `${place.names.fr} ${place.names.fr}`;
    const [first] = firstOf(text, ['province']);
    return first === place ? [] : [`${text}: ${described(first)}`];
  });
  assert.deepEqual(wrong, []);
});

test('what people of Fès say finds Fès, its medina and its new town', () => {
  const first = (text: string, levels?: readonly PlaceLevel[]) =>
    search(text, { locale: 'fr', levels })[0]?.place.names.fr;
  for (const text of ['Fès Médina', 'fes medina', 'فاس المدينة', 'Fès el Bali', 'فاس البالي']) {
    assert.equal(first(text), 'Fès-Médina', text);
    assert.equal(first(text, toCommune), 'Fès', `${text}, as a commune`);
  }
  assert.equal(first('Fès Jdid'), 'Méchouar-Fès-El Jadid');
  assert.equal(first('maarif', toCommune), 'Casablanca');
  assert.equal(first('taza medina'), 'Taza');
});
