import type { SessionInput } from '@nafida/contract/staff.js';

/** What a file holds, and what its author should know about how it was read. */
export interface FiledSessions {
  readonly sessions: SessionInput[];
  readonly remarks: readonly string[];
}
