import type { TextLimits } from '../text/grapheme-count.js';

/** The lengths if the consultation's policy is not stricter. */
export const proposalLimits = {
  title: { min: 8, max: 150 },
  body: { min: 15, max: 5000 },
  reply: { min: 1, max: 5000 },
} as const satisfies Record<string, TextLimits>;

/** How many examples an axis may give, and how long one is, in grapheme clusters: they are read before writing. */
export const axisExampleLimits = { count: 5, length: 150 } as const;
