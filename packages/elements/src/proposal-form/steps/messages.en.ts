import type { StepsMessages } from './messages.js';

/** English texts of the form in steps. */
export const messages: StepsMessages = {
  step: (step, count) => `Step ${step} of ${count}`,
  names: {
    proposal: 'The proposal',
    details: 'A few details',
    author: 'You, and sending',
  },
  next: 'Next',
  back: 'Back',
};
