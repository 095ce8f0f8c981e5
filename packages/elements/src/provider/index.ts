export { ProviderElement } from './provider-element.js';
export type { PageDefaults, Service } from '../foundation/page-defaults.js';
export { setPageDefaults } from '../foundation/page-defaults.js';
