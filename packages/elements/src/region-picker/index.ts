export { RegionPickerElement } from './region-picker-element.js';
export type { RegionChange } from './region-picker-events.js';
export { RegionChangeEvent } from './region-picker-events.js';
