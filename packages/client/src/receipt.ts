import type { Receipt, ReceiptKeys } from '@nafida/contract';
import { proposalContent, receiptStatement } from '@nafida/contract/receipt-content.js';
import { neverSent } from './errors/nafida-error.js';
import { NetworkError } from './errors/network-error.js';

/** The result of checking a receipt; `key` signed it. */
export type ReceiptVerdict =
  | { readonly valid: true; readonly key: string }
  | { readonly valid: false; readonly reason: InvalidReceiptReason };

/**
 * Why a receipt proves nothing: it has no signature; the site never had the key; the text is not the one that was
 * signed; the key was not in use on that day; or the signature belongs to another receipt.
 */
export type InvalidReceiptReason =
  'unsigned' | 'unknown_key' | 'content_changed' | 'key_not_in_force' | 'signature_wrong';

/** The signed parts of a receipt. */
export type SignedReceipt = Pick<
  Receipt,
  | 'reference'
  | 'receivedAt'
  | 'contentHash'
  | 'signature'
  | 'consultation'
  | 'axis'
  | 'territory'
  | 'title'
  | 'body'
>;

// Clocks of several processes differ a little, and a key is made while proposals come in.
const toleranceMs = 60_000;

/**
 * Checks that the site signed this receipt with the text that it shows. It needs no server, if you have stored the
 * keys. It works without Ed25519 in WebCrypto, but needs a secure page like all of WebCrypto.
 */
export async function verifyReceipt(
  receipt: SignedReceipt,
  { site, keys }: ReceiptKeys,
): Promise<ReceiptVerdict> {
  const { signature, receivedAt } = receipt;
  if (!signature) return refuted('unsigned');
  const key = keys.find(({ id, algorithm }) => id === signature.key && algorithm === 'Ed25519');
  if (!key) return refuted('unknown_key');
  const encoder = new TextEncoder();
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(proposalContent(receipt)));
  if (hexOf(new Uint8Array(digest)) !== receipt.contentHash) return refuted('content_changed');

  const at = Date.parse(receivedAt);
  const isEarly = at < Date.parse(key.since) - toleranceMs;
  const isLate = key.until !== null && at > Date.parse(key.until) + toleranceMs;
  if (isEarly || isLate) return refuted('key_not_in_force');

  const value = bytesOf(signature.value);
  const publicKey = bytesOf(key.publicKey);
  if (value?.length !== 64 || publicKey?.length !== 32) return refuted('signature_wrong');
  const { verifyAsync } = await loadEd25519();
  const isSigned = await verifyAsync(
    value,
    encoder.encode(receiptStatement(site, receipt)),
    publicKey,
  ).catch(() => false);
  return isSigned ? { valid: true, key: key.id } : refuted('signature_wrong');
}

const refuted = (reason: InvalidReceiptReason) => ({ valid: false, reason }) as const;

/** The curve is loaded with the first receipt that is checked. */
async function loadEd25519(): Promise<typeof import('@noble/ed25519')> {
  try {
    return await import('@noble/ed25519');
  } catch (cause) {
    throw new NetworkError(neverSent, cause);
  }
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(base64url: string): Uint8Array | undefined {
  try {
    const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
