import type { OutboxMessages } from './messages.js';

/** English texts of proposals that wait on the device. */
export const messages: OutboxMessages = {
  waiting: 'Your proposal is waiting for a connection',
  keptOnDevice:
    'It is kept on this device. It will go by itself, once, as soon as the connection is back. You may close this page: opening it again with a connection is enough for the proposal to go.',
  keptInPage:
    'It is kept in this page only: nothing stays on the device. Leave the page open; the proposal will go by itself, once, as soon as the connection is back.',
  maybeSent: 'It may have arrived already: it will not be counted twice.',
  deadline: (moment) => `It can wait until ${moment}.`,
  whatIsKept: 'See what is kept',
  sendNow: 'Send now',
  stillWaiting: 'The connection is not back. The proposal is still kept.',
  reload: 'If the connection is good, reload the page.',
  modify: 'Change the proposal',
  erase: 'Erase from this device',
  erased: 'The proposal is erased from this device.',
  another: 'Write another proposal',
  notSent: 'Your proposal was not sent',
  refused: {
    expired: 'It waited too long to go by itself. Read it again and send it again.',
    invalid: 'It needs correcting. Take it up again: the fields are marked.',
    too_slow:
      'This device could not finish the security check. Take it up again and retry, or use another device.',
    other:
      'The service did not accept it. Take it up again and send it again, or tell whoever runs the site.',
  },
  takeUp: 'Take the proposal up again',
  gone: 'Your proposal has been sent',
  showReceipt: 'Show the receipt',
};
