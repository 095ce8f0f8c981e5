import * as z from 'zod/mini';
import { attachmentLimits, attachmentTypes } from './attachment/attachment-limits.js';
import {
  attachmentInputSchema,
  attachmentPartSchema,
  attachmentPath,
  attachmentSchema,
  proposalAttachmentSchema,
} from './attachment/attachment.js';
import { consentSchema } from './consent.js';
import { allOperations } from './operations/all-operations.js';
import { challengeInputSchema, challengeSchema } from './operations/challenge.js';
import {
  idempotencyKeyHeader,
  idempotencyReplayedHeader,
  proofHeader,
} from './operations/headers.js';
import type { Authentication, Operation } from './operations/operation.js';
import type { ProblemCode } from './problem/problem-codes.js';
import { problemSchema } from './problem/problem-schema.js';
import { problemMediaType, problems } from './problem/problem.js';
import { consultationSchema } from './proposal/consultation.js';
import {
  moderationInputSchema,
  proposalInputSchema,
  proposalPageSchema,
  proposalSchema,
  receiptSchema,
  submissionPageSchema,
  submissionSchema,
  supportSchema,
} from './proposal/proposal.js';
import { questionInputSchema } from './question/question-input.js';
import { questionSchema } from './question/question.js';
import { registrationInputSchema, registrationSchema } from './session/registration.js';
import {
  cancellationSchema,
  capacityChangeSchema,
  closingSchema,
  postponementSchema,
  sessionChangesSchema,
  sessionInputSchema,
} from './session/session-input.js';
import { sessionPageSchema, sessionSchema } from './session/session.js';
import {
  capacityOutcomeSchema,
  checkInInputSchema,
  checkInSchema,
  staffRegistrationPageSchema,
  staffRegistrationSchema,
} from './session/staff-registration.js';
import { privacySchema, siteSchema } from './site.js';
import { territoryReferenceSchema } from './territory-reference.js';
import { localizedTextSchema, writtenTextSchema } from './text/locale.js';

/** Schemas that the description names once under `components`; all others are written in place. */
const named = {
  Attachment: attachmentSchema,
  AttachmentInput: attachmentInputSchema,
  CancellationInput: cancellationSchema,
  CapacityChangeInput: capacityChangeSchema,
  CapacityOutcome: capacityOutcomeSchema,
  Challenge: challengeSchema,
  ChallengeInput: challengeInputSchema,
  CheckIn: checkInSchema,
  CheckInInput: checkInInputSchema,
  ClosingInput: closingSchema,
  Consent: consentSchema,
  Consultation: consultationSchema,
  LocalizedText: localizedTextSchema,
  ModerationInput: moderationInputSchema,
  PostponementInput: postponementSchema,
  Privacy: privacySchema,
  Problem: problemSchema,
  Proposal: proposalSchema,
  ProposalAttachment: proposalAttachmentSchema,
  ProposalInput: proposalInputSchema,
  ProposalPage: proposalPageSchema,
  Question: questionSchema,
  QuestionInput: questionInputSchema,
  Receipt: receiptSchema,
  Registration: registrationSchema,
  RegistrationInput: registrationInputSchema,
  Session: sessionSchema,
  SessionChangesInput: sessionChangesSchema,
  SessionInput: sessionInputSchema,
  SessionPage: sessionPageSchema,
  Site: siteSchema,
  StaffRegistration: staffRegistrationSchema,
  StaffRegistrationPage: staffRegistrationPageSchema,
  Submission: submissionSchema,
  SubmissionPage: submissionPageSchema,
  Support: supportSchema,
  TerritoryReference: territoryReferenceSchema,
  WrittenText: writtenTextSchema,
} satisfies Record<string, z.ZodMiniType>;

type Json = Record<string, unknown>;

const ids = new Map<z.core.$ZodType, string>(
  Object.entries(named).map(([id, schema]) => [schema, id]),
);

