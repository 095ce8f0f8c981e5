import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { registrationFor } from '../conformance/inputs.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { engines, makeProvince } from './province.mjs';

const people = 300;
const seats = 20;
const counted = (registrations, status) => registrations.filter((each) => each.status === status);
const upTo = (count) => Array.from({ length: count }, (_, index) => index + 1);
const positions = (registrations) =>
  counted(registrations, 'waitlisted')
    .map(({ position }) => position)
    .sort((one, other) => one - other);

for (const engine of engines) {
  describe(`${people} people who want one of ${seats} seats at the same moment (${engine})`, () => {
    let province;
    let apis;
    /** As each person was answered, in the order they were sent. */
    let answered;
    const tokens = () => answered.map(({ manageToken }) => manageToken);
    const api = (index) => apis[index % apis.length];
    const readAll = () =>
      Promise.all(tokens().map((token, index) => api(index).value('getRegistration', { token })));

    before(async () => {
      province = await makeProvince(engine);
      const servers = [await province.serve()];
      // Two processes on one database: what one of them knows must not decide.
      if (engine === 'postgresql') servers.push(await province.serve());
      apis = await Promise.all(servers.map((server) => province.apiOf(server)));
      const proofs = await Promise.all(
        upTo(people).map((_, index) => api(index).proof('createRegistration')),
      );
      answered = await Promise.all(
        proofs.map((proof, index) =>
          api(index).value('createRegistration', {
            parameters: { session: 'hall' },
            body: registrationFor(api(index), { email: `person-${index}@example.org` }),
            proof,
            key: randomUUID(),
          }),
        ),
      );
    });
    after(() => province?.close());

    it('fill exactly the seats and one line without gaps', async () => {
      assert.equal(counted(answered, 'confirmed').length, seats);
      assert.deepEqual(positions(answered), upTo(people - seats));
      assert.equal(new Set(answered.map(({ doorCode }) => doorCode)).size, people);
      const { registration } = await apis[0].value('getSession', {
        parameters: { session: 'hall' },
      });
      assert.deepEqual([registration.remaining, registration.waiting], [0, people - seats]);
      assert.deepEqual(
        (await readAll()).map(({ id, status, position }) => [id, status, position]),
        answered.map(({ id, status, position }) => [id, status, position]),
      );
    });

    it('move up in the order they came when others give up', async () => {
      // Every third person, holders of seats and people in the line, all at once and every one twice.
      const leaving = tokens().filter((_, index) => index % 3 === 0);
      await Promise.all(
        [...leaving, ...leaving].map((token, index) =>
          api(index).value('cancelRegistration', { token }),
        ),
      );
      const now = await readAll();
      const waiting = people - leaving.length - seats;
      assert.equal(counted(now, 'cancelled').length, leaving.length);
      assert.equal(counted(now, 'confirmed').length, seats);
      assert.deepEqual(positions(now), upTo(waiting));

      const wasInLine = now.flatMap((registration, index) => {
        const { position } = answered[index];
        return position === null || registration.status === 'cancelled'
          ? []
          : [{ before: position, now: registration.position ?? 0 }];
      });
      wasInLine.sort((one, other) => one.before - other.before);
      const promoted = wasInLine.filter((each) => each.now === 0).length;
      assert.deepEqual(
        wasInLine.map((each) => each.now),
        [...upTo(promoted).map(() => 0), ...upTo(waiting)],
      );
    });

    it('get the seats that staff add, the first in line first', async () => {
      const before = await readAll();
      const file = join(await temporaryFolder('sessions'), 'more-seats.csv');
      await writeFile(
        file,
        'id,title_fr,start_date,capacity\nhall,Rencontre dans une plus grande salle,2031-06-10,50\n',
      );
      assert.equal(
        await province.command('sessions', 'import', 'berkane', file),
        '0 created, 1 updated, 0 unchanged',
      );
      const now = await readAll();
      assert.equal(counted(now, 'confirmed').length, 50);
      for (const [index, { status, position }] of before.entries()) {
        if (status !== 'waitlisted') continue;
        assert.equal(now[index].position, position > 30 ? position - 30 : null);
      }
      const { registration } = await apis[0].value('getSession', {
        parameters: { session: 'hall' },
      });
      assert.deepEqual(
        [registration.capacity, registration.remaining, registration.waiting],
        [50, 0, counted(now, 'waitlisted').length],
      );
    });
  });
}
