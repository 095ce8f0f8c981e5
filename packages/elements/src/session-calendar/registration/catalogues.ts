import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { RegistrationMessages } from './messages.js';

/** Texts of registering by language, loaded with the registration part. */
export const registrationCatalogues: Catalogues<RegistrationMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
