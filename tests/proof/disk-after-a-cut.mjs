// A disk as it may be after a power cut: what was synced is there, and of all else anything.
import assert from 'node:assert/strict';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Disks write whole sectors of this many bytes; PostgreSQL counts on that for its control file. */
const sector = 512;

/** Of the changes that were not synced, from none to all are there. */
const shares = [0, 0.1, 0.5, 0.9, 1];

/** Follows the events of `recordFiles` and knows what is on the disk and what is not. */
export class Disk {
  /** By inode: the `names` in a directory or the `bytes` of a file, as on the disk, and the changes that are not. */
  #inodes = new Map([[0, { names: new Map(), unsynced: [] }]]);

  /** How many changes are not on the disk. */
  get unsynced() {
    return [...this.#inodes.values()].reduce((sum, { unsynced }) => sum + unsynced.length, 0);
  }

  follow(event) {
    if (event.kind === 'note') return;
    if (event.kind === 'sync') {
      this.#sync(this.#inodes.get(event.inode));
      return;
    }
    if (event.kind === 'make') {
      const content = event.isDirectory ? { names: new Map() } : { bytes: new Bytes() };
      this.#inodes.set(event.inode, { ...content, unsynced: [] });
    }
    this.#inodes.get(event.directory ?? event.inode).unsynced.push(this.#changeOf(event));
  }

  #changeOf(event) {
    const { kind, directory, name, inode, from, to } = event;
    if (kind === 'make') return { remove: [], set: [[name, inode]] };
    if (kind === 'remove') return { remove: [name], set: [] };
    if (kind !== 'rename') return event;
    const { names, unsynced } = this.#inodes.get(directory);
    const now = new Map(names);
    for (const change of unsynced) rename(now, change);
    return { remove: [from], set: [[to, now.get(from)]] };
  }

  #sync(node) {
    for (const change of node.unsynced) {
      if (node.names) rename(node.names, change);
      else node.bytes.change(change);
    }
    node.unsynced = [];
  }

  /** As if all that was done so far had been done long ago. */
  syncAll() {
    for (const node of this.#inodes.values()) this.#sync(node);
  }

  /**
   * Writes the disk to a new folder as it may be if the power goes now: each change that was not synced is there, missing or, of
   * writes, there in some sectors, as `random` draws.
   */
  async write(folder, random) {
    const share = { names: random.pick(shares), bytes: random.pick(shares) };
    const torn = random.pick([0, 0.3]);
    await this.#writeDirectory(folder, 0, (change) => {
      if (change.set) return random.chance(share.names) ? [change] : [];
      if (change.kind === 'write' && random.chance(torn)) {
        return sectorsOf(change).filter(() => random.chance(0.5));
      }
      return random.chance(share.bytes) ? [change] : [];
    });
  }

  async #writeDirectory(path, inode, left) {
    await mkdir(path, { recursive: true });
    const node = this.#inodes.get(inode);
    const names = new Map(node.names);
    for (const change of node.unsynced.flatMap(left)) rename(names, change);
    for (const [name, inner] of names) {
      const { bytes, unsynced, names: isDirectory } = this.#inodes.get(inner);
      const place = join(path, name);
      if (isDirectory) await this.#writeDirectory(place, inner, left);
      else if (unsynced.length === 0) await writeFile(place, bytes.content);
      else {
        const after = bytes.copy();
        for (const change of unsynced.flatMap(left)) after.change(change);
        await writeFile(place, after.content);
      }
    }
    // A machine takes a while to start again: nothing it finds is from just now.
    await utimes(path, 0, 0);
  }
}

function rename(names, { remove, set }) {
  for (const name of remove) names.delete(name);
  for (const [name, inode] of set) names.set(name, inode);
}

function sectorsOf({ kind, at, bytes }) {
  const sectors = [];
  for (let start = 0; start < bytes.length;) {
    const end = start + sector - ((at + start) % sector);
    sectors.push({ kind, at: at + start, bytes: bytes.subarray(start, end) });
    start = end;
  }
  return sectors;
}

/** The content of a file, with room to grow. */
class Bytes {
  #room = Buffer.alloc(0);
  #size = 0;

  get content() {
    return this.#room.subarray(0, this.#size);
  }

  copy() {
    const copy = new Bytes();
    copy.#room = Buffer.from(this.content);
    copy.#size = this.#size;
    return copy;
  }

  change({ kind, at, bytes, size }) {
    assert.ok(kind === 'write' || kind === 'truncate', kind);
    if (kind === 'truncate') {
      this.#reach(size);
      this.#room.fill(0, size, Math.max(size, this.#size));
      this.#size = size;
      return;
    }
    this.#reach(at + bytes.length);
    bytes.copy(this.#room, at);
    this.#size = Math.max(this.#size, at + bytes.length);
  }

  #reach(size) {
    if (size <= this.#room.length) return;
    const room = Buffer.alloc(Math.max(size, 2 * this.#room.length));
    this.content.copy(room);
    this.#room = room;
  }
}
