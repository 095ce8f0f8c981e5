// Apart from the other words of sessions: a calendar's frame asks for these alone.

/** How people attend. */
export const meetingTypes = ['in_person', 'online', 'hybrid'] as const;

/** For whom a session is, if it is not for everyone. */
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
