import type { Catalogues } from '../foundation/locale/catalogue.js';
import type { ProposalStatusMessages } from './messages.js';

/** The texts of the status of a proposal; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<ProposalStatusMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
