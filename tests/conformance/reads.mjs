import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { operations } from '@nafida/contract';
import { allPages, propose, publish } from './inputs.mjs';
import { world } from './world.mjs';

/** An ETag without its mark of weakness: compressing an answer adds that. */
const opaque = (etag) => etag?.replace(/^W\//, '');

const idsOf = (items) => items.map(({ id }) => id);

/** Sites, consultations, sessions, and what caches are told about them. */
export function describeReads(sites) {
  describe('a site', () => {
    it('is given as it was set up', async () => {
      const { main } = world;
      const { apiVersion, privacy, ...site } = await sites.main.value('getSite');
      const { hash, ...notice } = privacy;
      assert.match(hash, /^[0-9a-f]{64}$/);
      assert.match(apiVersion, /^\d+\.\d+/);
      assert.deepEqual(notice, main.privacy);
      assert.deepEqual(site, {
        id: main.id,
        name: main.name,
        territory: main.territory,
        locales: main.locales,
        holidays: main.holidays,
        sendsMail: false,
        origins: main.origins,
        demonstration: main.demonstration,
      });
    });
    it('has its own privacy notice with its own hash', async () => {
      assert.notEqual(sites.main.site.privacyHash, sites.neighbour.site.privacyHash);
    });
  });

  describe('consultations', () => {
    it('are listed open ones first, then those to come, then the past', async () => {
      const items = await allPages(sites.main, 'listConsultations');
      assert.deepEqual(idsOf(items).sort(), idsOf(world.main.consultations).sort());
      const ranks = items.map(({ status }) => ['open', 'upcoming', 'closed'].indexOf(status));
      assert.deepEqual(ranks, [...ranks].sort());
      const statusOf = Object.fromEntries(items.map(({ id, status }) => [id, status]));
      assert.equal(statusOf.general, 'open');
      assert.equal(statusOf['to-come'], 'upcoming');
      assert.equal(statusOf.over, 'closed');
    });
    it('are given as they were set up', async () => {
      for (const consultation of world.main.consultations) {
        const { status: _status, ...rest } = await sites.main.value('getConsultation', {
          parameters: { consultation: consultation.id },
        });
        assert.deepEqual(rest, consultation);
      }
    });
    it('belong to one site', async () => {
      await sites.neighbour.refused('not_found', 'getConsultation', {
        parameters: { consultation: 'listed' },
      });
      assert.deepEqual(idsOf(await allPages(sites.neighbour, 'listConsultations')), ['general']);
    });
  });

  describe('sessions', () => {
    const within = async (query) => idsOf(await allPages(sites.main, 'listSessions', { query }));
    const june = { from: '2031-06-01', to: '2031-06-30' };

    it('are given as they were set up; hours that are not known stay unknown', async () => {
      for (const session of world.main.sessions.filter(({ registration }) => !registration)) {
        const given = await sites.main.value('getSession', { parameters: { session: session.id } });
        const { sequence, updatedAt } = session;
        // What nobody has read is not named: no proposal of this site is public yet.
        const linkedProposals = [];
        assert.deepEqual({ ...given, sequence, updatedAt }, { ...session, linkedProposals });
      }
    });
    it('are listed earliest first', async () => {
      assert.deepEqual(await within(june), [
        'agenda-a',
        'agenda-b',
        'agenda-c',
        'agenda-d',
        'agenda-e',
      ]);
      assert.equal((await within({}))[0], 'held-2022');
    });
    it('are found by the days they touch, first and last included', async () => {
      for (const [from, to, expected] of [
        ['2031-06-10', '2031-06-10', ['agenda-a']],
        ['2031-06-11', '2031-06-12', ['agenda-b']],
        ['2031-06-13', '2031-06-13', []],
        ['2031-06-13', '2031-06-14', ['agenda-c']],
        ['2031-06-15', '2031-06-15', ['agenda-c']],
        ['2031-06-16', '2031-06-19', ['agenda-c']],
        ['2031-06-17', '2031-06-19', []],
      ]) {
        assert.deepEqual(await within({ from, to }), expected, `${from} to ${to}`);
      }
      assert.deepEqual(await within({ to: '2022-10-17' }), ['held-2022']);
      assert.ok(!(await within({ from: '2022-10-18' })).includes('held-2022'));
    });
    it('are found by place, with the places in it', async () => {
      assert.deepEqual(await within({ ...june, territory: '02.113' }), ['agenda-a']);
      assert.equal((await within({ ...june, territory: '02' })).length, 5);
      assert.deepEqual(await within({ ...june, territory: '02.113.01.09' }), []);
    });
    it('are found by how people attend', async () => {
      assert.deepEqual(await within({ ...june, type: 'online' }), ['agenda-b']);
      assert.deepEqual(await within({ ...june, type: 'hybrid' }), ['agenda-c']);
    });
    const autumn = { from: '2031-10-01', to: '2031-10-31' };

    it('that last for months are found in each of them, before those that begin in it', async () => {
      assert.deepEqual(await within(autumn), [
        'exhibition',
        'forum',
        'forum-women',
        'forum-hackathon',
      ]);
      assert.deepEqual(await within({ from: '2031-08-10', to: '2031-08-10' }), ['exhibition']);
      assert.deepEqual(await within({ from: '2031-11-01', to: '2031-11-30' }), []);
      for (const limit of [1, 2, 3, 4]) {
        const items = await allPages(sites.main, 'listSessions', { query: autumn, limit });
        assert.deepEqual(idsOf(items), await within(autumn), `limit ${limit}`);
      }
    });
    it('are found by the event that they are part of, and by their series', async () => {
      assert.deepEqual(await within({ parent: 'forum' }), ['forum-women', 'forum-hackathon']);
      assert.deepEqual(await within({ parent: 'forum', from: '2031-10-08' }), ['forum-hackathon']);
      assert.deepEqual(await within({ parent: 'forum-women' }), []);
      assert.deepEqual(await within({ series: 'regional' }), ['agenda-a', 'forum-hackathon']);
      for (const unknown of ['nothing', "' or 1=1 --", 'é', '\u0000', '']) {
        assert.deepEqual(await within({ series: unknown }), []);
        assert.deepEqual(await within({ parent: unknown }), []);
      }
    });
    it('are found by whom they are meant for by name', async () => {
      assert.deepEqual(await within({ audience: 'youth' }), ['agenda-a']);
      assert.deepEqual(await within({ ...autumn, audience: 'women' }), ['forum-women']);
      assert.deepEqual(await within({ audience: 'students' }), []);
    });
    it('are found by words, however they are spelled', async () => {
      for (const [q, expected] of [
        ['societe NUMÉRIQUE', ['forum']],
        ['المُجتمع', ['forum']],
        ['قرويات نسا', ['forum-women']],
        ['salle b رقمنة', ['forum-women']],
        ["l'ouverture", ['agenda-a']],
        ['maison jeunes berkane', ['agenda-a']],
        ['اشعارات', ['forum-hackathon']],
        ['forum رقمي', ['forum']],
        ['forum absent', []],
        ["' | 'forum", ['forum']],
        ['forum:* & ! \\', ['forum']],
      ]) {
        assert.deepEqual(await within({ q }), expected, q);
      }
      assert.deepEqual(await within({ ...autumn, q: ' ,; ' }), await within(autumn), 'no word');
    });
    it('are found by all that is asked for at once', async () => {
      const query = { ...autumn, territory: '02', type: 'in_person', parent: 'forum', q: 'salle' };
      assert.deepEqual(await within(query), ['forum-women']);
    });
    it('of no day at all are none', async () => {
      assert.deepEqual(await within({ from: '9999-12-31' }), []);
      assert.deepEqual(await within({ to: '0000-01-01' }), []);
      assert.deepEqual(await within({ from: '0000-01-01', to: '9999-12-31' }), await within({}));
    });
    it('come whole and in order at any page length', async () => {
      const whole = await within(june);
      for (const limit of [1, 2, 3, 5, 6]) {
        const items = await allPages(sites.main, 'listSessions', { query: june, limit });
        assert.deepEqual(idsOf(items), whole, `limit ${limit}`);
      }
      const exact = await sites.main.value('listSessions', { query: { ...june, limit: 5 } });
      assert.equal(exact.nextCursor, null, 'no empty page at the end');
    });
    it('belong to one site', async () => {
      assert.deepEqual(idsOf(await allPages(sites.neighbour, 'listSessions')), ['two-seats']);
    });
    it('tell whether one can register, and for how many seats', async () => {
      const registrationOf = async (session) =>
        (await sites.main.value('getSession', { parameters: { session } })).registration;
      const { state, capacity, remaining, waiting } = await registrationOf('no-limit');
      assert.deepEqual([state, capacity, remaining, waiting], ['open', null, null, 0]);
      assert.equal((await registrationOf('registration-not-open')).state, 'not_open');
      assert.equal((await registrationOf('registration-closed')).state, 'closed');
      assert.equal((await registrationOf('registration-closed')).remaining, 5);
      assert.equal(await registrationOf('agenda-a'), null);
    });
  });

  describe('public answers', () => {
    const parameters = { consultation: 'general', session: 'agenda-a' };
    const publicReads = Object.entries(operations)
      .filter(([, { method, cache }]) => method === 'GET' && cache === 'public')
      .map(([id]) => id);

    it('are not sent again to those who have them', async () => {
      const { reference } = await propose(sites.main, { consultation: 'listed' });
      await publish(sites.main, reference);
      for (const id of publicReads) {
        const request = {
          parameters: { ...parameters, proposal: reference },
          query: id === 'listSimilarProposals' ? { title: 'تغطية الدواوير' } : {},
        };
        const first = await sites.main.call(id, request);
        const etag = opaque(first.headers.get('ETag'));
        for (const held of [etag, `W/${etag}`, `"other", ${etag}`]) {
          const again = await sites.main.call(id, {
            ...request,
            headers: { 'If-None-Match': held },
          });
          assert.equal(again.status, 304, `${id} ${held}`);
          assert.equal(again.text, '');
          assert.equal(opaque(again.headers.get('ETag')), etag);
          assert.match(again.headers.get('Cache-Control') ?? '', /\bpublic\b/);
        }
        const changed = await sites.main.call(id, {
          ...request,
          headers: { 'If-None-Match': '"other"' },
        });
        assert.equal(changed.status, 200, id);
      }
    });
    it('get another ETag when they change', async () => {
      const query = { consultation: 'listed' };
      const etagNow = async () =>
        opaque((await sites.main.call('listProposals', { query })).headers.get('ETag'));
      const before = await etagNow();
      const { reference } = await propose(sites.main, { consultation: 'listed' });
      assert.equal(await etagNow(), before, 'what nobody has read changes nothing');
      await publish(sites.main, reference);
      assert.notEqual(await etagNow(), before);
    });
    it('answer HEAD like GET, without the body', async () => {
      const path = sites.main.pathOf('getSite');
      const { status, headers, text } = await sites.main.send('HEAD', path);
      const full = await sites.main.send('GET', path);
      assert.equal(status, 200);
      assert.equal(text, '');
      assert.equal(opaque(headers.get('ETag')), opaque(full.headers.get('ETag')));
    });
  });
}
