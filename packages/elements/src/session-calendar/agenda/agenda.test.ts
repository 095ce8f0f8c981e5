import { createClient, isNafidaError } from '@nafida/client';
import { createFakeServer } from '@nafida/client/testing';
import type { Session } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSession } from '../../testing/sample-session.js';
import type { AgendaFilter } from './agenda.js';
import { Agenda } from './agenda.js';
import { addDays } from '../day/civil-day.js';

const on = (startDate: string, changes: Partial<Session> = {}) =>
  sampleSession({
    id: startDate,
    startDate,
    endDate: startDate,
    startTime: null,
    endTime: null,
    ...changes,
  });
const idsOf = (sessions: readonly Session[]) => sessions.map(({ id }) => id);

function agendaOf(sessions: Session[], filter: AgendaFilter = {}) {
  const server = createFakeServer({ sessions });
  const client = createClient({
    baseUrl: server.baseUrl,
    site: server.site,
    fetch: server.fetch,
    retry: false,
  });
  return { server, client, agenda: new Agenda(client, filter, () => 1_000) };
}

describe('a month of the agenda', () => {
  const sessions = [
    on('2026-10-31'),
    on('2026-11-01'),
    on('2026-11-30'),
    on('2026-12-01'),
    on('2026-10-30', { id: 'forum', endDate: '2026-11-02' }),
  ];

  it('holds what touches its days, and is kept', async () => {
    const { agenda, server } = agendaOf(sessions);
    assert.equal(agenda.known('2026-11'), undefined);
    const { sessions: read, readAt } = await agenda.read('2026-11');
    assert.deepEqual(idsOf(read), ['forum', '2026-11-01', '2026-11-30']);
    assert.equal(readAt, 1_000);
    assert.equal(agenda.known('2026-11')?.sessions, read);
    assert.equal(server.requests.length, 1);
  });

  it('is shared by calendars of the same client with the same filter only', async () => {
    const { agenda, client } = agendaOf(sessions);
    await agenda.read('2026-11');
    assert.ok(new Agenda(client, {}).known('2026-11'));
    assert.equal(new Agenda(client, { type: 'online' }).known('2026-11'), undefined);
    assert.equal(agenda.known('2026-12'), undefined);
  });

  it('is read ahead where one page holds it, once, and not where the page does not want it shown', async () => {
    const { agenda, server } = agendaOf(sessions, { to: '2026-12-31' });
    const { signal } = new AbortController();
    await agenda.prepare('2026-12', signal);
    await agenda.prepare('2026-12', signal);
    await agenda.prepare('2027-01', signal);
    assert.deepEqual(idsOf(agenda.known('2026-12')!.sessions), ['2026-12-01']);
    assert.equal(server.requests.length, 1);

    const many = Array.from({ length: 101 }, (_, index) => on('2026-12-01', { id: `s${index}` }));
    const crowded = agendaOf(many);
    await crowded.agenda.prepare('2026-12', signal);
    assert.equal(crowded.agenda.known('2026-12'), undefined);
    assert.equal(crowded.server.requests.length, 1);
  });

  it('says what lies beyond it also when it was read ahead and is empty', async () => {
    const { agenda } = agendaOf([on('2027-02-01')]);
    await agenda.prepare('2026-12', new AbortController().signal);
    assert.equal(agenda.known('2026-12'), undefined);
    assert.equal((await agenda.read('2026-12')).nearby?.session.id, '2027-02-01');
  });

  it('is cut to the days the page wants shown', async () => {
    const { agenda } = agendaOf(sessions, { from: '2026-11-10', to: '2026-12-31' });
    assert.deepEqual(idsOf((await agenda.read('2026-11')).sessions), ['2026-11-30']);
    assert.deepEqual(idsOf((await agenda.read('2026-12')).sessions), ['2026-12-01']);
    assert.deepEqual(idsOf((await agenda.read('2026-10')).sessions), []);
  });

  it('is asked for by territory and type', async () => {
    const filtered = [
      on('2026-11-02', { typeOfMeeting: 'online' }),
      on('2026-11-03', { typeOfMeeting: 'online', territory: { code: '04', vintage: 2024 } }),
      on('2026-11-04'),
    ];
    const { agenda } = agendaOf(filtered, { territory: '02.113', type: 'online' });
    assert.deepEqual(idsOf((await agenda.read('2026-11')).sessions), ['2026-11-02']);
  });

  it('comes whole, however many pages it has, and part by part', async () => {
    const many = [...new Array(250).keys()].map((index) =>
      on(addDays('2026-11-01', index % 30), { id: `s${String(index).padStart(3, '0')}` }),
    );
    const { agenda } = agendaOf(many);
    const parts: number[] = [];
    const { sessions: read } = await agenda.read('2026-11', {
      onPart: (part) => parts.push(part.length),
    });
    assert.equal(new Set(idsOf(read)).size, 250);
    assert.deepEqual(parts, [100, 200]);
  });
});

