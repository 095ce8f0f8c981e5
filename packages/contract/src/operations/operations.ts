import * as z from 'zod/mini';
import { attachmentLimits } from '../attachment/attachment-limits.js';
import {
  attachmentInputSchema,
  attachmentPartSchema,
  attachmentSchema,
} from '../attachment/attachment.js';
import { pageOf, pageQuery } from '../page.js';
import { consultationSchema } from '../proposal/consultation.js';
import { proposalStatuses } from '../proposal/proposal-terms.js';
import {
  moderationInputSchema,
  moderationStates,
  ownDataSchema,
  proposalInputSchema,
  proposalOrders,
  proposalPageSchema,
  proposalSchema,
  receiptSchema,
  replyInputSchema,
  similarProposalsSchema,
  submissionPageSchema,
  submissionSchema,
  supportSchema,
} from '../proposal/proposal.js';
import { receiptKeysSchema } from '../proposal/receipt-keys.js';
import { registrationInputSchema, registrationSchema } from '../session/registration.js';
import {
  meetingTypes,
  sessionAudiences,
  sessionPageSchema,
  sessionSchema,
} from '../session/session.js';
import { siteSchema } from '../site.js';
import { territoryReferenceInputSchema } from '../territory-reference.js';
import { tableSeparators } from '../text/csv-table.js';
import { localeSchema } from '../text/locale.js';
import { civilDateSchema } from '../time/time-schemas.js';
import { challengeInputSchema, challengeSchema } from './challenge.js';
import type { Operation } from './operation.js';

const noQuery = z.strictObject({});

const read = {
  method: 'GET',
  authentication: 'none',
  idempotencyKey: false,
  proof: false,
  cache: 'public',
  query: noQuery,
  body: null,
  status: 200,
  mediaType: 'application/json',
} as const;

const create = {
  method: 'POST',
  authentication: 'none',
  idempotencyKey: true,
  proof: true,
  cache: 'private',
  query: noQuery,
  status: 201,
  mediaType: 'application/json',
} as const;

const provenProblems = [
  'invalid_input',
  'idempotency_key_missing',
  'idempotency_mismatch',
  'idempotency_in_flight',
  'proof_required',
  'proof_invalid',
  'proof_expired',
  'proof_used',
] as const;
const createProblems = [...provenProblems, 'consent_outdated'] as const;

const territoryCode = territoryReferenceInputSchema.shape.code;

/**
 * The filters of sessions; an absent filter does not restrict. `from` and `to` are a range of days that a session
 * touches, both included; `territory` includes the places inside it; `audience` finds sessions that name it; `q` is
 * words, or their beginnings, that are all in the texts of a session (see `searchWords`).
 */
const sessionFilters = {
  from: z.optional(civilDateSchema),
  to: z.optional(civilDateSchema),
  territory: z.optional(territoryCode),
  type: z.optional(z.enum(meetingTypes)),
  audience: z.optional(z.enum(sessionAudiences)),
  series: z.optional(z.string().check(z.maxLength(64))),
  parent: z.optional(z.string().check(z.maxLength(64))),
  q: z.optional(z.string().check(z.maxLength(200))),
};

/**
 * The filters of published proposals; an absent filter does not restrict. `territory` includes the places inside it;
 * `q` is words, or their beginnings, that are all in title and text (see `searchWords`).
 */
const proposalFilters = {
  consultation: z.optional(z.string().check(z.maxLength(64))),
  axis: z.optional(z.string().check(z.maxLength(64))),
  session: z.optional(z.string().check(z.maxLength(64))),
  territory: z.optional(territoryCode),
  status: z.optional(z.enum(proposalStatuses)),
  q: z.optional(z.string().check(z.maxLength(200))),
};

const calendar = { ...read, mediaType: 'text/calendar', response: z.string() } as const;

