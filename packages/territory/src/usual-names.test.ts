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
    const locale: PlaceLocale = /[\u0600-\u06ff]/.test(text) ? 'ar' : 'fr';
    const first = search(text, { locale, levels, limit: 1 })[0]?.place;
    if (first && (shareName(first, meant) || first.parentCode === meant.code)) continue;
    wrong.push(`${text}: ${first ? `${first.names.fr}, ${first.level}` : 'nothing'}`);
  }
  assert.deepEqual(wrong, []);
}

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
