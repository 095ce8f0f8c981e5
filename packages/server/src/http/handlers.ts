import type { OperationId } from '@nafida/contract';
import { appendAttachment, createAttachment, getAttachment } from '../attachments/uploads.js';
import { listAudit } from '../operations/audit.js';
import { createChallenge } from '../operations/challenges.js';
import type { Handler } from '../operations/operation.js';
import {
  answerSubmission,
  askAuthor,
  mergeSubmission,
  moderateSubmission,
} from '../proposals/moderation.js';
import { getOwnData, replyToQuestion, withdrawProposal } from '../proposals/own-proposal.js';
import { createProposal } from '../proposals/proposals.js';
import {
  getProposal,
  getProposalTable,
  listProposals,
  listSimilarProposals,
} from '../proposals/published-proposals.js';
import { getReceipt } from '../proposals/receipts.js';
import { getSubmission, listSubmissions } from '../proposals/submissions.js';
import { supportProposal, withdrawSupport } from '../proposals/supports.js';
import {
  cancelSession,
  changeCapacity,
  closeSession,
  createSession,
  editSession,
  postponeSession,
} from '../sessions/agenda.js';
import { checkIn, listSessionRegistrations } from '../sessions/attendance.js';
import {
  cancelRegistration,
  createRegistration,
  getRegistration,
} from '../sessions/registrations.js';
import {
  getSession,
  getSessionCalendar,
  getSessionFeed,
  listSessions,
} from '../sessions/sessions.js';
import { getConsultation, listConsultations } from '../sites/consultations.js';
import { getReceiptKeys } from '../sites/receipt-keys.js';
import { getSite } from '../sites/sites.js';
import type { AllServices } from './all-services.js';

/** A handler for every operation of the contract. */
type Handlers = { readonly [Id in OperationId]: Handler<Id, AllServices> };

/** The handler of each operation; the compiler requires one for every operation of the contract. */
export const handlers: Handlers = {
  getSite,
  listConsultations,
  getConsultation,
  createChallenge,
  createAttachment,
  appendAttachment,
  getAttachment,
  createProposal,
  listProposals,
  getProposalTable,
  listSimilarProposals,
  getProposal,
  supportProposal,
  withdrawSupport,
  getReceipt,
  listSessions,
  getSessionFeed,
  getSessionCalendar,
  getSession,
  createRegistration,
  getRegistration,
  cancelRegistration,
  listSubmissions,
  moderateSubmission,
  createSession,
  editSession,
  cancelSession,
  postponeSession,
  closeSession,
  changeCapacity,
  listSessionRegistrations,
  checkIn,
  getReceiptKeys,
  getOwnData,
  replyToQuestion,
  withdrawProposal,
  getSubmission,
  askAuthor,
  mergeSubmission,
  answerSubmission,
  listAudit,
};
