import type { Catalogues } from '../foundation/locale/catalogue.js';
import type { ProposalStatusMessages } from './messages.js';

export const catalogues: Catalogues<ProposalStatusMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
