import {
  attachmentLimits,
  attachmentPolicyInputSchema,
  axisExampleLimits,
  citizenText,
  civilDateSchema,
  emailSchema,
  graphemeCount,
  instantSchema,
  localeSchema,
  moderationStates,
  proposalLimits,
  refusalReasons,
  siteIdSchema,
  tableSeparators,
  territoryLevels,
  territoryReferenceInputSchema,
  typedReference,
} from '@nafida/contract';
import {
  answerInputSchema,
  authorQuestionInputSchema,
  cancellationSchema,
  capacityChangeSchema,
  checkInInputSchema,
  closingSchema,
  editorialText as localizedText,
  identifierSchema,
  maybe,
  mergeInputSchema,
  postponementSchema,
  questionsInputSchema,
  sessionChangesSchema,
  sessionInputSchema,
  staffText as text,
  textChanges,
} from '@nafida/contract/staff.js';
import * as z from 'zod/mini';
import { shownMessageStates } from '../database/outbox-message.js';
import { originOf } from './origin.js';

/** A proposal's, however it was typed. */
const reference = z.string().check(z.overwrite(typedReference), z.minLength(1));

const id = identifierSchema;
const length = ({ min, max }: { min: number; max: number }) =>
  z._default(z.strictObject({ min: z.int().check(z.gte(min)), max: z.int().check(z.lte(max)) }), {
    min,
    max,
  });

/** `https://www.berkane.ma`, or `null` for sandboxed pages; what people write instead is taken for what it means. */
const origin = z.string().check(
  z.overwrite((text) => originOf(text) ?? text),
  z.refine((text) => originOf(text) === text),
  z.describe(
    'the beginning of the addresses of a website, without a path or *, for example https://www.berkane.ma',
  ),
);

const siteFields = {
  name: localizedText,
  territory: territoryReferenceInputSchema,
  locales: z.array(localeSchema).check(z.minLength(1)),
  origins: z.array(origin),
  demonstration: z.boolean(),
};

/** A new site. */
export const siteCreateSchema = z.strictObject({
  id: siteIdSchema,
  ...siteFields,
  locales: z._default(siteFields.locales, ['ar', 'fr']),
  origins: z._default(siteFields.origins, []),
  demonstration: z._default(siteFields.demonstration, false),
});

/**
 * Fields of a site to change; those left out stay. So do the languages of its name that are left out; null takes one
 * away. `locales` and `origins` are whole lists; `add…` and `remove…` leave the rest of them.
 */
export const siteSetSchema = z.strictObject({
  site: siteIdSchema,
  name: z.optional(textChanges),
  territory: z.optional(siteFields.territory),
  locales: z.optional(siteFields.locales),
  addLocales: z._default(z.array(localeSchema), []),
  removeLocales: z._default(z.array(localeSchema), []),
  origins: z.optional(siteFields.origins),
  addOrigins: z._default(siteFields.origins, []),
  removeOrigins: z._default(siteFields.origins, []),
  demonstration: z.optional(siteFields.demonstration),
});

/** Days off that were announced, see the contract's `holidaySchema`; the list replaces the one before. */
export const siteHolidaysSchema = z.strictObject({
  site: siteIdSchema,
  holidays: z
    .array(
      z
        .strictObject({
          startDate: civilDateSchema,
          /** Default: the same day. */
          endDate: z.optional(civilDateSchema),
          name: localizedText,
        })
        .check(
          z.refine(({ startDate, endDate = startDate }) => endDate >= startDate, {
            path: ['endDate'],
          }),
        ),
    )
    .check(z.maxLength(500)),
});

/** Privacy notice of a site, see the contract's `privacySchema`; the hash is computed. */
const privacyInputSchema = z.strictObject({
  controller: localizedText,
  purpose: localizedText,
  recipients: localizedText,
  retentionMonths: z.int().check(z.gte(1), z.lte(120)),
  contact: z
    .strictObject({ email: maybe(emailSchema), phone: maybe(text), address: maybe(localizedText) })
    .check(
      z.refine(({ email, phone, address }) => Boolean(email ?? phone ?? address), {
        params: { code: 'required' },
      }),
    ),
  cndp: z.strictObject({
    kind: z.enum(['declaration', 'authorisation', 'pending']),
    number: maybe(text),
    date: maybe(civilDateSchema),
  }),
  transfer: maybe(localizedText),
});

