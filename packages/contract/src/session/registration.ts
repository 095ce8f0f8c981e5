import * as z from 'zod/mini';
import { consentSchema } from '../consent.js';
import { openEnum } from '../open-enum.js';
import { answersSchema } from '../question/question.js';
import { citizenText } from '../text/citizen-text.js';
import { emailSchema, phoneSchema } from '../text/contact.js';
import { localeSchema } from '../text/locale.js';
import { personNameSchema } from '../text/person-name.js';
import { instantSchema } from '../time/time-schemas.js';

/** Most places that one registration can ever ask for; a session says how many it allows. */
export const mostPlacesPerRegistration = 50;

/** Help that a person may need in order to take part. */
export const registrationNeeds = [
  'sign_language_interpreter',
  'wheelchair_access',
  'captions',
  'companion',
  'language_interpreter',
  'other',
] as const;

/** See {@link registrationNeeds}. */
export type RegistrationNeed = (typeof registrationNeeds)[number];

/**
 * A person who asks for a seat, or for several if the session allows it (`placesPerRegistration`). An e-mail address or
 * a telephone number is required, for messages about changes. `answers` are those to the session's questions; see
 * `checkAnswers`.
 */
export const registrationInputSchema = z
  .strictObject({
    name: personNameSchema,
    email: z.optional(emailSchema),
    phone: z.optional(phoneSchema),
    places: z.optional(z.int().check(z.gte(1), z.lte(mostPlacesPerRegistration))),
    answers: z.optional(answersSchema),
    needs: z.optional(
      z.array(z.enum(registrationNeeds)).check(z.maxLength(registrationNeeds.length)),
    ),
    needsDetails: z.optional(citizenText({ min: 0, max: 500 })),
    language: localeSchema,
    consent: consentSchema,
  })
  .check(
    z.refine(({ email, phone }) => email !== undefined || phone !== undefined, {
      path: ['email'],
      params: { code: 'contact_required' },
    }),
  );

/** See {@link registrationInputSchema}. */
export type RegistrationInput = z.input<typeof registrationInputSchema>;

/**
 * The statuses of a registration. `unconfirmed`: a mail was sent to the address, and the person has to confirm it by
 * `confirmBy`.
 */
export const registrationStatuses = [
  'unconfirmed',
  'confirmed',
  'waitlisted',
  'cancelled',
] as const;

/**
 * One person's seats or place on the waiting list. `position` counts registrations from 1 and is null unless
 * waitlisted. `promotedAt` is when it came up from the waiting list, `movedAt` when it had to go back there because
 * there are fewer seats; only the later one is set. `confirmBy` is null unless `unconfirmed`: after it, the seats go to
 * others. An address that is registered already gets the same answer, and only its mail says so. The person shows
 * `doorCode` at the entrance. `manageToken` opens the registration later; it is given once, in the answer to the
 * create, and is null otherwise.
 */
export const registrationSchema = z.object({
  id: z.string(),
  session: z.string(),
  status: openEnum(registrationStatuses),
  position: z.nullable(z.int()),
  places: z.int(),
  doorCode: z.string(),
  createdAt: instantSchema,
  promotedAt: z.nullable(instantSchema),
  movedAt: z.nullable(instantSchema),
  confirmBy: z.nullable(instantSchema),
  manageToken: z.nullable(z.string()),
});

/** See {@link registrationSchema}. */
export type Registration = z.output<typeof registrationSchema>;
