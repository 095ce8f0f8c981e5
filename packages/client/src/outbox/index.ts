export type {
  OutboxItem,
  OutboxProblem,
  OutboxProblemReason,
  RefusedItem,
  SealedFile,
  SentItem,
  WaitingItem,
} from './outbox-item.js';
export { createOutbox, type KeepOptions, type Outbox, type OutboxOptions } from './outbox.js';
export { isOutboxInUse } from './presence.js';
