// Without a schema: who reads files and feeds in a browser needs the words only.

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

/** How people attend. */
export const meetingTypes = ['in_person', 'online', 'hybrid'] as const;

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

/** Whom a session is meant for, where it is not for everyone alike. */
export const sessionAudiences = [
  'youth',
  'women',
  'persons_with_disabilities',
  'moroccans_abroad',
  'associations',
  'businesses',
  'elected_officials',
  'public_servants',
  'students',
] as const;
