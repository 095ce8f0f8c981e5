import * as z from 'zod/mini';
import { citizenLine } from './citizen-text.js';
import { consentSchema } from './consent.js';
import { localeSchema } from './locale.js';
import { openEnum } from './open-enum.js';
import { instantSchema } from './time.js';

/** A person asking for a seat. An e-mail address or a telephone number is needed, so that changes can be told. */
export const registrationInputSchema = z
  .strictObject({
    name: citizenLine({ min: 2, max: 100 }),
    email: z.optional(z.email().check(z.maxLength(254))),
    phone: z.optional(z.string().check(z.trim(), z.regex(/^\+?[0-9][0-9 ().-]{6,24}$/))),
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
 * One person's seat or place on the waiting list. `position` counts from 1 and is null unless waitlisted.
 * `doorCode` is what the person shows at the door. `manageToken` opens the registration later; it is given once,
 * in the answer to the create, and null otherwise.
 */
export const registrationSchema = z.object({
  id: z.string(),
  session: z.string(),
  status: openEnum(['confirmed', 'waitlisted', 'cancelled']),
  position: z.nullable(z.int()),
  doorCode: z.string(),
  createdAt: instantSchema,
  manageToken: z.nullable(z.string()),
});

/** See {@link registrationSchema}. */
export type Registration = z.output<typeof registrationSchema>;
