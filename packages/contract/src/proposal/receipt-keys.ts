import * as z from 'zod/mini';
import { openEnum } from '../open-enum.js';
import { instantSchema } from '../time/time-schemas.js';

/** Which key signed a receipt, and the signature (base64url) over `receiptStatement`. */
export const receiptSignatureSchema = z.object({ key: z.string(), value: z.string() });

/**
 * Public keys of a site, with which anyone can check its receipts: raw Ed25519 keys in base64url. `until` is null for the
 * one in force; older ones stay, for older receipts.
 */
export const receiptKeysSchema = z.object({
  site: z.string(),
  keys: z.array(
    z.object({
      id: z.string(),
      algorithm: openEnum(['Ed25519']),
      publicKey: z.string(),
      since: instantSchema,
      until: z.nullable(instantSchema),
    }),
  ),
});

/** See {@link receiptKeysSchema}. */
export type ReceiptKeys = z.output<typeof receiptKeysSchema>;
