import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { OutboxMessages } from './messages.js';

/** The texts of proposals that wait on the device; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<OutboxMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
