/** What fields of a session must be that only the others of them, or the rest of the agenda, can tell. */
export const wantedOfSession: Readonly<Record<string, string>> = {
  parent: 'the id of an event that is no part itself, as "sessions list SITE" shows it',
  endDate:
    'the day of startDate or one after it, and the end an hour after the beginning, for example 2026-11-30',
};
