import { define } from '../foundation/define.js';
import { ProviderElement } from './provider-element.js';

define('nafida-provider', ProviderElement);

// So that TypeScript knows the tag and its events.
export type {} from './index.js';
