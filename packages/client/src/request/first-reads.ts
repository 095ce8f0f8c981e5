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
    // A body with personal data must not follow a redirect to who knows where.
    redirect: 'manual',
    // Paths of the page may say more than its visitor wants; the origin is what the server needs to know.
    referrerPolicy: 'strict-origin',
  };

/** For how long an answer may wait for who needs it, in ms: seats and states of later are asked for anew. */
const keptMs = 30_000;

/** Gives the answer once it is there; undefined where the read failed, or where the answer has waited too long. */
type BegunRead = Promise<(() => Response | undefined) | undefined>;

type Begun = Map<string, BegunRead>;

const begun = (): Begun => ((globalThis as { [name]?: Begun })[name] ??= new Map() as Begun);

/** Begins the read of `url`, unless it is under way. Never throws; a failure is met by whoever asks later. */
export function begin(url: string): void {
  const reads = begun();
  if (reads.has(url)) return;
  const headers = { Accept: 'application/json' };
  const read = fetch(url, { ...publicRead, headers }).then(
    (response) => {
      // A clock that stands still while a page sleeps would not do.
      const answeredAt = Date.now();
      return () => (Date.now() - answeredAt > keptMs ? undefined : response);
    },
    () => undefined,
  );
  reads.set(url, read);
}

/**
 * The answer of a read of `url` that was begun, for the first who asks; undefined where none was, where it failed, or
 * where it has waited too long.
 */
export async function takeFirstRead(url: string): Promise<Response | undefined> {
  const reads = (globalThis as { [name]?: Begun })[name];
  const read = reads?.get(url);
  reads?.delete(url);
  return (await read)?.();
}
