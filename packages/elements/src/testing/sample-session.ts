import type { Session } from '@nafida/contract';

/** A listening session in Rabat on 30 November 2026 from 15:00 to 17:00, with 12 of 40 seats left, but for `changes`. */
export function sampleSession(changes: Partial<Session> = {}): Session {
  return {
    id: 'rabat',
    kind: 'listening_session',
    title: { ar: 'اللقاء التشاوري لجهة الرباط', fr: 'Rencontre de Rabat' },
    description: null,
    typeOfMeeting: 'in_person',
    status: 'scheduled',
    startDate: '2026-11-30',
    endDate: '2026-11-30',
    startTime: '2026-11-30T15:00:00+01:00',
    endTime: '2026-11-30T17:00:00+01:00',
    timeZone: 'Africa/Casablanca',
    territory: { code: '04', vintage: 2024 },
    venue: null,
    onlineUrl: null,
    organisers: [],
    languages: ['ar'],
    accessibility: [],
    series: null,
    registration: {
      state: 'open',
      opensAt: null,
      closesAt: null,
      capacity: 40,
      remaining: 12,
      waiting: 0,
    },
    closingReport: null,
    demonstration: false,
    sequence: 0,
    ...changes,
  };
}
