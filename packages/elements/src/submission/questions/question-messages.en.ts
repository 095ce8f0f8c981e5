import { formatNumber } from '../../foundation/locale/number-format.js';
import { plural } from '../../foundation/locale/plural.js';
import type { QuestionMessages } from './question-messages.js';

const number = (value: number) => formatNumber('en', value);

/** English texts of the questions of a consultation. */
export const questionMessages: QuestionMessages = {
  optional: 'optional',
  yes: 'Yes',
  no: 'No',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  placeHint: 'A few letters are enough.',
  failed: 'This question could not be loaded. Check the connection, then try again.',
  retry: 'Try again',
  issue: (type, { code, minimum = 0, maximum = 0 }) => {
    const isChoice = type === 'one_of' || type === 'several_of' || type === 'yes_no';
    if (type === 'place') return 'Choose the place from the list.';
    if (type === 'file') {
      return code === 'too_large'
        ? plural('en', maximum, { one: 'Keep # file.', other: 'Keep # files at most.' })
        : 'Add a photo or a document.';
    }
    if (code === 'required') return isChoice ? 'Choose an answer.' : 'Answer this question.';
    if (isChoice) {
      if (code === 'too_small')
        return plural('en', minimum, {
          one: 'Choose at least # answer.',
          other: 'Choose at least # answers.',
        });
      if (code === 'too_large')
        return plural('en', maximum, {
          one: 'Choose # answer at most.',
          other: 'Choose # answers at most.',
        });
      return 'Choose among the answers offered.';
    }
    if (type === 'date') {
      return 'Enter a date that exists, with day, month and year, such as 27 3 1985.';
    }
    if (code === 'too_small') return `Enter a number from ${number(minimum)} upwards.`;
    if (code === 'too_large') return `Enter a number up to ${number(maximum)}.`;
    if (type === 'number') return 'Enter a number in figures, such as 25.';
    if (code === 'too_short')
      return plural('en', minimum, {
        one: 'Write at least # character.',
        other: 'Write at least # characters.',
      });
    if (code === 'too_long')
      return plural('en', maximum, {
        one: 'The answer is too long: # character at most.',
        other: 'The answer is too long: # characters at most.',
      });
    return 'Write the answer with letters, figures and common punctuation.';
  },
};
