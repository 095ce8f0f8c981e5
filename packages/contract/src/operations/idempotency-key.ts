import * as z from 'zod/mini';
import { idempotencyKeyPattern } from './headers.js';

/** See {@link idempotencyKeyPattern}. */
export const idempotencyKeySchema = z.string().check(z.regex(idempotencyKeyPattern));
