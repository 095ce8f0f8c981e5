import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { propose, register } from '../conformance/inputs.mjs';
import { freePort } from '../harness/free-port.mjs';
import { root } from '../harness/tree.mjs';
import { makeProvince } from './province.mjs';

/** Those of lines that this run does not write: clocks that changed, backups, a record, files elsewhere, a newer schema. */
const unreachable = [
  ...['day', 'ourRelease', 'theirRelease', 'directory', 'why', 'name', 'bytes', 'contentHash'],
  ...['isStored', 'entries', 'seal', 'brokenAt', 'files', 'steps'],
];

describe('the log of a server', () => {
  const person = { name: 'Zineb Testname', email: 'zineb.testname@example.org' };
  const text = 'Une phrase que personne ne doit lire ailleurs';
  const given = '5f2b7d0c9a1e4c3b8d6f0a1b2c3d4e5f';
  let province;
  let log;
  let lines;
  let answers;

  before(async () => {
    province = await makeProvince('postgresql');
    const server = await province.serve({
      env: {
        NAFIDA_LOG_LEVEL: 'debug',
        NAFIDA_PUBLIC_URL: 'https://participation.example',
        // Nothing listens there.
        NAFIDA_SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
        NAFIDA_MAIL_FROM: 'participation@berkane.example',
      },
    });
    const api = await province.apiOf(server);
    await propose(api, { title: text, author: person });
    await register(api, 'hall', person);
    await server.logged(/"msg":"message not sent"/);
    const ask = (path, id) =>
      fetch(server.origin + path, { headers: { 'X-Request-Id': id } }).then(async (answer) => {
        await answer.arrayBuffer();
        return answer.headers.get('X-Request-Id');
      });
    answers = [
      await ask('/v1/sites/berkane', given),
      await ask('/livez', given),
      await ask('/v1/sites/berkane', person.email),
      await ask('/livez', person.name),
    ];
    await ask(`/${person.email}`, given);
    await province.postgres.stop();
    await ask('/v1/sites/berkane/sessions', given);
    await server.logged(/"msg":"request failed"/);
    await server.stop();
    log = server.log();
    lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  });
  after(() => province?.close());

  it('has the fields that the documentation names, and no others', async () => {
    const documented = await documentedFields();
    const logged = new Set(lines.flatMap((line) => Object.keys(line)));
    assert.deepEqual([...logged].filter((field) => !documented.includes(field)).sort(), []);
    const missing = documented.filter((field) => !logged.has(field));
    assert.deepEqual(
      missing.filter((field) => !unreachable.includes(field)),
      [],
    );
  });

  it('keeps the ids that a proxy gave, and nothing that is none', () => {
    assert.deepEqual(answers.slice(0, 2), [given, given]);
    const [ofPublic, ofOthers] = answers.slice(2);
    for (const id of [ofPublic, ofOthers]) assert.match(id, /^[0-9a-f-]{36}$/);
    const ids = lines.filter(({ route }) => route).map(({ requestId }) => requestId);
    assert.ok(ids.includes(given) && ids.includes(ofPublic) && ids.includes(ofOthers));
  });

  it('tells nothing about people, also when their mail cannot be sent', () => {
    assert.ok(lines.some(({ msg }) => msg === 'message not sent'));
    for (const secret of [...Object.values(person), 'zineb', 'Testname', text]) {
      assert.ok(!log.includes(secret), secret);
    }
  });
});

/** Names in the first column of the table of fields. */
async function documentedFields() {
  const document = await readFile(join(root, 'docs/server.md'), 'utf8');
  const [, section] = /\n### Log\n(.*?)\n### /s.exec(document);
  const rows = section.split('\n').filter((line) => /^\| *`/.test(line));
  return rows.flatMap((row) => [...row.split('|')[1].matchAll(/`(\w+)`/g)].map(([, name]) => name));
}
