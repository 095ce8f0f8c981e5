import { deviceStore, type DeviceStore } from './device-store.js';
import { expiryOf, itemIn, type OutboxItem, type StoredItem } from './outbox-item.js';

/** Items of one service: on the device, and in the open page what the device would not take. */
export class OutboxStore {
  readonly #device: DeviceStore | undefined;
  readonly #page = new Map<string, StoredItem>();

  /** @param service tells this service apart on this origin; undefined keeps everything in the open page */
  constructor(service: string | undefined) {
    this.#device = service === undefined ? undefined : deviceStore(service);
  }

  /** Oldest first. */
  async list(): Promise<OutboxItem[]> {
    const values = await undefinedOnFailure(this.#device?.read());
    const onDevice = (values ?? []).flatMap((value) => itemIn(value) ?? []);
    return [
      ...onDevice.filter(({ id }) => !this.#page.has(id)).map((item) => shown(item, 'device')),
      ...[...this.#page.values()].map((item) => shown(item, 'page')),
    ].sort((a, b) => a.keptAt - b.keptAt);
  }

  async get(id: string): Promise<OutboxItem | undefined> {
    return (await this.list()).find((item) => item.id === id);
  }

  async add(item: StoredItem): Promise<OutboxItem> {
    if (this.#device) {
      try {
        await this.#device.write(item.id, item);
        return shown(item, 'device');
      } catch {
        // Private windows, sandboxed pages, a full disk: the open page is what is left.
      }
    }
    this.#page.set(item.id, item);
    return shown(item, 'page');
  }

  /** Puts `item` in place of the one of its id, unless that was removed meanwhile. */
  async replace(item: StoredItem): Promise<void> {
    if (this.#page.has(item.id)) {
      this.#page.set(item.id, item);
      return;
    }
    try {
      await this.#device?.replace(item.id, item);
    } catch {
      // The result must not be lost if the storage fails now.
      this.#page.set(item.id, item);
    }
  }

  async remove(id: string): Promise<void> {
    this.#page.delete(id);
    await undefinedOnFailure(this.#device?.remove(id));
  }
}

function shown(item: StoredItem, keptIn: OutboxItem['keptIn']): OutboxItem {
  return { ...item, keptIn, expiresAt: expiryOf(item) };
}

async function undefinedOnFailure<Value>(
  work: Promise<Value> | undefined,
): Promise<Value | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
