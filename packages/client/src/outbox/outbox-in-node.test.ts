import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { it } from 'node:test';
import { promisify } from 'node:util';

const program = `
  import { createClient, createIdempotencyKey } from '${new URL('../index.js', import.meta.url).href}';
  import { createOutbox } from '${new URL('index.js', import.meta.url).href}';
  import { createFakeServer } from '${new URL('../testing/index.js', import.meta.url).href}';

  const server = createFakeServer();
  server.reachable = false;
  const outbox = createOutbox(createClient({ ...server, retry: false }));
  await outbox.keep({}, { idempotencyKey: createIdempotencyKey() });
  await outbox.flush();
  console.log((await outbox.list()).length);
`;

it('a program in Node may end while something waits in its outbox', async () => {
  // Ended from outside it would reject: the first wait for another try takes 15 s.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', program],
    { timeout: 10_000 },
  );
  assert.equal(stdout.trim(), '1');
});
