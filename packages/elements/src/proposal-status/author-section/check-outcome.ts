import type { WrittenText } from '@nafida/contract';
import type { ErrorReason } from '../../foundation/errors/error-reason.js';

/** Why a signature proves nothing here. `insecure`: browsers check signatures on secure pages alone. */
export type SignatureIssue = 'unsigned' | 'altered' | 'unknown_key' | 'insecure';

/** What came of looking at a signature: `signer` is the name of the site. */
export type CheckOutcome =
  | { readonly kind: 'valid'; readonly signer: WrittenText }
  | { readonly kind: 'issue'; readonly issue: SignatureIssue }
  | { readonly kind: 'failed'; readonly reason: ErrorReason };
