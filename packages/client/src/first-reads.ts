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

type Begun = Map<string, Promise<Response | undefined>>;

const begun = (): Begun =>
  ((globalThis as { [name]?: Begun })[name] ??= new Map<string, Promise<Response | undefined>>());

/** Begins the read of `url`, unless it is under way. Never throws; a failure is met by whoever asks later. */
export function begin(url: string): void {
  const reads = begun();
  if (reads.has(url)) return;
  const headers = { Accept: 'application/json' };
  reads.set(
    url,
    fetch(url, { ...publicRead, headers }).catch(() => undefined),
  );
}

/** The answer of a read of `url` that was begun, for the first who asks; undefined where none was, or it failed. */
export async function takeFirstRead(url: string): Promise<Response | undefined> {
  const reads = (globalThis as { [name]?: Begun })[name];
  const read = reads?.get(url);
  reads?.delete(url);
  return read;
}
