import * as z from 'zod/mini';
import {
  answerFileSchema,
  proposalAttachmentSchema,
  takenAttachmentsSchema,
} from '../attachment/attachment.js';
import { consentSchema } from '../consent.js';
import { openEnum } from '../open-enum.js';
import { pageOf } from '../page.js';
import { answersSchema, storedAnswersSchema } from '../question/question.js';
import { territoryReferenceInputSchema, territoryReferenceSchema } from '../territory-reference.js';
import { citizenLine, citizenText } from '../text/citizen-text.js';
import { emailSchema, phoneSchema } from '../text/contact.js';
import { localeSchema, localizedTextSchema, writtenTextSchema } from '../text/locale.js';
import { personNameSchema } from '../text/person-name.js';
import { civilDateSchema, instantSchema } from '../time/time-schemas.js';
import { proposalLimits } from './proposal-limits.js';
import { proposalStatuses } from './proposal-terms.js';
import { receiptSignatureSchema } from './receipt-keys.js';

/** The moderation of a proposal: `merged` into another that represents both, `withdrawn` by its author. */
export const moderationStates = ['pending', 'published', 'refused', 'merged', 'withdrawn'] as const;

/** Why a proposal was not published: a closed list, completed by staff's own words. */
export const refusalReasons = [
  'off_topic',
  'duplicate',
  'personal_data',
  'insulting',
  'advertising',
  'unlawful',
  'unreadable',
] as const;

/** See {@link refusalReasons}. */
export type RefusalReason = (typeof refusalReasons)[number];

/** The author of a proposal. All fields may be left out. E-mail address and telephone number are never published. */
export const authorInputSchema = z.strictObject({
  name: z.optional(personNameSchema),
  nameVisible: z.optional(z.boolean()),
  email: z.optional(emailSchema),
  phone: z.optional(phoneSchema),
});

/**
 * A proposal as a citizen sends it. `language` is the language of the page it was typed on, in which its author is
 * written to; title and text are published as in the language that their letters tell (see `writtenLanguage`).
 * `answers` are those to the consultation's questions (see `checkAnswers`), and so are the attachments that name one;
 * staff read them, the public does not.
 */
export const proposalInputSchema = z.strictObject({
  consultation: z.string().check(z.minLength(1), z.maxLength(64)),
  axis: z.string().check(z.minLength(1), z.maxLength(64)),
  territory: z.optional(territoryReferenceInputSchema),
  title: citizenLine(proposalLimits.title),
  body: citizenText(proposalLimits.body),
  /** Id of the session on the agenda that it comes from. */
  session: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  answers: z.optional(answersSchema),
  attachments: z.optional(takenAttachmentsSchema),
  language: localeSchema,
  author: z.optional(authorInputSchema),
  consent: consentSchema,
});

/** See {@link proposalInputSchema}. */
export type ProposalInput = z.input<typeof proposalInputSchema>;

/** The session that a proposal comes from: its id, its title, and the civil date of its first day, as the agenda has them. */
export const proposalSessionSchema = z.object({
  id: z.string(),
  title: localizedTextSchema,
  startDate: civilDateSchema,
});

/** See {@link proposalSessionSchema}. */
export type ProposalSession = z.output<typeof proposalSessionSchema>;

/** The content of a proposal that both the public and its author see. */
const contentShape = {
  consultation: z.string(),
  axis: z.string(),
  territory: z.nullable(territoryReferenceSchema),
  title: writtenTextSchema,
  body: writtenTextSchema,
  attachments: z.array(proposalAttachmentSchema),
  /** Null if it comes from none. */
  session: z.nullable(proposalSessionSchema),
};

/** The authority's answer to a published proposal, and when it was last changed. */
export const officialAnswerSchema = z.object({
  text: localizedTextSchema,
  answeredAt: instantSchema,
});

/** See {@link officialAnswerSchema}. */
export type OfficialAnswer = z.output<typeof officialAnswerSchema>;

/** How a proposal came in: typed by its author, dictated to staff, or written on paper. */
export const proposalChannels = ['web', 'assisted', 'paper'] as const;

const inferredProposalSchema = z.object({
  reference: z.string(),
  ...contentShape,
  author: z.nullable(z.string()),
  channel: openEnum(proposalChannels),
  /** When it was written on paper or dictated; null if it came from the web. */
  collectedOn: z.nullable(civilDateSchema),
  status: openEnum(proposalStatuses),
  supports: z.int(),
  answer: z.nullable(officialAnswerSchema),
  publishedAt: instantSchema,
});
type InferredProposalSchema = typeof inferredProposalSchema;

/** The type of {@link proposalSchema}, named so that declarations made of it stay short. */
export interface ProposalSchema extends InferredProposalSchema {}

/**
 * A published proposal. `author` is the name its author chose to show, or null; `supports` counts the devices that
 * support it: an indication, never a vote.
 */
export const proposalSchema: ProposalSchema = inferredProposalSchema;

/** See {@link proposalSchema}. */
export type Proposal = z.output<typeof proposalSchema>;

/** Orders of published proposals: newest first, most supported first, last answered first and the others after. */
export const proposalOrders = ['recent', 'supported', 'answered'] as const;

/** See {@link proposalOrders}. */
export type ProposalOrder = (typeof proposalOrders)[number];

