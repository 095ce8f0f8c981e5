/** The record of an answered request: for the log, figures and traces. */
export interface RequestRecord {
  readonly requestId: string;
  readonly method: string | undefined;
  /** Operation or kind of resource, one of a fixed number; never the path, which may hold what a person typed. */
  readonly route: string;
  readonly status: number;
  /** Milliseconds. */
  readonly ms: number;
}
