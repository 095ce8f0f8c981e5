import type { Client } from '@nafida/client';
import { toJson } from '@nafida/client/natives.js';
import type { LitElement } from 'lit';
import { LazyModule } from '../../foundation/loading/lazy-module.js';
import type { AgendaClient } from '../agenda/agenda-client.js';
import type { AgendaService } from '../agenda/agenda-service.js';
import type { Agenda, AgendaFilter } from '../agenda/agenda.js';
import type { CalendarSettings } from '../view/calendar-settings.js';
import { known } from '../agenda/known-agenda-service.js';

/** A calendar, as far as it says where its sessions come from. */
export type SourceHost = LitElement & { client: Client | null; src: string | null };

/** Where the calendar reads its sessions: a server, or a file on the page's own site. */
export class AgendaSource {
  readonly #host: SourceHost;
  readonly #service: LazyModule<AgendaService>;
  #file: { readonly src: string; readonly part: LazyModule<AgendaClient> } | undefined;
  #found:
    { readonly key: string; readonly client: AgendaClient; readonly agenda: Agenda } | undefined;

  constructor(host: SourceHost) {
    this.#host = host;
    this.#service = new LazyModule(host, async () => {
      // Some bundlers give an import() a file of its own even where what it holds is there already.
      const { AgendaService } = known.AgendaService
        ? known
        : await import('../agenda/agenda-service.js');
      return new AgendaService!(host);
    });
  }

  /** The client of the server, for whatever a file cannot do. */
  get server(): Client | undefined {
    return this.#service.part?.server;
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
  get failure(): 'setup' | 'offline' | undefined {
    if (this.#service.failed) return 'offline';
    if (this.#host.src) return this.#file?.part.failed ? 'offline' : undefined;
    return this.#service.part?.error ? 'setup' : undefined;
  }

  /** Loads what asks for sessions; resolves when that has been tried. */
  async need(): Promise<void> {
    await this.#service.need();
  }

  /** Loads again what could not be. */
  retry(): void {
    void this.need();
    void this.#file?.part.need();
  }

  /** Finds the agenda that `settings` ask for: another one whenever they ask for other sessions. */
  find(settings: CalendarSettings): void {
    const { client } = this;
    const service = this.#service.part;
    if (!client || !service) return;
    const { within, territory = within, type, audience, series, from, to } = settings;
    const filter: AgendaFilter = { territory, type, audience, series, from, to };
    const key = toJson(filter);
    if (client === this.#found?.client && key === this.#found.key) return;
    this.#found = { key, client, agenda: service.agenda(client, filter) };
  }
}
