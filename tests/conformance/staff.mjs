import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { allPages, register, registrationFor } from './inputs.mjs';

/** The agenda and the door, as staff handle them. */
export function describeStaff(sites) {
  const input = (id, changes = {}) => ({
    id,
    title: { ar: 'لقاء تشاوري', fr: 'Rencontre' },
    startDate: '2033-03-10',
    ...changes,
  });
  const create = (id, changes) => sites.main.value('createSession', { body: input(id, changes) });
  const seats = (capacity, changes = {}) => ({ registration: { capacity, ...changes } });
  const act = (operation, session, body) =>
    sites.main.value(operation, { parameters: { session }, body });
  const refused = (code, operation, session, body) =>
    sites.main.refused(code, operation, { parameters: { session }, body });
  const read = (session) => sites.main.value('getSession', { parameters: { session } });
  const list = (session, query) =>
    allPages(sites.main, 'listSessionRegistrations', { parameters: { session }, query, limit: 2 });
  const several = async (session, ...places) => {
    const people = [];
    for (const each of places) people.push(await register(sites.main, session, { places: each }));
    return people;
  };
  const states = async (session) =>
    (await list(session)).map(({ status, position }) =>
      position === null ? status : `${status} ${position}`,
    );

  describe('staff with the agenda', () => {
    it('need a token of the site', async () => {
      await create('guarded', seats(1));
      const [{ doorCode }] = await several('guarded', 1);
      const session = { parameters: { session: 'guarded' } };
      const report = { report: { fr: 'Compte rendu' } };
      for (const token of [null, 'x', sites.neighbour.site.staffToken]) {
        const may = (id, request) => sites.main.refused('unauthorized', id, { ...request, token });
        await may('createSession', { body: input('stolen') });
        await may('editSession', { ...session, body: {} });
        await may('cancelSession', { ...session, body: {} });
        await may('postponeSession', { ...session, body: {} });
        await may('closeSession', { ...session, body: report });
        await may('changeCapacity', { ...session, body: { capacity: 9 } });
        await may('listSessionRegistrations', session);
        await may('checkIn', { ...session, body: { doorCode } });
      }
      assert.equal((await read('guarded')).sequence, 0);
      await sites.main.refused('not_found', 'getSession', { parameters: { session: 'stolen' } });
      await sites.neighbour.refused('not_found', 'cancelSession', { ...session, body: {} });
    });
    it('put a session on it, once however often it is sent', async () => {
      const body = input('created', {
        kind: 'workshop',
        startTime: '15:00',
        endTime: '17:30',
        venue: { name: { fr: 'Maison des jeunes' } },
        ...seats(30, { placesPerRegistration: 2 }),
      });
      const key = randomUUID();
      const first = await sites.main.call('createSession', { body, key });
      const second = await sites.main.call('createSession', { body, key });
      assert.deepEqual([first.status, second.json], [201, first.json]);
      assert.equal(second.headers.get('Idempotency-Replayed'), 'true');
      assert.deepEqual(
        [first.json.startTime.slice(0, 16), first.json.languages, first.json.sequence],
        ['2033-03-10T15:00', ['ar', 'fr', 'en'], 0],
      );
      assert.deepEqual(await read('created'), first.json);
      await sites.main.refused('idempotency_mismatch', 'createSession', {
        body: { ...body, kind: 'forum' },
        key,
      });
      await sites.main.refused('session_exists', 'createSession', { body });
    });
    it('get its issues', async () => {
      const issuesOf = async (changes) => {
        const body = input('wrong', changes);
        const { errors } = await sites.main.refused('invalid_input', 'createSession', { body });
        return errors.map(({ path, code }) => `${path} ${code}`);
      };
      assert.deepEqual(await issuesOf({ endDate: '2033-03-09' }), ['endDate too_small']);
      assert.deepEqual(await issuesOf({ title: {} }), ['title required']);
      assert.deepEqual(await issuesOf({ price: 4 }), ['price unknown_field']);
      assert.deepEqual(await issuesOf({ parent: 'nothing' }), ['parent invalid_choice']);
      assert.deepEqual(
        await issuesOf(seats(3, { questions: [{ id: 'q', label: { fr: 'Q' }, type: 'riddle' }] })),
        ['registration.questions.0.type invalid_choice'],
      );
      const where = { id: 'q', label: { fr: 'Où ?' }, type: 'place' };
      assert.deepEqual(await issuesOf(seats(3, { questions: [where] })), [
        'registration.questions.0.place required',
      ]);
      const file = { ...where, type: 'file', files: { count: 1, bytes: 1000 } };
      assert.deepEqual(await issuesOf(seats(3, { questions: [file] })), [
        'registration.questions.0.type invalid_choice',
      ]);
    });
    it('change what they name and nothing else; every change has its number', async () => {
      const before = await create('edited', { startTime: '09:00', endTime: '12:00', ...seats(4) });
      const title = { fr: 'Grande rencontre' };
      const after = await act('editSession', 'edited', { title, registration: { capacity: 6 } });
      assert.deepEqual(after, {
        ...before,
        title: { ...before.title, ...title },
        registration: { ...before.registration, capacity: 6, remaining: 6 },
        sequence: 1,
        updatedAt: after.updatedAt,
      });
      assert.ok(after.updatedAt >= before.updatedAt);
      assert.deepEqual(await act('editSession', 'edited', { title }), after, 'the same again');
      const { title: translated, room } = await act('editSession', 'edited', {
        title: { en: 'Large meeting', fr: null, ar: 'لقاء كبير' },
        room: { ar: 'القاعة الكبرى' },
      });
      assert.deepEqual(translated, { ar: 'لقاء كبير', en: 'Large meeting' });
      const rooms = await act('editSession', 'edited', { room: { fr: 'Grande salle' } });
      assert.deepEqual(rooms.room, { ...room, fr: 'Grande salle' });
      assert.equal((await act('editSession', 'edited', { room: null })).room, null);
      const none = { title: { ar: null, fr: null, en: null, zgh: null } };
      await refused('invalid_input', 'editSession', 'edited', none);
      const moved = await act('editSession', 'edited', { startDate: '2033-03-12' });
      assert.deepEqual(
        [moved.endDate, moved.startTime.slice(0, 16), moved.sequence],
        ['2033-03-12', '2033-03-12T09:00', 5],
      );
      await refused('invalid_input', 'editSession', 'edited', { endDate: '2033-03-01' });
      await refused('invalid_input', 'editSession', 'edited', { status: 'held' });
      await refused('not_found', 'editSession', 'nothing', {});
      assert.equal((await act('editSession', 'edited', { registration: null })).registration, null);
      const open = { registration: { capacity: null } };
      assert.equal((await act('editSession', 'edited', open)).registration.capacity, null);
    });
    it('keep what they do not name, of a place and of a series too', async () => {
      const point = { latitude: 34.92, longitude: -2.32 };
      const names = { ar: 'دار الشباب', fr: 'Maison des jeunes' };
      const { venue, series } = await create('placed', {
        venue: { name: names, address: { fr: 'Avenue Mohammed V' }, point },
        series: { id: 'tour', name: names, ordinal: 1 },
      });
      const edit = (changes) => act('editSession', 'placed', changes);
      const mended = await edit({ venue: { name: { fr: 'La maison' } }, series: { ordinal: 2 } });
      assert.deepEqual(mended.venue, { ...venue, name: { ...names, fr: 'La maison' } });
      assert.deepEqual(mended.series, { ...series, ordinal: 2 });
      const less = await edit({ venue: { name: { ar: null }, point: null }, series: null });
      assert.deepEqual(less.venue, { ...venue, name: { fr: 'La maison' }, point: null });
      assert.equal(less.series, null);
      assert.equal((await edit({ venue: null })).venue, null);
      await refused('invalid_input', 'editSession', 'placed', { series: { ordinal: 3 } });
    });
    it('call it off: nobody registers or moves up any more, until it is on again', async () => {
      await create('called-off', seats(1));
      const [holder] = await several('called-off', 1, 1, 1);
      const note = { ar: 'أشغال بالقاعة', fr: 'Travaux dans la salle' };
      const cancelled = await act('cancelSession', 'called-off', { note });
      assert.deepEqual(
        [cancelled.status, cancelled.statusNote, cancelled.sequence, cancelled.registration.state],
        ['cancelled', note, 1, 'closed'],
      );
      assert.deepEqual(await act('cancelSession', 'called-off', { note }), cancelled);
      await refused('registration_closed', 'createRegistration', 'called-off', {
        ...registrationFor(sites.main),
      });
      await sites.main.value('cancelRegistration', { token: holder.manageToken });
      assert.deepEqual(await states('called-off'), ['cancelled', 'waitlisted 1', 'waitlisted 2']);
      const again = await act('editSession', 'called-off', { status: 'scheduled' });
      assert.deepEqual([again.status, again.statusNote], ['scheduled', null]);
      assert.deepEqual(await states('called-off'), ['cancelled', 'confirmed', 'waitlisted 1']);
    });
    it('put it off until further notice, or to another day', async () => {
      await create('put-off', { startTime: '10:00', endTime: '11:00' });
      const later = await act('postponeSession', 'put-off', { note: { fr: 'Intempéries' } });
      assert.deepEqual(
        [later.status, later.statusNote, later.startDate],
        ['postponed', { fr: 'Intempéries' }, '2033-03-10'],
      );
      const moved = await act('postponeSession', 'put-off', {
        to: { startDate: '2033-04-02', startTime: '14:00' },
      });
      assert.deepEqual(
        [moved.status, moved.startDate, moved.endDate, moved.startTime.slice(0, 16), moved.endTime],
        ['scheduled', '2033-04-02', '2033-04-02', '2033-04-02T14:00', null],
      );
      assert.deepEqual(moved.sequence, 2);
    });
    it('close it with a report, after which it is over', async () => {
      await create('closed', seats(2));
      const [holder] = await several('closed', 1);
      const report = { ar: 'خلاصة', fr: 'Compte rendu' };
      const closed = await act('closeSession', 'closed', { report });
      assert.deepEqual(
        [closed.status, closed.closingReport, closed.registration.state],
        ['held', report, 'closed'],
      );
      assert.deepEqual(await act('closeSession', 'closed', { report }), closed);
      await refused('session_over', 'cancelSession', 'closed', {});
      await refused('session_over', 'postponeSession', 'closed', {});
      await sites.main.refused('registration_closed', 'cancelRegistration', {
        token: holder.manageToken,
      });
    });
    it('give more seats to the people who wait, in order', async () => {
      await create('more-seats', seats(1, { placesPerRegistration: 3 }));
      // Three places have never fitted, so the line waits behind them.
      await several('more-seats', 1, 1, 1);
      const { session, promoted, moved } = await act('changeCapacity', 'more-seats', {
        capacity: 2,
      });
      assert.deepEqual(
        [session.registration.capacity, session.registration.remaining, session.sequence],
        [2, 0, 1],
      );
      assert.deepEqual(moved, []);
      assert.deepEqual(
        promoted.map(({ id, status }) => [id, status]),
        [[(await list('more-seats'))[1].id, 'confirmed']],
      );
      const same = await act('changeCapacity', 'more-seats', { capacity: 2 });
      assert.deepEqual([same.session.sequence, same.promoted], [1, []]);
      const open = await act('changeCapacity', 'more-seats', { capacity: null });
      assert.equal(open.promoted.length, 1);
      await refused('invalid_input', 'changeCapacity', 'more-seats', { capacity: -1 });
      await create('no-registration');
      await refused('invalid_input', 'changeCapacity', 'no-registration', { capacity: 4 });
    });
    it('take seats away only on request: the last go back to the head of the line', async () => {
      await create('fewer-seats', seats(5, { placesPerRegistration: 2 }));
      const people = await several('fewer-seats', 2, 1, 2, 1);
      assert.deepEqual(await states('fewer-seats'), [
        'confirmed',
        'confirmed',
        'confirmed',
        'waitlisted 1',
      ]);
      const { errors } = await refused(
        'capacity_below_confirmed',
        'changeCapacity',
        'fewer-seats',
        {
          capacity: 4,
        },
      );
      assert.deepEqual(errors, [{ path: 'capacity', code: 'too_small', minimum: 5 }]);
      await refused('capacity_below_confirmed', 'editSession', 'fewer-seats', {
        registration: { capacity: 4 },
      });
      const { session, promoted, moved } = await act('changeCapacity', 'fewer-seats', {
        capacity: 2,
        moveToWaitingList: true,
      });
      assert.deepEqual(
        moved.map(({ id, position }) => [id, position]),
        [
          [people[1].id, 1],
          [people[2].id, 2],
        ],
      );
      assert.deepEqual(promoted, []);
      assert.deepEqual([session.registration.remaining, session.registration.waiting], [0, 3]);
      const token = people[2].manageToken;
      const own = await sites.main.value('getRegistration', { token });
      assert.deepEqual([own.status, own.position, own.promotedAt], ['waitlisted', 2, null]);
      assert.ok(Math.abs(Date.parse(own.movedAt) - Date.now()) < 60_000, 'the person learns of it');
    });
  });

  describe('staff at the entrance', () => {
    it('see them in the order they came, with answers and needs and without secrets', async () => {
      const person = {
        name: 'ليلى',
        email: 'leila@example.org',
        phone: '+212600000000',
        language: 'ar',
        answers: { village: 'Aklim', workshops: ['water'] },
        needs: ['wheelchair_access'],
        needsDetails: 'مصعد',
      };
      const { manageToken: _token, ...registration } = await register(
        sites.main,
        'questions',
        person,
      );
      const all = await list('questions');
      assert.deepEqual(
        all.find(({ id }) => id === registration.id),
        { ...registration, ...person, cancelledAt: null, checkedInAt: null },
      );
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    });
    it('see the people who wait, with their places in the line', async () => {
      await create('listed-seats', seats(1));
      await several('listed-seats', 1, 1, 1, 1);
      const waiting = await list('listed-seats', { status: 'waitlisted' });
      assert.deepEqual(
        waiting.map(({ position }) => position),
        [1, 2, 3],
      );
      assert.equal((await list('listed-seats', { status: 'confirmed' })).length, 1);
      await refused('not_found', 'listSessionRegistrations', 'nothing');
    });
    it('let each in once, by the code at the door, however it is typed', async () => {
      await create('door', seats(1));
      const [holder, waiting] = await several('door', 1, 1);
      const show = (doorCode) => act('checkIn', 'door', { doorCode });
      const first = await show(holder.doorCode);
      assert.deepEqual([first.registration.id, first.alreadyCheckedIn], [holder.id, false]);
      const typed = ` \u2066${holder.doorCode.toLowerCase().replaceAll('-', '\u2011')}\u2069 `;
      const second = await show(typed);
      assert.deepEqual(second, { ...first, alreadyCheckedIn: true });
      await refused('registration_not_confirmed', 'checkIn', 'door', {
        doorCode: waiting.doorCode,
      });
      await refused('not_found', 'checkIn', 'door', { doorCode: 'ZZZZ-ZZZZ' });
      await refused('not_found', 'checkIn', 'listed-seats', { doorCode: holder.doorCode });
      await refused('invalid_input', 'checkIn', 'door', { doorCode: '' });
    });
  });
}
