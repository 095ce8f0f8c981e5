import { plural } from '../foundation/locale/plural.js';
import type { SentFilesMessages } from './sent-files-template.js';

/** English texts of the files sent with a proposal. */
export const sentFilesMessages: SentFilesMessages = {
  title: (count) => plural('en', count, { one: '# file received', other: '# files received' }),
  photo: 'photo',
  document: 'PDF document',
  kilobytes: 'kB',
  megabytes: 'MB',
};
