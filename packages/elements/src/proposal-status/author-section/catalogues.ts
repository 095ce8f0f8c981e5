import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { AuthorSectionMessages } from './messages.js';

export const catalogues: Catalogues<AuthorSectionMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
