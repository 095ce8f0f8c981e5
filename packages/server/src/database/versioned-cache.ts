import type { SiteVersions } from './site-versions.js';

/** Something made of a site's data. */
export interface Made<Value> {
  readonly value: Value;
  /** About how much memory it takes. */
  readonly bytes: number;
  /** When it changes by itself, as what is open closes; null if only a write changes it. */
  readonly until: Date | null;
}

interface Kept<Value> extends Made<Value> {
  readonly version: string;
}

/**
 * Keeps values that were made from the data of a site, each until the version of its site changes or its time is over.
 * If there are too many, the least recently used go. A value that several ask for at once is made once.
 */
export class VersionedCache<Value> {
  readonly #versions: SiteVersions;
  readonly #mostBytes: number;
  readonly #kept = new Map<string, Kept<Value>>();
  readonly #making = new Map<string, Promise<Made<Value>>>();
  #bytes = 0;
  #hits = 0;
  #made = 0;

  constructor(versions: SiteVersions, mostBytes: number) {
    this.#versions = versions;
    this.#mostBytes = mostBytes;
  }

  /** How often something was kept and how often it was made, so far, and the memory that it takes now. */
  get figures(): { kept: number; made: number; bytes: number } {
    return { kept: this.#hits, made: this.#made, bytes: this.#bytes };
  }

  /** What `make` gave for this version or a newer one, now or before. What it throws is thrown and not kept. */
  async get(
    site: string,
    name: string,
    make: (version: string) => Promise<Made<Value>>,
  ): Promise<Value> {
    // First the version, then the data: what is newer than its version is made again, never the other way round.
    const version = await this.#versions.current(site);
    const key = `${site} ${name}`;
    const kept = this.#kept.get(key);
    if (kept && kept.version === version && holds(kept)) {
      // Last in the order of the map: asked for last.
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      this.#hits += 1;
      return kept.value;
    }
    const making = `${version} ${key}`;
    let made = this.#making.get(making);
    if (!made) {
      this.#made += 1;
      made = make(version);
      this.#making.set(making, made);
      made
        .then((result) => this.#keep(key, { ...result, version }))
        .catch(() => {})
        .finally(() => this.#making.delete(making));
    }
    return (await made).value;
  }

  #keep(key: string, kept: Kept<Value>): void {
    this.#drop(key);
    if (kept.bytes > this.#mostBytes / 4 || !holds(kept)) return;
    this.#kept.set(key, kept);
    this.#bytes += kept.bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }
}

function holds({ until }: Made<unknown>): boolean {
  return until === null || Date.now() < until.getTime();
}
