import type { Session } from '@nafida/contract';
import { createStore, del, get, keys, set, type UseStore } from 'idb-keyval';
import { attemptWithin } from '../../foundation/loading/attempt-within.js';

/** A window of the agenda as it was read last. */
export interface StoredReading {
  readonly sessions: readonly Session[];
  /** Milliseconds. */
  readonly readAt: number;
}

/** Windows kept at most: a year ahead, and a few with filters. */
const most = 24;

/** How long the browser's storage may take, in milliseconds. Some never answer. */
const patience = 1_500;

let opened: UseStore | undefined;

function store(): UseStore {
  return (opened ??= createStore('nafida-agenda', 'windows'));
}

/** What is kept of a window on this device; undefined when nothing is, or nothing that can be read. */
export async function storedReading(key: string): Promise<StoredReading | undefined> {
  const found = await attemptWithin(() => get<StoredReading>(key, store()), patience);
  return found && Array.isArray(found.sessions) && typeof found.readAt === 'number'
    ? found
    : undefined;
}

/** Keeps a window: public sessions only, for the day when the network is away. The oldest give way. */
export async function storeReading(key: string, reading: StoredReading): Promise<void> {
  await attemptWithin(async () => {
    const known = await keys<string>(store());
    if (known.length >= most && !known.includes(key)) {
      const readings = await Promise.all(
        known.map(async (name) => ({
          name,
          readAt: (await get<StoredReading>(name, store()))?.readAt ?? 0,
        })),
      );
      const [oldest] = readings.sort((a, b) => a.readAt - b.readAt);
      if (oldest) await del(oldest.name, store());
    }
    await set(key, reading, store());
  }, patience);
}
