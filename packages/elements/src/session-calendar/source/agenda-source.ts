import '@nafida/client/reads/sessions.js';
import type { Client } from '@nafida/client';
import { toJson } from '@nafida/client/natives.js';
import type { LitElement } from 'lit';
import { ClientController } from '../../foundation/client/client-controller.js';
import { LazyModule } from '../../foundation/loading/lazy-module.js';
import type { AgendaClient } from '../agenda/agenda-client.js';
import type { AgendaFilter } from '../agenda/agenda.js';
import { Agenda } from '../agenda/agenda.js';
import type { CalendarSettings } from '../view/calendar-settings.js';

/** The part of a calendar that says where its sessions come from. */
export type SourceHost = LitElement & { client: Client | null; src: string | null };

/** Where the calendar reads its sessions: a server, or a file on the page's own site. */
export class AgendaSource {
  readonly #host: SourceHost;
  readonly #server: ClientController;
  #file: { readonly src: string; readonly part: LazyModule<AgendaClient> } | undefined;
  #found:
    { readonly key: string; readonly client: AgendaClient; readonly agenda: Agenda } | undefined;

  constructor(host: SourceHost) {
    this.#host = host;
    // Where a file has the sessions, no server is needed.
    this.#server = new ClientController(host, () => !host.src);
  }

  /** The client of the server, for whatever a file cannot do. */
  get server(): Client | undefined {
    return this.#server.client;
  }

  /** What the agenda is read from; undefined while it is not known. */
  get client(): AgendaClient | undefined {
    const { src } = this.#host;
    if (!src) return this.server;
    if (src !== this.#file?.src) {
      const load = async () =>
        (await import('./file-client.js')).fileClient(src, this.#host.localName);
      this.#file = { src, part: new LazyModule(this.#host, load) };
      void this.#file.part.need();
    }
    return this.#file.part.part;
  }

  /** The agenda that was found last. */
  get agenda(): Agenda | undefined {
    return this.#found?.agenda;
  }

  /** Why there is nothing to read from, and none is to be expected; undefined otherwise. */
  get errorReason(): 'setup' | 'offline' | undefined {
    if (this.#host.src) return this.#file?.part.failed ? 'offline' : undefined;
    return this.#server.error ? 'setup' : undefined;
  }

  /** Loads again what could not be. */
  retry(): void {
    void this.#file?.part.need();
  }

  /** Finds the agenda that `settings` ask for: another one whenever they ask for other sessions. */
  find(settings: CalendarSettings): void {
    const { client } = this;
    if (!client) return;
    const { within, territory = within, type, audience, series, from, to } = settings;
    const filter: AgendaFilter = { territory, type, audience, series, from, to };
    const key = toJson(filter);
    if (client === this.#found?.client && key === this.#found.key) return;
    this.#found = { key, client, agenda: new Agenda(client, filter) };
  }
}
