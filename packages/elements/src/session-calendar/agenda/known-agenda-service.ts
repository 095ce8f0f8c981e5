import type { AgendaService } from './agenda-service.js';

/** What asks for sessions, where it was loaded already: it makes itself known here. */
export const known: { AgendaService?: typeof AgendaService } = {};
