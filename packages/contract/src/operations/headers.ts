/** Header that names one attempt of a create through all its retries. */
export const idempotencyKeyHeader = 'Idempotency-Key';

/** Days that a server remembers a key for, at least: longer than any phone keeps what waits for a connection. */
export const idempotencyKeyDays = 30;

/** Answer header, `true` when the answer is a replay of an earlier one. */
export const idempotencyReplayedHeader = 'Idempotency-Replayed';

/** Header with the solved proof of work: base64 of the JSON `{challenge, solution}` that the ALTCHA solver yields. */
export const proofHeader = 'Nafida-Proof';

/** 16 to 128 printable characters without spaces, for example a UUID: what {@link idempotencyKeyHeader} carries. */
export const idempotencyKeyPattern = /^[\x21-\x7E]{16,128}$/;

/**
 * The secret of a device, as bearer token, so that it is counted once: 22 to 64 random letters, digits, `-` and `_`,
 * made by the page and known to nobody else. It names no person, and servers keep only a keyed hash that differs for
 * each proposal.
 */
export const deviceSecretPattern = /^[A-Za-z0-9_-]{22,64}$/;

/** Names the request in the server's log; every answer of a server carries it. */
export const requestIdHeader = 'X-Request-Id';
