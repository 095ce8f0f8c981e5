import * as z from 'zod/mini';
import { textChanges } from '../changes.js';
import { editorialText, identifierSchema, maybe, referenceSchema } from '../editorial.js';
import { sessionQuestionsInputSchema } from '../question/question-input.js';
import { territoryReferenceInputSchema } from '../territory-reference.js';
import { localeSchema } from '../text/locale.js';
import { civilDateSchema, instantSchema, timeZoneSchema } from '../time/time-schemas.js';
import { mostPlacesPerRegistration } from './registration.js';
import {
  accessibilityServices,
  meetingTypes,
  sessionAudiences,
  sessionKinds,
  sessionStatuses,
} from './session.js';

/** A time in the session's zone, `HH:MM`. */
export const clockTimeSchema = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));

/** An hour: `HH:MM` on the clocks of the place, or an instant as the protocol gives it. */
const hour = z.union([clockTimeSchema, instantSchema]);

const webAddress = z.url({ protocol: /^https?$/ });

/** Fields of answers that nobody sets. They are accepted and ignored, so that an answer can be sent back. */
const passedOver = z.optional(z.unknown());

/** Any text that stays the same: the UID of a calendar, the number of a list. */
const externalId = z.string().check(z.trim(), z.minLength(1), z.maxLength(255));

/** Seats of a session; null: no limit. */
export const capacitySchema = z.nullable(z.int().check(z.gte(0), z.lte(1_000_000)));

const placesPerRegistration = z.int().check(z.gte(1), z.lte(mostPlacesPerRegistration));

/** References of proposals; those that are published are shown. */
const linkedProposals = z.array(referenceSchema).check(z.maxLength(200));

const point = z.strictObject({
  latitude: z.number().check(z.gte(-90), z.lte(90)),
  longitude: z.number().check(z.gte(-180), z.lte(180)),
});

const ordinal = z.int().check(z.gte(1));

/** The values of each field. An absent field means its default in a new session, and no change in a change. */
const fields = {
  /** The `id` of the event that it is a part of. */
  parent: z.nullable(externalId),
  kind: z.enum(sessionKinds),
  title: editorialText,
  description: z.nullable(editorialText),
  typeOfMeeting: z.enum(meetingTypes),
  startDate: civilDateSchema,
  endDate: civilDateSchema,
  startTime: z.nullable(hour),
  endTime: z.nullable(hour),
  timeZone: timeZoneSchema,
  territory: territoryReferenceInputSchema,
  venue: z.nullable(
    z.strictObject({
      name: maybe(editorialText),
      address: maybe(editorialText),
      point: maybe(point),
    }),
  ),
  room: z.nullable(editorialText),
  onlineUrl: z.nullable(webAddress),
  organisers: z.array(editorialText),
  languages: z.array(localeSchema),
  accessibility: z.array(z.enum(accessibilityServices)),
  audiences: z.array(z.enum(sessionAudiences)),
  agenda: z
    .array(
      z.strictObject({
        title: editorialText,
        /** Default: the first day of the session. */
        date: z.optional(civilDateSchema),
        startTime: maybe(hour),
        minutes: maybe(z.int().check(z.gte(1), z.lte(10_000))),
        room: maybe(editorialText),
      }),
    )
    .check(z.maxLength(200)),
  series: z.nullable(
    z.strictObject({
      /** Default: made from the name. */
      id: z.optional(identifierSchema),
      name: editorialText,
      ordinal: maybe(ordinal),
    }),
  ),
  closingReport: z.nullable(editorialText),
  linkedProposals,
  /** A page of its own. */
  url: z.nullable(webAddress),
};

/**
 * A session as staff write it, in a file or in a request. Times are `HH:MM` on the clocks of `timeZone`; left out when
 * they are not known. A session as the protocol gives it is one too. `registration` null or absent: one comes without
 * registering.
 */
