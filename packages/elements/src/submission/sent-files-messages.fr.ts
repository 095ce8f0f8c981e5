import { plural } from '../foundation/locale/plural.js';
import type { SentFilesMessages } from './sent-files-template.js';

/** French texts of the files sent with a proposal. */
export const sentFilesMessages: SentFilesMessages = {
  title: (count) => plural('fr', count, { one: '# fichier reçu', other: '# fichiers reçus' }),
  photo: 'photo',
  document: 'document PDF',
  kilobytes: 'ko',
  megabytes: 'Mo',
};
