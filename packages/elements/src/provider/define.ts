import { define } from '../foundation/define.js';
import { ProviderElement } from './provider-element.js';

define('nafida-provider', ProviderElement);
