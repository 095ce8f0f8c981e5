import * as z from 'zod/mini';

/** Operations that need a proof of work. */
export const provenOperations = [
  'createAttachment',
  'createProposal',
  'createRegistration',
  'supportProposal',
] as const;

/** See {@link provenOperations}. */
export type ProvenOperation = (typeof provenOperations)[number];

/** Asks for a challenge for one operation of one site. */
export const challengeInputSchema = z.strictObject({ operation: z.enum(provenOperations) });

/** See {@link challengeInputSchema}. */
export type ChallengeInput = z.output<typeof challengeInputSchema>;

/**
 * A proof-of-work challenge in ALTCHA's second format, signed by the server and bound to site and operation.
 * The parameters are opaque here: the solver and the server's check read them.
 */
export const challengeSchema = z.object({
  parameters: z.looseObject({
    algorithm: z.string(),
    nonce: z.string(),
    salt: z.string(),
    cost: z.number(),
  }),
  signature: z.string(),
  expiresAt: z.iso.datetime({ offset: true }),
});

/** See {@link challengeSchema}. */
export type Challenge = z.output<typeof challengeSchema>;
