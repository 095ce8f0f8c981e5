import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';

/** How long the browser's storage may take, in milliseconds: some never answer, and nothing may wait for them. */
const patience = 5_000;

let opened: UseStore | undefined;

/** The storage of this device for one service. Every method rejects if the browser cannot store anything. */
export interface DeviceStore {
  readonly count: () => Promise<number>;
  readonly read: () => Promise<unknown[]>;
  readonly write: (id: string, value: unknown) => Promise<void>;
  /** Puts `value` in place of what is kept under `id`; false if nothing is. */
  readonly replace: (id: string, value: unknown) => Promise<boolean>;
  readonly remove: (id: string) => Promise<void>;
}

/** The store of `service`, a name that tells it apart on this origin. The database is opened at the first use. */
export function deviceStore(service: string): DeviceStore {
  // Arrays come after all strings: this contains every key that begins with the service.
  const all = () => IDBKeyRange.bound([service], [service, []]);
  return {
    count: () => perform('readonly', (objects) => promisifyRequest(objects.count(all()))),
    read: () => perform('readonly', (objects) => promisifyRequest(objects.getAll(all()))),
    write: (id, value) =>
      perform('readwrite', async (objects) => {
        objects.put(value, [service, id]);
        // A full disk is found out at the end: only then is it kept.
        await promisifyRequest(objects.transaction);
      }),
    replace: (id, value) =>
      perform('readwrite', async (objects) => {
        const { transaction } = objects;
        const found = await promisifyRequest(objects.count(IDBKeyRange.only([service, id])));
        if (found > 0) objects.put(value, [service, id]);
        await promisifyRequest(transaction);
        return found > 0;
      }),
    remove: (id) =>
      perform('readwrite', async (objects) => {
        objects.delete([service, id]);
        await promisifyRequest(objects.transaction);
      }),
  };
}

async function perform<Value>(
  mode: IDBTransactionMode,
  work: (objects: IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The storage does not answer.')), patience);
  });
  try {
    opened ??= createStore('nafida-outbox', 'items');
    return await Promise.race([opened(mode, work), tired]);
  } finally {
    clearTimeout(timer);
  }
}
