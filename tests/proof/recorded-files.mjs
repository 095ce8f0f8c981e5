// Records what this process does to the files of one folder: between the engine, or the server, and Node.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/**
 * Records every change under `folder` and every sync, in order, until it is ended. One recording at a time.
 *
 * Events, each about the inode (a number) of a file or directory; 0 is the folder:
 * `make` (directory, name, inode, isDirectory), `write` (inode, at, bytes), `truncate` (inode, size), `rename`
 * (directory, from, to), `remove` (directory, name), `sync` (inode), and `note` with whatever the caller notes.
 *
 * @param {string} folder what is in it already is the beginning of the recording
 */
export function recordFiles(folder) {
  const recording = new Recording(resolve(folder));
  const undo = [];
  const watch = (object, name, noteOf) => {
    const original = object[name];
    object[name] = function (...args) {
      const done = noteOf.call(recording, args);
      const result = original.apply(this, args);
      if (!(result instanceof Promise)) return (done?.(result), result);
      return result.then((value) => (done?.(value), value));
    };
    undo.push(() => (object[name] = original));
  };
  for (const [name, noteOf] of Object.entries(synchronous)) watch(fs, name, noteOf);
  for (const [name, noteOf] of Object.entries(promised)) watch(fs.promises, name, noteOf);
  syncBuiltinESMExports();
  return {
    events: recording.events,
    note: (value) => recording.events.push({ kind: 'note', ...value }),
    end() {
      for (const restore of undo) restore();
      syncBuiltinESMExports();
    },
  };
}

class Recording {
  events = [];
  #folder;
  #root = { inode: 0, names: new Map() };
  #inodes = 1;
  #open = new Map();

  constructor(folder) {
    this.#folder = folder;
    this.#readIn(folder, this.#root);
  }

  #readIn(path, directory) {
    for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
      if (!entry.isDirectory() && !entry.isFile()) continue;
      const inner = join(path, entry.name);
      const node = this.#make(directory, entry.name, entry.isDirectory());
      if (entry.isDirectory()) this.#readIn(inner, node);
      else this.#write(node, 0, fs.readFileSync(inner));
    }
  }

  /** The file or directory at a path, null when there is none known; undefined outside the folder. */
  find(path) {
    if (typeof path !== 'string') return undefined;
    const way = relative(this.#folder, resolve(path));
    if (way === '') return this.#root;
    if (way.startsWith('..')) return undefined;
    return way.split(sep).reduce((node, name) => node?.names?.get(name), this.#root) ?? null;
  }

  make(path, isDirectory) {
    const known = this.find(path);
    if (known !== null) return known;
    const parent = this.make(dirname(path), true);
    return this.#make(parent, basename(path), isDirectory);
  }

  #make(directory, name, isDirectory) {
    const node = { inode: this.#inodes++, ...(isDirectory && { names: new Map() }) };
    directory.names.set(name, node);
    this.events.push({
      kind: 'make',
      directory: directory.inode,
      name,
      inode: node.inode,
      isDirectory,
    });
    return node;
  }

  writeWhole(path, content) {
    const known = this.find(path);
    const node = this.make(path, false);
    if (!node) return;
    if (known) this.truncate(node, 0);
    this.#write(node, 0, Buffer.from(content));
  }

  #write({ inode }, at, bytes) {
    if (bytes.length > 0) this.events.push({ kind: 'write', inode, at, bytes });
  }

  truncate(node, size) {
    if (node) this.events.push({ kind: 'truncate', inode: node.inode, size });
  }

  rename(from, to) {
    const node = this.find(from);
    if (!node) return;
    const [directory, other] = [from, to].map((path) => this.find(dirname(resolve(path))));
    assert.equal(directory, other, 'files change their names, never their directory');
    directory.names.delete(basename(from));
    directory.names.set(basename(to), node);
    this.events.push({
      kind: 'rename',
      directory: directory.inode,
      from: basename(from),
      to: basename(to),
    });
  }

  remove(path) {
    const node = this.find(path);
    if (!node) return;
    for (const name of node.names?.keys() ?? []) this.remove(join(path, name));
    const parent = this.find(dirname(resolve(path)));
    parent.names.delete(basename(path));
    this.events.push({ kind: 'remove', directory: parent.inode, name: basename(path) });
  }

  opened(descriptor, path) {
    const node = this.make(path, false);
    if (node) this.#open.set(descriptor, node);
  }

  closed(descriptor) {
    this.#open.delete(descriptor);
  }

  written(descriptor, at, bytes) {
    const node = this.#open.get(descriptor);
    if (node) this.#write(node, at, bytes);
  }

  resized(descriptor, size) {
    this.truncate(this.#open.get(descriptor), size);
  }

  synced(descriptor) {
    const node = this.#open.get(descriptor);
    if (node) this.events.push({ kind: 'sync', inode: node.inode });
  }
}

// Each is given the arguments before, and gives what is to be noted once it was done.
const synchronous = {
  openSync([path]) {
    return (descriptor) => this.opened(descriptor, path);
  },
  closeSync([descriptor]) {
    this.closed(descriptor);
  },
  writeSync([descriptor, buffer, offset, , position]) {
    return (length) => {
      const { buffer: memory, byteOffset } = buffer;
      const bytes = Buffer.from(Buffer.from(memory, byteOffset + offset, length));
      this.written(descriptor, position, bytes);
    };
  },
  writeFileSync([path, content]) {
    return () => this.writeWhole(path, content);
  },
  ftruncateSync([descriptor, size]) {
    return () => this.resized(descriptor, size);
  },
  truncateSync([path, size]) {
    return () => this.truncate(this.find(path), size);
  },
  renameSync([from, to]) {
    return () => this.rename(from, to);
  },
  unlinkSync([path]) {
    return () => this.remove(path);
  },
  rmdirSync([path]) {
    return () => this.remove(path);
  },
  mkdirSync([path]) {
    return () => this.make(path, true);
  },
  fsyncSync([descriptor]) {
    return () => this.synced(descriptor);
  },
};

const promised = {
  open([path]) {
    return (file) => {
      this.opened(file.fd, path);
      const { fd, sync, close } = file;
      file.sync = async () => (await sync.call(file), this.synced(fd));
      file.close = () => (this.closed(fd), close.call(file));
    };
  },
  writeFile([path, content]) {
    return () => this.writeWhole(path, content);
  },
  rename([from, to]) {
    return () => this.rename(from, to);
  },
  rm([path]) {
    return () => this.remove(path);
  },
  rmdir([path]) {
    return () => this.remove(path);
  },
  mkdir([path]) {
    return () => this.make(path, true);
  },
};
