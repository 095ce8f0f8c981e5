// What was acknowledged is in the next read of every server process, however much is kept between requests.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { proposalFor, propose, publish, register } from '../conformance/inputs.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { engines, fileOf, makeProvince } from './province.mjs';

const places = [
  ...engines.map((engine) => ({ engine })),
  { engine: 'postgresql', hasReplica: true },
];

for (const { engine, hasReplica = false } of places) {
  describe(`a read after a write (${engine}${hasReplica ? ' with a read replica' : ''})`, () => {
    let province;
    let replica;
    let apis;
    let origins;

    before(async () => {
      province = await makeProvince(engine);
      replica = hasReplica ? await province.postgres.replica() : undefined;
      const env = replica && { DATABASE_READ_URL: replica.url };
      const servers = [await province.serve({ env })];
      if (engine === 'postgresql') servers.push(await province.serve({ env }));
      origins = servers.map(({ origin }) => origin);
      apis = await Promise.all(servers.map((server) => province.apiOf(server)));
    });
    after(async () => {
      await province?.close();
      await replica?.stop();
    });

    /** Asks all processes for the same until `work` is done; `check` sees each answer with what `before` gave first. */
    async function whileReading(path, { before: first = () => {}, check }, work) {
      let isDone = false;
      let count = 0;
      const readers = origins.flatMap((origin) =>
        Array.from({ length: 4 }, async () => {
          while (!isDone) {
            const known = first();
            const response = await fetch(`${origin}/v1/sites/berkane${path}`);
            check(await response.json(), known, response);
            count += 1;
          }
        }),
      );
      try {
        await Promise.race([Promise.all(readers), work()]);
      } finally {
        isDone = true;
      }
      await Promise.all(readers);
      assert.ok(count > 20, `${count} reads`);
    }

    it('counts every support that was acknowledged, though many are given at once', async () => {
      const { reference } = await propose(apis[0]);
      await publish(apis[0], reference);
      let acknowledged = 0;
      const support = async (api) => {
        const { supports } = await api.value('supportProposal', {
          parameters: { proposal: reference },
          token: randomBytes(32).toString('base64url'),
        });
        acknowledged = Math.max(acknowledged, supports);
      };
      const check = ({ supports }, known) =>
        assert.ok(supports >= known, `${supports} supports, ${known} were acknowledged`);
      await whileReading(
        `/proposals/${reference}`,
        { before: () => acknowledged, check },
        async () => {
          const givers = Array.from({ length: 6 }, async (_, index) => {
            for (let time = 0; time < 10; time++) await support(apis[index % apis.length]);
          });
          await Promise.all(givers);
        },
      );
      assert.equal(acknowledged, 60);
    });

    it('finds each proposal in every list as soon as it is published', async () => {
      const published = new Set();
      const check = ({ items }, known) => {
        const listed = new Set(items.map(({ reference }) => reference));
        const missing = known.filter((reference) => !listed.has(reference));
        assert.deepEqual(missing, []);
      };
      await whileReading(
        '/proposals?limit=100',
        { before: () => [...published], check },
        async () => {
          for (let time = 0; time < 12; time++) {
            const api = apis[time % apis.length];
            const { reference } = await propose(api, { title: `Proposition ${time}` });
            await publish(api, reference);
            published.add(reference);
            for (const other of apis) {
              const parameters = { proposal: reference };
              await other.value('getProposal', { parameters });
            }
          }
        },
      );
    });

    it('shows no seat that was taken, in the list, alone and in the feed', async () => {
      const parameters = { session: 'hall' };
      for (let time = 0; time < 6; time++) {
        await register(apis[time % apis.length], 'hall', { email: `one-${time}@example.org` });
        for (const api of apis) {
          const { registration } = await api.value('getSession', { parameters });
          assert.equal(registration.remaining, 20 - time - 1);
          const { items } = await api.value('listSessions');
          const listed = items.find(({ id }) => id === 'hall');
          assert.equal(listed.registration.remaining, 20 - time - 1);
        }
      }
      for (const [index, status] of ['cancelled', 'postponed'].entries()) {
        const operation = status === 'cancelled' ? 'cancelSession' : 'postponeSession';
        await apis.at(-1).value(operation, {
          parameters: { session: index === 0 ? 'two-seats' : 'hall' },
          body: { note: { fr: 'Salle en travaux' } },
        });
        for (const api of apis) {
          const calendar = await api.value('getSessionFeed');
          assert.match(calendar, /STATUS:(?:CANCELLED|TENTATIVE)/);
        }
      }
    });

    it('knows the site as a command has just changed it', async () => {
      for (const name of ['Berkane un', 'Berkane deux', 'Berkane trois']) {
        await province.command('site', 'set', 'berkane', '--name-fr', name);
        for (const api of apis) assert.equal((await api.value('getSite')).name.fr, name);
      }
    });

    it('refuses a staff token that a command has just revoked', async () => {
      const made = await province.command('staff-token', 'create', 'berkane', '--label', 'Guest');
      const token = /nafida_staff_[\w-]+/.exec(made)[0];
      for (const api of apis) await api.value('listSubmissions', { token });
      const listed = await province.command('staff-token', 'list', 'berkane');
      const [id] = listed
        .split('\n')
        .find((line) => line.includes('Guest'))
        .trim()
        .split(/\s+/);
      await province.command('staff-token', 'revoke', 'berkane', id);
      for (const api of apis) await api.refused('unauthorized', 'listSubmissions', { token });
    });

    it('signs each receipt with the key that a command has just put in force', async () => {
      for (let time = 0; time < 3; time++) {
        const listed = await province.command('receipt-key', 'rotate', 'berkane');
        const ids = new Set();
        for (const api of apis) {
          const { signature } = await propose(api);
          ids.add(signature.key);
        }
        assert.equal(ids.size, 1);
        const { keys } = await apis[0].value('getReceiptKeys');
        assert.equal(keys.find(({ until }) => until === null).id, [...ids][0], listed);
      }
    });

    it('takes nothing for a consultation that a command has just closed', async () => {
      const consultation = JSON.parse(await readFile(fileOf('consultation.json'), 'utf8'));
      const file = join(await temporaryFolder('consultation'), 'consultation.json');
      const change = async (changes) => {
        await writeFile(file, JSON.stringify({ ...consultation, id: 'brief', ...changes }));
        await province.command('consultation', 'import', 'berkane', file);
      };
      for (let time = 0; time < 2; time++) {
        await change({});
        for (const api of apis) await propose(api, { consultation: 'brief' });
        await change({ closesAt: new Date(Date.now() - 1_000).toISOString() });
        for (const api of apis) {
          const body = proposalFor(api, { consultation: 'brief' });
          await api.refused('consultation_closed', 'createProposal', { body });
        }
      }
    });

    it('finds a similar title that was just published, and not one that was withdrawn', async () => {
      const title = 'Réparer la fontaine du souk';
      const near = async (api) => {
        const { items } = await api.value('listSimilarProposals', { query: { title } });
        return new Set(items.map(({ reference }) => reference));
      };
      // Each process keeps an index from now on.
      for (const api of apis) await near(api);
      for (let time = 0; time < 4; time++) {
        const by = apis[time % apis.length];
        const { reference, trackingCode } = await propose(by, { title: `${title} ${time}` });
        await publish(by, reference);
        for (const api of apis) assert.ok((await near(api)).has(reference), `round ${time}`);
        await by.value('withdrawProposal', { token: trackingCode });
        for (const api of apis) assert.ok(!(await near(api)).has(reference), `round ${time}`);
      }
    });

    it('sees what opens and closes at its instant', async () => {
      const at = (ms) => new Date(Date.now() + ms).toISOString();
      const opensAt = at(1_500);
      const closesAt = at(2_500);
      await apis[0].value('createSession', {
        body: {
          id: 'one-minute',
          title: { fr: 'Une minute' },
          startDate: '2031-06-10',
          registration: { capacity: 5, opensAt, closesAt },
        },
      });
      const stateAt = (instant) =>
        instant < Date.parse(opensAt)
          ? 'not_open'
          : instant < Date.parse(closesAt)
            ? 'open'
            : 'closed';
      const seen = new Set();
      const check = ({ items }, startedAt) => {
        const { state } = items.find(({ id }) => id === 'one-minute').registration;
        const possible = [stateAt(startedAt), stateAt(Date.now())];
        assert.ok(possible.includes(state), `${state}, not ${possible.join(' or ')}`);
        seen.add(state);
      };
      await whileReading('/sessions', { before: () => Date.now(), check }, () => delay(3_000));
      assert.deepEqual([...seen], ['not_open', 'open', 'closed']);
    });

    it('answers what is known already, and HEAD, without a body', async () => {
      for (const origin of origins) {
        const url = `${origin}/v1/sites/berkane/proposals`;
        const first = await fetch(url);
        const ETag = first.headers.get('ETag');
        const length = (await first.arrayBuffer()).byteLength;
        const known = await fetch(url, { headers: { 'If-None-Match': ETag } });
        assert.deepEqual([known.status, await known.text()], [304, '']);
        assert.equal(known.headers.get('ETag'), ETag);
        const head = await fetch(url, { method: 'HEAD' });
        assert.deepEqual([head.status, await head.text()], [200, '']);
        assert.equal(head.headers.get('ETag'), ETag);
        assert.ok(length > 0);
      }
    });
  });
}
