import { isNafidaError } from '@nafida/client/core.js';
import type { Session } from '@nafida/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Agenda } from '../agenda/agenda.js';

/** What the calendar knows of the session whose page is open. */
export interface OpenSession {
  readonly status: 'loading' | 'ready' | 'gone' | 'failed';
  readonly session: Session | undefined;
  readonly error: unknown;
  /** The event that it is a part of, once known. */
  readonly parent: Session | undefined;
  /** Its own parts; `failed` when they could not be asked for, undefined before. */
  readonly parts: readonly Session[] | 'failed' | undefined;
}

const nothingYet: OpenSession = {
  status: 'loading',
  session: undefined,
  error: null,
  parent: undefined,
  parts: undefined,
};

/** Keeps the open session as the server knows it, its seats above all. */
export class SessionReader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onRead: (session: Session) => void;
  #agenda: Agenda | undefined;
  #id: string | undefined;
  #reading: AbortController | undefined;
  #open: OpenSession | undefined;

  constructor(host: ReactiveControllerHost, onRead: (session: Session) => void) {
    this.#host = host;
    this.#onRead = onRead;
    host.addController(this);
  }

  /** Undefined while no session is open. */
  get open(): OpenSession | undefined {
    return this.#open;
  }

  hostConnected(): void {
    void this.refresh();
  }

  hostDisconnected(): void {
    this.#reading?.abort();
  }

  /** Opens a session, or closes the open one when `id` is null. */
  show(agenda: Agenda, id: string | null): void {
    if (agenda === this.#agenda && (id ?? undefined) === this.#id) return;
    this.#agenda = agenda;
    this.#id = id ?? undefined;
    this.#reading?.abort();
    this.#open = undefined;
    if (id === null) return;
    const session = agenda.knownSession(id);
    this.#open = { ...nothingYet, status: session ? 'ready' : 'loading', session };
    void this.refresh();
  }

  /** Asks the server for the open session again, and gives what it answered. */
  async refresh(): Promise<Session | undefined> {
    const [agenda, id] = [this.#agenda, this.#id];
    if (!agenda || id === undefined) return undefined;
    this.#reading?.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    const before = this.#open?.session;
    if (!before) this.#open = nothingYet;
    this.#host.requestUpdate();
    try {
      const session = await agenda.session(id, { fresh: before !== undefined, signal });
      if (signal.aborted) return undefined;
      this.#open = { ...this.#open!, status: 'ready', session, error: null };
      this.#onRead(session);
      void this.#readAround(agenda, session, signal);
      return session;
    } catch (error) {
      if (signal.aborted) return undefined;
      const isGone = isNafidaError(error) && error.kind === 'problem' && error.code === 'not_found';
      // What is known of the session stays readable while the server cannot be asked.
      const status = isGone ? 'gone' : before ? 'ready' : 'failed';
      this.#open = { ...this.#open!, status, session: before, error };
      return undefined;
    } finally {
      if (!signal.aborted) this.#host.requestUpdate();
    }
  }

  /** The event that a session is a part of, or the parts that it has. */
  async #readAround(agenda: Agenda, session: Session, signal: AbortSignal): Promise<void> {
    let around: Partial<OpenSession>;
    try {
      around =
        session.parent === null
          ? { parts: await agenda.partsOf(session.id, signal) }
          : {
              parent:
                agenda.knownSession(session.parent) ??
                (await agenda.session(session.parent, { signal })),
            };
    } catch {
      // The session itself is here: what is around it is missed, not more.
      around = session.parent === null ? { parts: 'failed' } : {};
    }
    if (signal.aborted || !this.#open) return;
    this.#open = { ...this.#open, ...around };
    this.#host.requestUpdate();
  }
}
