import * as z from 'zod/mini';
import { openEnum } from '../open-enum.js';
import { citizenLine } from '../text/citizen-text.js';
import { writtenTextSchema } from '../text/locale.js';
import { attachmentLimits, attachmentTypes } from './attachment-limits.js';

/** How many files a consultation lets be attached to one proposal, and the most bytes of each. */
export const attachmentPolicySchema = z.object({ count: z.int(), bytes: z.int() });

/** See {@link attachmentPolicySchema}. */
export type AttachmentPolicy = z.output<typeof attachmentPolicySchema>;

/** {@link attachmentPolicySchema} as staff write it. */
export const attachmentPolicyInputSchema = z.strictObject({
  count: z.int().check(z.gte(1), z.lte(attachmentLimits.count)),
  bytes: z.int().check(z.gte(1), z.lte(attachmentLimits.bytes)),
});

/** Id of the question of type `file` that a file answers; none for one that goes with the proposal itself. */
const questionIdSchema = z.optional(z.string().check(z.minLength(1), z.maxLength(64)));

/** Announces a photo or a document before its bytes are sent. `sha256` (hex) is that of all of them. */
export const attachmentInputSchema = z.strictObject({
  consultation: z.string().check(z.minLength(1), z.maxLength(64)),
  question: questionIdSchema,
  mediaType: z.enum(attachmentTypes),
  bytes: z.int().check(z.gte(1), z.lte(attachmentLimits.bytes)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** See {@link attachmentInputSchema}. */
export type AttachmentInput = z.input<typeof attachmentInputSchema>;

/** Bytes of a file in their order. */
export const attachmentPartSchema = z
  .custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array)
  .check(
    z.refine(({ byteLength }) => byteLength > 0, { params: { code: 'required' } }),
    z.refine(({ byteLength }) => byteLength <= attachmentLimits.partBytes, {
      params: { code: 'too_large', maximum: attachmentLimits.partBytes },
    }),
  );

/**
 * The state of a file that is being sent: `received` of `bytes` have arrived. A proposal can take it once it is
 * `ready`, that is checked and written anew without its metadata. `token` is its key, given once, in the answer to the
 * create. Files that no proposal takes are deleted after a day.
 */
export const attachmentSchema = z.object({
  token: z.nullable(z.string()),
  state: openEnum(['receiving', 'ready', 'refused']),
  mediaType: openEnum(attachmentTypes),
  bytes: z.int(),
  received: z.int(),
});

/** See {@link attachmentSchema}. */
export type Attachment = z.output<typeof attachmentSchema>;

/**
 * Files that a proposal takes along, by their tokens, and what their sender says they show. Each names the question that
 * it was announced for.
 */
export const takenAttachmentsSchema = z
  .array(
    z.strictObject({
      token: z.string().check(z.minLength(1), z.maxLength(64)),
      question: questionIdSchema,
      description: z.optional(citizenLine(attachmentLimits.description)),
    }),
  )
  .check(z.maxLength(attachmentLimits.count));

/**
 * A photo or document of a proposal. `path` is the path of its download, under the server's base URL: for anybody once
 * the proposal is published, before that with a staff token or the proposal's tracking code (as bearer token). `bytes`
 * is the size of the download. The file's name on the device is not kept.
 */
export const proposalAttachmentSchema = z.object({
  id: z.string(),
  path: z.string(),
  mediaType: openEnum(attachmentTypes),
  bytes: z.int(),
  description: z.nullable(writtenTextSchema),
});

/** See {@link proposalAttachmentSchema}. */
export type ProposalAttachment = z.output<typeof proposalAttachmentSchema>;

/** A photo or document that answers a question: staff and the author download it, the public never does. */
export const answerFileSchema = z.object({
  question: z.string(),
  ...proposalAttachmentSchema.shape,
});

/** See {@link answerFileSchema}. */
export type AnswerFile = z.output<typeof answerFileSchema>;

/** The path of {@link proposalAttachmentSchema}. */
export function attachmentPath(site: string, id: string): string {
  return `/attachments/${site}/${id}`;
}
