import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readByTwo } from '../calendar/parsers.mjs';
import { world } from './world.mjs';

/** What a phone gets that subscribes to the agenda, or takes in one session. */
export function describeCalendars(sites) {
  const uidOf = (session) => `${session}@${world.main.id}.nafida`;
  const stored = (id) => world.main.sessions.find((session) => session.id === id);

  /** The ids in a feed, as both readers find them. */
  const inFeed = async (query) => {
    const text = await sites.main.value('getSessionFeed', { query });
    const [one, other] = Object.values(readByTwo(text)).map(({ entries }) => Object.keys(entries));
    assert.deepEqual(one.sort(), other.sort());
    return one.map((uid) => uid.replace(`@${world.main.id}.nafida`, ''));
  };

  describe('a feed', () => {
    it('holds what is to come, and what was in the last month', async () => {
      const ids = await inFeed({});
      assert.deepEqual(
        ids.sort(),
        world.main.sessions
          .map(({ id }) => id)
          .filter((id) => id !== 'held-2022')
          .sort(),
      );
    });
    it('holds what the same filters list', async () => {
      for (const query of [
        { from: '2031-10-01', to: '2031-10-31' },
        { from: '2031-06-01', to: '2031-06-30', territory: '02.113' },
        { type: 'online' },
        { audience: 'women' },
        { series: 'regional' },
        { parent: 'forum' },
        { q: 'المجتمع' },
        { to: '2022-12-31' },
      ]) {
        const { items } = await sites.main.value('listSessions', { query });
        assert.ok(items.length > 0);
        const listed = items.map(({ id }) => id);
        assert.deepEqual((await inFeed(query)).sort(), listed.sort(), JSON.stringify(query));
      }
    });
    it('is called as the site is, in the language asked for or the first of the site', async () => {
      for (const [query, name] of [
        [{}, 'جهة الشرق'],
        [{ lang: 'fr' }, "Région de l'Oriental"],
        [{ lang: 'en' }, 'Oriental Region'],
        [{ lang: 'fr-MA' }, "Région de l'Oriental"],
        [{ lang: 'EN_us' }, 'Oriental Region'],
        [{ lang: 'de' }, 'جهة الشرق'],
      ]) {
        const text = await sites.main.value('getSessionFeed', { query });
        for (const reading of Object.values(readByTwo(text))) assert.equal(reading.name, name);
      }
    });
    it('says of each session what was announced', async () => {
      const query = { from: '2031-06-01', to: '2031-10-31' };
      const text = await sites.main.value('getSessionFeed', { query: { ...query, lang: 'fr' } });
      const { items } = await sites.main.value('listSessions', { query });
      for (const [reader, { entries }] of Object.entries(readByTwo(text))) {
        for (const { id, sequence, updatedAt } of items) {
          const session = stored(id);
          const entry = entries[uidOf(id)];
          const hasHours =
            session.startTime !== null &&
            (session.endTime !== null || session.startDate === session.endDate);
          const told = `${reader}, ${id}`;
          assert.ok(entry.summary.includes(session.title.fr), told);
          assert.equal(
            entry.clock,
            hasHours ? session.startTime.slice(0, 19) : session.startDate,
            told,
          );
          if (hasHours && reader === 'ical.js') {
            assert.equal(entry.start, new Date(session.startTime).toISOString(), told);
          }
          assert.equal(entry.sequence, sequence, told);
          assert.equal(entry.changed, `${updatedAt.slice(0, 19)}.000Z`, told);
          const expected = { cancelled: 'CANCELLED', postponed: 'TENTATIVE' }[session.status];
          assert.equal(entry.status, expected ?? 'CONFIRMED', told);
        }
      }
    });
    it('refuses what is not one of its filters', async () => {
      for (const query of [{ from: 'soon' }, { audience: 'all' }, { type: 'picnic' }]) {
        await sites.main.refused('invalid_input', 'getSessionFeed', { query });
      }
    });
  });

  describe('a calendar entry', () => {
    it('is the session, in the language asked for', async () => {
      const text = await sites.main.value('getSessionCalendar', {
        parameters: { session: 'agenda-a' },
        query: { lang: 'fr' },
      });
      const { url, venue } = stored('agenda-a');
      for (const [reader, { entries }] of Object.entries(readByTwo(text))) {
        assert.deepEqual(Object.keys(entries), [uidOf('agenda-a')], reader);
        const entry = entries[uidOf('agenda-a')];
        assert.equal(entry.url, url, reader);
        assert.deepEqual(entry.geo, [venue.point.latitude, venue.point.longitude], reader);
        assert.equal(entry.organiser, 'Province de Berkane', reader);
        assert.match(entry.location, /^Maison des jeunes, /, reader);
        assert.match(entry.description, /^Atelier\n\n09:00 – Ouverture \(Grande salle\)/, reader);
      }
    });
    it('of no session is not found', async () => {
      for (const session of ['nothing', 'é', '\u0000', 'agenda-a.ics', "' or 1=1 --"]) {
        await sites.main.refused('not_found', 'getSessionCalendar', { parameters: { session } });
      }
    });
    it('names the event that the session is part of', async () => {
      const text = await sites.main.value('getSessionCalendar', {
        parameters: { session: 'forum-women' },
      });
      const { entries } = readByTwo(text)['ical.js'];
      assert.equal(entries[uidOf('forum-women')].parent, uidOf('forum'));
    });
  });
}
