// A worker: no page, no elements.
import { createClient } from '@nafida/client';
import { createOutbox } from '@nafida/client/outbox';

const client = createClient({ baseUrl: '/participation', site: 'berkane' });
const outbox = createOutbox(client, { storage: 'page' });
self.addEventListener('online', () => void outbox.flush());
// @ts-expect-error a worker has no page
console.log(document.title);
