import { appendAttachment, createAttachment, getAttachment } from '../attachments/uploads.js';
import {
  cancelSession,
  changeCapacity,
  closeSession,
  createSession,
  editSession,
  postponeSession,
} from './agenda.js';
import { checkIn, listSessionRegistrations } from './attendance.js';
import { listAudit } from './audit.js';
import { getOwnData, replyToQuestion, withdrawProposal } from './author-desk.js';
import { createChallenge } from './challenges.js';
import { getConsultation, listConsultations } from './consultations.js';
import { answerSubmission, askAuthor, mergeSubmission, moderateSubmission } from './moderation.js';
import type { Handlers } from './operation.js';
import { createProposal } from './proposals.js';
import {
  getProposal,
  getProposalTable,
  listProposals,
  listSimilarProposals,
} from './published-proposals.js';
import { getReceiptKeys } from './receipt-keys.js';
import { getReceipt } from './receipts.js';
import { cancelRegistration, createRegistration, getRegistration } from './registrations.js';
import { getSession, getSessionCalendar, getSessionFeed, listSessions } from './sessions.js';
import { getSite } from './sites.js';
import { getSubmission, listSubmissions } from './submissions.js';
import { supportProposal, withdrawSupport } from './supports.js';

/** Who carries out which operation; the compiler asks for every one of the contract's. */
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
