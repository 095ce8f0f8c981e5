// Promise: whatever people and staff do in whatever order, on lines that lose answers and with servers that are
// killed, seats and waiting list are what a simple model says.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { allPages, registrationFor } from '../conformance/inputs.mjs';
import { Random } from './random.mjs';
import { SessionModel } from './session-model.mjs';
import { stubbornFetch } from './stubborn-fetch.mjs';

const mostPlaces = 3;
const atATime = 8;

/**
 * Runs one random history for each seed, several at a time on the same servers.
 *
 * @param {{ province: object, servers: object[], seeds: number[], say?: (line: string) => void }} options `servers`
 *   are killed and started again on their ports
 */
export async function proveRandomRun({ province, servers, seeds, say = () => {} }) {
  const fleet = new Fleet(province, servers);
  const total = { seeds: 0, steps: 0, requests: 0, repeated: 0, lostAnswers: 0, cut: 0 };
  const waiting = [...seeds];
  const work = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const history = new History(seed, fleet);
      try {
        await history.run();
      } catch (error) {
        waiting.length = 0;
        throw new Error(`Seed ${seed}: ${error.message}\n${history.log.join('\n')}`, {
          cause: error,
        });
      }
      total.seeds += 1;
      total.steps += history.log.length;
      for (const [name, count] of Object.entries(history.counts)) total[name] += count;
      if (total.seeds % 50 === 0) say(`  ${total.seeds} seeds, ${fleet.kills} kills`);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return { ...total, kills: fleet.kills };
}

/** Servers that can be killed while others speak to them. */
class Fleet {
  kills = 0;
  #province;
  #servers;
  #crash = Promise.resolve();

  constructor(province, servers) {
    this.#province = province;
    this.#servers = [...servers];
  }

  apiOf(index, fetch) {
    return this.#province.apiOf(this.#servers[index % this.#servers.length], fetch);
  }

  /** Kills a server without a word and starts it again; one at a time. */
  kill(index) {
    this.#crash = this.#crash.then(async () => {
      const at = index % this.#servers.length;
      const { port } = this.#servers[at];
      await this.#servers[at].kill9();
      this.kills += 1;
      this.#servers[at] = await this.#province.serve({ port });
    });
    return this.#crash;
  }
}

class History {
  log = [];
  counts;
  #seed;
  #random;
  #fleet;
  #line;
  #apis;
  #session;
  #model;