/** A page of published proposals. */
export const proposalPageSchema = pageOf(proposalSchema);

/** Published proposals that are about the same as a title, nearest first. */
export const similarProposalsSchema = z.object({ items: z.array(proposalSchema) });

/** How a proposal is supported now, and whether this device supports it. */
export const supportSchema = z.object({
  reference: z.string(),
  supports: z.int(),
  supported: z.boolean(),
});

/** See {@link supportSchema}. */
export type Support = z.output<typeof supportSchema>;

/** Why and in which words staff did not publish. */
export const refusalSchema = z.object({
  reason: openEnum(refusalReasons),
  words: z.nullable(writtenTextSchema),
});

/** Something staff asked the author, with what the author replied. Nobody else sees it. */
export const authorQuestionSchema = z.object({
  id: z.string(),
  ...writtenTextSchema.shape,
  askedAt: instantSchema,
  reply: z.nullable(writtenTextSchema),
  repliedAt: z.nullable(instantSchema),
});

/** See {@link authorQuestionSchema}. */
export type AuthorQuestion = z.output<typeof authorQuestionSchema>;

/** The author's reply to a question of staff. */
export const replyInputSchema = z.strictObject({
  text: citizenText(proposalLimits.reply),
  language: localeSchema,
});

/** See {@link replyInputSchema}. */
export type ReplyInput = z.input<typeof replyInputSchema>;

const inferredReceiptSchema = z.object({
  reference: z.string(),
  receivedAt: instantSchema,
  contentHash: z.string(),
  signature: z.nullable(receiptSignatureSchema),
  trackingCode: z.nullable(z.string()),
  moderation: openEnum(moderationStates),
  refusal: z.nullable(refusalSchema),
  status: openEnum(proposalStatuses),
  answer: z.nullable(officialAnswerSchema),
  questions: z.array(authorQuestionSchema),
  mergedInto: z.nullable(z.string()),
  channel: openEnum(proposalChannels),
  /** When it was written on paper or dictated; null if it came from the web. */
  collectedOn: z.nullable(civilDateSchema),
  ...contentShape,
  /** Files that answer the consultation's questions: the public never sees them. */
  answerFiles: z.array(answerFileSchema),
});
type InferredReceiptSchema = typeof inferredReceiptSchema;

/** The type of {@link receiptSchema}, named so that declarations made of it stay short. */
export interface ReceiptSchema extends InferredReceiptSchema {}

/**
 * The author's receipt: the reference, the instant at which the server stored the proposal (with the offset of Morocco,
 * so that the text shows the local time), and the current state. `contentHash` is the SHA-256 (hex) of
 * `proposalContent`. `signature` is null on receipts from before there were keys. `trackingCode` opens the receipt
 * later; it is given once, in the answer to the create, and is null in later answers. `questions` are in the order in
 * which they were asked. `mergedInto` is the reference of the proposal that represents this one too.
 */
export const receiptSchema: ReceiptSchema = inferredReceiptSchema;

/** See {@link receiptSchema}. */
export type Receipt = z.output<typeof receiptSchema>;

/** The author, with whatever was given; removed when the time to keep it is over. */
const authorSchema = z.nullable(
  z.object({
    name: z.nullable(z.string()),
    nameVisible: z.boolean(),
    email: z.nullable(z.string()),
    phone: z.nullable(z.string()),
  }),
);

const inferredSubmissionSchema = z.object({
  ...receiptSchema.shape,
  group: z.string(),
  answers: storedAnswersSchema,
  author: authorSchema,
});
type InferredSubmissionSchema = typeof inferredSubmissionSchema;

/** The type of {@link submissionSchema}, named so that declarations made of it stay short. */
export interface SubmissionSchema extends InferredSubmissionSchema {}

/**
 * A proposal for staff. `group` is the reference of the first of the similar proposals; its own if it is the first, or
 * alone. The keys of `answers` are the ids of the consultation's questions.
 */
export const submissionSchema: SubmissionSchema = inferredSubmissionSchema;

/** See {@link submissionSchema}. */
export type Submission = z.output<typeof submissionSchema>;

/** Everything that is stored about a proposal and its author, for the author to read and to take along. */
export const ownDataSchema = z.object({
  receipt: receiptSchema,
  /** To the consultation's questions. */
  answers: storedAnswersSchema,
  answerFiles: z.array(answerFileSchema),
  author: authorSchema,
  consent: z.object({ privacyHash: z.string(), acceptedAt: instantSchema }),
  /** A mail to the author, and whether it was sent. */
  messages: z.array(z.object({ kind: z.string(), state: z.string(), createdAt: instantSchema })),
});

/** See {@link ownDataSchema}. */
export type OwnData = z.output<typeof ownDataSchema>;

/** A page of the moderation queue, oldest first, with similar proposals together. */
export const submissionPageSchema = pageOf(submissionSchema);

/** Staff's decision on one proposal. */
export const moderationInputSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('publish') }),
  z.strictObject({
    decision: z.literal('refuse'),
    reason: z.enum(refusalReasons),
    words: z.optional(
      z.strictObject({ text: citizenText({ min: 1, max: 2000 }), language: localeSchema }),
    ),
  }),
]);

/** See {@link moderationInputSchema}. */
export type ModerationInput = z.input<typeof moderationInputSchema>;
