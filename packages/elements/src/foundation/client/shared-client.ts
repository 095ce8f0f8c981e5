import type { Client } from '@nafida/client';
import { createClient } from '@nafida/client/core.js';
import type { Service } from '../page/page-defaults.js';

const clients = new Map<string, Client>();

/**
 * The client of a service, one for the whole page, so that reads under way together are one request. Throws the
 * client's `InputError` where `api` or `site` cannot be what they say.
 */
export function sharedClient({ api, site }: Service): Client {
  const key = `${site} ${api}`;
  let client = clients.get(key);
  if (!client) clients.set(key, (client = createClient({ baseUrl: api, site })));
  return client;
}
