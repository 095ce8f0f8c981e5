import type { AttachmentListMessages } from './messages.js';

/** English texts of the published files of a proposal. */
export const messages: AttachmentListMessages = {
  title: 'Photos and documents to download',
  photo: (number) => `Photo ${number}`,
  document: (number) => `Document ${number}`,
  kinds: { photo: 'photo', document: 'PDF document' },
  kilobytes: 'kB',
  megabytes: 'MB',
};
