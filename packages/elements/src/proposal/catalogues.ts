import type { Catalogues } from '../foundation/locale/catalogue.js';
import type { ProposalMessages } from './messages.js';

/** The texts of one published proposal; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<ProposalMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
