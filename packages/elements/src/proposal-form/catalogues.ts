import type { Catalogues } from '../foundation/locale/catalogue.js';
import type { ProposalFormMessages } from './messages.js';

export const catalogues: Catalogues<ProposalFormMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
