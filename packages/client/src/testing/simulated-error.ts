import { problemMediaType, problemOf } from '@nafida/contract';

/**
 * A simulated error: the server is not reached; it stores the request but its answer is lost; no answer ever comes; the
 * sign-in page of a public network answers instead; the server is too busy.
 */
export type SimulatedError =
  'unreachable' | 'lost_answer' | 'silence' | 'captive_portal' | 'unavailable';

/** Ends one request in `error`. `request` is what would have happened otherwise. */
export async function simulateError(
  error: SimulatedError,
  request: () => Promise<Response>,
): Promise<Response> {
  switch (error) {
    case 'lost_answer':
      await request();
      throw new TypeError('Failed to fetch');
    case 'unreachable':
      throw new TypeError('Failed to fetch');
    case 'silence':
      return new Promise(() => {});
    case 'captive_portal':
      return new Response('<!doctype html><title>Wi-Fi</title>', {
        headers: { 'Content-Type': 'text/html' },
      });
    case 'unavailable':
      return new Response(JSON.stringify(problemOf('unavailable')), {
        status: 503,
        headers: { 'Content-Type': problemMediaType },
      });
  }
}
