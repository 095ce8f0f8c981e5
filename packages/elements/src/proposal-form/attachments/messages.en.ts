import { plural } from '../../foundation/locale/plural.js';
import type { AttachmentMessages } from './messages.js';

const files = (count: number) => plural('en', count, { one: '# file', other: '# files' });

/** English texts of the files of a proposal. */
export const messages: AttachmentMessages = {
  label: 'Photos or documents',
  hint: (count, size) =>
    `Photos (JPEG, PNG, WebP) or PDF documents: ${files(count)} at most, ${size} each. Where and when a photo was taken is removed. Avoid photos that show people who have not agreed.`,
  add: 'Add a photo or document',
  kinds: { photo: 'Photo', document: 'PDF document' },
  describe: 'What does it show?',
  remove: 'Remove',
  removeFile: (name) => `Remove ${name}`,
  removed: 'The file is removed.',
  preparing: 'Preparing the file…',
  added: (count) => `With the proposal: ${files(count)}.`,
  issue: (issue, { size, count }) => {
    switch (issue) {
      case 'type':
        return 'This kind of file is not accepted. Choose a JPEG, PNG or WebP photo, or a PDF document.';
      case 'unreadable':
        return 'This file could not be read: it may be damaged or locked with a password. Choose another one.';
      case 'too_large':
        return `This file is too large. The limit is ${size}.`;
      case 'too_much':
        return 'This file has too many pages or too large a picture. Choose a shorter file or a smaller picture.';
      case 'unsupported':
        return 'This document has notes or a form that cannot be kept the way you see them. Save it as a PDF with “Print”, or take a photo of it, and add that file instead.';
      case 'too_many':
        return `This file was not added: ${files(count)} at most.`;
    }
  },
  sending: (file, of, percent) => `Sending file ${file} of ${of}: ${percent}%`,
  kilobytes: 'kB',
  megabytes: 'MB',
};