/** Read before writing, so it is short in every language. */
const axisExample = localizedText.check(
  z.refine(
    (texts) =>
      Object.values(texts).every((each) => graphemeCount(each) <= axisExampleLimits.length),
    { params: { code: 'too_long', maximum: axisExampleLimits.length } },
  ),
);

const axis = z.strictObject({
  id,
  title: localizedText,
  description: maybe(localizedText),
  examples: z._default(z.array(axisExample).check(z.maxLength(axisExampleLimits.count)), []),
});

/** One consultation of a file. */
export const consultationInputSchema = z
  .strictObject({
    id,
    title: localizedText,
    description: maybe(localizedText),
    opensAt: maybe(instantSchema),
    closesAt: maybe(instantSchema),
    /** Default: the site's own territory. */
    territory: z.optional(territoryReferenceInputSchema),
    axes: z.array(axis).check(z.minLength(1)),
    policy: z._default(
      z.strictObject({
        territoryLevel: maybe(z.enum(territoryLevels)),
        title: length(proposalLimits.title),
        body: length(proposalLimits.body),
        attachments: maybe(attachmentPolicyInputSchema),
      }),
      {
        territoryLevel: null,
        title: proposalLimits.title,
        body: proposalLimits.body,
        attachments: null,
      },
    ),
    questions: z._default(questionsInputSchema, []),
  })
  .check(
    // More do not go with one proposal, whatever they are for.
    z.refine(
      ({ policy, questions }) =>
        questions.reduce(
          (sum, { files }) => sum + (files?.count ?? 0),
          policy.attachments?.count ?? 0,
        ) <= attachmentLimits.count,
      { path: ['questions'], params: { code: 'too_large', maximum: attachmentLimits.count } },
    ),
  );

/** See {@link consultationInputSchema}. */
export type ConsultationInput = z.input<typeof consultationInputSchema>;

/** Which site a command is about. */
export const siteOnlySchema = z.strictObject({ site: siteIdSchema });

/** The privacy notice that a site puts in force. */
export const sitePrivacySchema = z.strictObject({
  site: siteIdSchema,
  privacy: privacyInputSchema,
});

/** Consultations to add to a site, or to change by their id. */
export const consultationImportSchema = z.strictObject({
  site: siteIdSchema,
  consultations: z.array(consultationInputSchema),
});

/** Which consultation of a site a command is about. */
export const consultationOnlySchema = z.strictObject({ site: siteIdSchema, consultation: text });

/** Sessions that touch the days `from` to `to`. */
export const sessionsListSchema = z.strictObject({
  site: siteIdSchema,
  from: z.optional(civilDateSchema),
  to: z.optional(civilDateSchema),
});

/** Sessions to add to the agenda of a site. */
export const sessionsImportSchema = z.strictObject({
  site: siteIdSchema,
  sessions: z.array(sessionInputSchema),
});

/** A new staff token; the label tells it apart from others (default: `staff`). */
export const staffTokenCreateSchema = z.strictObject({
  site: siteIdSchema,
  label: z._default(text, 'staff'),
});

/** The staff token to revoke, by the short id that the list shows. */
export const staffTokenRevokeSchema = z.strictObject({ site: siteIdSchema, token: text });

/** Which proposals to list: all, or those in one state of moderation. */
export const proposalsListSchema = z.strictObject({
  site: siteIdSchema,
  state: z.optional(z.enum(moderationStates)),
});

/** Which proposal a command is about, by its reference. */
export const proposalSchema = z.strictObject({ site: siteIdSchema, reference });

/** Whose files to list, or to write into `directory`. */
export const proposalFilesSchema = z.strictObject({
  site: siteIdSchema,
  reference,
  directory: z.optional(text),
});

