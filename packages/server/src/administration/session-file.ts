import type { Locale } from '@nafida/contract';
import type { SessionInput } from '@nafida/contract/staff.js';
import { CommandError } from '../command-error.js';
import type { FiledSessions } from './filed-sessions.js';
import { sessionsOfCalendar } from './session-calendar-file.js';
import { sessionsOfTable } from './session-table-file.js';
import { tableText } from './table-text.js';

/**
 * Sessions of a file by its name: `.csv`, `.ics` or `.json`. A calendar has one language, which it does not
 * name: `language`.
 */
export async function sessionsOfFile(
  name: string,
  bytes: Uint8Array,
  language: Locale,
): Promise<FiledSessions> {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === 'csv') {
    return { sessions: sessionsOfTable(tableText(name, bytes)), remarks: [] };
  }
  if (extension === 'ics' || extension === 'vcs') return sessionsOfCalendar(name, bytes, language);
  const text = readUtf8(name, bytes);
  if (extension === 'json') {
    const value = parseJson(name, text);
    // A page of sessions as the protocol lists them.
    const isPage = value !== null && typeof value === 'object' && 'items' in value;
    return { sessions: listOf<SessionInput>(isPage ? 'items' : 'sessions', value), remarks: [] };
  }
  throw new CommandError(`${name}: a session file ends in .csv, .ics or .json.`);
}

/** The text of a file, which must be UTF-8. */
export function readUtf8(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${name} is not UTF-8: save it as "CSV UTF-8" or as UTF-8 text.`);
  }
}

/** The value of a JSON file. */
export function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${name} is not JSON: ${(error as Error).message}`);
  }
}

/** The list in a JSON file: the value itself, or what it has under `key`. Its items are checked later. */
export function listOf<Item>(key: string, value: unknown): Item[] {
  const list = Array.isArray(value) ? value : (value as Record<string, unknown> | null)?.[key];
  if (Array.isArray(list)) return list as Item[];
  throw new CommandError(`The file must hold a list, or an object with a list "${key}".`);
}
