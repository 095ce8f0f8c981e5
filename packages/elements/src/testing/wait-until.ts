import { waitUntil as waitUntilTimeout } from '@open-wc/testing';

/**
 * Waits until `isSeen` gives something truthy. The page is not to blame for a busy machine, so it waits up to 20 s
 * where the library's own default gives up after one; rejects then with `what` in its message.
 */
export function waitUntil(isSeen: () => unknown, what = 'what a person would see'): Promise<void> {
  return waitUntilTimeout(isSeen, what, { timeout: 20_000 });
}