export const sessionInputSchema = z.strictObject({
  id: externalId,
  parent: z._default(fields.parent, null),
  kind: z._default(fields.kind, 'meeting'),
  title: fields.title,
  description: z._default(fields.description, null),
  typeOfMeeting: z._default(fields.typeOfMeeting, 'in_person'),
  status: z._default(z.enum(sessionStatuses), 'scheduled'),
  statusNote: maybe(editorialText),
  startDate: fields.startDate,
  endDate: z.optional(fields.endDate),
  startTime: z._default(fields.startTime, null),
  endTime: z._default(fields.endTime, null),
  timeZone: z._default(fields.timeZone, 'Africa/Casablanca'),
  /** Default: the site's own territory. */
  territory: z.optional(fields.territory),
  venue: z._default(fields.venue, null),
  room: z._default(fields.room, null),
  onlineUrl: z._default(fields.onlineUrl, null),
  organisers: z._default(fields.organisers, []),
  /** Default: the site's languages. */
  languages: z.optional(fields.languages),
  accessibility: z._default(fields.accessibility, []),
  audiences: z._default(fields.audiences, []),
  agenda: z._default(fields.agenda, []),
  series: z._default(fields.series, null),
  registration: maybe(
    z.strictObject({
      capacity: z._default(capacitySchema, null),
      opensAt: maybe(instantSchema),
      closesAt: maybe(instantSchema),
      placesPerRegistration: z._default(placesPerRegistration, 1),
      severalPerContact: z._default(z.boolean(), false),
      questions: z._default(sessionQuestionsInputSchema, []),
      state: passedOver,
      remaining: passedOver,
      waiting: passedOver,
    }),
  ),
  closingReport: z._default(fields.closingReport, null),
  linkedProposals: z._default(linkedProposals, []),
  url: z._default(fields.url, null),
  /** Default: as the site is. */
  demonstration: z.optional(z.boolean()),
  sequence: passedOver,
  updatedAt: passedOver,
});

/** See {@link sessionInputSchema}. */
export type SessionInput = z.input<typeof sessionInputSchema>;

/** The same with what was left out filled in. */
export type CheckedSession = z.output<typeof sessionInputSchema>;

/**
 * Changes to a session. At every depth, absent members stay and null removes an optional value; lists are given whole.
 * `status` puts a cancelled or postponed session back on the agenda. With `registration: null`, the session accepts no
 * more registrations; confirmed seats stay.
 */
export const sessionChangesSchema = z.partial(
  z.strictObject({
    ...fields,
    title: textChanges,
    description: z.nullable(textChanges),
    room: z.nullable(textChanges),
    closingReport: z.nullable(textChanges),
    venue: z.nullable(
      z.partial(
        z.strictObject({
          name: z.nullable(textChanges),
          address: z.nullable(textChanges),
          point: z.nullable(point),
        }),
      ),
    ),
    series: z.nullable(
      z.partial(
        z.strictObject({ id: identifierSchema, name: textChanges, ordinal: z.nullable(ordinal) }),
      ),
    ),
    status: z.literal('scheduled'),
    registration: z.nullable(
      z.partial(
        z.strictObject({
          capacity: capacitySchema,
          opensAt: z.nullable(instantSchema),
          closesAt: z.nullable(instantSchema),
          placesPerRegistration,
          severalPerContact: z.boolean(),
          questions: sessionQuestionsInputSchema,
        }),
      ),
    ),
  }),
);

/** See {@link sessionChangesSchema}. */
export type SessionChanges = z.input<typeof sessionChangesSchema>;

/** Calls a session off. `note` says why, to everybody. */
export const cancellationSchema = z.strictObject({ note: maybe(editorialText) });

/** See {@link cancellationSchema}. */
export type Cancellation = z.input<typeof cancellationSchema>;

/** Puts a session off: to another day (it is scheduled again then), or, without one, until further notice. */
export const postponementSchema = z.strictObject({
  note: maybe(editorialText),
  to: maybe(
    z.strictObject({
      startDate: civilDateSchema,
      endDate: z.optional(civilDateSchema),
      startTime: maybe(clockTimeSchema),
      endTime: maybe(clockTimeSchema),
    }),
  ),
});

/** See {@link postponementSchema}. */
export type Postponement = z.input<typeof postponementSchema>;

/** Closes a session that was held, with its report and the proposals that belong to it. */
export const closingSchema = z.strictObject({
  report: editorialText,
  linkedProposals: z._default(linkedProposals, []),
});

/** See {@link closingSchema}. */
export type Closing = z.input<typeof closingSchema>;

/**
 * Another number of seats. A number below the confirmed places is answered with `capacity_below_confirmed`, whose issue
 * has their number (`minimum`). With `moveToWaitingList`, those who were confirmed last go back to the head of the
 * waiting list instead, in order.
 */
export const capacityChangeSchema = z.strictObject({
  capacity: capacitySchema,
  moveToWaitingList: z._default(z.boolean(), false),
});

/** See {@link capacityChangeSchema}. */
export type CapacityChange = z.input<typeof capacityChangeSchema>;
