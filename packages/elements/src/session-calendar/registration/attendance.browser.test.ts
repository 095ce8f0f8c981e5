import { sampleSessionRegistration, sampleSession, sampleSite } from '@nafida/client/testing';
import type { Site } from '@nafida/contract';
import { expect } from '@open-wc/testing';
import { calendarFixture, stopClock } from '../../testing/calendar-fixture.js';
import { click, press, type } from '../../testing/keyboard.js';
import { waitUntil } from '../../testing/wait-until.js';
import '../define.js';

/** A page of a session, its form open. */
async function formFor({
  seats = 10,
  placesPerRegistration = 1,
  site = {},
}: {
  seats?: number;
  placesPerRegistration?: number;
  site?: Partial<Site>;
} = {}) {
  const page = await calendarFixture({
    lang: 'fr',
    sessions: [
      sampleSession({
        id: 'workshop',
        startDate: '2026-11-25',
        registration: { ...sampleSessionRegistration(seats), placesPerRegistration },
      }),
    ],
    attributes: { session: 'workshop' },
    site: sampleSite(site),
  });
  await click(await page.shown('.register'));
  await page.shown('.form');
  return {
    ...page,
    sent: async () => {
      const create = page.server.requests.find(
        ({ method, url }) => method === 'POST' && url.endsWith('/registrations'),
      );
      return (await create!.clone().json()) as Record<string, unknown>;
    },
    async fill(contact: 'email' | 'phone' = 'phone', phone = '0612345678') {
      page.find('#field-name').focus();
      await type('Fatima Zahra');
      page.find(`#field-${contact}`).focus();
      await type(contact === 'email' ? 'fatima@exemple.ma' : phone);
      page.find('#field-consent').focus();
      await press('Space');
      await page.calendar.updateComplete;
    },
    async choosePlaces(count: number) {
      const select = page.find('#field-places') as HTMLSelectElement;
      select.value = String(count);
      select.dispatchEvent(new Event('change'));
      await page.calendar.updateComplete;
    },
    async send() {
      await click(page.find('.form [type="submit"]'));
      await page.shown('.result');
    },
  };
}

describe('registering for several people, or with needs', () => {
  stopClock();

  it('asks for a number of places only where the session lets people come together', async () => {
    const alone = await formFor();
    expect(alone.has('#field-places')).to.equal(false);
    alone.calendar.remove();
    const together = await formFor({ placesPerRegistration: 3 });
    expect(together.all('#field-places option').map(({ textContent }) => textContent.trim()))
      .to //
      .deep.equal(['1 place', '2 places', '3 places']);
  });

  it('takes as many seats as were asked for', async () => {
    const page = await formFor({ placesPerRegistration: 4 });
    await page.fill();
    await page.choosePlaces(3);
    await page.send();
    expect((await page.sent())['places']).to.equal(3);
    expect(page.text('.result')).to.include('3 places vous sont réservées.');
    await waitUntil(() => page.text('.page > .seats') === '7 places restantes');
  });

  it('says before sending that more places than are left go to the waiting list', async () => {
    const page = await formFor({ seats: 4, placesPerRegistration: 4 });
    await page.fill();
    await page.choosePlaces(2);
    await page.send();
    page.all('.result > .button.quiet').at(-1)!.click();
    await page.shown('.form');
    await page.fill('phone', '0698765432');
    await page.choosePlaces(3);
    expect(page.text('#hint-places')).to.include('liste d’attente');
    expect(page.text('.form [type="submit"]')).to.equal('S’inscrire sur liste d’attente');
    await page.send();
    expect(page.find('.result').className).to.include('waitlisted');
    expect(page.text('.result')).to.include('Places de cette inscription : 3');
  });

  it('sends what a person needs, with their own words about it', async () => {
    const page = await formFor();
    expect(page.has('#field-needsDetails')).to.equal(false);
    page.find('.needs [value="wheelchair_access"]').focus();
    await press('Space');
    await page.shown('#field-needsDetails');
    page.find('#field-needsDetails').focus();
    await type('Fauteuil large');
    await page.fill();
    await page.send();
    const { needs, needsDetails } = await page.sent();
    expect([needs, needsDetails]).to.deep.equal([['wheelchair_access'], 'Fauteuil large']);
  });
});

describe('what a person goes home with', () => {
  stopClock();

  it('is the code for the door as digits and for a camera, and the session for their calendar', async () => {
    const page = await formFor();
    await page.fill();
    await page.send();
    const image = await page.shown('.result .qr');
    const digits = page.text('[part="door-code"] .digits');
    expect(image.getAttribute('aria-label')).to.include(digits);
    const file = page.find('.result [part="calendar-file"]') as HTMLAnchorElement;
    expect(file.href).to.equal(page.client.sessions.calendarUrl('workshop', { lang: 'fr' }));
    expect(file.download).to.equal('workshop.ics');
    expect(page.all('[part="calendar-file"]').length, 'offered once').to.equal(1);
    expect(page.all('.add-to-calendar').length).to.equal(1);
  });

  it('tells the code that is shown from the one that is kept: by its name, its purpose and its looks', async () => {
    const page = await formFor();
    await page.fill();
    await page.send();
    const [ticket, kept] = [page.find('[part="door-code"]'), page.find('[part="manage-code"]')];
    expect(ticket.textContent).to.match(/Code d’entrée.*À présenter à l’entrée/s);
    expect(kept.textContent).to.match(/Code d’inscription.*consulter ou à annuler/s);
    expect(getComputedStyle(ticket).borderStyle).to.equal('dashed');
    expect(getComputedStyle(kept).borderStyle).to.equal('none');
    const size = (part: HTMLElement) =>
      parseFloat(getComputedStyle(part.querySelector('.digits')!).fontSize);
    expect(size(ticket)).to.be.above(size(kept) * 1.4);
  });

  for (const { name, sendsMail, contact, words } of [
    {
      name: 'a message comes',
      sendsMail: true,
      contact: 'email',
      words: 'Vous recevrez un message',
    },
    {
      name: 'there is no address',
      sendsMail: true,
      contact: 'phone',
      words: 'nous vous téléphonerons',
    },
    {
      name: 'the site sends none',
      sendsMail: false,
      contact: 'email',
      words: 'pas de message de ce site',
    },
  ] as const) {
    it(`says plainly whether they will be written to, before it asks and after (${name})`, async () => {
      const page = await formFor({ site: { sendsMail } });
      const told = page.text('#contact-hint');
      expect(told.includes('vous prévenir'), told).to.equal(sendsMail);
      expect(told.includes('n’envoie pas de message'), told).to.equal(!sendsMail);
      await page.fill(contact);
      await page.send();
      expect(page.text('.result .mail')).to.include(words);
    });
  }

  it('prints alone, without the page around the calendar', async () => {
    const page = await formFor();
    await page.fill();
    await page.send();
    let isMarked: boolean | undefined;
    const { print } = window;
    window.print = () => {
      isMarked = page.calendar.hasAttribute('data-nafida-printing');
    };
    page
      .all('[part="manage-code"] button')
      .find(({ textContent }) => textContent.trim() === 'Imprimer')!
      .click();
    window.print = print;
    window.dispatchEvent(new Event('afterprint'));
    expect([isMarked, page.calendar.hasAttribute('data-nafida-printing')]) //
      .to.deep.equal([true, false]);
  });
});
