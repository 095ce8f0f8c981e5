import type { Locale } from '../foundation/locale.js';
import type { FormController } from './form-controller.js';
import type { ProposalFormMessages } from './messages.js';

/** What every part of the form is drawn with. */
export interface FormView {
  readonly form: FormController;
  readonly messages: ProposalFormMessages;
  readonly locale: Locale;
  /** Level of the form's own heading, 1 to 6; those inside it are one deeper. */
  readonly headingLevel: number;
}
