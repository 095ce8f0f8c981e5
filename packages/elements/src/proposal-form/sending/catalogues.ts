import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { SendingMessages } from './messages.js';

/** The texts of sending a proposal and its receipt; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<SendingMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
