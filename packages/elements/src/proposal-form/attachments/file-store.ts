import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { attemptWithin } from '../../foundation/loading/attempt-within.js';
import type { ChosenFile } from './chosen-file.js';

/** How long the browser's storage may take, in milliseconds: some never answer. */
const patience = 5_000;

let opened: UseStore | undefined;

// A database of its own, opened with the first form that takes files.
const store = () => (opened ??= createStore('nafida-files', 'drafts'));

/**
 * Files of one form on this device, beside its draft. Where the browser keeps nothing every method attemptWithin does
 * nothing.
 */
export class FileStore {
  readonly name: string;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(name: string) {
    this.name = name;
  }

  /** What an earlier visit chose. */
  async read(): Promise<ChosenFile[]> {
    const kept = await attemptWithin(() => get<unknown>(this.name, store()), patience);
    return Array.isArray(kept) ? kept.filter(isKept).map(unpacked) : [];
  }

  /** Keeps `files` in place of those before. */
  write(files: readonly ChosenFile[]): Promise<unknown> {
    const work = async () =>
      files.length > 0
        ? set(this.name, await Promise.all(files.map(packed)), store())
        : del(this.name, store());
    this.#queue = this.#queue.then(() => attemptWithin(work, patience));
    return this.#queue;
  }

  /** Resolves when all that was to be kept is. */
  settled(): Promise<unknown> {
    return this.#queue;
  }
}

/** A file as it is kept: WebKit keeps no `Blob` in windows that leave no trace. */
interface KeptFile extends Omit<ChosenFile, 'content'> {
  readonly bytes: ArrayBuffer;
  readonly type: string;
}

async function packed({ content, ...file }: ChosenFile): Promise<KeptFile> {
  return { ...file, bytes: await content.arrayBuffer(), type: content.type };
}

function unpacked({ bytes, type, ...file }: KeptFile): ChosenFile {
  return { ...file, content: new Blob([bytes], { type }) };
}

function isKept(value: unknown): value is KeptFile {
  const { id, bytes, type, name, description } = (value ?? {}) as Partial<KeptFile>;
  const texts = [id, type, name, description];
  return texts.every((text) => typeof text === 'string') && bytes instanceof ArrayBuffer;
}
