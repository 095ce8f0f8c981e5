// Without a schema: a list in a browser needs the words only.

/** Status of a published proposal, in the words participation platforms use. */
export const proposalStatuses = [
  'not_answered',
  'evaluating',
  'accepted',
  'rejected',
  'withdrawn',
  'implemented',
] as const;
