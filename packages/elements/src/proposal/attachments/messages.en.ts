import type { AttachmentListMessages } from './messages.js';

export const messages: AttachmentListMessages = {
  title: 'Photos and documents to download',
  photo: (number) => `Photo ${number}`,
  document: (number) => `Document ${number}`,
  kinds: { photo: 'photo', document: 'PDF document' },
  kilobytes: 'kB',
  megabytes: 'MB',
};
