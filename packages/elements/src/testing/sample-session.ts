import { sampleSessionRegistration, sampleSession as anySession } from '@nafida/client/testing';
import type { Session } from '@nafida/contract';

/** A listening session in Rabat on 30 November 2026 from 15:00 to 17:00, with 12 of 40 seats left, but for `changes`. */
export function sampleSession(changes: Partial<Session> = {}): Session {
  return anySession({
    id: 'rabat',
    title: { ar: 'اللقاء التشاوري لجهة الرباط', fr: 'Rencontre de Rabat' },
    startDate: '2026-11-30',
    startTime: '2026-11-30T15:00:00+00:00',
    endTime: '2026-11-30T17:00:00+00:00',
    registration: { ...sampleSessionRegistration(40), remaining: 12 },
    demonstration: false,
    ...changes,
  });
}
