import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { StepsMessages } from './messages.js';

/** The texts of the form in steps; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<StepsMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
