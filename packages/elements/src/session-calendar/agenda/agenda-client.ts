import type { Client } from '@nafida/client';

/** What an agenda is read from: a client of a server, or a file on the page's own site. */
export interface AgendaClient {
  readonly sessions: Pick<Client['sessions'], 'list' | 'get' | 'feedUrl' | 'calendarUrl'>;
  /** Absent where there is no server; then the agenda knows no days off. */
  readonly site?: Pick<Client['site'], 'get'>;
  /** False where calendars have nothing to subscribe to: a file of sessions. Known once it was read. */
  readonly hasFeed?: boolean;
}
