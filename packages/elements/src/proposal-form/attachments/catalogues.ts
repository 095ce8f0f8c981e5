import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { AttachmentMessages } from './messages.js';

/** The texts of the files of a proposal; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<AttachmentMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
