import { plural } from '../foundation/locale/plural.js';
import type { PrivacyMessages } from './privacy-lines.js';

/** English texts of privacy. */
export const privacyMessages: PrivacyMessages = {
  title: 'Personal data',
  controller: 'Responsible and purpose',
  recipients: 'Recipients and time kept',
  rights: 'Your rights',
  law: 'Law 09-08',
  transfer: 'Transfer abroad',
  retention: (months) =>
    plural('en', months, { one: 'Kept for one month.', other: 'Kept for # months.' }),
  rightsText: 'You may see your data, have it corrected or object to its use:',
  cndp: (kind, number, date) => {
    if (kind === 'pending' || !number) return 'The file is being submitted to the CNDP.';
    const word = kind === 'authorisation' ? 'CNDP authorisation' : 'CNDP declaration';
    return `${word} no. ${number}${date ? ` of ${date}` : ''}.`;
  },
};
