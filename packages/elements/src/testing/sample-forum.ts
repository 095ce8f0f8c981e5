import { sampleSession } from '@nafida/client/testing';
import type { Session } from '@nafida/contract';

/** A forum of two days from `day` on, with three workshops in two rooms; `changes` are those of the forum. */
export function sampleForum(
  [day, next]: readonly [day: string, next: string],
  changes: Partial<Session> = {},
): Session[] {
  const part = (id: string, on: string, hour: string, room: string, title: string) =>
    sampleSession({
      id,
      parent: 'forum',
      kind: 'workshop',
      startDate: on,
      startTime: `${on}T${hour}:00+00:00`,
      title: { fr: title, ar: `${title} (ع)` },
      room: { fr: room },
      demonstration: false,
    });
  return [
    sampleSession({
      id: 'forum',
      kind: 'forum',
      startDate: day,
      endDate: next,
      title: { fr: 'Forum de la ville', ar: 'منتدى المدينة' },
      demonstration: false,
      ...changes,
    }),
    part('eau', day, '09:00', 'Salle A', 'L’eau'),
    part('bus', day, '09:00', 'Salle B', 'Les bus'),
    part('fin', next, '16:00', 'Salle A', 'Clôture'),
  ];
}
