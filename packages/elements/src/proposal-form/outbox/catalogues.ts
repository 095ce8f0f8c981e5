import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { OutboxMessages } from './messages.js';

export const catalogues: Catalogues<OutboxMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
