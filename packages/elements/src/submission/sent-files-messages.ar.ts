import { plural } from '../foundation/locale/plural.js';
import type { SentFilesMessages } from './sent-files-template.js';

/** Arabic texts of the files sent with a proposal. */
export const sentFilesMessages: SentFilesMessages = {
  title: (count) =>
    plural('ar', count, {
      zero: 'لم يرد أي ملف',
      one: 'ورد ملف واحد',
      two: 'ورد ملفان',
      few: 'وردت # ملفات',
      many: 'ورد # ملفا',
      other: 'ورد # ملف',
    }),
  photo: 'صورة',
  document: 'وثيقة PDF',
  kilobytes: 'كيلوبايت',
  megabytes: 'ميغابايت',
};
