import type { AttachmentServices } from '../attachments/attachment-services.js';
import type { ProposalServices } from '../proposals/proposal-services.js';

/** What all operations together work with. */
export interface AllServices extends AttachmentServices, ProposalServices {}
