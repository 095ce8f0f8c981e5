import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { commandsOn } from '../administration/commands-on.js';
import type { Database } from '../database/database.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { runRetention } from './retention.js';

const now = new Date('2026-11-22T08:00:00Z');
const monthsAgo = (months: number) => new Date(Date.UTC(2026, 10 - months, now.getUTCDate(), 7));

describe('the retention job', () => {
  let database: Database;
  let close: () => Promise<void>;
  before(async () => {
    ({ database, close } = await temporaryDatabase());
    const run = commandsOn(database);
    const site = 'berkane';
    const text = { fr: 'Texte' };
    await run('site create', {
      id: site,
      name: text,
      territory: { code: '02.113', vintage: 2024 },
    });
    await run('site privacy', {
      site,
      privacy: {
        controller: text,
        purpose: text,
        recipients: text,
        retentionMonths: 12,
        contact: { email: 'donnees@berkane.example' },
        cndp: { kind: 'pending' },
      },
    });
    const axes = [{ id: 'a', title: text }];
    await run('consultation import', { site, consultations: [{ id: 'c', title: text, axes }] });
    const session = (id: string, startDate: string) => ({
      id,
      title: text,
      startDate,
      registration: {},
    });
    await run('sessions import', {
      site,
      sessions: [session('old', '2025-11-20'), session('recent', '2025-11-24')],
    });
  });
  after(() => close());

  const proposal = (reference: string, received: Date, changes = {}) =>
    database.reader
      .insertInto('proposal')
      .values({
        site: 'berkane',
        reference,
        consultation: 'c',
        axis: 'a',
        territory_code: null,
        territory_vintage: null,
        place_code: null,
        title: 'Titre',
        body: 'Texte',
        language: 'fr',
        content_hash: '',
        author_name: 'Fatima',
        author_name_visible: false,
        author_email: 'fatima@example.org',
        author_phone: '0612345678',
        consent_hash: '',
        channel: 'web',
        status: 'not_answered',
        moderation: 'pending',
        refusal_reason: null,
        refusal_words: null,
        moderated_by: null,
        received_at: received,
        moderated_at: null,
        duplicate_group: reference,
        grouped_at: received,
        likeness: [],
        tracking_hash: reference,
        words: '',
        supports: 0,
        ...changes,
      })
      .execute();

  const registration = (session: string) =>
    database.reader
      .insertInto('registration')
      .values({
        site: 'berkane',
        registration: session,
        session,
        status: 'confirmed',
        turn: 1,
        places: 1,
        door_code: 'X',
        name: 'Ali',
        email: 'ali@example.org',
        phone: null,
        answers: JSON.stringify({ village: 'Ain Reggada' }),
        needs: ['wheelchair_access'],
        needs_details: 'Ascenseur',
        language: 'fr',
        consent_hash: '',
        manage_hash: session,
        created_at: monthsAgo(13),
        promoted_at: null,
        moved_at: null,
        cancelled_at: null,
        checked_in_at: null,
        email_hash: 'x',
        phone_hash: null,
        confirm_by: null,
        confirmed_at: null,
      })
      .execute();

  it('removes contact data when the notice says so, and nothing else', async () => {
    await proposal('old', monthsAgo(13), { answers: JSON.stringify({ village: 'Aklim' }) });
    await proposal('old-shown', monthsAgo(13), {
      author_name_visible: true,
      moderation: 'published',
    });
    await proposal('old-refused', monthsAgo(13), {
      author_name_visible: true,
      moderation: 'refused',
    });
    await proposal('recent', monthsAgo(11));
    await registration('old');
    await registration('recent');

    const report = await runRetention(database, now);
    assert.deepEqual([report.proposals, report.registrations], [3, 1]);
    const proposals = await database.reader
      .selectFrom('proposal')
      .select(['reference', 'author_name', 'author_email', 'author_phone', 'answers', 'title'])
      .orderBy('reference')
      .execute();
    assert.deepEqual(
      proposals.map((row) => [
        row.reference,
        row.author_name,
        row.author_email,
        row.author_phone,
        row.answers,
        row.title,
      ]),
      [
        ['old', null, null, null, null, 'Titre'],
        ['old-refused', null, null, null, null, 'Titre'],
        ['old-shown', 'Fatima', null, null, null, 'Titre'],
        ['recent', 'Fatima', 'fatima@example.org', '0612345678', null, 'Titre'],
      ],
    );
    const registrations = await database.reader
      .selectFrom('registration')
      .select(['session', 'name', 'email', 'status', 'answers', 'needs', 'needs_details'])
      .orderBy('session')
      .execute();
    assert.deepEqual(
      registrations.map((row) => Object.values(row)),
      [
        ['old', null, null, 'confirmed', null, null, null],
        [
          'recent',
          'Ali',
          'ali@example.org',
          'confirmed',
          { village: 'Ain Reggada' },
          ['wheelchair_access'],
          'Ascenseur',
        ],
      ],
    );
    assert.deepEqual(await runRetention(database, now), {
      proposals: 0,
      registrations: 0,
      messages: 0,
      idempotencyKeys: 0,
      proofs: 0,
      attachments: 0,
    });
  });

  it('removes files that nobody took for a day, and those of proposals whose time is over', async () => {
    await proposal('with-files', monthsAgo(13));
    await proposal('with-files-recent', monthsAgo(11));
    const file = async (attachment: string, created: Date, taken: string | null) => {
      await database.reader
        .insertInto('attachment')
        .values({
          site: 'berkane',
          attachment,
          consultation: 'c',
          media_type: 'image/png',
          bytes: 1,
          sha256: '',
          received: 1,
          state: 'ready',
          refusal: null,
          token_hash: attachment,
          created_at: created,
          proposal: taken,
          position: taken === null ? null : 0,
          description: null,
        })
        .execute();
      await database.reader
        .insertInto('attachment_content')
        .values({ site: 'berkane', attachment, start: 0, content: new Uint8Array(1) })
        .execute();
    };
    await file('a1', new Date(now.getTime() - 25 * 3_600_000), null);
    await file('a2', new Date(now.getTime() - 23 * 3_600_000), null);
    await file('a3', monthsAgo(13), 'with-files');
    await file('a4', monthsAgo(11), 'with-files-recent');
    assert.equal((await runRetention(database, now)).attachments, 2);
    const kept = await database.reader
      .selectFrom('attachment_content')
      .select('attachment')
      .orderBy('attachment')
      .execute();
    assert.deepEqual(kept, [{ attachment: 'a2' }, { attachment: 'a4' }]);
    const recorded = await database.reader
      .selectFrom('audit')
      .select(['proposal', 'action', 'actor', 'detail'])
      .where('action', '=', 'files_removed')
      .execute();
    assert.deepEqual(recorded, [
      { proposal: 'with-files', action: 'files_removed', actor: 'retention', detail: '1' },
    ]);
  });

  it('removes keys that cannot come again and proofs that have expired', async () => {
    const day = 86_400_000;
    for (const [key, age] of [
      ['old', 31],
      ['recent', 29],
    ] as const) {
      await database.reader
        .insertInto('idempotency_key')
        .values({
          site: 'berkane',
          key_hash: key,
          operation: 'createProposal',
          fingerprint: '',
          result: '{}',
          created_at: new Date(now.getTime() - age * day),
        })
        .execute();
      const expires_at = new Date(now.getTime() + (key === 'old' ? -1 : 1));
      await database.reader
        .insertInto('used_proof')
        .values({ site: 'berkane', nonce: key, expires_at })
        .execute();
    }
    const report = await runRetention(database, now);
    assert.deepEqual([report.idempotencyKeys, report.proofs], [1, 1]);
    const keys = await database.reader.selectFrom('idempotency_key').select('key_hash').execute();
    assert.deepEqual(keys, [{ key_hash: 'recent' }]);
  });

  it('counts months to the last day of a shorter one', async () => {
    await proposal('end-of-month', new Date('2025-02-28T12:00:00Z'));
    const report = await runRetention(database, new Date('2026-03-31T11:00:00Z'));
    assert.equal(report.proposals, 1);
    await proposal('day-after', new Date('2025-03-31T12:00:00Z'));
    assert.equal((await runRetention(database, new Date('2026-03-31T11:00:00Z'))).proposals, 0);
  });
});