/** A refusal: its reason, and words for the author (1 to 2,000 characters, default language: Arabic). */
export const proposalRefuseSchema = z.strictObject({
  site: siteIdSchema,
  reference,
  reason: z.enum(refusalReasons),
  words: z.optional(citizenText({ min: 1, max: 2000 })),
  language: z._default(localeSchema, 'ar'),
});

/** A question to the author of a proposal. */
export const proposalAskSchema = z.strictObject({
  ...proposalSchema.shape,
  ...authorQuestionInputSchema.shape,
});

/** A proposal to merge into another that asks for the same. */
export const proposalMergeSchema = z.strictObject({
  ...proposalSchema.shape,
  ...mergeInputSchema.shape,
});

/** The official answer to a proposal. */
export const proposalAnswerSchema = z.strictObject({
  ...proposalSchema.shape,
  ...answerInputSchema.shape,
});

/** `table` is the text of a CSV file; it is read later, so that all its issues are reported together. */
export const proposalsImportSchema = z.strictObject({ site: siteIdSchema, table: z.string() });

/** Which entries of the audit to list: all of a site, or those about one proposal. */
export const auditListSchema = z.strictObject({
  site: siteIdSchema,
  proposal: z.optional(reference),
});

/** What `audit verify` prints, to be compared with later. */
export const sealSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The audit to verify; `seal` is one that an earlier run printed. */
export const auditVerifySchema = z.strictObject({
  site: siteIdSchema,
  seal: z.optional(sealSchema),
});

/** Which session of a site a command is about. */
export const sessionOnlySchema = z.strictObject({ site: siteIdSchema, session: text });

const separator = z._default(z.enum(tableSeparators), 'comma');

/** The proposals of a site as a CSV file; `separator` is between its columns. */
export const proposalsExportSchema = z.strictObject({ site: siteIdSchema, separator });

/** The registrations of a session as a CSV file. */
export const registrationsExportSchema = z.strictObject({
  ...sessionOnlySchema.shape,
  separator,
});

/** A session to add to the agenda of a site. */
export const sessionCreateSchema = z.strictObject({
  site: siteIdSchema,
  content: sessionInputSchema,
});

/** The fields of a session to change; those left out stay. */
export const sessionEditSchema = z.strictObject({
  site: siteIdSchema,
  session: text,
  changes: sessionChangesSchema,
});

/** A cancellation with its reason. */
export const sessionCancelSchema = z.strictObject({
  site: siteIdSchema,
  session: text,
  ...cancellationSchema.shape,
});

/** A postponement: the new time, or none while it is not known. */
export const sessionPostponeSchema = z.strictObject({
  site: siteIdSchema,
  session: text,
  ...postponementSchema.shape,
});

/** The closing report of a session. */
export const sessionCloseSchema = z.strictObject({
  site: siteIdSchema,
  session: text,
  ...closingSchema.shape,
});

/** The new number of seats of a session. */
export const sessionCapacitySchema = z.strictObject({
  site: siteIdSchema,
  session: text,
  ...capacityChangeSchema.shape,
});

/** The door code of a person who has come. */
export const checkInSchema = z.strictObject({
  site: siteIdSchema,
  session: text,
  ...checkInInputSchema.shape,
});

/** Which messages to list: all, or those in one state. */
export const messagesListSchema = z.strictObject({
  site: siteIdSchema,
  state: z.optional(z.enum(shownMessageStates)),
});

/** Which message a command is about. */
export const messageSchema = z.strictObject({ site: siteIdSchema, message: text });

/** `file` is an absolute path: the process that has the data may work in another directory. */
export const backupSchema = z.strictObject({ file: text, secret: z.nullable(z.string()) });

/** `key` opens a file that is encrypted: a private key or a passphrase. */
export const restoreSchema = z.strictObject({ file: text, key: z.optional(z.string()) });

/** `to` is the URL of a PostgreSQL server. */
export const moveSchema = z.strictObject({
  to: z
    .string()
    .check(
      z.regex(/^postgres(?:ql)?:\/\//),
      z.describe('a URL such as postgresql://nafida@db/nafida'),
    ),
});

/** The input of a command that takes none. */
export const nothingSchema = z.strictObject({});
