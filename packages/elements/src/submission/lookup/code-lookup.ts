import type { Client } from '@nafida/client';
import type { CodeIssue } from './code-issue.js';
import { codeIssueOf } from './code-issue.js';

/** What a lookup needs from its element. */
export interface CodeLookupOptions<Found> {
  /** The service to ask; undefined while it is not known. */
  readonly client: () => Client | undefined;
  /** Ends the requests. */
  readonly signal: () => AbortSignal;
  /** What the code opens. Rejects with the client's errors. */
  readonly read: (client: Client, code: string, signal: AbortSignal) => Promise<Found>;
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** Shows what a code opens to the person who has it: a proposal's tracking code, the code of a registration. Knows no DOM. */
export class CodeLookup<Found> {
  readonly #options: CodeLookupOptions<Found>;
  /** The code, as typed. */
  code = '';
  #latest: { readonly code: string; readonly signal: AbortSignal } | undefined;
  #issue: CodeIssue | 'required' | undefined;
  #found: Found | undefined;
  #foundCode = '';

  constructor(options: CodeLookupOptions<Found>) {
    this.#options = options;
  }

  get isLooking(): boolean {
    return this.#latest !== undefined;
  }

  /** Why the code showed nothing. */
  get issue(): CodeIssue | 'required' | undefined {
    return this.#issue;
  }

  /** What the code opened. */
  get found(): Found | undefined {
    return this.#found;
  }

  /** The code of what is shown; empty while nothing is. */
  get foundCode(): string {
    return this.#foundCode;
  }

  /** Shows what has just been changed. */
  take(found: Found): void {
    if (!this.#found) return;
    this.#found = found;
    this.#options.onChange();
  }

  /** Looks up what {@link code} opens. The latest call wins; the same code again waits for the answer to come. */
  async open(): Promise<void> {
    const { client: clientOf, signal: signalOf, read, onChange, onError } = this.#options;
    const code = this.code.trim();
    const client = clientOf();
    if (this.#latest?.code === code && !this.#latest.signal.aborted) return;
    this.#issue = code === '' ? 'required' : client ? undefined : 'setup';
    if (this.#issue || !client) {
      onChange();
      return;
    }
    const signal = signalOf();
    const look = { code, signal };
    this.#latest = look;
    onChange();
    try {
      const found = await read(client, code, signal);
      if (this.#latest !== look) return;
      this.#found = found;
      this.#foundCode = code;
      this.code = '';
    } catch (error) {
      if (this.#latest !== look || signal.aborted) return;
      this.#issue = codeIssueOf(error);
      onError(error);
    } finally {
      if (this.#latest === look) {
        this.#latest = undefined;
        onChange();
      }
    }
  }

  /** Asks again for what is shown: it may have grown old. What stands there stays where nobody answers. */
  async refresh(): Promise<void> {
    const { client: clientOf, signal: signalOf, read, onChange } = this.#options;
    const client = clientOf();
    const shown = this.#found;
    if (!shown || !client) return;
    const found = await read(client, this.#foundCode, signalOf()).catch(() => shown);
    if (this.#found !== shown || found === shown) return;
    this.#found = found;
    onChange();
  }

  /** Forgets the code and what it showed: the next person at this computer must not see it. */
  close(): void {
    this.#latest = undefined;
    this.code = '';
    this.#issue = undefined;
    this.#found = undefined;
    this.#foundCode = '';
    this.#options.onChange();
  }
}
