import * as z from 'zod/mini';
import { attachmentPolicySchema } from '../attachment/attachment.js';
import { openEnum } from '../open-enum.js';
import { questionSchema } from '../question/question.js';
import { territoryLevels, territoryReferenceSchema } from '../territory-reference.js';
import { localizedTextSchema } from '../text/locale.js';
import { instantSchema } from '../time/time-schemas.js';

/** Lengths in grapheme clusters, both inclusive. */
const lengthSchema = z.object({ min: z.int(), max: z.int() });

/** One theme of a consultation; a proposal is filed under exactly one. */
export const axisSchema = z.object({
  id: z.string(),
  title: localizedTextSchema,
  description: z.nullable(localizedTextSchema),
  /** Examples of proposals, one short sentence each; the form shows them beside the title. */
  examples: z.array(localizedTextSchema),
});

/** See {@link axisSchema}. */
export type Axis = z.output<typeof axisSchema>;

/** The rules of a consultation for its proposals. */
export const consultationPolicySchema = z.object({
  /** The narrowest level a proposal must name a place at; null if no place is asked. */
  territoryLevel: z.nullable(openEnum(territoryLevels)),
  title: lengthSchema,
  body: lengthSchema,
  /** Null if no files are taken. */
  attachments: z.nullable(attachmentPolicySchema),
});

/** A call for proposals with its axes and dates. */
export const consultationSchema = z.object({
  id: z.string(),
  title: localizedTextSchema,
  description: z.nullable(localizedTextSchema),
  status: openEnum(['upcoming', 'open', 'closed']),
  opensAt: z.nullable(instantSchema),
  closesAt: z.nullable(instantSchema),
  territory: territoryReferenceSchema,
  axes: z.array(axisSchema),
  /** The questions of the form after title and text, in order; `checkAnswers` checks the answers. */
  questions: z.array(questionSchema),
  policy: consultationPolicySchema,
});

/** See {@link consultationSchema}. */
export type Consultation = z.output<typeof consultationSchema>;
