/**
 * What every server under the suite holds at the start. Ids say what a thing is there for: a test uses the
 * sessions and consultations of its own, so that tests do not disturb each other. Instants are written as servers
 * give them back; the past and the future ones lie far enough from any clock the suite will run under.
 */

const past = '2020-01-01T00:00:00.000Z';
const future = '2090-01-01T00:00:00.000Z';

const oriental = { code: '02', vintage: 2024 };
const berkane = { code: '02.113', vintage: 2024 };
const oujda = { code: '02.411', vintage: 2024 };

const privacy = {
  controller: { ar: 'مجلس جهة الشرق', fr: "Conseil de la région de l'Oriental" },
  purpose: { ar: 'تلقي المقترحات', fr: 'Recueillir les propositions' },
  recipients: { ar: 'مصالح الجهة', fr: 'Les services de la région' },
  retentionMonths: 24,
  contact: { email: 'donnees@oriental.example', phone: null, address: { fr: 'Oujda' } },
  cndp: { kind: 'declaration', number: 'D-123/2026', date: '2026-01-15' },
  transfer: null,
};

const axes = [
  {
    id: 'access',
    title: { ar: 'الولوج', fr: 'Accès' },
    description: null,
    examples: [{ ar: 'تغطية الدواوير', fr: 'Couvrir les douars' }, { fr: 'Former les aînés' }],
  },
  {
    id: 'services',
    title: { ar: 'الخدمات', fr: 'Services' },
    description: { fr: 'En ligne' },
    examples: [],
  },
];

const consultation = (id, changes = {}) => ({
  id,
  title: { ar: `استشارة ${id}`, fr: `Consultation ${id}` },
  description: null,
  opensAt: past,
  closesAt: future,
  territory: oriental,
  axes,
  policy: {
    territoryLevel: null,
    title: { min: 8, max: 150 },
    body: { min: 15, max: 5000 },
    attachments: null,
  },
  questions: [],
  ...changes,
});

const registration = (capacity, changes = {}) => ({
  opensAt: past,
  closesAt: future,
  capacity,
  placesPerRegistration: 1,
  severalPerContact: false,
  questions: [],
  ...changes,
});

const session = (id, startDate, changes = {}) => ({
  id,
  parent: null,
  kind: 'listening_session',
  title: { ar: `جلسة ${id}`, fr: `Session ${id}` },
  description: null,
  typeOfMeeting: 'in_person',
  status: 'scheduled',
  statusNote: null,
  startDate,
  endDate: startDate,
  startTime: null,
  endTime: null,
  timeZone: 'Africa/Casablanca',
  territory: oriental,
  venue: null,
  room: null,
  onlineUrl: null,
  organisers: [],
  languages: ['ar'],
  accessibility: [],
  audiences: [],
  agenda: [],
  series: null,
  registration: null,
  closingReport: null,
  linkedProposals: [],
  url: null,
  demonstration: false,
  sequence: 0,
  updatedAt: past,
  ...changes,
});

/** An hour as clocks in Morocco show it: at UTC, since 20 September 2026. */
const announced = (date, hour) => `${date}T${hour}:00+00:00`;

const question = (id, type, changes = {}) => ({
  id,
  label: { ar: `سؤال ${id}`, fr: `Question ${id}` },
  hint: null,
  type,
  options: [],
  required: false,
  limits: null,
  showIf: null,
  ...changes,
});

const options = (...ids) => ids.map((id) => ({ id, label: { fr: id } }));

/** One question of each type; what to eat is only asked of those who stay for lunch. */
const questions = [
  question('village', 'short_text', { required: true, limits: { min: 3, max: 20 } }),
  question('subject', 'long_text'),
  question('lunch', 'yes_no'),
  question('dish', 'one_of', {
    options: options('fish', 'vegetables'),
    required: true,
    showIf: { question: 'lunch', equals: true },
  }),
  question('workshops', 'several_of', {
    options: options('water', 'roads', 'schools'),
    limits: { min: null, max: 2 },
  }),
  question('age', 'number', { limits: { min: 12, max: 120 } }),
  question('arrival', 'date'),
  question('home', 'place', {
    place: { level: 'commune', minLevel: 'province', within: oriental.code },
  }),
];

/** Days of the agenda tests lie in 2031; the seats of other tests in 2032. */
const agenda = [
  session('agenda-a', '2031-06-10', {
    startTime: announced('2031-06-10', '09:00'),
    endTime: announced('2031-06-10', '12:30'),
    territory: berkane,
    kind: 'workshop',
    description: { ar: 'ورشة', fr: 'Atelier', en: 'Workshop' },
    venue: {
      name: { ar: 'دار الشباب', fr: 'Maison des jeunes' },
      address: { fr: 'Avenue Mohammed V, Berkane' },
      point: { latitude: 34.92, longitude: -2.32 },
    },
    organisers: [{ ar: 'إقليم بركان', fr: 'Province de Berkane' }],
    languages: ['ar', 'zgh', 'fr'],
    accessibility: ['step_free', 'sign_language'],
    audiences: ['youth', 'associations'],
    agenda: [
      {
        title: { ar: 'افتتاح', fr: 'Ouverture' },
        startTime: announced('2031-06-10', '09:00'),
        minutes: 30,
        room: { fr: 'Grande salle' },
      },
      { title: { ar: 'نقاش', fr: 'Débat' }, startTime: null, minutes: null, room: null },
    ],
    series: { id: 'regional', name: { fr: 'Rencontres régionales' }, ordinal: 2 },
    url: 'https://oriental.example/rencontres/2,a;b',
  }),
  session('agenda-b', '2031-06-12', {
    typeOfMeeting: 'online',
    onlineUrl: 'https://rencontre.example/b',
    territory: oujda,
  }),
  session('agenda-c', '2031-06-14', {
    endDate: '2031-06-16',
    kind: 'forum',
    typeOfMeeting: 'hybrid',
  }),
  session('agenda-d', '2031-06-20', { status: 'cancelled' }),
  session('agenda-e', '2031-06-20', {
    startTime: announced('2031-06-20', '08:00'),
    endTime: announced('2031-06-20', '10:00'),
    status: 'postponed',
  }),
];

