import * as z from 'zod/mini';
import { siteIdPattern } from './identifiers.js';
import { openEnum } from './open-enum.js';
import { territoryReferenceSchema } from './territory-reference.js';
import { languageSchema, localizedTextSchema } from './text/locale.js';
import { civilDateSchema } from './time/time-schemas.js';

/** See {@link siteIdPattern}. */
export const siteIdSchema = z.string().check(z.regex(siteIdPattern));

/**
 * The information that law 09-08 requires of a form: who is responsible for the data, why, who receives them, how long
 * they are kept, where people exercise their rights, and the CNDP's number. `hash` identifies this exact text; a
 * submission contains it as proof of what was accepted.
 */
export const privacySchema = z.object({
  controller: localizedTextSchema,
  purpose: localizedTextSchema,
  recipients: localizedTextSchema,
  retentionMonths: z.int(),
  contact: z.object({
    email: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    address: z.nullable(localizedTextSchema),
  }),
  cndp: z.object({
    kind: openEnum(['declaration', 'authorisation', 'pending']),
    number: z.nullable(z.string()),
    date: z.nullable(civilDateSchema),
  }),
  transfer: z.nullable(localizedTextSchema),
  hash: z.string(),
});

/** See {@link privacySchema}. */
export type Privacy = z.output<typeof privacySchema>;

/**
 * Days off that the authority announces, first and last included: the religious ones, whose dates are known once the
 * moon has been seen. Those of every year have fixed dates and need no announcing.
 */
export const holidaySchema = z.object({
  startDate: civilDateSchema,
  endDate: civilDateSchema,
  name: localizedTextSchema,
});

/** See {@link holidaySchema}. */
export type Holiday = z.output<typeof holidaySchema>;

/**
 * A commune, province or region with its own pages, languages and privacy notice. With `sendsMail`, people who leave an
 * e-mail address get mails; otherwise news is only on the page, or told by telephone. `origins` are those of the pages
 * that may send to the site, `self` for pages that the server itself serves; absent if all may send.
 */
export const siteSchema = z.object({
  id: siteIdSchema,
  name: localizedTextSchema,
  territory: territoryReferenceSchema,
  locales: z.array(languageSchema),
  privacy: z.nullable(privacySchema),
  holidays: z.array(holidaySchema),
  sendsMail: z.boolean(),
  origins: z.optional(z.array(z.string())),
  demonstration: z.boolean(),
  apiVersion: z.string(),
});

/** See {@link siteSchema}. */
export type Site = z.output<typeof siteSchema>;
