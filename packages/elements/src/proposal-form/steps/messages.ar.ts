import type { StepsMessages } from './messages.js';

/** Arabic texts of the form in steps. */
export const messages: StepsMessages = {
  step: (step, count) => `الخطوة ${step} من ${count}`,
  names: {
    proposal: 'المقترح',
    details: 'معلومات إضافية',
    author: 'معلوماتكم والإرسال',
  },
  next: 'التالي',
  back: 'السابق',
};
