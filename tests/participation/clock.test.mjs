import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { createClient } from '@nafida/client';
import { launchChromium } from '../harness/browser.mjs';
import { ProvinceWebsite } from './province-website.mjs';

const word = {
  axis: 'Accès universel et usages numériques',
  title: 'Titre de la proposition',
  body: 'Votre proposition',
  consent: 'J’accepte que mes données soient traitées pour l’étude',
  send: 'Envoyer la proposition',
  waiting: 'Votre proposition attend la connexion',
  received: 'Votre proposition est bien reçue',
  register: 'S’inscrire',
  name: 'Nom et prénom',
};

/** The device's clock, so many years off; nothing else of the page is changed. */
function shiftClock(years) {
  const RealDate = Date;
  const offMs = years * 365.25 * 86_400_000;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [RealDate.now() + offMs] : given));
    }
    static now() {
      return RealDate.now() + offMs;
    }
  };
}

/** Whether a draft on the device holds `typed`. */
async function isKept(typed) {
  const result = (request) =>
    new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  if (!(await indexedDB.databases()).some(({ name }) => name === 'nafida')) return false;
  const database = await result(indexedDB.open('nafida'));
  const stores = [...database.objectStoreNames];
  const kept = await Promise.all(
    stores.map((name) => result(database.transaction(name).objectStore(name).getAll())),
  );
  database.close();
  return JSON.stringify(kept).includes(typed);
}

for (const years of [-2, 2]) {
  describe(`someone whose phone is ${years} years off`, () => {
    let province;
    let browser;
    let page;
    const form = () => page.locator('nafida-proposal-form');
    const calendar = () => page.locator('nafida-session-calendar');
    before(async () => {
      province = await ProvinceWebsite.start();
      browser = await launchChromium();
      const context = await browser.newContext();
      await context.addInitScript(shiftClock, years);
      page = await context.newPage();
      await page.goto(`${province.origin}/fr/participation.html`);
    });
    after(async () => {
      await browser?.close();
      await province?.close();
    });

    it('finds what was typed again, and sends it once, also after waiting for a connection', async () => {
      const title = 'Une ligne de bus le soir';
      await form().getByRole('textbox', { name: word.title }).fill(title);
      while (!(await page.evaluate(isKept, title))) await setTimeout(50);
      await page.reload();
      await form().getByRole('textbox', { name: word.title }).waitFor();
      await page.waitForFunction(
        (typed) =>
          [
            ...document.querySelector('nafida-proposal-form').shadowRoot.querySelectorAll('input'),
          ].some(({ value }) => value === typed),
        title,
      );
      await form().getByRole('radio', { name: word.axis }).check();
      await form()
        .getByRole('textbox', { name: word.body })
        .fill('Pour que les élèves rentrent chez eux après les cours du soir, en sécurité.');
      const place = form().getByRole('combobox');
      await place.focus();
      await page.keyboard.type('Ahfir');
      await form().getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await form().getByRole('checkbox', { name: word.consent }).check();
      // What keeps a proposal while there is no line has come once someone writes.
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
      await form().getByRole('button', { name: word.send }).click();
      await form().getByRole('heading', { name: word.waiting }).waitFor();
      await page.context().setOffline(false);
      await form().getByRole('heading', { name: word.received }).waitFor({ timeout: 60_000 });
      const listed = await province.command('proposals', 'list', 'berkane');
      assert.equal(listed.split(title).length - 1, 1);
      // The date of receipt is the server's.
      const year = new Intl.DateTimeFormat('fr', { year: 'numeric', timeZone: 'UTC' });
      await form().getByText(year.format()).first().waitFor();
    });

    it('sees this month’s agenda, and can register for what is to come', async () => {
      const thisMonth = new Intl.DateTimeFormat('fr', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format();
      await calendar().getByText(thisMonth).first().waitFor();
      const client = createClient({ baseUrl: province.api, site: 'berkane' });
      const from = new Date().toISOString().slice(0, 10);
      const { items } = await client.sessions.list({ from }).page();
      const session = items.find(({ registration }) => registration?.remaining > 0);
      await calendar().evaluate((element, id) => (element.session = id), session.id);
      await calendar().getByRole('button', { name: word.register }).click();
      await calendar().getByRole('textbox', { name: word.name }).waitFor();
    });
  });
}
