import { sampleSessionRegistration, sampleSession } from '@nafida/client/testing';
import { brokenWords } from '../testing/broken-words.js';
import { calendarFixture, stopClock } from '../testing/calendar-fixture.js';
import { sampleForum } from '../testing/sample-forum.js';
import { waitUntil } from '../testing/wait-until.js';
import './define.js';

const sessions = [
  ...sampleForum(['2026-11-26', '2026-11-27']),
  sampleSession({
    id: 'long',
    startDate: '2026-11-22',
    endDate: '2026-11-22',
    startTime: '2026-11-22T09:00:00+01:00',
    title: {
      ar: 'لقاء حول الاستراتيجيات والديمقراطية التشاركية',
      fr: 'Rencontre sur la territorialisation et le développement socioéconomique',
    },
    venue: {
      name: { fr: 'Arrondissement administratif', ar: 'المقاطعة الإدارية' },
      address: null,
      point: null,
    },
    registration: sampleSessionRegistration(40),
  }),
  sampleSession({
    id: 'hybrid',
    startDate: '2026-11-25',
    typeOfMeeting: 'hybrid',
    status: 'postponed',
    title: { ar: 'يوم دراسي', fr: 'Journée d’étude' },
  }),
];

const holiday = sampleSession({ id: 'holiday', startDate: '2026-11-18', endDate: '2026-11-18' });

/** Attributes of the calendar, and what is drawn when all of the view is there. */
const views: Readonly<Record<string, Readonly<Record<'shown', string> & Record<string, string>>>> =
  {
    month: { view: 'month', shown: '[data-opens]' },
    list: { view: 'list', shown: '[data-opens]' },
    'list with Hijri days': { view: 'list', hijri: '', shown: '.date .note' },
  };

/** A month with long words in it stays whole in `width` px of text of `size` px. */
async function expectWholeWords(
  page: Awaited<ReturnType<typeof calendarFixture>>,
  width: number,
  size: number,
) {
  const around = page.calendar.parentElement!;
  around.style.inlineSize = `${width}px`;
  around.style.fontSize = `${size}px`;
  const about = `${width} px, text of ${size} px`;
  // What is drawn follows the width in a later frame.
  await waitUntil(
    () =>
      brokenWords(page.calendar.shadowRoot!).length === 0 &&
      page.find('.root').scrollWidth <= width,
    `whole words in ${about}`,
  );
}

describe('words in a calendar with little room', () => {
  stopClock();

  for (const lang of ['ar', 'fr', 'en'] as const) {
    for (const [name, { shown, ...attributes }] of Object.entries(views)) {
      it(`are not broken (${name}, ${lang})`, async function () {
        this.timeout(60_000);
        const held = attributes['view'] === 'list' ? [...sessions, holiday] : sessions;
        const page = await calendarFixture({ sessions: held, lang, attributes });
        await page.shown(shown);
        for (const width of [320, 360, 480, 600, 610, 700, 800]) {
          for (const size of [16, 18, 20, 24]) await expectWholeWords(page, width, size);
        }
      });
    }

    it(`are not broken on the page of a session (${lang})`, async function () {
      this.timeout(60_000);
      const page = await calendarFixture({ sessions, lang, attributes: { session: 'long' } });
      await page.shown('.page .facts');
      for (const width of [320, 480, 610, 800]) {
        for (const size of [16, 20, 24]) await expectWholeWords(page, width, size);
      }
    });
  }
});
