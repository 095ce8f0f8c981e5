import { plural } from '../../foundation/locale/plural.js';
import { privacyMessages } from '../../submission/privacy-messages.en.js';
import { questionMessages } from '../../submission/questions/question-messages.en.js';
import type { RegistrationMessages } from './messages.js';

const placesOf = (count: number): string =>
  plural('en', count, { one: '# place', other: '# places' });

/** English texts of registering for a session. */
export const messages: RegistrationMessages = {
  title: 'Register for the session',
  waitingTitle: 'Join the waiting list',
  waitingExplained:
    'The session is full. You can join the waiting list: each place that becomes free goes to the first person on it.',
  labels: {
    name: 'Full name',
    email: 'E-mail address',
    phone: 'Telephone number',
    places: 'Number of places',
    needsDetails: 'Details',
  },
  contact: 'How to reach you',
  contactHint: (sendsMail) =>
    sendsMail
      ? 'One of the two is enough, to tell you of any change.'
      : 'One of the two is enough. Only the organisers see it; this site sends no messages. Look at this page again before the session: any change is shown here.',
  phoneHint: 'Example: 0612345678',
  placesCount: placesOf,
  placesShort: (remaining) =>
    `There are not enough places (left: ${placesOf(remaining)}). The whole request will go on the waiting list.`,
  needs: 'Special needs',
  needsHint: 'So that your visit can be prepared. Only the organisers see them.',
  needsChoices: {
    sign_language_interpreter: 'Sign language interpreter',
    wheelchair_access: 'Wheelchair access',
    captions: 'Live captions',
    companion: 'Coming with a companion',
    language_interpreter: 'Interpreter for another language',
    other: 'Another need',
  },
  privacyMessages,
  questionMessages,
  consent: 'I agree that my data is used for this registration.',
  send: 'Send the registration',
  sendWaiting: 'Join the waiting list',
  sending: 'Sending…',
  summary: (count) =>
    plural('en', count, { one: 'One field needs correcting:', other: '# fields need correcting:' }),
  issue: (field, code) => {
    if (field === 'consent') return 'Registering needs your agreement to the use of your data.';
    if (code === 'contact_required') return 'Enter an e-mail address or a telephone number.';
    if (field === 'email') return 'Enter a valid e-mail address, such as name@example.ma.';
    if (field === 'phone') return 'Enter a valid telephone number, such as 0612345678.';
    if (field === 'places') return 'This session does not allow so many. Choose fewer places.';
    if (field === 'needs') return 'Choose a need from the list.';
    if (field === 'needsDetails') return 'The details are too long: 500 characters at most.';
    if (code === 'required') return 'Enter your full name.';
    if (code === 'too_long') return 'The name is too long: 100 characters at most.';
    return 'Enter only the name, in letters: no number, address or link.';
  },
  sendingError: (reason, seconds) =>
    ({
      not_sent:
        'The registration was not sent: the internet connection seems to be down or weak. Nothing you wrote is lost. Send again once the connection is back.',
      maybe_sent:
        'No answer came: the internet connection seems to be down or weak. Nothing you wrote is lost. Send again once it is back: you will not be registered twice.',
      busy:
        seconds === null
          ? 'There are many requests at the moment. Send again shortly.'
          : `There are many requests at the moment. Send again in ${Math.ceil(seconds / 60)} min.`,
      not_open: 'Registration for this session is not open yet.',
      closed: 'Registration for this session is closed.',
      consent_outdated:
        'The notice about your data has changed since this page was opened. Read it again, agree, and send again.',
      questions_changed:
        'The questions for this session have changed since this page was opened. Nothing you wrote is lost. Look at the questions again, then send again.',
      taken:
        'This address or number has served for a registration for this session. To see it, use the registration code; to register another person, give another address or number.',
      gone: 'This session is no longer published.',
      too_slow:
        'This device could not finish the security check. Try again, or use another device.',
      insecure_page: 'Sending is not possible: the address of this page does not begin with https.',
      setup:
        'The registration could not be sent: this page is not connected to the participation service as it should be, and trying again will not help. Nothing you wrote is lost. Please contact the administration directly.',
      server:
        'The service is unavailable for the moment. Nothing you wrote is lost. Send again shortly.',
    })[reason],
  formFailed: 'The form could not be loaded.',
  cannotSend: 'Nothing can be sent from this page. Please contact the administration directly.',
  noPrivacy: 'Online registration is not available on this site at the moment.',

  outcomes: {
    unconfirmed: 'Address to be confirmed',
    confirmed: 'Registration confirmed',
    waitlisted: 'On the waiting list',
    cancelled: 'Registration cancelled',
    unknown: 'Registration received',
  },
  position: (position) => `Position on the waiting list: ${position}`,
  confirmedExplained: (places) =>
    plural('en', places, { one: 'A place is kept for you.', other: '# places are kept for you.' }),
  waitlistedExplained:
    'If a place becomes free, it is given automatically in the order of the list. Your registration code shows your position at any time.',
  unconfirmedExplained:
    'A message was just sent to the e-mail address you gave. Confirm the registration with the code in it: otherwise the place goes to somebody else. Please look among unwanted mail too.',
  confirmBy: (day, hour) => `The code is valid until ${day} at ${hour}.`,
  cancelledExplained: 'The place goes to another person. Thank you for telling.',
  placesTaken: (count) => `Places in this registration: ${count}`,
  messagePromise: {
    mail: 'A message goes to the e-mail address you gave, and another with every change.',
    call: 'No message is sent, as no e-mail address was given. You are telephoned if anything changes.',
    none: 'This site sends no messages. Keep this page, and look at it again before the session.',
  },
  calendarFile: 'Add to my calendar',
  doorCode: 'Entry code',
  doorCodeImage: (code) => `Entry code ${code}, for a camera to read`,
  doorCodeHint: 'To show at the entrance.',
  manageCode: 'Registration code',
  manageCodeHint:
    'It lets you see or cancel the registration. It will not be shown again: note it down or print it before you leave this page.',
  copy: 'Copy the code',
  copied: 'Code copied.',
  copyFailed: 'Copying failed. Note the code down.',
  print: 'Print',
  cancel: 'Cancel the registration',
  cancelQuestion: 'Cancel this registration?',
  cancelExplained: 'The place will go to another person; this cannot be undone.',
  confirmCancel: 'Yes, cancel the registration',
  keep: 'No, keep the registration',
  cancelling: 'Cancelling…',
  cancelClosed: 'Cancelling is no longer possible: registration for this session is closed.',
  cancelFailed: 'The cancellation is not confirmed.',
  registerAnother: 'Register another person',
  earlier: 'Other registrations made on this page',

  manageTitle: 'See a registration',
  manageLabel: 'Registration code',
  manageHint: 'The code shown after registering, such as K7QF-2M9D-XT4P-8RWC.',
  manageOpen: 'Show the registration',
  manageOpening: 'Searching…',
  manageRequired: 'Enter the registration code.',
  manageUnknown: 'No registration has this code. Check it letter by letter.',
  showSession: 'Show the session',
};
