import type { Locale } from '../../foundation/locale/locale.js';
import type { ProposalIssue } from '../submit/proposal-issues.js';
import type { FormController } from './form-controller.js';
import type { ProposalFormMessages } from './messages.js';

/** What every part of the form is drawn with. */
export interface FormView {
  readonly form: FormController;
  readonly messages: ProposalFormMessages;
  readonly locale: Locale;
  /** Level of the form's own heading, 1 to 6; those inside it are one deeper. */
  readonly headingLevel: number;
  /** The sentence about what is wrong with a field; empty when nothing is. */
  readonly errorOf: (field: ProposalIssue['field']) => string;
}
