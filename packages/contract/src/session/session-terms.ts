// Without a schema: code that reads files and feeds in a browser needs only the terms.
export * from './attendance-terms.js';

/** The kinds of meetings. */
export const sessionKinds = [
  'listening_session',
  'study_day',
  'workshop',
  'forum',
  'meeting',
  'conference',
  'exhibition',
  'hackathon',
] as const;

/** The statuses of a session. */
export const sessionStatuses = ['scheduled', 'cancelled', 'postponed', 'held'] as const;

/** Services for people with disabilities, offered at a session. */
export const accessibilityServices = [
  'step_free',
  'sign_language',
  'captions',
  'hearing_loop',
  'assistance',
] as const;
