import { randomUUID } from 'node:crypto';

/** Hexadecimal digits, as proxies make them, so that no text from outside gets into a log. */
const sane = /^[0-9a-f](?:[0-9a-f-]{14,62})[0-9a-f]$/i;

/** The id that a proxy gave a request (`X-Request-Id`), so that its log and ours can be read together; else a new one. */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && sane.test(given) ? given : randomUUID();
}
