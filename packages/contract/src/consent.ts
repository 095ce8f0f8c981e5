import * as z from 'zod/mini';

/** The privacy notice a person accepted: the `hash` of the site's {@link Privacy} as it was shown. */
export const consentSchema = z.strictObject({
  privacyHash: z
    .string()
    .check(
      z.refine((hash) => /^[0-9a-f]{64}$/.test(hash), { params: { code: 'consent_required' } }),
    ),
});
