// Apart from the other words of sessions: a calendar's frame asks for these alone.

/** How people attend. */
export const meetingTypes = ['in_person', 'online', 'hybrid'] as const;

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
