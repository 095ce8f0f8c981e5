import { define } from '../foundation/define.js';
import { RegionPickerElement } from './region-picker-element.js';

define('nafida-region-picker', RegionPickerElement);
