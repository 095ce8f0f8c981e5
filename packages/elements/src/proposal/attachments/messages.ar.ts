import type { AttachmentListMessages } from './messages.js';

/** Arabic texts of the published files of a proposal. */
export const messages: AttachmentListMessages = {
  title: 'صور ووثائق للتحميل',
  photo: (number) => `صورة ${number}`,
  document: (number) => `وثيقة ${number}`,
  kinds: { photo: 'صورة', document: 'وثيقة PDF' },
  kilobytes: 'كيلوبايت',
  megabytes: 'ميغابايت',
};
