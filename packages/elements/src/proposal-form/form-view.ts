import type { Locale } from '../foundation/locale/locale.js';
import type { FormController } from './form-controller.js';
import type { ProposalFormMessages } from './messages.js';
import type { QuestionSection } from './question-section.js';
import type { AttachmentsSection } from './attachments/attachments-section.js';
import type { SendingSection } from './sending/sending-section.js';
import type { SimilarSection } from './similar/similar-section.js';
import type { StepsSection } from './steps/steps-section.js';

/** What every part of the form is drawn with. */
export interface FormView {
  readonly form: FormController;
  readonly messages: ProposalFormMessages;
  readonly locale: Locale;
  /** Level of the form's own heading, 1 to 6; those inside it are one deeper. */
  readonly headingLevel: number;
  /** What asks the consultation's own questions; undefined where there are none, and until it is loaded. */
  readonly questions: QuestionSection | undefined;
  /** What takes photos and documents; undefined where there are none, and until it is loaded. */
  readonly attachments: AttachmentsSection | undefined;
  /** What checks and sends; undefined until it is loaded, beside the form. */
  readonly sending: SendingSection | undefined;
  /** What the page calls the field for the place; nothing unless it has a name of its own for it. */
  readonly placeLabel: string | undefined;
  /** Undefined unless what takes photos and documents could not be loaded. */
  readonly onRetryAttachments: (() => void) | undefined;
  /** What offers proposals near the one being written; undefined until it is loaded. */
  readonly similar: SimilarSection | undefined;
  /** What shows the form a part at a time; undefined where it stands on one page. */
  readonly steps: StepsSection | undefined;
}
