// Without a schema: who reads files and feeds in a browser needs the words only.
export * from './attendance-terms.js';

/** What sort of meeting a session is. */
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

/** Where a session stands. */
export const sessionStatuses = ['scheduled', 'cancelled', 'postponed', 'held'] as const;

/** Services for people with disabilities, offered at a session. */
export const accessibilityServices = [
  'step_free',
  'sign_language',
  'captions',
  'hearing_loop',
  'assistance',
] as const;
