import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createFakeServer } from '@nafida/client/testing';
import { launchChromium } from '../harness/browser.mjs';
import { startFixtureSite } from './fixture-site.mjs';

const title = 'Internet dans les douars';
const isSending = (path) => path.includes('/sending-desk-');

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([startFixtureSite(), launchChromium()]);
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** A page with the form; what sends comes as `decide` says. The service answers from memory. */
async function openForm(decide) {
  const server = createFakeServer();
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  const script = `<script type="module" src="${site.assetsOrigin}/nafida.js" data-site="${server.site}" data-api="${server.baseUrl}"></script>`;
  const url = site.page(`${script}<nafida-proposal-form></nafida-proposal-form>`);
  site.intercept((path) => (isSending(path) ? decide() : undefined));
  await page.route(`${server.baseUrl}/**`, async (route) => {
    const request = route.request();
    const answer = await server.fetch(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      body: request.postData() ?? undefined,
    });
    await route.fulfill({
      status: answer.status,
      headers: { ...Object.fromEntries(answer.headers), 'access-control-allow-origin': '*' },
      body: await answer.text(),
    });
  });
  await page.goto(url);
  const field = (id) => page.locator(`nafida-proposal-form #field-${id}`);
  await field('title').waitFor();
  return { page, server, field };
}

async function fillAndPress({ page, field }) {
  await field('axis').check();
  await field('title').fill(title);
  await field('body').fill('Couvrir aussi les douars éloignés.');
  await field('consent').check();
  await page.locator('nafida-proposal-form [part="submit"]').click();
}

const sent = ({ server }) =>
  server.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/proposals'));

test('who presses send before what sends has come is told so, and it goes once it has', async () => {
  let come;
  const coming = new Promise((resolve) => (come = resolve));
  const form = await openForm(() => coming);
  await fillAndPress(form);
  const { page, field } = form;
  const button = page.locator('nafida-proposal-form [part="submit"]');
  await page.getByRole('button', { name: 'Envoi en cours…' }).waitFor();
  assert.equal(await button.getAttribute('aria-disabled'), 'true');
  assert.equal(await field('title').getAttribute('readonly'), '');
  await page.getByRole('status').filter({ hasText: 'Envoi en cours…' }).waitFor();
  come();
  await page.getByText('Votre proposition est bien reçue').first().waitFor();
  assert.equal(sent(form).length, 1);
  await page.close();
});

test('where what sends cannot be loaded, the form says what to do, keeps all, and tries again', async () => {
  let isBack = false;
  const form = await openForm(() => (isBack ? undefined : 'fail'));
  await fillAndPress(form);
  const { page, field } = form;
  const error = page.getByRole('alert').filter({ hasText: 'La proposition n’est pas partie' });
  await error.waitFor();
  assert.match(await error.textContent(), /Envoyez de nouveau quand la connexion sera revenue/);
  assert.equal(await field('title').inputValue(), title);
  assert.equal(await field('title').getAttribute('readonly'), null);
  assert.equal(await field('consent').isChecked(), true);
  isBack = true;
  await page.getByRole('button', { name: 'Envoyer de nouveau' }).click();
  await page.getByText('Votre proposition est bien reçue').first().waitFor();
  assert.equal(sent(form).length, 1);
  await page.close();
});

test('what was begun on an earlier visit stands in the form although what sends has not come', async () => {
  const form = await openForm(() => new Promise(() => {}));
  await form.field('title').fill(title);
  await form.page.getByText('Le brouillon est gardé').waitFor();
  await form.page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  await form.page.reload();
  await form.page.getByText('Voici le brouillon').waitFor();
  assert.equal(await form.field('title').inputValue(), title);
  await form.page.close();
});
