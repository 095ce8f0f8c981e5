import type { Session } from '@nafida/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Agenda, NearbySession } from './agenda.js';
import type { Month } from '../day/civil-day.js';
import { prepareNeighbours } from './neighbour-months.js';

/** What the calendar knows of the month it shows. */
export interface AgendaState {
  /** `stale`: the server could not be asked, what was known before is shown. `failed`: nothing was known. */
  readonly status: 'loading' | 'ready' | 'stale' | 'failed';
  readonly sessions: readonly Session[];
  readonly nearby: NearbySession | null;
  /** When {@link sessions} were read, in milliseconds. */
  readonly readAt: number | null;
  readonly error: unknown;
}

const nothingYet: AgendaState = {
  status: 'loading',
  sessions: [],
  nearby: null,
  readAt: null,
  error: null,
};

/** What is younger than this is not asked for again, in milliseconds. */
const freshness = 30_000;

/** Minimum time between two drawings of a month that comes in parts, in milliseconds: each costs as much as the whole. */
const partPause = 250;

/** Reads the month that the calendar shows, and draws the calendar again as the answer comes in. */
export class AgendaReader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onError: (error: unknown) => void;
  #agenda: Agenda | undefined;
  #month: Month | undefined;
  #reading: AbortController | undefined;
  #ahead: AbortController | undefined;
  #state = nothingYet;

  constructor(host: ReactiveControllerHost, onError: (error: unknown) => void) {
    this.#host = host;
    this.#onError = onError;
    host.addController(this);
  }

  get state(): AgendaState {
    return this.#state;
  }

  /** True while the server is being asked, also behind a month that is already shown. */
  get busy(): boolean {
    return this.#reading !== undefined;
  }

  hostConnected(): void {
    this.refresh();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Shows a month: at once as far as it is known, then as the server knows it. */
  show(agenda: Agenda, month: Month): void {
    if (agenda === this.#agenda && month === this.#month) return;
    this.#stop();
    this.#agenda = agenda;
    this.#month = month;
    this.#state = nothingYet;
    this.#takeKnown('ready');
    this.refresh();
  }

  /** Asks the server again where what is shown has grown old; always when `now` is set. */
  refresh({ now = false }: { now?: boolean } = {}): void {
    const { status, readAt } = this.#state;
    const isYoung = status === 'ready' && readAt !== null && Date.now() - readAt < freshness;
    if (!now && (isYoung || this.#reading)) return;
    void this.#read(now || readAt !== null);
  }

  /** Reads the months beside the one that is shown, once it is there and nothing else is to be done. */
  readAhead(): void {
    if (this.#ahead || this.#reading || this.#state.status !== 'ready') return;
    this.#ahead = new AbortController();
    prepareNeighbours(this.#agenda!, this.#month!, this.#ahead.signal);
  }

  /** Puts what was just learnt of one session into what is shown. */
  replace(session: Session): void {
    this.#agenda?.replace(session);
    this.#takeKnown(this.#state.status);
    this.#host.requestUpdate();
  }

  #takeKnown(status: AgendaState['status']): boolean {
    const known = this.#month && this.#agenda?.known(this.#month);
    if (!known) return false;
    this.#state = {
      status,
      sessions: known.sessions,
      nearby: known.nearby ?? null,
      readAt: known.readAt,
      error: null,
    };
    return true;
  }

  async #read(fresh: boolean): Promise<void> {
    const [agenda, month] = [this.#agenda, this.#month];
    if (!agenda || !month) return;
    this.#stop();
    const reading = new AbortController();
    const { signal } = reading;
    this.#reading = reading;
    if (this.#state.status === 'failed') this.#state = nothingYet;
    this.#host.requestUpdate();
    let drawnAt = -Infinity;
    const onPart = (sessions: readonly Session[]) => {
      if (signal.aborted || this.#state.readAt !== null) return;
      if (performance.now() - drawnAt < partPause) return;
      drawnAt = performance.now();
      this.#state = { ...nothingYet, sessions };
      this.#host.requestUpdate();
    };
    try {
      await agenda.read(month, { fresh, signal, onPart });
      if (signal.aborted) return;
      this.#takeKnown('ready');
    } catch (error) {
      if (signal.aborted) return;
      if (!this.#takeKnown('stale') && (await agenda.restore(month)) && !signal.aborted) {
        this.#takeKnown('stale');
      }
      if (signal.aborted) return;
      if (this.#state.readAt === null) this.#state = { ...nothingYet, status: 'failed' };
      this.#state = { ...this.#state, error };
      this.#onError(error);
    }
    this.#reading = undefined;
    this.#host.requestUpdate();
  }

  #stop(): void {
    this.#reading?.abort();
    this.#ahead?.abort();
    this.#reading = undefined;
    this.#ahead = undefined;
  }
}
