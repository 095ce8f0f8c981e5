import { executeServerCommand } from '@web/test-runner-commands';

/** Something on the page as the browser tells it to screen readers. */
export interface Spoken {
  /** A role of ARIA, in Chromium's spelling. */
  readonly role: string;
  readonly name: string;
}

/**
 * What the browser tells screen readers of the whole page, in order. Its own reckoning, not a library's: browsers differ
 * from the standard where it hurts. False in engines that do not show it (Firefox, WebKitGTK): skip the test there.
 */
export function spokenNames(): Promise<readonly Spoken[] | false> {
  return executeServerCommand<readonly Spoken[] | false, object>('page:names', {});
}
