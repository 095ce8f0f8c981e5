import type { Catalogues } from '../foundation/locale/catalogue.js';
import type { ProposalListMessages } from './messages.js';

/** The texts of the proposal list; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<ProposalListMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
