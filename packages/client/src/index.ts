export type {
  CalendarUrlOptions,
  CallOptions,
  Client,
  CreateOptions,
  FeedQuery,
  ListQuery,
  ReadOptions,
} from './client.js';
export { createClient } from './whole-client.js';
export type { Attempt, ClientHooks, EndedAttempt } from './request/client-hooks.js';
export type { ClientOptions } from './request/client-options.js';
// The types of all inputs and answers, so that strict types need no second package.
export type {
  Attachment,
  AttachmentInput,
  Consultation,
  FieldIssue,
  Locale,
  ModerationInput,
  OwnData,
  Problem,
  ProblemCode,
  Proposal,
  ProposalInput,
  ProvenOperation,
  Receipt,
  ReceiptKeys,
  Registration,
  RegistrationInput,
  ReplyInput,
  Session,
  Site,
  Submission,
  Support,
} from '@nafida/contract';
export { createDeviceSecret } from './device-secret.js';
export * from './errors/index.js';
export { createIdempotencyKey } from './idempotency-key.js';
export type { List } from './list.js';
export type { RetryOptions } from './request/retry-policy.js';