  constructor(seed, fleet) {
    this.#seed = seed;
    this.#random = new Random(seed);
    this.#fleet = fleet;
    const errors = new Random(seed ^ 0x5eed);
    this.#line = stubbornFetch(({ method }) => {
      if (method === 'GET' || !errors.chance(0.15)) return undefined;
      // What is cut may still arrive later. Only creates have a key that tells such a late one apart.
      return method === 'POST' && errors.chance(0.5) ? 'cut' : 'lost_answer';
    });
    this.counts = this.#line.counts;
    this.#session = `seed-${seed}-${randomUUID().slice(0, 8)}`;
  }

  async run() {
    const { fetch } = this.#line;
    this.#apis = [await this.#fleet.apiOf(0, fetch), await this.#fleet.apiOf(1, fetch)];
    const capacity = this.#random.between(0, 6);
    this.#model = new SessionModel(capacity);
    await this.#api().value('createSession', {
      body: {
        id: this.#session,
        title: { fr: `Seed ${this.#seed}` },
        startDate: '2031-06-10',
        registration: { capacity, placesPerRegistration: mostPlaces },
      },
    });
    this.log.push(`capacity ${capacity}`);
    const steps = this.#random.between(8, 20);
    // Every twentieth history has a server killed in the middle of it, under all others that are running.
    const killAt = this.#seed % 20 === 0 ? this.#random.between(2, steps - 1) : -1;
    let crash;
    for (let step = 0; step < steps; step += 1) {
      if (step === killAt) {
        this.log.push('kill');
        crash = this.#fleet.kill(this.#random.between(0, 1));
      }
      await this.#step();
    }
    await crash;
    await this.#check();
    if (this.#random.chance(0.3)) await this.#close();
  }

  #api() {
    return this.#random.pick(this.#apis);
  }

  async #step() {
    const dice = this.#random.next();
    if (dice < 0.5) await this.#register();
    else if (dice < 0.7) await this.#cancel();
    else if (dice < 0.85) await this.#changeCapacity();
    else if (dice < 0.95) await this.#comeAtOnce();
    else await this.#check();
  }

  #wanted() {
    const most = Math.min(mostPlaces, this.#model.capacity || mostPlaces);
    return this.#random.between(1, most);
  }

  async #ask(places) {
    const api = this.#api();
    const registration = await api.value('createRegistration', {
      parameters: { session: this.#session },
      body: registrationFor(api, { places }),
    });
    return { id: registration.id, token: registration.manageToken, places, registration };
  }

  async #register() {
    const { registration, ...person } = await this.#ask(this.#wanted());
    this.#model.people.push({ ...person, cancelled: false });
    const { status, position } = this.#model.stateOf(person.id);
    this.log.push(`register ${person.places}: ${registration.status} ${registration.position}`);
    assert.deepEqual([registration.status, registration.position], [status, position]);
  }

  /** Several at the same moment: who came first is the server's to say, and its list says it. */
  async #comeAtOnce() {
    const wanted = Array.from({ length: this.#random.between(2, 5) }, () => this.#wanted());
    const came = await Promise.all(wanted.map((places) => this.#ask(places)));
    this.log.push(`at once ${wanted.join(' ')}`);
    const known = this.#model.people.length;
    const order = (await this.#stored()).slice(known).map(({ id }) => id);
    assert.deepEqual([...order].sort(), came.map(({ id }) => id).sort(), 'these came, once each');
    for (const id of order) {
      const { token, places } = came.find((person) => person.id === id);
      this.#model.people.push({ id, token, places, cancelled: false });
    }
  }

  async #cancel() {
    const staying = this.#model.people.filter(({ cancelled }) => !cancelled);
    if (staying.length === 0) return;
    const person = this.#random.pick(staying);
    this.log.push(`cancel ${this.#model.people.indexOf(person)}`);
    const { status } = await this.#api().value('cancelRegistration', { token: person.token });
    assert.equal(status, 'cancelled');
    person.cancelled = true;
  }

  async #changeCapacity() {
    const capacity = this.#random.between(0, 10);
    const moveToWaitingList = this.#random.chance(0.5);
    const { confirmed } = this.#model;
    this.log.push(`capacity ${capacity}${moveToWaitingList ? ', moving' : ''}`);
    const change = {
      parameters: { session: this.#session },
      body: { capacity, moveToWaitingList },
    };
    if (capacity < confirmed && !moveToWaitingList) {
      const { errors } = await this.#api().refused(
        'capacity_below_confirmed',
        'changeCapacity',
        change,
      );
      assert.equal(errors[0].minimum, confirmed);
      return;
    }
    await this.#api().value('changeCapacity', change);
    this.#model.capacity = capacity;
  }

  #stored() {
    return allPages(this.#api(), 'listSessionRegistrations', {
      parameters: { session: this.#session },
    });
  }

  /** All that can be seen, by the public, by staff and by each person, is what the model says. */
  async #check() {
    const states = this.#model.states();
    const expected = states.map(({ person, status, position }) => [
      person.id,
      person.places,
      status,
      position,
    ]);
    const stored = await this.#stored();
    assert.deepEqual(
      stored.map(({ id, places, status, position }) => [id, places, status, position]),
      expected,
      'staff see what the model says',
    );
    assert.equal(new Set(stored.map(({ doorCode }) => doorCode)).size, stored.length);
    const waiting = states.filter(({ status }) => status === 'waitlisted').length;
    const { registration } = await this.#api().value('getSession', {
      parameters: { session: this.#session },
    });
    assert.deepEqual(
      [registration.capacity, registration.remaining, registration.waiting],
      [
        this.#model.capacity,
        waiting > 0 ? 0 : this.#model.capacity - this.#model.confirmed,
        waiting,
      ],
    );
    const someone = states.length > 0 && this.#random.pick(states);
    if (!someone) return;
    const own = await this.#api().value('getRegistration', { token: someone.person.token });
    assert.deepEqual([own.status, own.position], [someone.status, someone.position]);
  }

  /** After the report nobody comes, leaves or moves up any more. */
  async #close() {
    this.log.push('close');
    const parameters = { session: this.#session };
    await this.#api().value('closeSession', { parameters, body: { report: { fr: 'Tenue' } } });
    await this.#api().refused('registration_closed', 'createRegistration', {
      parameters,
      body: registrationFor(this.#api()),
    });
    const holder = this.#model.people.find(({ cancelled }) => !cancelled);
    if (holder) {
      await this.#api().refused('registration_closed', 'cancelRegistration', {
        token: holder.token,
      });
    }
    await this.#check();
  }
}
