import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { AuthorSectionMessages } from './messages.js';

/** The texts of what an author can do with a proposal; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<AuthorSectionMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
