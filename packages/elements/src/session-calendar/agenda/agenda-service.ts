import '@nafida/client/reads/sessions.js';
import type { Client } from '@nafida/client';
import type { LitElement } from 'lit';
import { ClientController } from '../../foundation/client/client-controller.js';
import type { AgendaClient } from './agenda-client.js';
import type { AgendaFilter } from './agenda.js';
import { Agenda } from './agenda.js';
import { known } from './known-agenda-service.js';

/** What asks for sessions: the page's client and the agenda it reads. Loaded beside the frame of the calendar, at once. */
export class AgendaService {
  readonly #client: ClientController;

  constructor(host: LitElement & { client: Client | null; src: string | null }) {
    // Where a file has the sessions, a server is no loss.
    this.#client = new ClientController(host, () => !host.src);
  }

  /** The client of the server; undefined while the page has not said where that is. */
  get server(): Client | undefined {
    return this.#client.client;
  }

  /** Why there is no server and none is to be expected; undefined otherwise. */
  get error(): unknown {
    return this.#client.error;
  }

  /** The sessions of `client` that `filter` chooses. */
  agenda(client: AgendaClient, filter: AgendaFilter): Agenda {
    return new Agenda(client, filter);
  }
}

known.AgendaService = AgendaService;
