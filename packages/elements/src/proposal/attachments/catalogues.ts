import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { AttachmentListMessages } from './messages.js';

/** The texts of the published files of a proposal; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<AttachmentListMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
