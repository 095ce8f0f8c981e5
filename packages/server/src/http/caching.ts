import type { OperationId } from '@nafida/contract';

/**
 * How long public answers may be kept, in seconds: `fresh` by anyone, `shared` by caches in front of the server,
 * `stale` shown while a new one is fetched. Every browser asks again for answers that count seats, which costs a 304,
 * so that nobody sees a seat that they have just seen taken.
 */
const lifetimes: Partial<Record<OperationId, { fresh: number; shared: number; stale: number }>> = {
  getSite: { fresh: 60, shared: 60, stale: 60 },
  listConsultations: { fresh: 60, shared: 60, stale: 300 },
  getConsultation: { fresh: 60, shared: 60, stale: 300 },
  listProposals: { fresh: 15, shared: 30, stale: 60 },
  getProposalTable: { fresh: 300, shared: 300, stale: 3_600 },
  listSimilarProposals: { fresh: 60, shared: 300, stale: 300 },
  getProposal: { fresh: 30, shared: 60, stale: 300 },
  // Phones ask every few hours, all of them: what is five minutes old will do.
  getSessionFeed: { fresh: 300, shared: 300, stale: 3_600 },
  getSessionCalendar: { fresh: 0, shared: 60, stale: 0 },
  listSessions: { fresh: 0, shared: 5, stale: 0 },
  getSession: { fresh: 0, shared: 2, stale: 0 },
};

/** `Cache-Control` of a public answer. */
export function publicCacheControl(operation: OperationId): string {
  const { fresh, shared, stale } = lifetimes[operation] ?? { fresh: 0, shared: 0, stale: 0 };
  return `public, max-age=${fresh}, s-maxage=${shared}, stale-while-revalidate=${stale}`;
}

/** As how many reads of one address those count that are dear to make; what was made before costs one. */
const costs: Partial<Record<OperationId, number>> = {
  getProposalTable: 40,
  getSessionFeed: 10,
  listSimilarProposals: 5,
};

/** As how many reads making this answer counts. */
export function costOf(operation: OperationId): number {
  return costs[operation] ?? 1;
}

/** `Cache-Control` of a file of a published proposal: after a withdrawal, it takes minutes until it is gone everywhere. */
export const attachmentCacheControl = 'public, max-age=300, s-maxage=300';

/** `Cache-Control` of everything that concerns one person. */
export const privateCacheControl = 'no-store';
