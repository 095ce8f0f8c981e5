/**
 * Reads that were begun before the client was there: the script that a page loads first knows what its tags will ask for
 * while their files are still on their way. Kept by address in the page's global scope under a symbol, since that script
 * and the client share no module.
 */

const name = Symbol.for('nafida.first-reads');

/** How a public read is sent; what is begun ahead must go out just like it. */
export const publicRead: Pick<RequestInit, 'mode' | 'credentials' | 'redirect' | 'referrerPolicy'> =
  {
    mode: 'cors',
    credentials: 'omit',
    // A body with personal data must not follow a redirect to an unknown server.
    redirect: 'manual',
    // Paths of the page may say more than its visitor wants; the origin is what the server needs to know.
    referrerPolicy: 'strict-origin',
  };

/** How long an answer may wait for its first use, in ms. After that, seats and states are requested again. */
const keptMs = 30_000;

/** Resolves with the answer; with undefined if the read failed or the answer has waited too long. */
type BegunRead = Promise<(() => Response | undefined) | undefined>;

type Begun = Map<string, BegunRead>;

const begun = (): Begun => ((globalThis as { [name]?: Begun })[name] ??= new Map() as Begun);

/** Starts the read of `url` unless it is running. Never throws; the later caller gets the error. */
export function begin(url: string): void {
  const reads = begun();
  if (reads.has(url)) return;
  const headers = { Accept: 'application/json' };
  const read = fetch(url, { ...publicRead, headers }).then(
    (response) => {
      // A clock that stops while a page sleeps would be wrong here.
      const answeredAt = Date.now();
      return () => (Date.now() - answeredAt > keptMs ? undefined : response);
    },
    () => undefined,
  );
  reads.set(url, read);
}

/**
 * The answer of a read of `url` that was started early, for the first caller; undefined if none was started, if it
 * failed, or if it has waited too long.
 */
export async function takeFirstRead(url: string): Promise<Response | undefined> {
  const reads = (globalThis as { [name]?: Begun })[name];
  const read = reads?.get(url);
  reads?.delete(url);
  return (await read)?.();
}