/** The problems of any operation, in addition to its own. */
const commonProblems: readonly ProblemCode[] = [
  'bad_request',
  'unknown_site',
  'not_found',
  'invalid_input',
  'rate_limited',
  'internal_error',
  'unavailable',
];

const bodyProblems: readonly ProblemCode[] = [
  'malformed_json',
  'origin_not_allowed',
  'payload_too_large',
  'unsupported_media_type',
];

const securityOf: Record<Authentication, Json[]> = {
  none: [],
  tracking_code: [{ trackingCode: [] }],
  manage_token: [{ manageToken: [] }],
  device_secret: [{ deviceSecret: [] }],
  upload_token: [{ uploadToken: [] }],
  staff_token: [{ staffToken: [] }],
};

const bearer = (description: string) => ({ type: 'http', scheme: 'bearer', description });

/**
 * The OpenAPI 3.1 description of the protocol, made from {@link allOperations}. Plain data, the same at every call.
 * Not for browsers: it pulls in zod's JSON Schema writer.
 */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [operationId, operation] of Object.entries<Operation>(allOperations)) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = operationObject(
      operationId,
      operation,
    );
  }
  paths[attachmentPath('{site}', '{attachment}')] = { get: downloadObject() };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nafida participation protocol',
      version: '1.0.0',
      summary:
        'Consultations, proposals, sessions and registrations of communes, provinces and regions',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The participation server of your site' }],
    security: [],
    tags: Object.entries(tagDescriptions).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        trackingCode: bearer('The tracking code of a receipt'),
        manageToken: bearer('The manage token of a registration'),
        deviceSecret: bearer('A random secret that the page made and keeps on the device'),
        uploadToken: bearer('The token of a file that is being sent'),
        staffToken: bearer('A staff token made on the server'),
      },
    },
  };
}

const tagDescriptions = {
  Site: 'What a site is called, speaks and promises',
  Consultations: 'Calls for proposals and their axes',
  Proposals: 'What citizens propose, and what became of it',
  Sessions: 'Public meetings and seats at them',
  Challenges: 'Proof of work in place of puzzles',
  Moderation: 'For staff with a token: what citizens sent',
  Staff: 'For staff with a token: the agenda and who comes',
};

const tagOfResource: Record<string, keyof typeof tagDescriptions> = {
  consultations: 'Consultations',
  attachments: 'Proposals',
  attachment: 'Proposals',
  challenges: 'Challenges',
  proposals: 'Proposals',
  'proposals.csv': 'Proposals',
  'similar-proposals': 'Proposals',
  receipt: 'Proposals',
  sessions: 'Sessions',
  'sessions.ics': 'Sessions',
  registration: 'Sessions',
  staff: 'Moderation',
};

function tagOf({ path }: Operation) {
  const [, , , , resource, staffResource] = path.split('/');
  if (resource === 'staff' && staffResource === 'sessions') return 'Staff';
  return (resource && tagOfResource[resource]) ?? 'Site';
}

function operationObject(operationId: string, operation: Operation): Json {
  return {
    operationId,
    tags: [tagOf(operation)],
    summary: operation.summary,
    security: securityOf[operation.authentication],
    parameters: [
      ...pathParameters(operation.path),
      ...queryParameters(operation.query),
      ...headerParameters(operation),
    ],
    ...(operation.body && {
      requestBody: {
        required: true,
        content: {
          [operation.bodyType ?? 'application/json']: { schema: bodySchema(operation.body) },
        },
      },
    }),
    responses: responses(operation),
  };
}

/** Files are not operations: their bytes are for people to keep, not for programs to read. */
function downloadObject(): Json {
  const path = attachmentPath('{site}', '{attachment}');
  const bytes = { schema: { type: 'string', format: 'binary' } };
  return {
    operationId: 'downloadAttachment',
    tags: ['Proposals'],
    summary:
      'Download a file of a published proposal; of one that is not public with the tracking code or a staff token',
    security: [{}, { trackingCode: [] }, { staffToken: [] }],
    parameters: pathParameters(path),
    responses: {
      200: {
        description: 'The file, as an attachment',
        content: Object.fromEntries(attachmentTypes.map((type) => [type, bytes])),
      },
      ...problemResponses(['unauthorized', 'not_found', 'rate_limited', 'unavailable']),
    },
  };
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodMiniObject): Json[] {
  const { properties = {} } = jsonSchema(query, 'input') as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    // A coerced number accepts anything as input; what it must hold in the end is what readers need.
    ...(name === 'offset' && { required: true }),
    schema: coercedNumbers[name] ?? schema,
  }));
}

