import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { register, registrationFor } from './inputs.mjs';

/** Seats, waiting lists, promotion. */
export function describeRegistrations(sites) {
  const seatsOf = async (session, api = sites.main) => {
    const { registration } = await api.value('getSession', { parameters: { session } });
    return [registration.remaining, registration.waiting];
  };
  const stateOf = async ({ manageToken }) => {
    const { status, position } = await sites.main.value('getRegistration', { token: manageToken });
    return position === null ? status : `${status} ${position}`;
  };
  const cancel = ({ manageToken }) =>
    sites.main.value('cancelRegistration', { token: manageToken });
  const ask = (session, changes) => ({
    parameters: { session },
    body: registrationFor(sites.main, changes),
  });

  describe('a registration', () => {
    it('takes a seat while there is one, then a place on the waiting list', async () => {
      const session = 'two-seats';
      const people = [];
      for (let each = 0; each < 4; each++) people.push(await register(sites.main, session));
      assert.deepEqual(
        people.map(({ status, position }) => [status, position]),
        [
          ['confirmed', null],
          ['confirmed', null],
          ['waitlisted', 1],
          ['waitlisted', 2],
        ],
      );
      assert.deepEqual(await seatsOf(session), [0, 2]);
      assert.deepEqual(await seatsOf(session, sites.neighbour), [2, 0], 'seats belong to one site');

      const cancelled = await cancel(people[0]);
      assert.deepEqual([cancelled.status, cancelled.position], ['cancelled', null]);
      assert.deepEqual(
        await Promise.all(people.map(stateOf)),
        ['cancelled', 'confirmed', 'confirmed', 'waitlisted 1'],
        'whoever waited longest has the seat',
      );
      assert.deepEqual(await seatsOf(session), [0, 1]);

      await cancel(people[3]);
      assert.deepEqual(await seatsOf(session), [0, 0], 'leaving the waiting list frees no seat');
      await cancel(people[1]);
      assert.deepEqual(await seatsOf(session), [1, 0], 'nobody waits: the seat is free');
      assert.equal((await register(sites.main, session)).status, 'confirmed');
    });
    it('is cancelled once, however often asked, and promotes one person', async () => {
      const session = 'one-seat';
      const people = [];
      for (let each = 0; each < 4; each++) people.push(await register(sites.main, session));
      await Promise.all([cancel(people[0]), cancel(people[0]), cancel(people[0])]);
      assert.equal((await cancel(people[0])).status, 'cancelled');
      assert.deepEqual(await Promise.all(people.map(stateOf)), [
        'cancelled',
        'confirmed',
        'waitlisted 1',
        'waitlisted 2',
      ]);
    });
    it('never takes a seat that another has, however many come at once', async () => {
      const session = 'three-seats';
      const people = await Promise.all(
        Array.from({ length: 12 }, () => register(sites.main, session)),
      );
      const states = await Promise.all(people.map(stateOf));
      assert.equal(states.filter((state) => state === 'confirmed').length, 3);
      const waiting = states.filter((state) => state.startsWith('waitlisted')).sort();
      assert.deepEqual(
        waiting,
        Array.from({ length: 9 }, (_, at) => `waitlisted ${at + 1}`).sort(),
      );
      assert.deepEqual(await seatsOf(session), [0, 9]);
    });
    it('keeps seats and waiting list right when people come and go at once', async () => {
      const session = 'last-seat';
      const first = await register(sites.main, session);
      const [, ...others] = await Promise.all([
        cancel(first),
        ...Array.from({ length: 5 }, () => register(sites.main, session)),
      ]);
      const states = (await Promise.all(others.map(stateOf))).sort();
      assert.deepEqual(states, [
        'confirmed',
        'waitlisted 1',
        'waitlisted 2',
        'waitlisted 3',
        'waitlisted 4',
      ]);
    });
    it('may ask for several places; the line is served in order, once the places of the first fit', async () => {
      const session = 'families';
      const first = await register(sites.main, session, { places: 4 });
      const couple = await register(sites.main, session, { places: 2 });
      const single = await register(sites.main, session);
      assert.deepEqual([first.places, couple.places, single.places], [4, 2, 1]);
      assert.deepEqual(
        [first, couple, single].map(({ status, position }) => [status, position]),
        [
          ['confirmed', null],
          ['waitlisted', 1],
          ['waitlisted', 2],
        ],
        'one place is left, but a couple came before',
      );
      assert.deepEqual(await seatsOf(session), [0, 2], 'none for those who come next');
      await cancel(first);
      assert.deepEqual(await Promise.all([couple, single].map(stateOf)), [
        'confirmed',
        'confirmed',
      ]);
      assert.deepEqual(await seatsOf(session), [2, 0]);
      const token = couple.manageToken;
      const { promotedAt, movedAt } = await sites.main.value('getRegistration', { token });
      assert.ok(Math.abs(Date.parse(promotedAt) - Date.now()) < 60_000, 'it says that it came up');
      assert.equal(movedAt, null);
    });
    it('is one for each address or telephone number, however it is spelled, until it is cancelled', async () => {
      const session = 'one-each';
      const email = 'ali.b@Gmail.com';
      const first = await register(sites.main, session, { email, phone: '0612345678' });
      for (const changes of [
        { email },
        { email: 'alib+2@gmail.com' },
        { email: 'Ali.B@googlemail.com', name: 'Salma' },
        { phone: '+212 6 12 34 56 78' },
        { email: undefined, phone: '00212612345678' },
      ]) {
        await sites.main.refused('already_registered', 'createRegistration', ask(session, changes));
      }
      assert.deepEqual(await seatsOf(session), [8, 0]);
      await register(sites.main, 'several-each', { email });
      await cancel(first);
      assert.equal((await register(sites.main, session, { email })).status, 'confirmed');
    });
    it('is one even when the same address comes many times at once', async () => {
      const body = { ...ask('one-each', { email: 'once@example.org' }) };
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => sites.main.call('createRegistration', body)),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409, 409, 409]);
    });
    it('is repeated with its key as if nothing had been', async () => {
      const request = {
        ...ask('one-each', { email: 'again@example.org' }),
        key: 'once-each-12345678',
      };
      const { id } = await sites.main.value('createRegistration', request);
      assert.equal((await sites.main.value('createRegistration', request)).id, id);
    });
    it('may be one of several by one address if the session allows it', async () => {
      const { registration } = await sites.main.value('getSession', {
        parameters: { session: 'several-each' },
      });
      assert.equal(registration.severalPerContact, true);
      const email = 'association@example.org';
      await register(sites.main, 'several-each', { email });
      assert.equal((await register(sites.main, 'several-each', { email })).status, 'confirmed');
    });
    it('asks for at most as many places as the session allows', async () => {
      const issuesOf = async (session, places) => {
        const request = ask(session, { places });
        const { errors } = await sites.main.refused('invalid_input', 'createRegistration', request);
        return errors;
      };
      assert.deepEqual(await issuesOf('families', 5), [
        { path: 'places', code: 'too_large', maximum: 4 },
      ]);
      assert.deepEqual(await issuesOf('no-limit', 2), [
        { path: 'places', code: 'too_large', maximum: 1 },
      ]);
      assert.deepEqual(await issuesOf('families', 0), [
        { path: 'places', code: 'too_small', minimum: 1 },
      ]);
      assert.deepEqual(await issuesOf('families', 1.5), [{ path: 'places', code: 'invalid_type' }]);
    });
    it('answers the questions of the session', async () => {
      const { registration } = await sites.main.value('getSession', {
        parameters: { session: 'questions' },
      });
      assert.deepEqual(
        registration.questions.map(({ id, type }) => [id, type]),
        [
          ['village', 'short_text'],
          ['subject', 'long_text'],
          ['lunch', 'yes_no'],
          ['dish', 'one_of'],
          ['workshops', 'several_of'],
          ['age', 'number'],
          ['arrival', 'date'],
          ['home', 'place'],
        ],
      );
      await register(sites.main, 'questions', { answers: { village: 'Aklim' } });
      await register(sites.main, 'questions', {
        answers: {
          village: ' عين الركادة ',
          subject: 'الماء\nوالطريق',
          lunch: true,
          dish: 'fish',
          workshops: ['water', 'schools'],
          age: 34,
          arrival: '2032-02-01',
          home: '02.113.01.09',
        },
        needs: ['sign_language_interpreter', 'other'],
        needsDetails: 'مقعد في الصف الأول',
      });
    });
    it('is refused when its answers are not what was asked, each issue by its question', async () => {
      const issuesOf = async (answers, session = 'questions') => {
        const request = ask(session, { answers });
        const { errors } = await sites.main.refused('invalid_input', 'createRegistration', request);
        return errors.map(({ path, code }) => `${path} ${code}`).sort();
      };
      const village = 'Aklim';
      assert.deepEqual(await issuesOf(undefined), ['answers.village required']);
      assert.deepEqual(await issuesOf({ village: ' ' }), ['answers.village required']);
      assert.deepEqual(
        await issuesOf({ village: 'Ak', size: 4, lunch: 'yes', workshops: 'water' }),
        [
          'answers.lunch invalid_type',
          'answers.size unknown_field',
          'answers.village too_short',
          'answers.workshops invalid_type',
        ],
      );
      assert.deepEqual(await issuesOf({ village, lunch: true }), ['answers.dish required']);
      assert.deepEqual(
        await issuesOf({ village, lunch: false, dish: 'fish' }),
        ['answers.dish unknown_field'],
        'not asked of those who do not stay',
      );
      assert.deepEqual(await issuesOf({ village, lunch: true, dish: 'meat' }), [
        'answers.dish invalid_choice',
      ]);
      for (const [id, answer, code] of [
        ['workshops', ['water', 'water'], 'invalid_choice'],
        ['workshops', ['water', 'roads', 'schools'], 'too_large'],
        ['workshops', ['bridges'], 'invalid_choice'],
        ['age', 11, 'too_small'],
        ['age', '34', 'invalid_type'],
        ['arrival', '2032-02-30', 'invalid_format'],
        ['subject', 'أ\u202E', 'invalid_text'],
        ['home', 'Berkane', 'invalid_format'],
        ['home', ['02.113'], 'invalid_type'],
        ['home', '02', 'territory_level'],
        ['home', '01.511', 'territory_outside_site'],
      ]) {
        assert.deepEqual(await issuesOf({ village, [id]: answer }), [`answers.${id} ${code}`]);
      }
      assert.deepEqual(await issuesOf({ village }, 'no-limit'), ['answers.village unknown_field']);
      assert.deepEqual(await issuesOf([]), ['answers invalid_type']);
    });
    it('needs no waiting list if seats are not limited', async () => {
      assert.equal((await register(sites.main, 'no-limit')).status, 'confirmed');
      assert.deepEqual(await seatsOf('no-limit'), [null, 0]);
    });
    it('is read with its manage token, which it does not repeat', async () => {
      const created = await register(sites.main, 'no-limit');
      assert.equal(created.session, 'no-limit');
      assert.ok(created.manageToken.length >= 12, 'a token that cannot be guessed');
      assert.ok(created.doorCode.length > 0);
      assert.notEqual(created.doorCode, created.manageToken);
      assert.ok(Math.abs(Date.parse(created.createdAt) - Date.now()) < 60_000);
      const read = await sites.main.value('getRegistration', { token: created.manageToken });
      assert.deepEqual(read, { ...created, manageToken: null });
      const cancelled = await cancel(created);
      assert.deepEqual(cancelled, { ...created, manageToken: null, status: 'cancelled' });
    });
    it('opens however its code was typed from paper', async () => {
      const { id, manageToken } = await register(sites.main, 'no-limit');
      const token = manageToken.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'i');
      assert.equal((await sites.main.value('getRegistration', { token })).id, id);
    });
    it('is neither read nor cancelled with anything else', async () => {
      const created = await register(sites.main, 'seat-to-keep');
      const { manageToken, id, doorCode } = created;
      for (const token of [
        null,
        'x',
        id,
        doorCode,
        `${manageToken}x`,
        sites.main.site.staffToken,
      ]) {
        await sites.main.refused('unauthorized', 'getRegistration', { token });
        await sites.main.refused('unauthorized', 'cancelRegistration', { token });
      }
      await sites.neighbour.refused('unauthorized', 'cancelRegistration', { token: manageToken });
      assert.equal(await stateOf(created), 'confirmed');
    });
    it('is taken only while registration is open', async () => {
      await sites.main.refused(
        'registration_not_open',
        'createRegistration',
        ask('registration-not-open'),
      );
      await sites.main.refused(
        'registration_closed',
        'createRegistration',
        ask('registration-closed'),
      );
      await sites.main.refused('registration_closed', 'createRegistration', ask('agenda-a'));
      await sites.main.refused('not_found', 'createRegistration', ask('nothing'));
    });
    it('must be valid, with consent to the notice in force', async () => {
      const issuesOf = async (changes) => {
        const { errors } = await sites.main.refused(
          'invalid_input',
          'createRegistration',
          ask('no-limit', changes),
        );
        return errors.map(({ path, code }) => `${path} ${code}`).sort();
      };
      assert.deepEqual(await issuesOf({ email: undefined }), ['email contact_required']);
      assert.deepEqual(await issuesOf({ name: 'GAGNEZ 5000 DH', cin: 'A1', phone: 'call me' }), [
        'cin unknown_field',
        'name invalid_name',
        'phone invalid_format',
      ]);
      await sites.main.refused(
        'consent_outdated',
        'createRegistration',
        ask('no-limit', { consent: { privacyHash: 'a'.repeat(64) } }),
      );
      await register(sites.main, 'no-limit', { email: undefined, phone: '+212 6 00-00-00-00' });
    });
  });
}
