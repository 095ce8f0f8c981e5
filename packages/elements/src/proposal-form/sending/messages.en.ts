import { plural } from '../../foundation/locale/plural.js';
import { characters } from '../form/messages.en.js';
import { sentFilesMessages } from '../../submission/sent-files-messages.en.js';
import type { SendingMessages } from './messages.js';

/** English texts of sending a proposal and its receipt. */
export const messages: SendingMessages = {
  summary: (count) =>
    plural('en', count, { one: 'One field needs correcting:', other: '# fields need correcting:' }),
  issue: ({ field, code, minimum, maximum }) => {
    switch (field) {
      case 'consultation':
        return 'Choose the consultation.';
      case 'axis':
        return 'Choose the theme of your proposal.';
      case 'territory':
        return 'Choose the place from the list.';
      case 'email':
        return 'Enter a valid e-mail address, such as name@example.ma, or leave the field empty.';
      case 'phone':
        return 'Enter a valid telephone number, such as 0612345678, or leave the field empty.';
      case 'consent':
        return 'Sending needs your agreement to the use of your data.';
      case 'name':
        return code === 'too_long'
          ? `The name is too long: at most ${characters(maximum ?? 0)}.`
          : 'Enter only the name, in letters: no number, address or link.';
      case 'title':
      case 'body': {
        const isTitle = field === 'title';
        if (code === 'required')
          return isTitle ? 'Give your proposal a title.' : 'Write your proposal.';
        const name = isTitle ? 'The title' : 'The text';
        if (code === 'too_short')
          return `${name} is too short: at least ${characters(minimum ?? 0)}.`;
        if (code === 'too_long') return `${name} is too long: at most ${characters(maximum ?? 0)}.`;
        return `${name} holds signs that cannot be stored. Delete them or write it again.`;
      }
    }
  },
  sendingError: (reason, seconds) =>
    ({
      maybe_sent:
        'No answer came: the connection to the service is down or weak. Nothing you wrote is lost. Send again when it is back: the proposal will not be counted twice.',
      busy:
        seconds === null
          ? 'Many people are sending at the moment. Send again shortly.'
          : `Many people are sending at the moment. Send again in ${Math.ceil(seconds / 60)} min.`,
      consent_outdated:
        'The notice on personal data has changed since this page was opened. Read it again, agree and send again.',
      questions_changed:
        'The questions of this consultation have changed since this page was opened. What you wrote is kept. Look at the questions again, then send again.',
      too_slow:
        'This device could not finish the security check. Try again, or use another device.',
      insecure_page: 'Nothing can be sent: the address of this page does not begin with https.',
      setup:
        'The proposal could not be sent: this page is not connected to the participation service as it should be, and trying again will not help. Nothing you wrote is lost. Please contact the administration directly.',
      server:
        'The service is not available for the moment. Nothing you wrote is lost. Send again shortly.',
    })[reason],

  honeypot: 'Field to leave empty',
  honeypotFilled:
    'This field tells robots from people and must stay empty. Delete what it holds, then send again.',

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
  sentFilesMessages,
  sent: 'The proposal as sent',
  another: 'Send another proposal',
};
