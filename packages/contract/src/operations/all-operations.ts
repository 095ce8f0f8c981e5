import type { Operations } from './operation-types.js';
import { operations } from './operations.js';
import { staffOperations } from './staff-operations.js';

/** Every operation of the protocol by its `operationId`, staff's included. */
export const allOperations: Operations = { ...operations, ...staffOperations };