describe('the present month', () => {
  const present = Date.UTC(2026, 10, 25);
  const presentAgenda = (sessions: Session[], filter: AgendaFilter = {}) => {
    const { server, client } = agendaOf(sessions);
    return { server, agenda: new Agenda(client, filter, () => present) };
  };

  it('is asked for together with the next one', async () => {
    const { agenda, server } = presentAgenda([
      on('2026-11-02'),
      on('2026-11-29', { id: 'forum', endDate: '2026-12-01' }),
      on('2026-12-04'),
      on('2027-01-05'),
    ]);
    assert.deepEqual(idsOf((await agenda.read('2026-11')).sessions), ['2026-11-02', 'forum']);
    assert.deepEqual(idsOf(agenda.known('2026-12')!.sessions), ['forum', '2026-12-04']);
    assert.equal(server.requests.length, 1);
  });

  it('shows that nothing is to come in the next one, which is not read ahead then', async () => {
    const { agenda, server } = presentAgenda([on('2026-11-26'), on('2027-01-05')]);
    await agenda.read('2026-11');
    await agenda.prepare('2026-12', new AbortController().signal);
    assert.equal(server.requests.length, 1);
    assert.equal((await agenda.read('2026-12')).nearby?.session.id, '2027-01-05');
  });

  it('names what comes in the next one without asking again, where nothing is to come in it', async () => {
    const { agenda, server } = presentAgenda([on('2026-11-02'), on('2026-12-04')]);
    const { nearby } = await agenda.read('2026-11');
    assert.equal(nearby?.session.id, '2026-12-04');
    assert.equal(server.requests.length, 1);
  });

  it('is read no further than needed where a page does not hold both', async () => {
    const many = [...new Array(330).keys()].map((index) =>
      on(addDays('2026-11-01', Math.floor(index / 5)), {
        id: `s${String(index).padStart(3, '0')}`,
      }),
    );
    const { agenda, server } = presentAgenda(many);
    assert.equal((await agenda.read('2026-11')).sessions.length, 150);
    assert.equal(agenda.known('2026-12'), undefined);
    assert.equal(server.requests.length, 2);
  });

  it('is cut to the days the page wants shown, as the next one is', async () => {
    const sessions = [on('2026-11-26'), on('2026-12-04'), on('2026-12-20')];
    const { agenda } = presentAgenda(sessions, { to: '2026-12-10' });
    await agenda.read('2026-11');
    assert.deepEqual(idsOf(agenda.known('2026-12')!.sessions), ['2026-12-04']);
    const ending = presentAgenda(sessions, { to: '2026-11-30' });
    assert.deepEqual(idsOf((await ending.agenda.read('2026-11')).sessions), ['2026-11-26']);
    assert.equal(ending.agenda.known('2026-12')?.sessions.length ?? 0, 0);
  });
});

describe('an empty month', () => {
  it('names the next session', async () => {
    const { agenda } = agendaOf([on('2026-09-10'), on('2027-02-03'), on('2027-05-01')]);
    const { nearby } = await agenda.read('2026-11');
    assert.equal(nearby?.kind, 'next');
    assert.equal(nearby.session.id, '2027-02-03');
  });

  it('names the last one when nothing is to come', async () => {
    const { agenda } = agendaOf([on('2022-03-24'), on('2022-11-30')]);
    const { nearby } = await agenda.read('2026-11');
    assert.equal(nearby?.kind, 'last');
    assert.equal(nearby.session.id, '2022-11-30');
  });

  it('names none where there is none, or only outside the days the page wants shown', async () => {
    assert.equal((await agendaOf([]).agenda.read('2026-11')).nearby, null);
    const bounded = agendaOf([on('2022-03-24'), on('2027-05-01')], {
      from: '2026-11-01',
      to: '2026-12-31',
    });
    assert.equal((await bounded.agenda.read('2026-11')).nearby, null);
  });
});

describe('what was learnt of one session', () => {
  it('is put into every month that holds it', async () => {
    const forum = on('2026-10-30', { id: 'forum', endDate: '2026-11-02' });
    const { agenda } = agendaOf([forum]);
    await agenda.read('2026-10');
    await agenda.read('2026-11');
    agenda.replace({ ...forum, status: 'cancelled' });
    for (const month of ['2026-10', '2026-11'])
      assert.equal(agenda.known(month)?.sessions[0]?.status, 'cancelled');
    assert.equal(agenda.knownSession('forum')?.status, 'cancelled');
  });

  it('is read alone when it is in no month yet', async () => {
    const { agenda } = agendaOf([on('2026-11-30')]);
    assert.equal((await agenda.session('2026-11-30', {})).id, '2026-11-30');
  });
});

it('a failed reading leaves what was known', async () => {
  const { agenda, server } = agendaOf([on('2026-11-30')]);
  await agenda.read('2026-11');
  server.reachable = false;
  await assert.rejects(agenda.read('2026-11'), isNafidaError);
  assert.equal(agenda.known('2026-11')?.sessions.length, 1);
});

it('a session in a zone unknown here is shown in the zone of Morocco', async (t) => {
  t.mock.method(console, 'warn', () => undefined);
  const { agenda } = agendaOf([on('2026-11-30', { timeZone: 'Africa/Nowhere' })]);
  assert.equal((await agenda.read('2026-11')).sessions[0]?.timeZone, 'Africa/Casablanca');
});
