import { buildDatabaseImage } from './dist/index.js';

console.log(
  (await buildDatabaseImage()) ? 'Database image built.' : 'Database image is up to date.',
);
