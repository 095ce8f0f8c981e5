import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { StepsMessages } from './messages.js';

export const catalogues: Catalogues<StepsMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
