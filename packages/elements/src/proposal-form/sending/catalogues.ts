import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { SendingMessages } from './messages.js';

export const catalogues: Catalogues<SendingMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