const coercedNumbers: Record<string, Json> = {
  limit: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
  offset: { type: 'integer', minimum: 0, maximum: attachmentLimits.bytes },
};

/** Bytes are no JSON: what a schema of JSON can say of them is how many there are. */
function bodySchema(body: z.ZodMiniType): Json {
  if (body !== attachmentPartSchema) return jsonSchema(body, 'input');
  return { type: 'string', format: 'binary', minLength: 1, maxLength: attachmentLimits.partBytes };
}

function headerParameters({ idempotencyKey, proof }: Operation): Json[] {
  return [
    ...(idempotencyKey
      ? [
          {
            name: idempotencyKeyHeader,
            in: 'header',
            required: true,
            schema: { type: 'string', minLength: 16, maxLength: 128 },
          },
        ]
      : []),
    ...(proof
      ? [{ name: proofHeader, in: 'header', required: true, schema: { type: 'string' } }]
      : []),
  ];
}

function responses(operation: Operation): Json {
  const codes = new Set<ProblemCode>([
    ...commonProblems,
    ...(operation.body ? bodyProblems : []),
    ...(operation.authentication === 'none' ? [] : (['unauthorized'] as const)),
    ...operation.problems,
  ]);
  const answers: Json = {
    [operation.status]: {
      description: 'Done',
      ...(operation.idempotencyKey && {
        headers: {
          [idempotencyReplayedHeader]: {
            description: '`true` on a replay',
            schema: { type: 'string' },
          },
        },
      }),
      content: { [operation.mediaType]: { schema: jsonSchema(operation.response, 'output') } },
    },
  };
  return { ...answers, ...problemResponses(codes) };
}

function problemResponses(codes: Iterable<ProblemCode>): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const answers: Json = {};
  for (const [status, list] of [...byStatus].sort(([a], [b]) => a - b)) {
    answers[status] = {
      description: list.map((code) => `\`${code}\`: ${problems[code].title}`).join('; '),
      content: { [problemMediaType]: { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return answers;
}

const referenceTo = (id: string) => `#/components/schemas/${id}`;

function componentSchemas(): Json {
  const schemas: Json = {};
  for (const [id, schema] of Object.entries(named)) {
    schemas[id] = inlineSchema(
      schema,
      id.endsWith('Input') || id === 'Consent' ? 'input' : 'output',
      id,
    );
  }
  return schemas;
}

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const id = ids.get(schema);
  return id ? { $ref: referenceTo(id) } : inlineSchema(schema, io);
}

/** Writes `schema` in place, with references to the named schemas inside it. */
function inlineSchema(schema: z.ZodMiniType, io: 'input' | 'output', self?: string): Json {
  const {
    $schema: _dialect,
    $defs: _definitions,
    ...written
  } = z.toJSONSchema(schema, {
    io,
    override({ zodSchema, jsonSchema: target }) {
      const id = ids.get(zodSchema);
      // `catch` and its 'unknown' are how a client survives new values, not something a server sends.
      delete target.default;
      if (target.enum) target.enum = target.enum.filter((value) => value !== 'unknown');
      // Readers of answers drop what they do not know, so nothing forbids it here.
      if (io === 'output') delete target.additionalProperties;
      // The format says it; zod's spelled-out patterns are thousands of characters of noise.
      if (target.format) delete target.pattern;
      if (!id || id === self) return;
      for (const key of Object.keys(target)) delete target[key as keyof typeof target];
      target.$ref = referenceTo(id);
    },
  }) as Json;
  return written;
}
