import './reads/consultations.js';
import './reads/proposals.js';
import './reads/registrations.js';
import './reads/sessions.js';
import './reads/site.js';

export type {
  CalendarUrlOptions,
  CallOptions,
  Client,
  CreateOptions,
  FeedQuery,
  ListQuery,
  ReadOptions,
} from './client.js';
export { createClient } from './client.js';
export type { ClientOptions } from './request/client-options.js';
export { createDeviceSecret } from './device-secret.js';
export * from './errors/index.js';
export { createIdempotencyKey } from './idempotency-key.js';
export type { List } from './list.js';
export type { RetryOptions } from './request/retry-policy.js';
