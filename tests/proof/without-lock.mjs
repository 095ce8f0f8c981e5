// Promise: the proof of the seats can fail. With the lock taken out of the compiled server it does.
import { serverWithoutLock } from './server-without-lock.mjs';
import { proveSeats } from './seats.mjs';

const rounds = 5;

/**
 * Answers what went wrong without the lock. Throws when five crowds found nothing wrong: then the proof proves nothing.
 *
 * @param {{ makeProvince: Function, people: number, seats: number }} options
 */
export async function proveLockMatters({ makeProvince, people, seats }) {
  const program = await serverWithoutLock();
  // One process on an embedded database has nothing to lock against: its transactions stand in line.
  const province = await makeProvince('postgresql');
  try {
    const servers = [await province.serve({ program }), await province.serve({ program })];
    for (let round = 1; round <= rounds; round += 1) {
      try {
        await proveSeats({ province, servers, people, seats });
      } catch (error) {
        return { people, seats, round, failure: error.message.split('\n')[0] };
      }
    }
    throw new Error(`${rounds} crowds without the lock, and the proof noticed nothing.`);
  } finally {
    await province.close();
  }
}
