import type { FieldIssueCode, Registration, RegistrationNeed } from '@nafida/contract';
import type { PrivacyMessages } from '../../submission/privacy-lines.js';
import type { QuestionMessages } from '../../submission/questions/question-messages.js';
import type { RegistrationField } from './registration-content.js';
import type { MessagePromise } from './held-registration.js';
import type { RegistrationReason } from './registration-errors.js';

/** The texts of registering in one language. */
export interface RegistrationMessages {
  readonly title: string;
  readonly waitingTitle: string;
  readonly waitingExplained: string;
  readonly labels: Readonly<Record<'name' | 'email' | 'phone' | 'places' | 'needsDetails', string>>;
  readonly contact: string;
  /** What the contact is for; no promise where the site sends nothing. */
  readonly contactHint: (sendsMail: boolean) => string;
  readonly phoneHint: string;
  /** A number of places, in words. */
  readonly placesCount: (count: number) => string;
  /** What happens when more places are asked for than are left. */
  readonly placesShort: (remaining: number) => string;
  readonly needs: string;
  readonly needsHint: string;
  readonly needsChoices: Readonly<Record<RegistrationNeed, string>>;
  readonly privacyMessages: PrivacyMessages;
  readonly questionMessages: QuestionMessages;
  readonly consent: string;
  readonly send: string;
  readonly sendWaiting: string;
  readonly sending: string;
  readonly summary: (count: number) => string;
  readonly issue: (field: RegistrationField, code: FieldIssueCode) => string;
  /** What to say when sending failed; `seconds` only when the server asked to wait. */
  readonly sendingError: (reason: RegistrationReason, seconds: number | null) => string;
  readonly formFailed: string;
  /** The site does not know the page: above whom to turn to. */
  readonly cannotSend: string;
  readonly noPrivacy: string;

  readonly outcomes: Readonly<Record<Registration['status'], string>>;
  readonly position: (position: number) => string;
  readonly confirmedExplained: (places: number) => string;
  readonly waitlistedExplained: string;
  readonly unconfirmedExplained: string;
  /** Until when the code in the message holds; day and hour are ready to show. */
  readonly confirmBy: (day: string, hour: string) => string;
  readonly cancelledExplained: string;
  readonly placesTaken: (count: number) => string;
  readonly messagePromise: Readonly<Record<MessagePromise, string>>;
  readonly calendarFile: string;
  readonly doorCode: string;
  readonly doorCodeImage: (code: string) => string;
  readonly doorCodeHint: string;
  readonly manageCode: string;
  readonly manageCodeHint: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly print: string;
  readonly cancel: string;
  readonly cancelQuestion: string;
  readonly cancelExplained: string;
  readonly confirmCancel: string;
  readonly keep: string;
  readonly cancelling: string;
  readonly cancelClosed: string;
  readonly cancelFailed: string;
  readonly registerAnother: string;
  readonly earlier: string;

  readonly manageTitle: string;
  readonly manageLabel: string;
  readonly manageHint: string;
  readonly manageOpen: string;
  readonly manageOpening: string;
  readonly manageRequired: string;
  readonly manageUnknown: string;
  readonly showSession: string;
}
