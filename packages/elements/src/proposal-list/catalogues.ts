import type { Catalogues } from '../foundation/locale/catalogue.js';
import type { ProposalListMessages } from './messages.js';

export const catalogues: Catalogues<ProposalListMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
