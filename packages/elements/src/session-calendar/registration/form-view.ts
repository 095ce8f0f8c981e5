import type { Session } from '@nafida/contract';
import type { PlaceQuestions } from '../../submission/questions/place-questions.js';
import type { CalendarContext } from '../view/calendar-context.js';
import type { FormController } from './form-controller.js';
import type { RegistrationMessages } from './messages.js';

/** What the form is drawn with. */
export interface FormView {
  readonly context: CalendarContext;
  readonly messages: RegistrationMessages;
  readonly form: FormController;
  readonly session: Session;
  /** No seat is left: sending takes a place on the waiting list. */
  readonly isWaiting: boolean;
  /** What draws the questions that ask for a place. */
  readonly places: PlaceQuestions;
  readonly onSend: () => void;
  /** Goes to a field. */
  readonly onGo: (field: string) => void;
}
