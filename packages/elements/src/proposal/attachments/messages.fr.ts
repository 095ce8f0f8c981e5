import type { AttachmentListMessages } from './messages.js';

/** French texts of the published files of a proposal. */
export const messages: AttachmentListMessages = {
  title: 'Photos et documents à télécharger',
  photo: (number) => `Photo ${number}`,
  document: (number) => `Document ${number}`,
  kinds: { photo: 'photo', document: 'document PDF' },
  kilobytes: 'ko',
  megabytes: 'Mo',
};
