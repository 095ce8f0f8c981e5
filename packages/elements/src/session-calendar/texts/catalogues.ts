import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { CalendarMessages } from './messages.js';

/** Texts of the calendar by language, loaded when needed. */
export const calendarCatalogues: Catalogues<CalendarMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
