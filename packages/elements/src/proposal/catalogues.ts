import type { Catalogues } from '../foundation/locale/catalogue.js';
import type { ProposalMessages } from './messages.js';

export const catalogues: Catalogues<ProposalMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
