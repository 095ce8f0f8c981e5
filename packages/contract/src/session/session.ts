import * as z from 'zod/mini';
import { openEnum } from '../open-enum.js';
import { pageOf } from '../page.js';
import { questionSchema } from '../question/question.js';
import { territoryReferenceSchema } from '../territory-reference.js';
import { languageSchema, localizedTextSchema } from '../text/locale.js';
import { civilDateSchema, instantSchema, timeZoneSchema } from '../time/time-schemas.js';
import {
  accessibilityServices,
  meetingTypes,
  sessionAudiences,
  sessionKinds,
  sessionStatuses,
} from './session-terms.js';

export { accessibilityServices, meetingTypes, sessionAudiences, sessionKinds, sessionStatuses };

/** The place of a session. `point` is WGS 84, in degrees. */
export const venueSchema = z.object({
  name: z.nullable(localizedTextSchema),
  address: z.nullable(localizedTextSchema),
  point: z.nullable(z.object({ latitude: z.number(), longitude: z.number() })),
});

/**
 * The seats of a session and how to get one. `capacity` null means no limit. `remaining` is the number of seats for the
 * next person (null without limit): 0 while anybody waits, because the line is served strictly in order. `waiting` is
 * the number of registrations on the waiting list. The server's clock decides `state`. Everybody who registers answers
 * `questions`. `placesPerRegistration` is how many seats one registration may ask for. An e-mail address or a telephone
 * number serves for one registration, unless `severalPerContact` is true.
 */
export const sessionRegistrationSchema = z.object({
  state: openEnum(['not_open', 'open', 'closed']),
  opensAt: z.nullable(instantSchema),
  closesAt: z.nullable(instantSchema),
  capacity: z.nullable(z.int()),
  remaining: z.nullable(z.int()),
  waiting: z.int(),
  placesPerRegistration: z.int(),
  severalPerContact: z.boolean(),
  questions: z.array(questionSchema),
});

/** See {@link sessionRegistrationSchema}. */
export type SessionRegistration = z.output<typeof sessionRegistrationSchema>;

/**
 * One point of a session's agenda, in the order of the day. `startTime` is written like the session's own; `minutes`
 * is how long it is meant to take; both are null if they are not known.
 */
export const agendaItemSchema = z.object({
  title: localizedTextSchema,
  startTime: z.nullable(instantSchema),
  minutes: z.nullable(z.int()),
  room: z.nullable(localizedTextSchema),
});

/** See {@link agendaItemSchema}. */
export type AgendaItem = z.output<typeof agendaItemSchema>;

const inferredSessionSchema = z.object({
  id: z.string(),
  parent: z.nullable(z.string()),
  kind: openEnum(sessionKinds),
  title: localizedTextSchema,
  description: z.nullable(localizedTextSchema),
  typeOfMeeting: openEnum(meetingTypes),
  status: openEnum(sessionStatuses),
  statusNote: z.nullable(localizedTextSchema),
  startDate: civilDateSchema,
  endDate: civilDateSchema,
  startTime: z.nullable(instantSchema),
  endTime: z.nullable(instantSchema),
  timeZone: timeZoneSchema,
  territory: territoryReferenceSchema,
  venue: z.nullable(venueSchema),
  room: z.nullable(localizedTextSchema),
  onlineUrl: z.nullable(z.string()),
  organisers: z.array(localizedTextSchema),
  languages: z.array(languageSchema),
  accessibility: z.array(openEnum(accessibilityServices)),
  audiences: z.array(openEnum(sessionAudiences)),
  agenda: z.array(agendaItemSchema),
  series: z.nullable(
    z.object({ id: z.string(), name: localizedTextSchema, ordinal: z.nullable(z.int()) }),
  ),
  /** Null if one comes without registering, or when nothing can be registered for. */
  registration: z.nullable(sessionRegistrationSchema),
  closingReport: z.nullable(localizedTextSchema),
  linkedProposals: z.array(z.string()),
  /** The session's own page on the site, besides what the tags show. */
  url: z.nullable(z.string()),
  demonstration: z.boolean(),
  sequence: z.int(),
  updatedAt: instantSchema,
});
type InferredSessionSchema = typeof inferredSessionSchema;

/** The type of {@link sessionSchema}, named so that declarations made of it stay short. */
export interface SessionSchema extends InferredSessionSchema {}

/**
 * A public meeting. `startDate` and `endDate` are civil dates in `timeZone`; `startTime` and `endTime` are null if the
 * time is not known, and never invented. They have the offset of `timeZone`, so that the text shows the announced time:
 * devices with older or newer zone data than the server's, as after each decree about Morocco's clocks, would compute
 * another one. `sequence` grows with every change of what was announced (RFC 5545), and `updatedAt` is the time of that
 * change; registrations change neither.
 *
 * `parent` is the id of the event that contains this one, such as the forum of a workshop; a part has no parts.
 * `statusNote` is the organisers' reason for a cancellation or postponement. `audiences` is empty if everyone is
 * invited. `linkedProposals` are references of published proposals.
 */
export const sessionSchema: SessionSchema = inferredSessionSchema;

/** See {@link sessionSchema}. */
export type Session = z.output<typeof sessionSchema>;

/** A page of sessions, earliest first. */
export const sessionPageSchema = pageOf(sessionSchema);
