import { createClient } from '@nafida/client';
import { createStaffClient } from '@nafida/client/staff.js';
import type { FakeServer } from '@nafida/client/testing';
import {
  createFakeServer,
  sampleConsultation,
  sampleSessionRegistration,
  sampleSession,
  sampleSite,
} from '@nafida/client/testing';
import { fixture, html } from '@open-wc/testing';
import '../define.js';
import type { CalendarFixture } from './calendar-fixture.js';
import { calendarFixture } from './calendar-fixture.js';
import { click, press, type } from './keyboard.js';
import type { ProposalFixture } from './proposal-fixture.js';
import { proposalFixture } from './proposal-fixture.js';
import type { PublishedProposal } from './published-fixture.js';
import { publishedFixture, serverWith } from './published-fixture.js';
import { sampleForum } from './sample-forum.js';
import { sampleQuestions } from './sample-questions.js';
import { waitUntil } from './wait-until.js';

/** How the page around a view is. */
export interface Around {
  readonly lang: 'ar' | 'fr';
  /** Of the tag, in px. */
  readonly width: number;
}

/** Shows one view of one tag, on a page of its own, and gives the tag. */
export type ShowView = (around: Around) => Promise<HTMLElement>;

const sessions = [
  sampleSession({ id: 'held', startDate: '2026-11-04', status: 'held' }),
  sampleSession({
    id: 'workshop',
    startDate: '2026-11-25',
    startTime: '2026-11-25T15:00:00+00:00',
    registration: { ...sampleSessionRegistration(5), questions: [...sampleQuestions] },
    series: { id: 'regional', name: { ar: 'سلسلة', fr: 'Série' }, ordinal: 2 },
    description: { ar: 'وصف', fr: 'Description' },
    venue: { name: { ar: 'دار' }, address: null, point: { latitude: 34, longitude: -2 } },
    agenda: [{ title: { fr: 'Accueil' }, startTime: null, minutes: 30, room: { fr: 'Salle A' } }],
  }),
  sampleSession({
    id: 'open',
    startDate: '2026-11-26',
    registration: sampleSessionRegistration(5),
  }),
  ...sampleForum(['2026-12-01', '2026-12-02']),
];

function calendarView(
  attributes: Readonly<Record<string, string>>,
  reach: (page: CalendarFixture) => Promise<unknown>,
): ShowView {
  return async ({ lang, width }) => {
    const page = await calendarFixture({ sessions, lang, width, attributes });
    await reach(page);
    await page.calendar.updateComplete;
    return page.calendar;
  };
}

const register = async ({ shown }: CalendarFixture) => {
  await click(await shown('.register'));
  await shown('.form');
};

/** Registers with the keyboard, once the form is there. */
const sendRegistration = async (page: CalendarFixture) => {
  await register(page);
  page.find('#field-name').focus();
  await type('Fatima');
  page.find('#field-email').focus();
  await type('fatima@exemple.ma');
  page.find('#field-consent').focus();
  await press('Space');
  await press('Enter');
  await page.shown('.result');
};

/** A server with mail holds a seat until the address is confirmed; the one in memory sends none. */
const awaitsConfirmation = (server: FakeServer) => {
  const { fetch } = server;
  Object.assign(server, {
    async fetch(...asked: Parameters<typeof fetch>) {
      const answer = await fetch(...asked);
      if (!new Request(asked[0]).url.endsWith('/registrations')) return answer;
      const { status, headers } = answer;
      const registered = (await answer.json()) as object;
      const held = { status: 'unconfirmed', confirmBy: '2026-11-18T11:00:00.000Z' };
      return new Response(JSON.stringify({ ...registered, ...held }), { status, headers });
    },
  });
};

const { policy } = sampleConsultation();
const asking = sampleConsultation({
  description: { ar: 'ما الذي ينبغي تغييره؟', fr: 'Que faut-il changer ?' },
  policy: { ...policy, territoryLevel: 'commune', attachments: { count: 3, bytes: 2_000_000 } },
  questions: [...sampleQuestions],
});

function formView(
  options: Parameters<typeof proposalFixture>[0],
  reach: (page: ProposalFixture) => Promise<unknown> = async () => undefined,
): ShowView {
  return async ({ lang, width }) => {
    const page = await proposalFixture({ ...options, lang, width });
    await reach(page);
    await page.form.updateComplete;
    return page.form;
  };
}

