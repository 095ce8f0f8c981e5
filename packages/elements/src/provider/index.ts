export { ProviderElement } from './provider-element.js';
export type { PageDefaults, Service } from '../foundation/page/page-defaults.js';
export { setPageDefaults } from '../foundation/page/page-defaults.js';
