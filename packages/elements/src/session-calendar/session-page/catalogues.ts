import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { SessionPageMessages } from './messages.js';

/** Texts of the page by language, loaded when needed. */
export const sessionPageCatalogues: Catalogues<SessionPageMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
