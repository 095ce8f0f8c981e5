import type { Client } from '../client.js';
import { deviceStore } from './device-store.js';

/** Tells the items of one site on one server from all others on this origin. */
export function serviceNameOf({ service: { baseUrl, site } }: Client): string {
  return `${site} ${baseUrl}`;
}

/**
 * Whether this device keeps anything in the outbox of the client's site. For pages that load
 * `@nafida/client/outbox` only if there is a reason to; false if the browser cannot store anything.
 */
export async function isOutboxInUse(client: Client): Promise<boolean> {
  try {
    return (await deviceStore(serviceNameOf(client)).count()) > 0;
  } catch {
    return false;
  }
}
