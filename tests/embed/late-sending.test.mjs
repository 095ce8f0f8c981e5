import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formPages } from './form-page.mjs';

const title = 'Internet dans les douars';
const isSending = (path) => path.includes('/sending-');

const openFormPage = formPages();

/** A page with the form; what sends comes as `decide` says. */
const openForm = (decide) =>
  openFormPage({ decide: (path) => (isSending(path) ? decide() : undefined) });

async function fillAndPress({ page, field }) {
  await field('axis').check();
  await field('title').fill(title);
  await field('body').fill('Couvrir aussi les douars éloignés.');
  await field('consent').check();
  await page.locator('nafida-proposal-form [part="submit"]').click();
}

const sent = ({ server }) =>
  server.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/proposals'));

test('a proposal that is sent before the code for sending has loaded waits with a message, and is sent once it has', async () => {
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

test('if the code for sending cannot be loaded, the form says what to do, keeps all texts, and tries again', async () => {
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

test('a draft of an earlier visit is in the form before the code for sending has loaded', async () => {
  const form = await openForm(() => new Promise(() => {}));
  await form.field('title').fill(title);
  await form.page.getByText('Le brouillon est gardé').waitFor();
  await form.page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  await form.page.reload();
  await form.page.getByText('Voici le brouillon').waitFor();
  assert.equal(await form.field('title').inputValue(), title);
  await form.page.close();
});
