import type { Session } from '@nafida/contract';

/** The texts of searching, filtering and subscribing in one language. */
export interface ToolsMessages {
  readonly search: string;
  readonly searchHint: string;
  readonly type: string;
  readonly audience: string;
  readonly place: string;
  /** The first choice of a filter: no filter. */
  readonly all: string;
  readonly audiences: Readonly<Record<Exclude<Session['audiences'][number], 'unknown'>, string>>;
  readonly removeFilters: string;
  readonly showPast: string;
  readonly showComing: string;
  /** Above all that was searched for. */
  readonly found: string;
  readonly results: string;
  readonly pastSessions: string;
  readonly noResults: string;
  readonly resultCount: (count: number) => string;
  readonly more: string;
  readonly earlier: string;
  readonly subscribe: string;
  readonly subscribeHint: string;
  readonly subscribeHere: string;
  readonly subscribeAddress: string;
  readonly copy: string;
  readonly copied: string;
}
