import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { ProposalFormMessages } from './messages.js';

/** The texts of the proposal form; each language is loaded when a page first needs it. */
export const catalogues: Catalogues<ProposalFormMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
