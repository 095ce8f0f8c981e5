import { searchWords, sessionTexts } from '@nafida/contract';
import type { RawBuilder } from 'kysely';
import type { SessionDetails } from '../database/tables.js';
import { vectorOf } from '../operations/word-search.js';

/** The words that a session is found by, as the database keeps them. */
export function searchVector(details: SessionDetails): RawBuilder<string> {
  return vectorOf(searchWords(sessionTexts(details)));
}
