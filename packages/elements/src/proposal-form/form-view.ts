import type { Direction, Locale } from '../foundation/locale.js';
import type { FormController } from './form-controller.js';
import type { ProposalFormMessages } from './messages.js';

/** What every part of the form is drawn with. */
export interface FormView {
  readonly form: FormController;
  readonly messages: ProposalFormMessages;
  readonly locale: Locale;
  readonly direction: Direction;
  /** Level of the form's own heading, 1 to 6; those inside it are one deeper. */
  readonly headingLevel: number;
  /** HCP code of the territory that places are offered in; null for all. */
  readonly within: string | null;
  /** Fields whose value the page has settled. */
  readonly locked: ReadonlySet<'axis' | 'territory'>;
}
