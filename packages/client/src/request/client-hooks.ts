import type { OperationId } from '@nafida/contract';

/**
 * What a program adds to the requests of its client, and is told of them. Runs for every attempt that leaves, and for
 * nothing else: not for input that is not valid, nor for readers who share the answer of another.
 */
export interface ClientHooks {
  /**
   * Headers to send along, as of a gateway or of tracing; those of the client's own stay as they are. What it throws is
   * what the call rejects with. A page may send to another origin only headers which that server allows.
   */
  readonly headers?: (
    attempt: Attempt,
  ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** Told of every attempt once it has ended, well or not. */
  readonly onAttempt?: (attempt: EndedAttempt) => void;
}

/** One sending of a request. Holds no query, no body and no token: it may be written into a log. */
export interface Attempt {
  /** Name of the operation in the protocol. */
  readonly operation: OperationId;
  readonly method: string;
  /** Without its query. */
  readonly url: string;
  /** 1 for the first sending. */
  readonly number: number;
}

/** What came of an {@link Attempt}. */
export interface EndedAttempt extends Attempt {
  /** How long it took, in milliseconds. */
  readonly durationMs: number;
  /** HTTP status; undefined where no answer came, 0 where the browser hides it. */
  readonly status: number | undefined;
  /** The id of the request in the server's log. */
  readonly requestId: string | undefined;
  /** Why it failed; undefined where it did not. */
  readonly error: unknown;
}

/** An answer, and the value that was found in it. */
interface Sent {
  readonly answer: { readonly status: number; readonly headers: Headers };
  readonly value: unknown;
}

type HeaderFields = Readonly<Record<string, string>>;

/** Runs one attempt with what hooks add to it. */
export type Around = (
  send: (headers: HeaderFields) => Promise<Sent>,
  headers: HeaderFields,
  attempt: Attempt,
  signal: AbortSignal,
) => Promise<Sent>;
