/** Look-ups without the search: for what shows places before anyone types. */
export type { Place, PlaceKind, PlaceLevel, PlaceLocale, PlaceName } from './place.js';
export { PLACE_LEVELS } from './place.js';
export { nameOf } from './place-name.js';
export {
  ancestorsOf,
  childrenOf,
  communesLoaded,
  isWithin,
  loadCommunes,
  parentOf,
  placeOf,
} from './places.js';