/** Every operation of the protocol, by its OpenAPI `operationId`. */
export const operations = {
  getSite: {
    ...read,
    path: '/v1/sites/{site}',
    summary: 'Read a site with its languages and privacy notice',
    response: siteSchema,
    problems: [],
  },
  listConsultations: {
    ...read,
    path: '/v1/sites/{site}/consultations',
    summary: 'List the consultations of a site, open ones first',
    query: z.strictObject(pageQuery),
    response: pageOf(consultationSchema),
    problems: ['bad_cursor'],
  },
  getConsultation: {
    ...read,
    path: '/v1/sites/{site}/consultations/{consultation}',
    summary: 'Read a consultation with its axes',
    response: consultationSchema,
    problems: [],
  },
  createChallenge: {
    ...create,
    path: '/v1/sites/{site}/challenges',
    summary: 'Get a proof-of-work challenge for one operation',
    idempotencyKey: false,
    proof: false,
    body: challengeInputSchema,
    response: challengeSchema,
    problems: ['invalid_input'],
  },
  createAttachment: {
    ...create,
    path: '/v1/sites/{site}/attachments',
    summary: 'Announce a photo or document that a proposal shall take along, and get its token',
    body: attachmentInputSchema,
    response: attachmentSchema,
    problems: [
      ...provenProblems,
      'attachments_not_allowed',
      'consultation_not_open',
      'consultation_closed',
    ],
  },
  appendAttachment: {
    ...read,
    method: 'PUT',
    path: '/v1/sites/{site}/attachment/content',
    summary:
      'Send the bytes of a file from an offset on, 256 KiB at most. Repeating a part changes nothing; the last one is answered once the file is checked and written anew',
    authentication: 'upload_token',
    cache: 'private',
    query: z.strictObject({
      offset: z.coerce.number().check(z.int(), z.gte(0), z.lte(attachmentLimits.bytes)),
    }),
    body: attachmentPartSchema,
    bodyType: 'application/octet-stream',
    response: attachmentSchema,
    problems: [
      'invalid_input',
      'attachment_offset',
      'attachment_corrupted',
      'attachment_type',
      'attachment_unreadable',
      'attachment_too_large',
      'attachment_unsupported',
    ],
  },
  getAttachment: {
    ...read,
    path: '/v1/sites/{site}/attachment',
    summary: 'Read how much of a file has arrived, to go on from there',
    authentication: 'upload_token',
    cache: 'private',
    response: attachmentSchema,
    problems: [],
  },
  createProposal: {
    ...create,
    path: '/v1/sites/{site}/proposals',
    summary: 'Send a proposal; it becomes public once moderated',
    body: proposalInputSchema,
    response: receiptSchema,
    problems: [...createProblems, 'consultation_not_open', 'consultation_closed'],
  },
  listProposals: {
    ...read,
    path: '/v1/sites/{site}/proposals',
    summary: 'List and search published proposals, newest first by default',
    query: z.strictObject({
      ...pageQuery,
      ...proposalFilters,
      sort: z.optional(z.enum(proposalOrders)),
    }),
    response: proposalPageSchema,
    problems: ['bad_cursor'],
  },
  getProposalTable: {
    ...read,
    path: '/v1/sites/{site}/proposals.csv',
    summary: 'Read published proposals as a table, newest first: 20,000 at most',
    query: z.strictObject({ ...proposalFilters, separator: z.optional(z.enum(tableSeparators)) }),
    mediaType: 'text/csv',
    response: z.string(),
    problems: [],
  },
  listSimilarProposals: {
    ...read,
    path: '/v1/sites/{site}/similar-proposals',
    summary: 'Find up to five published proposals whose title is near another, nearest first',
    query: z.strictObject({
      title: z.string().check(z.maxLength(300)),
      consultation: proposalFilters.consultation,
    }),
    response: similarProposalsSchema,
    problems: [],
  },
  getProposal: {
    ...read,
    path: '/v1/sites/{site}/proposals/{proposal}',
    summary: 'Read one published proposal by its reference',
    response: proposalSchema,
    problems: ['proposal_withdrawn'],
  },
  supportProposal: {
    ...create,
    method: 'PUT',
    path: '/v1/sites/{site}/proposals/{proposal}/support',
    summary:
      'Support a published proposal, once per device: an indication, no vote. Repeating it changes nothing',
    authentication: 'device_secret',
    idempotencyKey: false,
    status: 200,
    body: null,
    response: supportSchema,
    problems: ['proof_required', 'proof_invalid', 'proof_expired', 'proof_used'],
  },
  withdrawSupport: {
    ...read,
    method: 'DELETE',
    path: '/v1/sites/{site}/proposals/{proposal}/support',
    summary: 'Take the support of this device back. Repeating it changes nothing',
    authentication: 'device_secret',
    cache: 'private',
    response: supportSchema,
    problems: [],
  },
  getReceipt: {
    ...read,
    path: '/v1/sites/{site}/receipt',
    summary: 'Read what became of a proposal, with its tracking code as bearer token',
    authentication: 'tracking_code',
    cache: 'private',
    response: receiptSchema,
    problems: [],
  },
  getReceiptKeys: {
    ...read,
    path: '/v1/sites/{site}/receipt-keys',
    summary: 'Read the public keys that receipts of a site are checked with',
    response: receiptKeysSchema,
    problems: [],
  },
  getOwnData: {
    ...read,
    path: '/v1/sites/{site}/receipt/data',
    summary: 'Read everything that is stored about a proposal and its author',
    authentication: 'tracking_code',
    cache: 'private',
    response: ownDataSchema,
    problems: [],
  },
  replyToQuestion: {
    ...read,
    method: 'PUT',
    path: '/v1/sites/{site}/receipt/questions/{question}/reply',
    summary: 'Reply to a question of staff, once',
    authentication: 'tracking_code',
    cache: 'private',
    body: replyInputSchema,
    response: receiptSchema,
    problems: ['invalid_input', 'already_replied', 'proposal_withdrawn'],
  },
  withdrawProposal: {
    ...read,
    method: 'DELETE',
    path: '/v1/sites/{site}/receipt',
    summary:
      'Withdraw a proposal: the public sees it no more, name and address are removed. Repeating it changes nothing',
    authentication: 'tracking_code',
    cache: 'private',
    response: receiptSchema,
    problems: [],
  },
  listSessions: {
    ...read,
    path: '/v1/sites/{site}/sessions',
    summary: 'List sessions that touch a window of dates, earliest first',
    query: z.strictObject({ ...pageQuery, ...sessionFilters }),
    response: sessionPageSchema,
    problems: ['bad_cursor'],
  },
  getSessionFeed: {
    ...calendar,
    path: '/v1/sites/{site}/sessions.ics',
    summary:
      'Subscribe to sessions as a calendar in one language: without dates, from a month ago on',
    query: z.strictObject({ ...sessionFilters, lang: z.optional(localeSchema) }),
    problems: [],
  },
  getSessionCalendar: {
    ...calendar,
    path: '/v1/sites/{site}/sessions/{session}.ics',
    summary: 'Read one session as a calendar entry in one language',
    query: z.strictObject({ lang: z.optional(localeSchema) }),
    problems: [],
  },
  getSession: {
    ...read,
    path: '/v1/sites/{site}/sessions/{session}',
    summary: 'Read one session',
    response: sessionSchema,
    problems: [],
  },
  createRegistration: {
    ...create,
    path: '/v1/sites/{site}/sessions/{session}/registrations',
    summary: 'Take a seat, or a place on the waiting list when none is left',
    body: registrationInputSchema,
    response: registrationSchema,
    problems: [
      ...createProblems,
      'registration_not_open',
      'registration_closed',
      'already_registered',
    ],
  },
  getRegistration: {
    ...read,
    path: '/v1/sites/{site}/registration',
    summary: 'Read a registration, with its manage token as bearer token',
    authentication: 'manage_token',
    cache: 'private',
    response: registrationSchema,
    problems: [],
  },
  cancelRegistration: {
    ...read,
    method: 'DELETE',
    path: '/v1/sites/{site}/registration',
    summary: 'Give a seat back; the first person waiting gets it. Repeating it changes nothing',
    authentication: 'manage_token',
    cache: 'private',
    response: registrationSchema,
    problems: ['registration_closed'],
  },
  listSubmissions: {
    ...read,
    path: '/v1/sites/{site}/staff/submissions',
    summary:
      'List what citizens sent, oldest first and nearly the same together, for staff to moderate',
    authentication: 'staff_token',
    cache: 'private',
    query: z.strictObject({ ...pageQuery, moderation: z.optional(z.enum(moderationStates)) }),
    response: submissionPageSchema,
    problems: ['bad_cursor'],
  },
  moderateSubmission: {
    ...create,
    path: '/v1/sites/{site}/staff/submissions/{submission}/moderation',
    summary: 'Publish a submission, or refuse it with a reason',
    authentication: 'staff_token',
    idempotencyKey: false,
    proof: false,
    status: 200,
    body: moderationInputSchema,
    response: submissionSchema,
    problems: ['invalid_input', 'already_moderated'],
  },
} as const satisfies Record<string, Operation>;
