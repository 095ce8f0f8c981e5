import { likeness, nearlyTheSame, wordsOfProposal } from '@nafida/contract/staff.js';
import { sql } from 'kysely';
import type { DatabaseReader } from '../database/database.js';

/** Sketches of 12 bands of 3 rows: two texts with 60 % of their words in common meet in a band 19 times out of 20. */
const bands = 12;
const rowsOfBand = 3;
const mostCandidates = 20;

/** The place of a new proposal among similar ones. */
export interface DuplicatePlace {
  /** Undefined if no other is similar. */
  readonly group: string | undefined;
  /** The position of the group in the queue; undefined if none of its proposals waits. */
  readonly groupedAt: Date | undefined;
  /** Keys to be found by; empty unless it says something new. */
  readonly keys: string[];
}

/**
 * Compares a new proposal with the first one of every similar group of its consultation. Only first ones have keys, so
 * a thousand copies of one text cost no more to compare than one.
 */
export async function duplicatePlaceOf(
  reader: DatabaseReader,
  proposal: { site: string; consultation: string; title: string; body: string },
): Promise<DuplicatePlace> {
  const words = wordsOfProposal(proposal.title, proposal.body);
  const keys = likenessKeys(words);
  const candidates = await reader
    .selectFrom('proposal')
    .select(['duplicate_group', 'title', 'body'])
    .where('site', '=', proposal.site)
    .where('consultation', '=', proposal.consultation)
    .where(sql<boolean>`likeness <> '{}' and likeness && ${keys}::text[]`)
    .limit(mostCandidates)
    .execute();
  let best = nearlyTheSame;
  let group: string | undefined;
  for (const { duplicate_group, title, body } of candidates) {
    const share = likeness(words, wordsOfProposal(title, body));
    if (share < best) continue;
    best = share;
    group = duplicate_group;
  }
  if (group === undefined) return { group, groupedAt: undefined, keys };
  const waiting = await reader
    .selectFrom('proposal')
    .select('grouped_at')
    .where('site', '=', proposal.site)
    .where('duplicate_group', '=', group)
    .where('moderation', '=', 'pending')
    .orderBy('grouped_at')
    .limit(1)
    .executeTakeFirst();
  return { group, groupedAt: waiting?.grouped_at, keys: [] };
}

/** MinHash sketches in bands (Broder 1997): texts that share most words share a key, others seldom do. */
export function likenessKeys(words: ReadonlySet<string>): string[] {
  const hashes = [...words].map(hashOf);
  return Array.from({ length: bands }, (_, band) => {
    const rows = Array.from({ length: rowsOfBand }, (_, row) => {
      const seed = Math.imul(band * rowsOfBand + row + 1, 0x9e3779b1);
      return hashes.reduce((least, hash) => Math.min(least, mixed(hash ^ seed)), 0xffffffff);
    });
    return `${band}.${rows.reduce((key, row) => mixed(key ^ row), 0).toString(36)}`;
  });
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/** The finishing steps of MurmurHash3: each bit of the number changes half of the result. */
function mixed(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
