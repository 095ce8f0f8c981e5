import { define } from '../foundation/define.js';
import { RegionPickerElement } from './region-picker-element.js';

define('nafida-region-picker', RegionPickerElement);

// So that TypeScript knows the tag and its events.
export type {} from './index.js';