const proposals: readonly PublishedProposal[] = [
  {
    title: 'حافلة مدرسية بين دوار آيت بوكماز والمدرسة الجماعاتية',
    answer: 'سيتم اقتناء حافلة.',
    session: 'listening-session',
    documents: ['Plan'],
  },
  {
    title: 'Bibliothèques intercommunales d’alphabétisation numérique',
    body: 'Intergouvernementalisation et désenclavement des établissements.',
    language: 'fr',
    territory: '02.113.01.01',
  },
];

function listView(
  attributes: Readonly<Record<string, string>>,
  reach: (page: Awaited<ReturnType<typeof listPage>>) => Promise<unknown>,
  held: readonly PublishedProposal[] = proposals,
): ShowView {
  return async (around) => {
    const page = await listPage(attributes, around, held);
    await reach(page);
    return page.element;
  };
}

async function listPage(
  attributes: Readonly<Record<string, string>>,
  around: Around,
  held: readonly PublishedProposal[],
) {
  return publishedFixture('nafida-proposal-list', await serverWith(held), attributes, around);
}

function proposalView(reference: string | undefined, drawn: string): ShowView {
  return async (around) => {
    const held = await serverWith(proposals);
    const attributes = { reference: reference ?? held.references[0]! };
    const page = await publishedFixture('nafida-proposal', held, attributes, around);
    await page.shown(drawn);
    return page.element;
  };
}

function statusView(drawn: string, code?: 'right' | 'wrong', isJoined = false): ShowView {
  return async ({ lang, width }) => {
    const server = createFakeServer();
    const { baseUrl, site, fetch, staffToken } = server;
    const options = { baseUrl, site, fetch, staffToken, retry: false as const };
    const client = createClient(options);
    const proposal = {
      consultation: 'digital-2030',
      axis: 'access-and-uses',
      title: 'فضاء رقمي للقرب',
      body: 'إحداث فضاء رقمي بكل جماعة قروية.',
      language: 'ar',
      consent: { privacyHash: sampleSite().privacy!.hash },
    } as const;
    const { reference, trackingCode } = await client.proposals.create(proposal);
    const staff = createStaffClient(options);
    if (isJoined) {
      const { reference: into } = await client.proposals.create(proposal);
      await client.moderation.decide(into, { decision: 'publish' });
      await staff.proposals.merge(reference, { into });
    } else await staff.proposals.ask(reference, { text: 'Quel douar ?', language: 'fr' });
    const place = await fixture<HTMLElement>(html`
      <div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'} style="inline-size: ${width}px"></div>
    `);
    const element = document.createElement('nafida-proposal-status');
    element.client = client;
    if (code) element.code = code === 'right' ? trackingCode! : 'ZZZZ-ZZZZ-ZZZZ-ZZZZ';
    place.append(element);
    await waitUntil(() => element.shadowRoot?.querySelector(drawn), `"${drawn}" is drawn`);
    return element;
  };
}

function pickerView(attributes: Readonly<Record<string, string>>): ShowView {
  return async ({ lang, width }) => {
    const place = await fixture<HTMLElement>(html`
      <div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'} style="inline-size: ${width}px"></div>
    `);
    const picker = document.createElement('nafida-region-picker');
    for (const [name, value] of Object.entries(attributes)) picker.setAttribute(name, value);
    place.append(picker);
    await waitUntil(() => picker.shadowRoot?.querySelector('#input'), 'the field is drawn');
    if (!picker.checkValidity()) picker.reportValidity();
    await picker.updateComplete;
    return picker;
  };
}

