import type { Consultation, Session, SessionRegistration, Site } from '@nafida/contract';

/** A complete site, a province of the Oriental, with `changes`. */
export function sampleSite(changes: Partial<Site> = {}): Site {
  return {
    id: 'berkane',
    name: { ar: 'إقليم بركان', fr: 'Province de Berkane', en: 'Berkane Province' },
    territory: { code: '02.113', vintage: 2024 },
    locales: ['ar', 'fr', 'en'],
    privacy: {
      controller: { ar: 'عمالة إقليم بركان', fr: 'Province de Berkane' },
      purpose: { ar: 'تلقي مقترحات المواطنين', fr: 'Recueillir les propositions des citoyens' },
      recipients: { ar: 'مصالح الإقليم', fr: 'Les services de la province' },
      retentionMonths: 24,
      contact: { email: 'donnees@berkane.example', phone: null, address: null },
      cndp: { kind: 'pending', number: null, date: null },
      transfer: null,
      hash: '5e'.repeat(32),
    },
    holidays: [],
    sendsMail: false,
    demonstration: true,
    apiVersion: '1.0.0',
    ...changes,
  };
}

/** A complete consultation with two axes, open without end, with `changes`. */
export function sampleConsultation(changes: Partial<Consultation> = {}): Consultation {
  return {
    id: 'digital-2030',
    title: { ar: 'التحول الرقمي بالإقليم', fr: 'La transition numérique dans la province' },
    description: null,
    status: 'open',
    opensAt: null,
    closesAt: null,
    territory: { code: '02.113', vintage: 2024 },
    axes: [
      {
        id: 'access-and-uses',
        title: {
          ar: 'تعميم الولوج والاستخدامات الرقمية',
          fr: 'Accès universel et usages numériques',
        },
        description: null,
        examples: [
          {
            ar: 'تغطية دواوير الجماعة بشبكة الهاتف والأنترنت',
            fr: 'Couvrir les douars de la commune par le réseau mobile et internet',
          },
          {
            ar: 'دروس مجانية في دور الشباب لتعلم استعمال الهاتف في الخدمات الإدارية',
            fr: 'Des cours gratuits dans les maisons de jeunes pour faire ses démarches par téléphone',
          },
        ],
      },
      {
        id: 'digital-services',
        title: {
          ar: 'تطوير عرض الخدمات الرقمية',
          fr: "Développement de l'offre de services numériques",
        },
        description: null,
        examples: [],
      },
    ],
    questions: [],
    policy: {
      territoryLevel: null,
      title: { min: 8, max: 150 },
      body: { min: 15, max: 5000 },
      attachments: null,
    },
    ...changes,
  };
}

/** A complete scheduled session on 2030-01-15 without registration, with `changes`. */
export function sampleSession(changes: Partial<Session> = {}): Session {
  const startDate = changes.startDate ?? '2030-01-15';
  return {
    id: 'listening-session',
    parent: null,
    kind: 'listening_session',
    title: { ar: 'جلسة إنصات', fr: "Session d'écoute" },
    description: null,
    typeOfMeeting: 'in_person',
    status: 'scheduled',
    statusNote: null,
    startDate,
    endDate: startDate,
    startTime: null,
    endTime: null,
    timeZone: 'Africa/Casablanca',
    territory: { code: '02.113', vintage: 2024 },
    venue: { name: { ar: 'مقر الإقليم', fr: 'Siège de la province' }, address: null, point: null },
    room: null,
    onlineUrl: null,
    organisers: [{ ar: 'إقليم بركان', fr: 'Province de Berkane' }],
    languages: ['ar', 'fr'],
    accessibility: ['step_free'],
    audiences: [],
    agenda: [],
    series: null,
    registration: null,
    closingReport: null,
    linkedProposals: [],
    url: null,
    demonstration: true,
    sequence: 0,
    updatedAt: '2026-11-01T09:00:00.000Z',
    ...changes,
  };
}

/** Open registration for `capacity` seats (null: no limit), for {@link sampleSession}. */
export function sampleSessionRegistration(capacity: number | null): SessionRegistration {
  return {
    state: 'open',
    opensAt: null,
    closesAt: null,
    capacity,
    remaining: capacity,
    waiting: 0,
    placesPerRegistration: 1,
    severalPerContact: false,
    questions: [],
  };
}
