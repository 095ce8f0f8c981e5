import type { Place } from './place.js';
import { regionsAndProvinces } from './regions-and-provinces.data.js';

/** Places and search-only spellings that became known in one loading step. */
export interface LoadedStep {
  readonly places: readonly Place[];
  /** One `code code|alias|alias` a line; the search brings those of regions and provinces itself. */
  readonly aliases?: string;
}

const byCode = new Map<string, Place>();
const byCode2014 = new Map<string, Place>();
const byParent = new Map<string | undefined, Place[]>();

/** What has been loaded, in order; search reads it to extend its index. */
export const loadedSteps: LoadedStep[] = [];

let communesLoading: Promise<void> | undefined;

/**
 * The place with this HCP code of 2024 or of 2014, else `undefined`; a code in use today wins over the same
 * code of 2014 (none clash so far). Communes are known once `loadCommunes()` has resolved.
 */
export function placeOf(code: string): Place | undefined {
  return byCode.get(code) ?? byCode2014.get(code);
}

/** The place one level up: an arrondissement's city, a commune's province, a province's region. */
export function parentOf(place: Place): Place | undefined {
  return place.parentCode === undefined ? undefined : byCode.get(place.parentCode);
}

/** Everything the place lies in, nearest first: for a commune its province, then its region. */
export function ancestorsOf(place: Place): Place[] {
  const parent = parentOf(place);
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/**
 * The places one level down in code order; the regions without a code. An unknown place and one whose
 * communes are not loaded yet have none.
 */
export function childrenOf(code?: string): readonly Place[] {
  const parent = code === undefined ? undefined : (placeOf(code)?.code ?? code);
  return byParent.get(parent) ?? [];
}

/**
 * Whether the place lies in the territory or is it; either code may be of 2024 or 2014. Regions and provinces
 * contain by code, so this needs no communes loaded; only an arrondissement's city is looked up.
 */
export function isWithin(code: string, territoryCode: string): boolean {
  const place = placeOf(code);
  const inner = place?.code ?? code;
  const outer = placeOf(territoryCode)?.code ?? territoryCode;
  return inner === outer || inner.startsWith(`${outer}.`) || place?.parentCode === outer;
}

/**
 * Loads communes and arrondissements (about 19 kB compressed), once; after it look-ups and `search` cover all
 * 1,631 places. Rejects when the module cannot be fetched, and then tries again when next called.
 */
export function loadCommunes(): Promise<void> {
  communesLoading ??= import('./communes.data.js').then(
    ({ communes, communeAliases }) => {
      addStep({ places: unpackCommunes(communes), aliases: communeAliases });
    },
    (reason: unknown) => {
      communesLoading = undefined;
      throw reason;
    },
  );
  return communesLoading;
}

/** Whether communes and arrondissements can be looked up and found. */
export function communesLoaded(): boolean {
  return loadedSteps.length > 1;
}

function addStep(step: LoadedStep): void {
  for (const place of step.places) {
    byCode.set(place.code, place);
    if (place.code2014) byCode2014.set(place.code2014, place);
    const siblings = byParent.get(place.parentCode);
    if (siblings) siblings.push(place);
    else byParent.set(place.parentCode, [place]);
  }
  loadedSteps.push(step);
}

function unpackRegionsAndProvinces(packed: string): Place[] {
  let region = '';
  return packed.split('\n').map((line) => {
    const [own = '', ar = '', fr = '', en, zgh] = line.split('|');
    const names = { ar, fr, en: en || fr, ...(zgh && { zgh }) };
    if (own.length === 2) {
      region = own;
      return { code: own, level: 'region', kind: 'region', iso: `MA-${own}`, names };
    }
    return {
      code: `${region}.${own.slice(-6, -3)}`,
      level: 'province',
      kind: own.startsWith('*') ? 'prefecture' : 'province',
      iso: `MA-${own.slice(-3)}`,
      parentCode: region,
      names,
    };
  });
}

function unpackCommunes(packed: string): Place[] {
  const places: Place[] = [];
  let province = '';
  let cercle = '';
  let city = '';
  for (const line of packed.split('\n')) {
    const [own = '', ar = '', fr = ''] = line.split('|');
    if (own.startsWith('.')) {
      province = own.slice(1);
      continue;
    }
    const isArrondissement = own.startsWith('*');
    const [present = '', former] = own.replace('*', '').split('<');
    const number = present.split('.').at(-1) ?? '';
    if (present !== number) cercle = present.slice(0, 2);
    const code = `${province}.${cercle}.${number}`;
    if (number === '0') city = code;
    places.push({
      code,
      level: isArrondissement ? 'arrondissement' : 'commune',
      kind: isArrondissement ? 'arrondissement' : cercle === '01' ? 'urban' : 'rural',
      ...(former && { code2014: `${province}.${former}` }),
      parentCode: isArrondissement ? city : province,
      names: { ar, fr },
    });
  }
  return places;
}

addStep({ places: unpackRegionsAndProvinces(regionsAndProvinces) });
