import type { Client } from '@nafida/client';
import type { Registration, Session } from '@nafida/contract';
import { isNafidaError } from '@nafida/client/core.js';
import type { CodeIssue } from '../../submission/lookup/code-issue.js';
import { codeIssueOf } from '../../submission/lookup/code-issue.js';

/** Why a registration could not be cancelled. */
export type CancelIssue = CodeIssue | 'closed';

/** Where the cancellation of a registration stands. */
export type CancelStep = 'idle' | 'asking' | 'cancelling';

/**
 * How a person who just registered hears of it, and of changes: by mail, by telephone because no e-mail address was left, or
 * not at all because the site sends none.
 */
export type MessagePromise = 'mail' | 'call' | 'none';

/**
 * A registration whose code is at hand, just made or opened with the code. Kept in memory only: computers in
 * youth centres and libraries are shared.
 */
export class HeldRegistration {
  readonly #client: Client;
  readonly #onChange: () => void;
  /** The manage code as it was given. */
  readonly code: string;
  /** True when the code was made just now and the person has to note it down. */
  readonly isNew: boolean;
  /** Undefined where the registration was opened with its code: what was left with it is not known then. */
  readonly messages: MessagePromise | undefined;
  /** The session it is for; undefined while it could not be read. */
  readonly session: Session | undefined;
  registration: Registration;
  step: CancelStep = 'idle';
  /** Why it could not be cancelled. */
  issue: CancelIssue | undefined;

  constructor(
    client: Client,
    held: {
      readonly code: string;
      readonly isNew: boolean;
      readonly messages?: MessagePromise;
      readonly session: Session | undefined;
      readonly registration: Registration;
    },
    onChange: () => void,
  ) {
    this.#client = client;
    this.#onChange = onChange;
    this.code = held.code;
    this.isNew = held.isNew;
    this.messages = held.messages;
    this.session = held.session;
    this.registration = held.registration;
  }

  /** A seat or a place on the waiting list is held, if only until the address is confirmed. */
  get isActive(): boolean {
    const { status } = this.registration;
    return status === 'unconfirmed' || status === 'confirmed' || status === 'waitlisted';
  }

  /** Asks before cancelling, or stops asking. */
  ask(isAsking: boolean): void {
    if (this.step === 'cancelling') return;
    this.step = isAsking ? 'asking' : 'idle';
    this.issue = undefined;
    this.#onChange();
  }

  /** Gives the seat back. True when the server confirmed; otherwise `issue` says why not. */
  async cancel(): Promise<boolean> {
    if (this.step === 'cancelling') return false;
    this.step = 'cancelling';
    this.issue = undefined;
    this.#onChange();
    try {
      this.registration = await this.#client.registrations.cancel(this.code);
      this.step = 'idle';
      return true;
    } catch (error) {
      this.step = 'asking';
      this.issue = isClosed(error) ? 'closed' : codeIssueOf(error);
      return false;
    } finally {
      this.#onChange();
    }
  }

  /** Looks whether a place has come free since; what is shown stays when the server cannot be asked. */
  async refresh(signal: AbortSignal): Promise<void> {
    try {
      this.registration = await this.#client.registrations.get(this.code, { fresh: true, signal });
      this.#onChange();
    } catch {
      // The next return to the page asks again.
    }
  }
}

function isClosed(error: unknown): boolean {
  return isNafidaError(error) && error.kind === 'problem' && error.code === 'registration_closed';
}