/** Every view of every tag, by what it shows: what holds for each is tried on all of them. */
export const everyView: Readonly<Record<string, ShowView>> = {
  'picker with a place': pickerView({ value: '02.113.01.01' }),
  'picker with an error': pickerView({ required: '' }),
  month: calendarView({ view: 'month' }, ({ shown }) => shown('.grid[aria-busy="false"]')),
  'list of sessions': calendarView({ view: 'list' }, ({ shown }) => shown('.days')),
  programme: calendarView({ view: 'programme', month: '2026-12' }, ({ shown }) =>
    shown('.programme'),
  ),
  'month without sessions': calendarView({ month: '2027-12' }, ({ shown }) => shown('.empty')),
  'search for sessions': calendarView({ q: 'ا' }, ({ shown }) => shown('.results .session')),
  'search that finds no session': calendarView({ q: 'zzzz' }, ({ shown }) => shown('.empty')),
  'past sessions': calendarView({ view: 'list' }, async ({ shown }) => {
    await click(await shown('.open-tools'));
    await click(await shown('[part="past"]'));
    await shown('.results .session');
  }),
  'calendar that cannot be read': async ({ lang, width }) => {
    const prepare = (server: { reachable: boolean }) => (server.reachable = false);
    const page = await calendarFixture({ lang, width, prepare });
    await page.shown('.failure');
    return page.calendar;
  },
  'page of a session': calendarView({ session: 'workshop' }, ({ shown }) => shown('.page')),
  'session that is not there': calendarView({ session: 'nowhere' }, ({ shown }) =>
    shown('.notice'),
  ),
  registration: calendarView({ session: 'workshop' }, register),
  'registration with errors': calendarView({ session: 'workshop' }, async (page) => {
    await register(page);
    await click(page.find('.form [type="submit"]'));
    await page.shown('.summary');
  }),
  'result of a registration': calendarView({ session: 'open' }, sendRegistration),
  'registration on the waiting list': async ({ lang, width }) => {
    const full = sampleSession({
      startDate: '2026-11-26',
      registration: sampleSessionRegistration(0),
    });
    const attributes = { session: full.id };
    const page = await calendarFixture({ sessions: [full], lang, width, attributes });
    await sendRegistration(page);
    return page.calendar;
  },
  'registration with an address to confirm': async ({ lang, width }) => {
    const attributes = { session: 'open' };
    const prepare = awaitsConfirmation;
    const page = await calendarFixture({ sessions, lang, width, attributes, prepare });
    await sendRegistration(page);
    return page.calendar;
  },
  'two registrations': calendarView({ session: 'open' }, async (page) => {
    await sendRegistration(page);
    await click(page.find('.result > .button.quiet'));
    await page.shown('.earlier');
  }),
  'code of a registration': calendarView({}, async ({ find, shown }) => {
    await click(find('.have-code'));
    await shown('#field-code');
  }),
  form: formView({ consultations: [asking], attributes: { layout: 'page' } }, ({ shown }) =>
    shown('#field-answers\\.transport'),
  ),
  'form in steps': formView({ consultations: [asking], attributes: { layout: 'steps' } }),
  'form with errors': formView(
    { consultations: [asking], attributes: { layout: 'page' } },
    async ({ find, shown }) => {
      await shown('#field-answers\\.transport');
      await click(find('[part="submit"]'));
      await shown('.summary');
    },
  ),
  'form of several consultations': formView({
    consultations: [sampleConsultation(), sampleConsultation({ id: 'water' })],
    attributes: { layout: 'page' },
  }),
  'form without a consultation': formView({ consultations: [] }),
  'form that cannot be loaded': formView({
    prepare: (server) => (server.reachable = false),
  }),
  receipt: formView({ attributes: { layout: 'page' } }, async ({ fill, find, shown }) => {
    await fill();
    await click(find('[part="submit"]'));
    await shown('.receipt');
  }),
  'list of proposals': listView({}, ({ shown }) => shown('.item')),
  'list of proposals with filters': listView({}, async ({ shown }) => {
    await shown('.item');
    await click(await shown('[part="open-filters"]'));
    await shown('[part="filters"]');
  }),
  'search that finds no proposal': listView({ q: 'zzzz' }, ({ shown }) => shown('.empty')),
  'list without proposals': listView({}, ({ shown }) => shown('.empty'), []),
  'list that cannot be read': async (around) => {
    const held = await serverWith([]);
    held.server.reachable = false;
    const page = await publishedFixture('nafida-proposal-list', held, {}, around);
    await page.shown('.failure');
    return page.element;
  },
  'proposal in the list': async (around) => {
    const held = await serverWith(proposals);
    const attributes = { proposal: held.references[0]! };
    const page = await publishedFixture('nafida-proposal-list', held, attributes, around);
    await page.shown('.proposal');
    return page.element;
  },
  proposal: proposalView(undefined, '.proposal'),
  'proposal that is not there': proposalView('NOWHERE-2026', '[part="error"]'),
  'code of a proposal': statusView('.form'),
  'wrong code of a proposal': statusView('#error-code', 'wrong'),
  'what became of a proposal': statusView('.manage', 'right'),
  'proposal that was joined to another': statusView('.news', 'right', true),
};
