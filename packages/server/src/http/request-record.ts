/** What is said of a request once it is answered: in the log, in figures and in traces. */
export interface RequestRecord {
  readonly requestId: string;
  readonly method: string | undefined;
  /** Operation or kind of resource, one of a fixed number; never the path, which may hold what a person typed. */
  readonly route: string;
  readonly status: number;
  /** Milliseconds. */
  readonly ms: number;
}
