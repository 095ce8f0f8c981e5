import * as z from 'zod/mini';
import { localeSchema, localizedTextSchema } from './locale.js';
import { openEnum } from './open-enum.js';
import { pageOf } from './page.js';
import { questionSchema } from './question.js';
import { territoryReferenceSchema } from './territory-reference.js';
import { civilDateSchema, instantSchema, timeZoneSchema } from './time.js';

/** What sort of meeting a session is. */
export const sessionKinds = [
  'listening_session',
  'study_day',
  'workshop',
  'forum',
  'meeting',
] as const;

/** How people attend. */
export const meetingTypes = ['in_person', 'online', 'hybrid'] as const;

/** Where a session stands. */
export const sessionStatuses = ['scheduled', 'cancelled', 'postponed', 'held'] as const;

/** Services for people with disabilities, offered at a session. */
export const accessibilityServices = [
  'step_free',
  'sign_language',
  'captions',
  'hearing_loop',
  'assistance',
] as const;

/** Where a session takes place. `point` is WGS 84, in degrees. */
export const venueSchema = z.object({
  name: z.nullable(localizedTextSchema),
  address: z.nullable(localizedTextSchema),
  point: z.nullable(z.object({ latitude: z.number(), longitude: z.number() })),
});

/**
 * Seats and how to get one. `capacity` null means no limit. `remaining` counts the seats that whoever comes next
 * can have (null without limit): none while anybody waits, for the line is served strictly in order. `waiting` counts
 * the registrations on the waiting list. `state` is judged by the server's clock. `questions` are asked of everybody
 * who registers; `placesPerRegistration` is how many seats one registration may ask for.
 */
export const registrationDeskSchema = z.object({
  state: openEnum(['not_open', 'open', 'closed']),
  opensAt: z.nullable(instantSchema),
  closesAt: z.nullable(instantSchema),
  capacity: z.nullable(z.int()),
  remaining: z.nullable(z.int()),
  waiting: z.int(),
  placesPerRegistration: z.int(),
  questions: z.array(questionSchema),
});

/** See {@link registrationDeskSchema}. */
export type RegistrationDesk = z.output<typeof registrationDeskSchema>;

/**
 * A public meeting. `startDate` and `endDate` are civil dates in `timeZone`; `startTime` and `endTime` are
 * null when the hour is not known, and never invented. They are written with the offset of `timeZone`, so that the
 * hour as announced stands in the text: devices whose zone data are older or newer than the server's, as happens
 * whenever Morocco changes its clocks by decree, would work out another one. `sequence` grows with every change (RFC 5545).
 */
export const sessionSchema = z.object({
  id: z.string(),
  kind: openEnum(sessionKinds),
  title: localizedTextSchema,
  description: z.nullable(localizedTextSchema),
  typeOfMeeting: openEnum(meetingTypes),
  status: openEnum(sessionStatuses),
  startDate: civilDateSchema,
  endDate: civilDateSchema,
  startTime: z.nullable(instantSchema),
  endTime: z.nullable(instantSchema),
  timeZone: timeZoneSchema,
  territory: territoryReferenceSchema,
  venue: z.nullable(venueSchema),
  onlineUrl: z.nullable(z.string()),
  organisers: z.array(localizedTextSchema),
  languages: z.array(localeSchema),
  accessibility: z.array(openEnum(accessibilityServices)),
  series: z.nullable(z.object({ name: localizedTextSchema, ordinal: z.nullable(z.int()) })),
  /** Null when one comes without registering, or when nothing can be registered for. */
  registration: z.nullable(registrationDeskSchema),
  closingReport: z.nullable(localizedTextSchema),
  demonstration: z.boolean(),
  sequence: z.int(),
});

/** See {@link sessionSchema}. */
export type Session = z.output<typeof sessionSchema>;

/** A page of sessions, earliest first. */
export const sessionPageSchema = pageOf(sessionSchema);
