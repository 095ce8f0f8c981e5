import { plural } from '../../foundation/locale/plural.js';
import { privacyMessages } from '../../submission/privacy-messages.en.js';
import type { ProposalFormMessages } from './messages.js';

/** A number of characters, in words. */
export const characters = (count: number): string =>
  plural('en', count, { one: 'one character', other: '# characters' });

/** English texts of the proposal form. */
export const messages: ProposalFormMessages = {
  formLabel: 'Send a proposal',
  loading: 'Loading the form…',
  loadFailed: 'The form could not be loaded.',
  failedBecause: (reason) =>
    ({
      offline: 'The internet connection seems to be down or weak. Check it, then try again.',
      busy: 'There are many requests at the moment. Try again shortly.',
      server: 'The service is not available at the moment. Try again shortly.',
      setup:
        'This page is not connected to the participation service as it should be. Trying again will not help. Please contact the administration directly, or tell the people who run this website.',
    })[reason],
  retry: 'Try again',
  noConsultation: 'No consultation is open at the moment.',
  notOpen: (day) =>
    day ? `Proposals are received from ${day}.` : 'This consultation is not open yet.',
  closed: (day) =>
    day ? `Proposals were received until ${day}.` : 'This consultation no longer takes proposals.',
  cannotSend: 'Nothing can be sent from this page. Please contact the administration directly.',
  noPrivacy:
    'Proposals cannot be sent on this site until its notice on personal data is published.',

  labels: {
    consultation: 'Consultation',
    axis: 'Theme',
    title: 'Title of the proposal',
    body: 'Your proposal',
    territory: 'Place concerned',
    name: 'Full name',
    email: 'E-mail address',
    phone: 'Telephone number',
  },
  optional: 'optional',
  titleHint: 'The idea in one sentence.',
  bodyHint: 'What is the problem? What do you propose? For whom?',
  examples: 'For example:',
  placeHint: 'A few letters are enough.',
  placeFailed: 'The list of places could not be loaded. Try again, or reload the page.',
  questionsFailed:
    'The questions of this consultation could not be loaded. Try again, or reload the page.',
  about: 'About you',
  aboutHint: 'A proposal may be sent without a name.',
  nameVisible: 'Publish my name with the proposal',
  contactHint: (sendsMail) =>
    sendsMail
      ? 'Only to tell you what becomes of the proposal; never published.'
      : 'Only the administration sees it; never published. This site sends no messages: the tracking code tells what becomes of the proposal.',
  consent: 'I agree that my data is used to study this proposal.',
  privacyMessages,
  remaining: (count) =>
    count < 0 ? `${characters(-count)} too many` : `${characters(count)} left`,

  send: 'Send the proposal',
  sending: 'Sending…',
  sendAgain: 'Send again',
  notSent:
    'The proposal did not leave: the connection to the service is down or weak. Nothing you wrote is lost. Send again when it is back.',

  restored: 'This is the draft of your last visit. You may complete and send it.',
  kept: 'The draft is kept on this device until it is sent.',
  erase: 'Erase the draft from this device',
  erased: 'Draft erased.',
};
