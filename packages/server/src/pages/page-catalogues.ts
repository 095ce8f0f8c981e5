import { arabic } from './page-texts.ar.js';
import { french } from './page-texts.fr.js';
import type { PageLanguage, PageTexts } from './page-texts.js';

/** The texts of each language. */
export const pageTexts: Readonly<Record<PageLanguage, PageTexts>> = { ar: arabic, fr: french };
