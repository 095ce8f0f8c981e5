import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql, type InsertObject } from 'kysely';
import { commandsOn } from '../administration/commands-on.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { temporaryDatabase } from '../database/temporary-database.test.support.js';
import { nearProposals } from './near-proposals.js';
import { ProposalReads } from './proposal-reads.js';
import { proposalVector } from './proposal-words.js';
import { TitleIndexes } from './title-indexes.js';

const site = 'berkane';
type NewRow = InsertObject<Tables, 'proposal'> & { readonly reference: string };

const seeds = 12;
const words =
  'route école éclairage public santé douar pont bibliothèque numérique حافلة مدرسية الدواوير طريق ملعب Internet forage'.split(
    ' ',
  );

/** Draws the same numbers for the same seed (mulberry32). */
function drawing(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let hash = Math.imul(state ^ (state >>> 15), 1 | state);
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  // The first words far more often than the last: some stand in hundreds of titles.
  const word = () => words[Math.floor(words.length * next() ** 3)];
  const title = () => Array.from({ length: 1 + below(5) }, word).join(' ');
  return { below, title };
}

describe('near titles, found in memory', () => {
  let database: Database;
  let close: () => Promise<void>;
  before(async () => {
    ({ database, close } = await temporaryDatabase());
    const run = commandsOn(database);
    const text = { fr: 'Texte' };
    const territory = { code: '02.113', vintage: 2024 } as const;
    await run('site create', { id: site, name: text, territory });
    const axes = [{ id: 'a', title: text }];
    const consultations = ['one', 'two'].map((id) => ({ id, title: text, axes }));
    await run('consultation import', { site, consultations });
  });
  after(() => close());

  let count = 0;
  async function store(titles: readonly string[], { below }: ReturnType<typeof drawing>) {
    const rows = titles.map((title): NewRow => {
      count += 1;
      const at = new Date(Date.UTC(2026, 0, 1) + count * 1_000);
      return {
        ...{ site, reference: `p-${count}`, consultation: below(2) === 0 ? 'one' : 'two' },
        ...{ axis: 'a', territory_code: null, territory_vintage: null, place_code: null },
        ...{ title, body: 'Texte', language: 'fr', content_hash: '', consent_hash: '' },
        ...{ author_name: null, author_name_visible: false, author_email: null },
        ...{ author_phone: null, channel: 'web', status: 'not_answered' },
        ...{ moderation: 'pending', refusal_reason: null },
        ...{ refusal_words: null, moderated_by: null, received_at: at, moderated_at: at },
        ...{ duplicate_group: `p-${count}`, grouped_at: at, likeness: [] },
        ...{ tracking_hash: `p-${count}`, words: proposalVector({ title, body: 'Texte' }) },
        supports: below(20),
      };
    });
    const published = rows.filter(() => below(8) > 0).map(({ reference }) => reference);
    await database.transaction(async (transaction) => {
      await transaction.insertInto('proposal').values(rows).execute();
      await transaction
        .updateTable('proposal')
        .set({ moderation: 'published' })
        .where('site', '=', site)
        .where('reference', 'in', ['', ...published])
        .execute();
    });
  }

  async function change({ below }: ReturnType<typeof drawing>) {
    const reference = `p-${1 + below(count)}`;
    const moderation = (['published', 'withdrawn', 'pending'] as const)[below(3)]!;
    const changes = below(2) === 0 ? { supports: sql<number>`supports + 7` } : { moderation };
    await database.transaction((transaction) =>
      transaction
        .updateTable('proposal')
        .set(changes)
        .where('site', '=', site)
        .where('reference', '=', reference)
        .execute(),
    );
  }

  it('are those that the database finds, whatever was published, withdrawn and supported', async () => {
    const indexes = new TitleIndexes(database);
    const reads = new ProposalReads(database.reader, site);
    let found = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const drawn = drawing(seed);
      await store(
        Array.from({ length: 1 + drawn.below(160) }, () => drawn.title()),
        drawn,
      );
      for (let time = 0; time < 20; time++) {
        if (time % 3 === 0) await change(drawn);
        const consultation = [undefined, 'one', 'none', 'no id'][drawn.below(4)];
        const choice = { title: drawn.title(), consultation };
        const index = await indexes.of(site);
        assert.ok(index);
        const inMemory = await nearProposals(reads, index, choice);
        const inDatabase = await nearProposals(reads, undefined, choice);
        assert.deepEqual(inMemory, inDatabase, `seed ${seed}: ${JSON.stringify(choice)}`);
        found += inMemory.length;
      }
    }
    assert.ok(found > 300, `${found} found`);
  });

  it('know what was published before they were asked for, though it is while they are made', async () => {
    const indexes = new TitleIndexes(database);
    const reads = new ProposalReads(database.reader, site);
    for (let time = 0; time < 20; time++) {
      const title = `Réparer la fontaine ${'abcdefghijklmnopqrst'[time]!.repeat(5)}`;
      await store([title], drawing(time * 7 + 1));
      const reference = `p-${count}`;
      const publishing = database.transaction((transaction) =>
        transaction
          .updateTable('proposal')
          .set({ moderation: 'published' })
          .where('site', '=', site)
          .where('reference', '=', reference)
          .execute(),
      );
      const early = indexes.of(site);
      await publishing;
      const index = await indexes.of(site);
      const choice = { title, consultation: undefined };
      const [first] = await nearProposals(reads, index, choice);
      assert.equal(first, reference);
      await early;
    }
  });

  it('cost the database a few queries, however many ask at the same moment', async () => {
    const index = await new TitleIndexes(database).of(site);
    let queries = 0;
    const counted = database.reader.withPlugin({
      transformQuery: ({ node }) => {
        queries += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const reads = new ProposalReads(counted, site);
    const choices = words.map((word) => ({ title: `${word} école`, consultation: undefined }));
    const found = await Promise.all(choices.map((choice) => nearProposals(reads, index, choice)));
    assert.equal(queries, 1);
    for (const [at, choice] of choices.entries()) {
      assert.deepEqual(found[at], await nearProposals(reads, index, choice));
    }
    assert.ok(found.flat().length > words.length);
  });

  it('are searched by the database if a site has too many for memory', async () => {
    const indexes = new TitleIndexes(database, { ofAll: 200, ofOne: 100 });
    assert.equal(await indexes.of(site), undefined);
  });
});
