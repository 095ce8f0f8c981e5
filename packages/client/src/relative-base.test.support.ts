// A worker, which has an address and no page.
import { createClient } from './index.js';

self.postMessage(createClient({ baseUrl: '/participation', site: 'berkane' }).service.baseUrl);
