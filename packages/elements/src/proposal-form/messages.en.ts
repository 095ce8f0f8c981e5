import { plural } from '../foundation/plural.js';
import { privacyWords } from '../submission/privacy-words.en.js';
import type { ProposalFormMessages } from './messages.js';

const characters = (count: number) =>
  plural('en', count, { one: 'one character', other: '# characters' });

export const messages: ProposalFormMessages = {
  formLabel: 'Send a proposal',
  loading: 'Loading the form…',
  loadFailed: (reason) =>
    ({
      offline: 'The form could not be loaded: the internet connection seems to be down or weak.',
      busy: 'The form could not be loaded because many people are asking. Try again in a moment.',
      server: 'The form could not be loaded: the service is not available for the moment.',
      setup:
        'This page is not connected correctly to the participation service. Please tell whoever runs the site.',
    })[reason],
  retry: 'Try again',
  noConsultation: 'No consultation is open at the moment.',
  notOpen: (day) =>
    day ? `Proposals are received from ${day}.` : 'This consultation is not open yet.',
  closed: (day) =>
    day ? `Proposals were received until ${day}.` : 'This consultation no longer takes proposals.',
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
  },
  optional: 'optional',
  titleHint: 'The idea in one sentence.',
  bodyHint: 'What is the problem? What do you propose? For whom?',
  examples: 'For example:',
  placeHint: 'A few letters are enough.',
  placeFailed: 'The list of places could not be loaded. Try again, or reload the page.',
  questionsFailed:
    'The questions of this consultation could not be loaded. Check the connection, then try again.',
  about: 'About you',
  aboutHint: 'A proposal may be sent without a name.',
  nameVisible: 'Publish my name with the proposal',
  emailHint: 'Only to tell you what becomes of the proposal; it is never published.',
  consent: 'I agree that my data is used to study this proposal.',
  privacyWords,
  remaining: (count) =>
    count < 0 ? `${characters(-count)} too many` : `${characters(count)} left`,

  summary: (count) =>
    plural('en', count, { one: 'One field needs correcting:', other: '# fields need correcting:' }),
  fault: ({ field, code, limit }) => {
    switch (field) {
      case 'consultation':
        return 'Choose the consultation.';
      case 'axis':
        return 'Choose the theme of your proposal.';
      case 'territory':
        return 'Choose the place from the list.';
      case 'email':
        return 'Enter a valid e-mail address, such as name@example.ma, or leave the field empty.';
      case 'consent':
        return 'Sending needs your agreement to the use of your data.';
      case 'name':
        return code === 'too_long'
          ? `The name is too long: at most ${characters(limit ?? 0)}.`
          : 'Write the name in letters.';
      case 'title':
      case 'body': {
        const isTitle = field === 'title';
        if (code === 'required')
          return isTitle ? 'Give your proposal a title.' : 'Write your proposal.';
        const name = isTitle ? 'The title' : 'The text';
        if (code === 'too_short')
          return `${name} is too short: at least ${characters(limit ?? 0)}.`;
        if (code === 'too_long') return `${name} is too long: at most ${characters(limit ?? 0)}.`;
        return `${name} holds signs that cannot be stored. Delete them or write it again.`;
      }
    }
  },
  send: 'Send the proposal',
  sending: 'Sending…',
  sendAgain: 'Send again',
  sendingFault: (fault, seconds) =>
    ({
      not_sent:
        'The proposal did not leave: the connection to the service is down or weak. Nothing you wrote is lost. Send again when it is back.',
      maybe_sent:
        'No answer came: the connection to the service is down or weak. Nothing you wrote is lost. Send again when it is back: the proposal will not be counted twice.',
      busy:
        seconds === null
          ? 'Many people are sending at the moment. Send again shortly.'
          : `Many people are sending at the moment. Send again in ${Math.ceil(seconds / 60)} min.`,
      not_open: 'This consultation is not open yet.',
      closed: 'This consultation no longer takes proposals.',
      consent_outdated:
        'The notice on personal data has changed since this page was opened. Read it again, agree and send again.',
      questions_changed:
        'The questions of this consultation have changed since this page was opened. What you wrote is kept. Look at the questions again, then send again.',
      too_slow:
        'This device could not finish the security check. Try again, or use another device.',
      insecure_page: 'Nothing can be sent: the address of this page does not begin with https.',
      setup:
        'This page is not connected correctly to the participation service. Please tell whoever runs the site.',
      server:
        'The service is not available for the moment. Nothing you wrote is lost. Send again shortly.',
    })[fault],

  restored: 'This is the draft of your last visit. You may complete and send it.',
  kept: 'The draft is kept on this device until it is sent.',
  erase: 'Erase the draft from this device',
  erased: 'Draft erased.',

  received: 'Your proposal has been received',
  reference: 'Reference',
  receivedAt: 'Received on',
  dayAndHour: (day, hour) => `${day} at ${hour}`,
  trackingCode: 'Tracking code',
  trackingCodeImage: (code) => `Tracking code ${code}, for a camera to read`,
  signature: (key) => `Signature of the authority, key ${key}:`,
  trackingHint:
    'It shows what becomes of the proposal. It will not be shown again: note it or print this receipt before leaving the page.',
  copy: 'Copy the code',
  copied: 'Code copied.',
  copyFailed: 'Copying failed. Note the code.',
  print: 'Print the receipt',
  next: 'What happens next',
  nextSteps: [
    'The administration reads the proposal before it is published.',
    'The proposal is published on this site, or the reason why not is given.',
    'The administration answers; the tracking code shows its answer.',
  ],
  sent: 'The proposal as sent',
  another: 'Send another proposal',
};
