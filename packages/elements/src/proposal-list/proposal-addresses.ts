import type { Client } from '@nafida/client';
import type { Locale } from '../foundation/locale/locale.js';
import { writeHash } from '../foundation/page/page-hash.js';
import type { ProposalQuery } from './proposal-reader.js';

/** Where one proposal is found again: on this page, where it remembers what was open. */
export function urlOf(reference: string): string {
  const { origin, pathname, search, hash } = location;
  const at = writeHash(hash, { proposal: reference }) ?? `#nafida-proposal=${reference}`;
  return `${origin === 'null' ? '' : origin}${pathname}${search}${at}`;
}

/** Where the proposals of `query` are found as open data, for readers of `locale`. */
export function dataUrlOf(
  { proposals }: Client,
  format: 'csv' | 'json',
  query: Omit<ProposalQuery, 'sort'>,
  locale: Locale,
): string {
  // Spreadsheets in the other languages look for semicolons.
  const isSemicolon = format === 'csv' && locale !== 'en';
  return proposals.dataUrl(format, { ...query, ...(isSemicolon && { separator: 'semicolon' }) });
}
