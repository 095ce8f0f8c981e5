import * as z from 'zod/mini';
import { fieldIssueCodes } from './field-issue-codes.js';

/** One issue of one field. `path` is a JSON path such as `title` or `author.email`, empty for the whole. */
export const fieldIssueSchema = z.object({
  path: z.string(),
  code: z.catch(z.enum(fieldIssueCodes), 'invalid_format'),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
});

/** See {@link fieldIssueSchema}. */
export type FieldIssue = z.output<typeof fieldIssueSchema>;

/** RFC 9457 problem details. `code` may be one that this version does not know. `retryAfter` is in seconds. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  retryAfter: z.optional(z.number()),
  errors: z.optional(z.array(fieldIssueSchema)),
});

/** See {@link problemSchema}. */
export type Problem = z.output<typeof problemSchema>;
