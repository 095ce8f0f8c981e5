// The object storage of the server's own tests, for tests that start whole servers.
export { fakeObjectStorage } from '../../packages/server/dist/object-storage.test.support.js';
