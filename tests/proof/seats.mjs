// Promise: of the people who come at the same moment, as many get a seat as there are, all others one line without
// gap or repeat, and nobody is lost.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { allPages, registrationFor } from '../conformance/inputs.mjs';
import { stubbornFetch } from './stubborn-fetch.mjs';

const upTo = (count) => Array.from({ length: count }, (_, index) => index + 1);

/**
 * All at once; gives the figures, or throws when the promise is broken.
 *
 * @param {{ province: object, servers: object[], people: number, seats: number }} options
 */
export async function proveSeats({ province, servers, people, seats }) {
  const line = stubbornFetch();
  const apis = await Promise.all(servers.map((server) => province.apiOf(server, line.fetch)));
  const api = (index) => apis[index % apis.length];
  const session = `crowd-${randomUUID()}`;
  await apis[0].value('createSession', {
    body: {
      id: session,
      title: { ar: 'لقاء تشاوري', fr: 'Rencontre' },
      startDate: '2031-06-10',
      registration: { capacity: seats },
    },
  });

  // The proofs of work are made before, so that nothing but the registrations is timed, all of them at once.
  const proofs = [];
  for (let at = 0; at < people; at += 200) {
    const batch = upTo(Math.min(200, people - at));
    proofs.push(
      ...(await Promise.all(batch.map((_, index) => api(index).proof('createRegistration')))),
    );
  }
  const before = line.counts.repeated;
  const startedAt = performance.now();
  // All of them, also where one went wrong: whoever is still asking would go on asking a server that has gone.
  const outcomes = await Promise.allSettled(
    proofs.map((proof, index) =>
      api(index).value('createRegistration', {
        parameters: { session },
        body: registrationFor(api(index), { email: `person-${index}@example.org` }),
        proof,
        key: randomUUID(),
      }),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const refused = outcomes.find(({ status }) => status === 'rejected');
  if (refused) throw refused.reason;
  const answers = outcomes.map(({ value }) => value);

  const confirmed = answers.filter(({ status }) => status === 'confirmed');
  const positions = answers
    .filter(({ status }) => status === 'waitlisted')
    .map(({ position }) => position)
    .sort((one, other) => one - other);
  assert.equal(confirmed.length, seats, `${confirmed.length} confirmed for ${seats} seats`);
  assert.deepEqual(positions, upTo(people - seats), 'positions without gap or repeat');

  const stored = await allPages(apis[0], 'listSessionRegistrations', { parameters: { session } });
  assert.deepEqual(
    stored.map(({ id, status, position }) => `${id} ${status} ${position}`).sort(),
    answers.map(({ id, status, position }) => `${id} ${status} ${position}`).sort(),
    'what was answered is what is stored',
  );
  const { registration } = await apis[0].value('getSession', { parameters: { session } });
  assert.deepEqual([registration.remaining, registration.waiting], [0, people - seats]);
  return {
    people,
    seats,
    confirmed: confirmed.length,
    waiting: positions.length,
    repeated: line.counts.repeated - before,
    seconds,
  };
}
