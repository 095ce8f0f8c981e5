import type { Catalogues } from '../../foundation/locale/catalogue.js';
import type { ToolsMessages } from './messages.js';

/** Texts of the tools by language, loaded when needed. */
export const toolsCatalogues: Catalogues<ToolsMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
