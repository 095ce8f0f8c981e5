import type { TextLimits } from './grapheme-count.js';

/** Lengths that hold unless the consultation's policy is stricter. */
export const proposalLimits = {
  title: { min: 8, max: 150 },
  body: { min: 15, max: 5000 },
  authorName: { min: 1, max: 100 },
  reply: { min: 1, max: 5000 },
} as const satisfies Record<string, TextLimits>;
