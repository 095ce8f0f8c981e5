import type { Catalogues } from '../foundation/locale/catalogue.js';
import type { RegionPickerMessages } from './messages.js';

/** The texts of the region picker; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<RegionPickerMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
