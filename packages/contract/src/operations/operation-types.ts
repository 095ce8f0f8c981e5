import type * as z from 'zod/mini';
import type { operations } from './operations.js';
import type { staffOperations } from './staff-operations.js';

/** Every operation's type, those of `@nafida/contract/staff.js` included. */
export type Operations = typeof operations & typeof staffOperations;

/** Name of an operation. */
export type OperationId = keyof Operations;

/** Body an operation takes, before normalisation; `never` when it takes none. */
export type BodyOf<Id extends OperationId> = Operations[Id] extends {
  body: infer Body extends z.ZodMiniType;
}
  ? z.input<Body>
  : never;

/** Query an operation takes. */
export type QueryOf<Id extends OperationId> = z.output<Operations[Id]['query']>;

/** The answer of an operation. */
export type ResponseOf<Id extends OperationId> = z.output<Operations[Id]['response']>;
