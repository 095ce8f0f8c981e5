import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { AttachmentListMessages } from './messages.js';

export const catalogues: Catalogues<AttachmentListMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
