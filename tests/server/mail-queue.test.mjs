import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { register } from '../conformance/inputs.mjs';
import { makeProvince } from './province.mjs';

const people = 40;
const waitMs = 60_000;

const until = async (isSo, what) => {
  const deadline = Date.now() + waitMs;
  while (!(await isSo())) {
    assert.ok(Date.now() < deadline, what);
    await delay(50);
  }
};

describe('two processes on one queue of mails', () => {
  /** Message-ID of each mail by whom it was for, in the order they came. */
  const received = [];
  let isHeld = false;
  const held = [];
  let sessions = 0;
  let smtp;
  let province;
  let servers;
  let database;

  before(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onConnect: (_session, done) => {
        sessions += 1;
        done();
      },
      onData: (stream, { envelope }, done) => {
        const pieces = [];
        stream.on('data', (piece) => pieces.push(piece));
        stream.on('end', () => {
          // As a mail server that has the whole mail and does not say so in time.
          const [, id] = /^Message-ID: (\S+)/im.exec(Buffer.concat(pieces).toString());
          received.push({ to: envelope.rcptTo[0].address, id });
          if (isHeld) held.push(done);
          else done();
        });
      },
    });
    const listening = once(smtp.server, 'listening');
    smtp.listen(0, '127.0.0.1');
    await listening;
    const env = {
      NAFIDA_PUBLIC_URL: 'https://participation.example/',
      NAFIDA_SMTP_URL: `smtp://127.0.0.1:${smtp.server.address().port}`,
      NAFIDA_MAIL_FROM: 'participation@berkane.example',
    };
    province = await makeProvince('postgresql');
    servers = [await province.serve({ env }), await province.serve({ env })];
    database = new pg.Client({ connectionString: province.storage.databaseUrl });
    await database.connect();
  });
  after(async () => {
    await database?.end();
    await province?.close();
    await new Promise((settle) => smtp.close(settle));
  });

  const ask = async (prefix) => {
    const api = await province.apiOf(servers[1]);
    await Promise.all(
      Array.from({ length: people }, (_, at) =>
        register(api, 'hall', { email: `${prefix}${at}@example.org` }),
      ),
    );
  };
  const mailsOf = (prefix) => received.filter(({ to }) => to.startsWith(prefix));
  const isSettled = async () => {
    const { rows } = await database.query("select 1 from outbox where state = 'pending' limit 1");
    return rows.length === 0;
  };

  it('send every mail once, over connections that they keep', async () => {
    await ask('all-well');
    await until(isSettled, 'all sent');
    assert.equal(mailsOf('all-well').length, people);
    assert.equal(new Set(mailsOf('all-well').map(({ to }) => to)).size, people);
    assert.ok(sessions <= 8, `${sessions} connections for ${people} mails`);
  });
  it('lose no mail when one of them dies while it sends, and show what came twice as one', async () => {
    isHeld = true;
    await ask('dying');
    await until(() => held.length >= 2, 'some are on their way');
    await servers[0].kill9();
    isHeld = false;
    const twice = held.length;
    for (const accept of held) accept();
    await until(async () => mailsOf('dying').length >= people - twice, 'what nobody had taken');
    // The five minutes are over.
    await database.query("update outbox set due_at = now() where state = 'pending'");
    await until(isSettled, 'all sent');
    const byPerson = new Map();
    for (const { to, id } of mailsOf('dying')) {
      byPerson.set(to, [...(byPerson.get(to) ?? []), id]);
    }
    assert.equal(byPerson.size, people);
    for (const ids of byPerson.values()) assert.equal(new Set(ids).size, 1, 'one identity');
    assert.ok(mailsOf('dying').length <= people + twice, 'only what was on its way came twice');
  });
});
