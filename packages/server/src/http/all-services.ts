import type { AttachmentServices } from '../attachments/attachment-services.js';
import type { ProposalServices } from '../proposals/proposal-services.js';

/** The services of all operations together. */
export interface AllServices extends AttachmentServices, ProposalServices {}