/** A forum of two days in October 2031, and an exhibition that lasts from July to autumn. */
const programme = [
  session('exhibition', '2031-07-01', { endDate: '2031-10-31', kind: 'exhibition' }),
  session('forum', '2031-10-07', {
    endDate: '2031-10-08',
    startTime: announced('2031-10-07', '09:00'),
    endTime: announced('2031-10-08', '17:00'),
    kind: 'forum',
    title: { ar: 'منتدى المجتمع الرقمي', fr: 'Forum de la société numérique' },
  }),
  session('forum-women', '2031-10-07', {
    parent: 'forum',
    startTime: announced('2031-10-07', '11:00'),
    endTime: announced('2031-10-07', '12:30'),
    kind: 'workshop',
    title: { ar: 'الرقمنة والنساء القرويات', fr: 'Le numérique et les femmes rurales' },
    room: { ar: 'القاعة ب', fr: 'Salle B' },
    audiences: ['women'],
  }),
  session('forum-hackathon', '2031-10-08', {
    parent: 'forum',
    startTime: announced('2031-10-08', '09:00'),
    kind: 'hackathon',
    title: { ar: 'هاكاثون الإشعارات', fr: 'Hackathon « signalements »' },
    series: { id: 'regional', name: { fr: 'Rencontres régionales' }, ordinal: 3 },
  }),
];

const seats = (id, registration) => session(id, '2032-02-01', { registration });

const main = {
  id: 'oriental',
  name: { ar: 'جهة الشرق', fr: "Région de l'Oriental", en: 'Oriental Region' },
  territory: oriental,
  locales: ['ar', 'fr', 'en'],
  privacy,
  holidays: [
    {
      startDate: '2031-01-24',
      endDate: '2031-01-25',
      name: { ar: 'عيد الفطر', fr: 'Aïd al-Fitr' },
    },
  ],
  demonstration: false,
  origins: ['https://oriental.example', 'https://www.oriental.example'],
  consultations: [
    consultation('general'),
    consultation('listed'),
    consultation('moderated'),
    consultation('searched'),
    consultation('similar'),
    consultation('table'),
    consultation('exacting', {
      policy: {
        territoryLevel: 'commune',
        title: { min: 12, max: 20 },
        body: { min: 20, max: 40 },
        attachments: null,
      },
    }),
    consultation('questions', { questions }),
    consultation('files', {
      policy: {
        territoryLevel: null,
        title: { min: 8, max: 150 },
        body: { min: 15, max: 5000 },
        attachments: { count: 2, bytes: 2_000_000 },
      },
    }),
    consultation('file-questions', {
      questions: [
        question('seen', 'yes_no'),
        question('photo', 'file', {
          required: true,
          files: { count: 1, bytes: 1_000_000 },
          showIf: { question: 'seen', equals: true },
        }),
      ],
    }),
    consultation('over', { closesAt: '2021-01-01T00:00:00.000Z' }),
    consultation('to-come', { opensAt: future, closesAt: null }),
  ],
  sessions: [
    session('held-2022', '2022-10-17', {
      status: 'held',
      closingReport: { ar: 'خلاصة', fr: 'Compte rendu' },
      linkedProposals: ['2022-UNREAD'],
    }),
    ...agenda,
    ...programme,
    seats('two-seats', registration(2)),
    seats('three-seats', registration(3)),
    seats('one-seat', registration(1)),
    seats('last-seat', registration(1)),
    seats('seat-to-keep', registration(1)),
    seats('no-limit', registration(null)),
    seats('families', registration(5, { placesPerRegistration: 4 })),
    seats('one-each', registration(9)),
    seats('several-each', registration(9, { severalPerContact: true })),
    seats('questions', registration(null, { questions })),
    seats('registration-not-open', registration(5, { opensAt: future, closesAt: null })),
    seats('registration-closed', registration(5, { closesAt: '2021-01-01T00:00:00.000Z' })),
  ],
};

const neighbour = {
  id: 'fes-meknes',
  name: { ar: 'جهة فاس مكناس', fr: 'Région Fès-Meknès' },
  territory: { code: '03', vintage: 2024 },
  locales: ['ar', 'fr'],
  privacy: { ...privacy, controller: { ar: 'مجلس جهة فاس مكناس', fr: 'Conseil Fès-Meknès' } },
  holidays: [],
  demonstration: false,
  origins: ['https://fes-meknes.example'],
  consultations: [consultation('general', { territory: { code: '03', vintage: 2024 } })],
  sessions: [
    session('two-seats', '2032-02-01', {
      territory: { code: '03', vintage: 2024 },
      registration: registration(2),
    }),
  ],
};

/** The site nearly all tests use, and another on the same server. */
export const world = { main, neighbour };

/** A place in the site, of each level, and one outside of it. */
export const places = {
  province: berkane,
  commune: { code: '02.113.01.09', vintage: 2024 },
  outside: { code: '03.231', vintage: 2024 },
};
