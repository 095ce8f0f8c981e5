import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { AttachmentMessages } from './messages.js';

export const catalogues: Catalogues<AttachmentMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
