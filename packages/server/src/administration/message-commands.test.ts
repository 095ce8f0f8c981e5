import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Database } from '../database/database.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { noteMail } from '../mail/mail-in-use.js';
import { runRetention } from '../maintenance/retention.js';
import { commandsOn } from './commands-on.js';

const site = 'berkane';
const dayMs = 86_400_000;
const now = new Date('2026-11-22T08:00:00Z');

describe('messages without mail', () => {
  let database: Database;
  let close: () => Promise<void>;
  let run: ReturnType<typeof commandsOn>;
  before(async () => {
    ({ database, close } = await temporaryDatabase());
    run = commandsOn(database);
    const territory = { code: '02.113', vintage: 2024 } as const;
    await run('site create', { id: site, name: { fr: 'Berkane' }, territory });
    const session = { title: { fr: 'Rencontre' }, startDate: '2031-01-01', registration: {} };
    await run('sessions import', { site, sessions: [{ id: 'talk', ...session }] });
    await database.reader
      .insertInto('registration')
      .values({
        site,
        registration: 'ali',
        session: 'talk',
        status: 'confirmed',
        turn: 1,
        places: 1,
        door_code: 'X',
        name: 'Ali',
        email: 'ali@example.org',
        phone: null,
        answers: null,
        needs: null,
        needs_details: null,
        language: 'fr',
        consent_hash: '',
        manage_hash: 'x',
        created_at: now,
        promoted_at: null,
        moved_at: null,
        cancelled_at: null,
        checked_in_at: null,
        email_hash: null,
        phone_hash: null,
        confirm_by: null,
        confirmed_at: null,
      })
      .execute();
    await message('fresh', new Date(now.getTime() - 14 * dayMs + 1000));
    await message('old', new Date(now.getTime() - 14 * dayMs - 1000));
    await message('call', new Date(now.getTime() - 30 * dayMs), 'to_call');
  });
  after(() => close());

  const message = (id: string, created: Date, state: 'pending' | 'to_call' = 'pending') =>
    database.reader
      .insertInto('outbox')
      .values({
        site,
        message: id,
        session: 'talk',
        registration: 'ali',
        proposal: null,
        kind: 'cancelled',
        state,
        facts: JSON.stringify({
          title: { fr: 'Rencontre' },
          startDate: '2031-01-01',
          endDate: '2031-01-01',
          startTime: null,
          venue: null,
          address: null,
          onlineUrl: null,
          note: null,
        }),
        attempts: 0,
        due_at: created,
        created_at: created,
        settled_at: null,
        fault: null,
      })
      .execute();

  const states = async (state?: 'pending' | 'no_mail' | 'dead' | 'to_call') => {
    const messages = await run('messages list', { site, ...(state && { state }) });
    return Object.fromEntries(messages.map(({ id, state: shown }) => [id, shown]));
  };

  it('are shown as no_mail, and wait again once mail is set up', async () => {
    const waiting = { old: 'no_mail', fresh: 'no_mail' };
    for (const sendsMail of [undefined, false]) {
      if (sendsMail !== undefined) await noteMail(database, sendsMail);
      assert.deepEqual(await states(), { ...waiting, call: 'to_call' });
      assert.deepEqual(await states('no_mail'), waiting);
      assert.deepEqual(await states('pending'), {});
    }
    await noteMail(database, true);
    assert.deepEqual(await states('pending'), { old: 'pending', fresh: 'pending' });
    assert.deepEqual(await states('no_mail'), {});
    await noteMail(database, false);
  });

  it('are given up after two weeks, but for calls that staff still have to make', async () => {
    await runRetention(database, now);
    const given = { old: 'dead', fresh: 'no_mail', call: 'to_call' };
    assert.deepEqual(await states(), given);
    const { fault, settled_at } = await database.reader
      .selectFrom('outbox')
      .select(['fault', 'settled_at'])
      .where('message', '=', 'old')
      .executeTakeFirstOrThrow();
    assert.deepEqual([fault, settled_at], ['too old', now]);
    await runRetention(database, now);
    assert.deepEqual(await states(), given);
    // What was given up is gone when the other settled ones go.
    await runRetention(database, new Date(now.getTime() + 91 * dayMs));
    assert.deepEqual(await states(), { fresh: 'dead', call: 'to_call' });
  });
});
