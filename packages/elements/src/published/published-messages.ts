import type { Proposal } from '@nafida/contract';
import type { ErrorReason } from '../foundation/errors/error-reason.js';

/** Words that published proposals are shown with, in a list and alone. */
export interface PublishedMessages {
  readonly loading: string;
  readonly failedBecause: (reason: ErrorReason) => string;
  readonly retry: string;
  readonly statuses: Readonly<Record<Proposal['status'], string>>;
  /** How it came, where that was not on the site by its author. */
  readonly channels: Readonly<Record<Proposal['channel'], string | null>>;
  /** Stands before the session that it comes from. */
  readonly collectedAt: string;
  readonly publishedOn: (day: string) => string;
  readonly supportCount: (count: number) => string;
  readonly answer: string;
}
