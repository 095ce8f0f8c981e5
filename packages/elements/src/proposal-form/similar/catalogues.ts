import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { SimilarMessages } from './messages.js';

/** The texts of similar proposals; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<SimilarMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
