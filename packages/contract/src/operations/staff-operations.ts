import * as z from 'zod/mini';
import { pageQuery } from '../page.js';
import { submissionSchema } from '../proposal/proposal.js';
import {
  answerInputSchema,
  auditPageSchema,
  authorQuestionInputSchema,
  mergeInputSchema,
} from '../proposal/staff-proposal.js';
import { registrationStatuses } from '../session/registration.js';
import {
  cancellationSchema,
  capacityChangeSchema,
  closingSchema,
  postponementSchema,
  sessionChangesSchema,
  sessionInputSchema,
} from '../session/session-input.js';
import { sessionSchema } from '../session/session.js';
import {
  capacityOutcomeSchema,
  checkInInputSchema,
  checkInSchema,
  staffRegistrationPageSchema,
} from '../session/staff-registration.js';
import { typedReference } from '../text/typed-code.js';
import type { Operation } from './operation.js';

const forStaff = {
  authentication: 'staff_token',
  proof: false,
  cache: 'private',
  query: z.strictObject({}),
  status: 200,
  mediaType: 'application/json',
} as const;

/** Says how something shall be: repeating it changes nothing more. */
const put = { ...forStaff, method: 'PUT', idempotencyKey: false, response: sessionSchema } as const;

const onSubmission = {
  ...forStaff,
  idempotencyKey: false,
  response: submissionSchema,
} as const;

/** Operations that only staff need. They are separate, so that no citizen's page loads them. */
export const staffOperations = {
  createSession: {
    ...forStaff,
    method: 'POST',
    path: '/v1/sites/{site}/staff/sessions',
    summary: 'Put a session on the agenda',
    idempotencyKey: true,
    body: sessionInputSchema,
    status: 201,
    response: sessionSchema,
    problems: [
      'invalid_input',
      'idempotency_key_missing',
      'idempotency_mismatch',
      'idempotency_in_flight',
      'session_exists',
    ],
  },
  editSession: {
    ...forStaff,
    method: 'PATCH',
    path: '/v1/sites/{site}/staff/sessions/{session}',
    summary:
      'Change a session; what is left out stays. Whoever registered is told of another time or place',
    idempotencyKey: false,
    body: sessionChangesSchema,
    response: sessionSchema,
    problems: ['invalid_input', 'capacity_below_confirmed'],
  },
  cancelSession: {
    ...put,
    path: '/v1/sites/{site}/staff/sessions/{session}/cancellation',
    summary: 'Call a session off; whoever registered is told',
    body: cancellationSchema,
    problems: ['invalid_input', 'session_over'],
  },
  postponeSession: {
    ...put,
    path: '/v1/sites/{site}/staff/sessions/{session}/postponement',
    summary:
      'Put a session off, to another day or until further notice; whoever registered is told',
    body: postponementSchema,
    problems: ['invalid_input', 'session_over'],
  },
  closeSession: {
    ...put,
    path: '/v1/sites/{site}/staff/sessions/{session}/closing',
    summary: 'Close a session that was held, with its report and linked proposals',
    body: closingSchema,
    problems: ['invalid_input'],
  },
  changeCapacity: {
    ...put,
    path: '/v1/sites/{site}/staff/sessions/{session}/capacity',
    summary: 'Change the number of seats; whoever gains or loses one is told',
    body: capacityChangeSchema,
    response: capacityOutcomeSchema,
    problems: ['invalid_input', 'capacity_below_confirmed'],
  },
  listSessionRegistrations: {
    ...forStaff,
    method: 'GET',
    path: '/v1/sites/{site}/staff/sessions/{session}/registrations',
    summary: 'List the registrations of a session in the order they came, with answers and needs',
    idempotencyKey: false,
    query: z.strictObject({ ...pageQuery, status: z.optional(z.enum(registrationStatuses)) }),
    body: null,
    response: staffRegistrationPageSchema,
    problems: ['bad_cursor'],
  },
  checkIn: {
    ...put,
    path: '/v1/sites/{site}/staff/sessions/{session}/check-in',
    summary:
      'Let somebody in by the code they show at the door; says when the code was shown before',
    body: checkInInputSchema,
    response: checkInSchema,
    problems: ['invalid_input', 'registration_not_confirmed'],
  },
  getSubmission: {
    ...onSubmission,
    method: 'GET',
    path: '/v1/sites/{site}/staff/submissions/{submission}',
    summary: 'Read one submission with its author and the questions asked',
    body: null,
    problems: [],
  },
  askAuthor: {
    ...onSubmission,
    method: 'POST',
    path: '/v1/sites/{site}/staff/submissions/{submission}/questions',
    summary: 'Ask the author something; the reply comes by the tracking code',
    idempotencyKey: true,
    body: authorQuestionInputSchema,
    status: 201,
    problems: [
      'invalid_input',
      'idempotency_key_missing',
      'idempotency_mismatch',
      'idempotency_in_flight',
      'already_moderated',
      'question_open',
    ],
  },
  mergeSubmission: {
    ...onSubmission,
    method: 'PUT',
    path: '/v1/sites/{site}/staff/submissions/{submission}/merge',
    summary: 'Let another proposal stand for this one too; its author is told',
    body: mergeInputSchema,
    problems: ['invalid_input', 'already_moderated'],
  },
  answerSubmission: {
    ...onSubmission,
    method: 'PUT',
    path: '/v1/sites/{site}/staff/submissions/{submission}/answer',
    summary: 'Answer a published proposal officially, or say that it is implemented',
    body: answerInputSchema,
    problems: ['invalid_input', 'not_published'],
  },
  listAudit: {
    ...forStaff,
    method: 'GET',
    path: '/v1/sites/{site}/staff/audit',
    summary: 'Read who did what with which proposal, oldest first',
    idempotencyKey: false,
    query: z.strictObject({
      ...pageQuery,
      proposal: z.optional(
        z.string().check(z.maxLength(200, { abort: true }), z.overwrite(typedReference)),
      ),
    }),
    body: null,
    response: auditPageSchema,
    problems: ['bad_cursor'],
  },
} as const satisfies Record<string, Operation>;
