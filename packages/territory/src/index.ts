export * from './lookup.js';
export type { PlaceMatch, SearchOptions } from './search.js';
export { prepareSearch, search } from './search.js';
