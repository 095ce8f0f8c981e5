import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { axeViolations, launchChromium } from '../harness/browser.mjs';
import { png } from '../conformance/files.mjs';
import { ProvinceWebsite } from './province-website.mjs';

const word = {
  axis: 'Accès universel et usages numériques',
  title: 'Titre de la proposition',
  body: 'Votre proposition',
  text: 'Étendre le réseau aux douars éloignés, pour que les élèves puissent étudier à distance.',
  consent: 'J’accepte que mes données soient traitées pour l’étude',
  send: 'Envoyer la proposition',
  waiting: 'Votre proposition attend la connexion',
  kept: 'Elle est gardée sur cet appareil',
  pageOnly: 'Laissez la page ouverte',
  received: 'Votre proposition est bien reçue',
};

/** Everything of the person's that the pages of this origin keep on the device, key and value. */
async function readDevice() {
  const kept = [];
  for (const { name } of await indexedDB.databases()) {
    // The public agenda, the same for everybody: read once more when the network is away.
    if (name === 'nafida-agenda') continue;
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of database.objectStoreNames) {
      const values = await new Promise((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
      kept.push(...values);
    }
    database.close();
  }
  return JSON.stringify([kept, { ...localStorage }, { ...sessionStorage }, document.cookie]);
}

/** Asks until it is so; a test that waits in vain runs out of its file's time. */
async function until(isSo) {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('a proposal that is sent without a connection', () => {
  let province;
  let browser;
  let context;
  const formOf = (page) => page.locator('nafida-proposal-form');
  const isApi = (url) => url.pathname.startsWith('/v1/');

  const openPage = async () => {
    const page = await context.newPage();
    await page.goto(`${province.origin}/fr/participation.html`);
    return page;
  };

  const fill = async (page, title) => {
    const form = formOf(page);
    await form.getByRole('radio', { name: word.axis }).check();
    await form.getByRole('textbox', { name: word.title }).fill(title);
    await form.getByRole('textbox', { name: word.body }).fill(word.text);
    const place = form.getByRole('combobox');
    await place.focus();
    await page.keyboard.type('Ahfir');
    await form.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await form.getByRole('checkbox', { name: word.consent }).check();
  };

  const isWaiting = (page) => formOf(page).getByRole('heading', { name: word.waiting }).waitFor();
  const isReceived = (page) =>
    formOf(page).getByRole('heading', { name: word.received }).waitFor({ timeout: 60_000 });

  const timesStored = async (title) => {
    const listed = await province.command('proposals', 'list', 'berkane');
    return listed.split(title).length - 1;
  };

  /** The page comes back before the line does: it waits still, and goes once when the line is there. */
  const arrivesOnce = async (page, title) => {
    await context.route(isApi, (route) => route.abort());
    await context.setOffline(false);
    await page.reload();
    await isWaiting(page);
    await context.unroute(isApi);
    await page.reload();
    await isReceived(page);
    assert.equal(await timesStored(title), 1);
  };

  before(async () => {
    province = await ProvinceWebsite.start();
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await province?.close();
  });
  beforeEach(async () => {
    await context?.close();
    context = await browser.newContext();
  });

  it('it is kept through reloads and in two tabs, goes once, and leaves nothing on the device', async () => {
    const title = 'Couvrir les douars d’Ahfir';
    const first = await openPage();
    await fill(first, title);
    await context.setOffline(true);
    await formOf(first).getByRole('button', { name: word.send }).click();
    await isWaiting(first);
    await formOf(first).getByText(word.kept).waitFor();
    assert.deepEqual(await axeViolations(first), []);
    assert.match(await first.evaluate(readDevice), new RegExp(word.text));

    // The commune's pages are reached again, the service is not; nor is the sign-in page of a café one.
    await context.route(isApi, (route) => route.abort());
    await context.setOffline(false);
    for (let reload = 0; reload < 3; reload++) {
      await first.reload();
      await isWaiting(first);
    }
    const second = await openPage();
    await isWaiting(second);
    await context.unroute(isApi);
    const signIn = { contentType: 'text/html', body: '<!doctype html><title>Wi-Fi</title>' };
    let signInsShown = 0;
    await context.route(isApi, (route) => {
      signInsShown += 1;
      return route.fulfill(signIn);
    });
    await formOf(second).getByRole('button', { name: 'Envoyer maintenant' }).click();
    await formOf(second).getByText('La connexion n’est pas revenue').waitFor();
    assert.ok(signInsShown > 0);
    await isWaiting(first);
    assert.equal(await timesStored(title), 0);

    await context.setOffline(true);
    await context.unroute(isApi);
    await context.setOffline(false);
    await Promise.any([isReceived(first), isReceived(second)]);
    assert.equal(await timesStored(title), 1);
    for (const page of [first, second]) {
      await until(async () => !(await page.evaluate(readDevice)).includes(title));
      const kept = await page.evaluate(readDevice);
      assert.doesNotMatch(kept, /douars|Ahfir|berkane/i);
      await page.reload();
      await formOf(page).getByRole('button', { name: word.send }).waitFor();
    }
  });

  it('its answers go along, a place and a photo among them, once', async () => {
    const title = 'Payer le transport scolaire en ligne';
    const page = await openPage();
    await fill(page, title);
    const form = formOf(page);
    await form.getByRole('radio', { name: 'Oui' }).check();
    await form.getByRole('combobox', { name: 'Dans quelle commune' }).focus();
    await page.keyboard.type('Chefchaouen');
    await form.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const photo = { name: 'IMG_7.png', mimeType: 'image/png', buffer: png({ seed: 40 }) };
    await form
      .getByRole('group', { name: 'Une photo ou un document qui la montre' })
      .locator('input[type="file"]')
      .setInputFiles(photo);
    await form.getByText('IMG_7.png').waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await context.setOffline(true);
    await form.getByRole('button', { name: word.send }).click();
    await isWaiting(page);

    await arrivesOnce(page, title);
    const exported = await province.command('proposals', 'export', 'berkane');
    const row = exported.split('\r\n').find((line) => line.includes(title));
    assert.match(row, /,yes,[\d.]+,\/attachments\/berkane\/\w+,[^,]+,Chefchaouen/);
    const { reference } = /(?<reference>[\w-]+),/.exec(row).groups;
    const { answers, answerFiles, attachments } = JSON.parse(
      await province.command('proposals', 'show', 'berkane', reference),
    );
    assert.equal(answers['seen-elsewhere'], true);
    assert.deepEqual([answerFiles.length, attachments], [1, []]);
    await until(async () => !(await page.evaluate(readDevice)).includes('IMG_7'));
  });

  it('a draft of an earlier visit is kept too, though nothing was typed before the connection went', async () => {
    const title = 'Une bibliothèque ouverte le soir';
    const page = await openPage();
    await fill(page, title);
    // At once: the last words are not in the database yet.
    await page.reload();
    const form = formOf(page);
    const kept = form.getByRole('textbox', { name: word.title });
    await until(async () => (await kept.inputValue()) === title);
    // What sending takes comes while there is a connection.
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await form.getByRole('checkbox', { name: word.consent }).check();
    await form.getByRole('button', { name: word.send }).click();
    await isWaiting(page);
    await arrivesOnce(page, title);
  });

  it('the button sends it when the line comes back without a word, once', async () => {
    // Automatic tries are 15 seconds apart at least, and the events that bring others never come: only the button is left.
    await context.addInitScript(() => {
      const { setTimeout } = window;
      window.setTimeout = (work, ms, ...rest) => (ms >= 10_000 ? 0 : setTimeout(work, ms, ...rest));
    });
    const title = 'Un banc à l’ombre du souk';
    const page = await openPage();
    const form = formOf(page);
    await fill(page, title);
    await context.route(isApi, (route) => route.abort());
    await form.getByRole('button', { name: word.send }).click();
    await isWaiting(page);
    const sendNow = form.getByRole('button', { name: 'Envoyer maintenant' });
    for (let press = 0; press < 2; press++) {
      await sendNow.click();
      await form.getByText('La connexion n’est pas revenue').waitFor();
    }
    await context.unroute(isApi);
    assert.equal(await timesStored(title), 0);
    await sendNow.click();
    await isReceived(page);
    assert.equal(await timesStored(title), 1);
  });

  it('it goes although the page was closed, as soon as one is opened again', async () => {
    const title = 'Un bus pour les lycéens';
    const page = await openPage();
    await fill(page, title);
    await context.setOffline(true);
    await formOf(page).getByRole('button', { name: word.send }).click();
    await isWaiting(page);
    await page.close();
    await context.setOffline(false);
    await isReceived(await openPage());
    assert.equal(await timesStored(title), 1);
  });

  it('a browser that keeps nothing says so, and the open page sends it', async () => {
    await context.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    });
    const title = 'Des bancs devant la poste';
    const page = await openPage();
    await fill(page, title);
    await context.setOffline(true);
    await formOf(page).getByRole('button', { name: word.send }).click();
    await isWaiting(page);
    await formOf(page).getByText(word.pageOnly).waitFor();
    await context.setOffline(false);
    await isReceived(page);
    assert.equal(await timesStored(title), 1);
  });
});
