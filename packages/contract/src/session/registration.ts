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
 * A person asking for a seat, or for several where the session allows it (`placesPerRegistration`). An e-mail
 * address or a telephone number is needed, so that changes can be told. `answers` are those to the session's
 * questions; see `checkAnswers`.
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
 * Where a registration stands. `unconfirmed`: a mail went to the address that was given, and what it asks for has to be
 * done by `confirmBy`.
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
 * there is less room; at most one of them is set, whichever came last. `confirmBy` is null unless `unconfirmed`: what was
 * kept for the person until then goes to others. An address that is registered already is answered in the same way, and
 * is told so by mail. `doorCode` is what the person shows at the
 * door. `manageToken` opens the registration later; it is given once, in the answer to the create, and null otherwise.
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
