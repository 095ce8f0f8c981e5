// What every contender is given: the real places, and a year of sessions made from a printed seed.
import { childrenOf, loadCommunes, nameOf } from '@nafida/territory';

/** All 1,631 places as the peers take them: a code, and a label in both scripts. */
export async function places() {
  await loadCommunes();
  const walk = (place) => [place, ...childrenOf(place.code).flatMap(walk)];
  return childrenOf()
    .flatMap(walk)
    .map((place) => ({
      value: place.code,
      label: `${nameOf(place, 'fr').text} · ${nameOf(place, 'ar').text}`,
    }));
}

/** A linear congruential generator, so that a run can be repeated from its seed. */
function generator(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * `count` one-hour sessions spread over 2026, by day and hour, sorted. Civil times without zone.
 * @returns {{ date: string, events: { id: string, title: string, start: string, end: string }[] }}
 */
export function agenda(count, seed) {
  const below = generator(seed);
  const two = (number) => String(number).padStart(2, '0');
  const events = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2026, 0, 1 + below(365))).toISOString().slice(0, 10);
    const hour = 8 + below(10);
    return {
      id: `s${index}`,
      title: `لقاء تشاوري ${index}`,
      start: `${day}T${two(hour)}:00:00`,
      end: `${day}T${two(hour + 1)}:00:00`,
    };
  });
  events.sort((a, b) => a.start.localeCompare(b.start));
  return { date: '2026-03-01', events };
}
