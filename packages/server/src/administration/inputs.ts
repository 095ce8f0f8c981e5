import {
  accessibilityServices,
  civilDateSchema,
  instantSchema,
  localeSchema,
  meetingTypes,
  moderationStates,
  mostPlacesPerRegistration,
  proposalLimits,
  refusalReasons,
  sessionAudiences,
  sessionKinds,
  sessionStatuses,
  siteIdSchema,
  territoryLevels,
  territoryReferenceInputSchema,
  timeZoneSchema,
} from '@nafida/contract';
import {
  editorialText as localizedText,
  maybe,
  questionsInputSchema,
  staffText as text,
} from '@nafida/contract/staff.js';
import * as z from 'zod/mini';
import { isTimeZone } from '../civil-time.js';
import { isIdentifier } from '../participation/operation.js';

const id = z.string().check(z.refine(isIdentifier));
const length = ({ min, max }: { min: number; max: number }) =>
  z._default(z.strictObject({ min: z.int().check(z.gte(min)), max: z.int().check(z.lte(max)) }), {
    min,
    max,
  });

/** `https://www.berkane.ma`, or `null` for sandboxed pages. */
const origin = z
  .string()
  .check(
    z.refine(
      (value) => value === 'null' || (URL.canParse(value) && new URL(value).origin === value),
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

/** Fields of a site to change; those left out stay. */
export const siteSetSchema = z.strictObject({
  site: siteIdSchema,
  name: z.optional(siteFields.name),
  territory: z.optional(siteFields.territory),
  locales: z.optional(siteFields.locales),
  origins: z.optional(siteFields.origins),
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
          /** The same day unless told. */
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
export const privacyInputSchema = z.strictObject({
  controller: localizedText,
  purpose: localizedText,
  recipients: localizedText,
  retentionMonths: z.int().check(z.gte(1), z.lte(120)),
  contact: z
    .strictObject({ email: maybe(z.email()), phone: maybe(text), address: maybe(localizedText) })
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

/** One consultation of a file. */
export const consultationInputSchema = z.strictObject({
  id,
  title: localizedText,
  description: maybe(localizedText),
  opensAt: maybe(instantSchema),
  closesAt: maybe(instantSchema),
  /** The site's own territory unless told. */
  territory: z.optional(territoryReferenceInputSchema),
  axes: z
    .array(z.strictObject({ id, title: localizedText, description: maybe(localizedText) }))
    .check(z.minLength(1)),
  policy: z._default(
    z.strictObject({
      territoryLevel: maybe(z.enum(territoryLevels)),
      title: length(proposalLimits.title),
      body: length(proposalLimits.body),
    }),
    { territoryLevel: null, title: proposalLimits.title, body: proposalLimits.body },
  ),
});

/** See {@link consultationInputSchema}. */
export type ConsultationInput = z.input<typeof consultationInputSchema>;

const localTime = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));

/** An hour: `HH:MM` on the clocks of the place, or an instant as the protocol gives it. */
const hour = z.union([localTime, instantSchema]);

const webAddress = z.url({ protocol: /^https?$/ });

/** What the protocol gives and nobody sets: taken in so that its own answers can be brought back, and passed over. */
const passedOver = z.optional(z.unknown());

const externalId = z.string().check(z.trim(), z.minLength(1), z.maxLength(255));

/**
 * One session of a file. Times are `HH:MM` on the clocks of `timeZone`; left out when they are not known. A session as
 * the protocol gives it is one too.
 * `registration` null or absent: one comes without registering.
 */
export const sessionInputSchema = z.strictObject({
  /** Any text that stays the same: the UID of a calendar, the number of a list. */
  id: externalId,
  /** The `id` of the event that it is a part of. */
  parent: maybe(externalId),
  kind: z._default(z.enum(sessionKinds), 'meeting'),
  title: localizedText,
  description: maybe(localizedText),
  typeOfMeeting: z._default(z.enum(meetingTypes), 'in_person'),
  status: z._default(z.enum(sessionStatuses), 'scheduled'),
  startDate: civilDateSchema,
  endDate: z.optional(civilDateSchema),
  startTime: maybe(hour),
  endTime: maybe(hour),
  timeZone: z._default(timeZoneSchema.check(z.refine(isTimeZone)), 'Africa/Casablanca'),
  /** The site's own territory unless told. */
  territory: z.optional(territoryReferenceInputSchema),
  venue: maybe(
    z.strictObject({
      name: maybe(localizedText),
      address: maybe(localizedText),
      point: maybe(
        z.strictObject({
          latitude: z.number().check(z.gte(-90), z.lte(90)),
          longitude: z.number().check(z.gte(-180), z.lte(180)),
        }),
      ),
    }),
  ),
  room: maybe(localizedText),
  onlineUrl: maybe(webAddress),
  organisers: z._default(z.array(localizedText), []),
  /** The site's languages unless told. */
  languages: z.optional(z.array(localeSchema)),
  accessibility: z._default(z.array(z.enum(accessibilityServices)), []),
  audiences: z._default(z.array(z.enum(sessionAudiences)), []),
  agenda: z._default(
    z
      .array(
        z.strictObject({
          title: localizedText,
          /** The first day of the session unless told. */
          date: z.optional(civilDateSchema),
          startTime: maybe(hour),
          minutes: maybe(z.int().check(z.gte(1), z.lte(10_000))),
          room: maybe(localizedText),
        }),
      )
      .check(z.maxLength(200)),
    [],
  ),
  series: maybe(
    z.strictObject({
      /** Made from the name unless told. */
      id: z.optional(id),
      name: localizedText,
      ordinal: maybe(z.int().check(z.gte(1))),
    }),
  ),
  registration: maybe(
    z.strictObject({
      capacity: maybe(z.int().check(z.gte(0), z.lte(1_000_000))),
      opensAt: maybe(instantSchema),
      closesAt: maybe(instantSchema),
      placesPerRegistration: z._default(
        z.int().check(z.gte(1), z.lte(mostPlacesPerRegistration)),
        1,
      ),
      questions: z._default(questionsInputSchema, []),
      state: passedOver,
      remaining: passedOver,
      waiting: passedOver,
    }),
  ),
  closingReport: maybe(localizedText),
  /** References of proposals; those that are published are shown. */
  linkedProposals: z._default(z.array(id).check(z.maxLength(200)), []),
  /** A page of its own. */
  url: maybe(webAddress),
  /** As the site is unless told. */
  demonstration: z.optional(z.boolean()),
  sequence: passedOver,
  updatedAt: passedOver,
});

/** See {@link sessionInputSchema}. */
export type SessionInput = z.input<typeof sessionInputSchema>;

/** The same with what was left out filled in. */
export type CheckedSession = z.output<typeof sessionInputSchema>;

/** Which site a command is about. */
export const siteOnlySchema = z.strictObject({ site: siteIdSchema });

export const sitePrivacySchema = z.strictObject({
  site: siteIdSchema,
  privacy: privacyInputSchema,
});

export const consultationImportSchema = z.strictObject({
  site: siteIdSchema,
  consultations: z.array(consultationInputSchema),
});

export const sessionsImportSchema = z.strictObject({
  site: siteIdSchema,
  sessions: z.array(sessionInputSchema),
});

export const staffTokenCreateSchema = z.strictObject({
  site: siteIdSchema,
  label: z._default(text, 'staff'),
});

export const staffTokenRevokeSchema = z.strictObject({ site: siteIdSchema, token: text });

export const proposalsListSchema = z.strictObject({
  site: siteIdSchema,
  state: z.optional(z.enum(moderationStates)),
});

export const proposalSchema = z.strictObject({ site: siteIdSchema, reference: text });

export const proposalRefuseSchema = z.strictObject({
  site: siteIdSchema,
  reference: text,
  reason: z.enum(refusalReasons),
  words: z.optional(z.string()),
  language: z._default(localeSchema, 'ar'),
});

export const registrationsExportSchema = z.strictObject({ site: siteIdSchema, session: text });

export const nothingSchema = z.strictObject({});
