import * as z from 'zod/mini';
import { editorialText, referenceSchema } from '../editorial.js';
import { openEnum } from '../open-enum.js';
import { pageOf } from '../page.js';
import { citizenText } from '../text/citizen-text.js';
import { localeSchema } from '../text/locale.js';
import { instantSchema } from '../time/time-schemas.js';

/** A question of staff to the author of a proposal, in the author's language. */
export const authorQuestionInputSchema = z.strictObject({
  text: citizenText({ min: 1, max: 2000 }),
  language: localeSchema,
});

/** See {@link authorQuestionInputSchema}. */
export type AuthorQuestionInput = z.input<typeof authorQuestionInputSchema>;

/** The reference of the proposal that represents this one too. */
export const mergeInputSchema = z.strictObject({ into: referenceSchema });

/** See {@link mergeInputSchema}. */
export type MergeInput = z.input<typeof mergeInputSchema>;

/** The decisions that an authority can make about a published proposal. */
export const answerStatuses = [
  'not_answered',
  'evaluating',
  'accepted',
  'rejected',
  'implemented',
] as const;

/**
 * The official answer. A text that is left out stays as it was; `accepted`, `rejected` and `implemented` need one,
 * `not_answered` takes it back.
 */
export const answerInputSchema = z.strictObject({
  status: z.enum(answerStatuses),
  text: z.optional(editorialText),
});

/** See {@link answerInputSchema}. */
export type AnswerInput = z.input<typeof answerInputSchema>;

/** The recorded actions, of staff and of authors. */
export const auditActions = [
  'imported',
  'published',
  'refused',
  'asked',
  'merged',
  'answered',
  'replied',
  'withdrawn',
  'files_added',
  'files_removed',
] as const;

/**
 * One entry of the record, which is only ever added to. `by` is the label of the staff token, `retention` for what
 * the end of its time removed, or null if the author acted; `detail` is the reason, the status, the other proposal or
 * how many files.
 */
export const auditEntrySchema = z.object({
  id: z.string(),
  at: instantSchema,
  by: z.nullable(z.string()),
  action: openEnum(auditActions),
  proposal: z.string(),
  detail: z.nullable(z.string()),
});

/** See {@link auditEntrySchema}. */
export type AuditEntry = z.output<typeof auditEntrySchema>;

/** A page of the record, oldest first. */
export const auditPageSchema = pageOf(auditEntrySchema);
