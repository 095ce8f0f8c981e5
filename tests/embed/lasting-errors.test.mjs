import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import {
  createFakeServer,
  sampleSessionRegistration,
  sampleSession,
  sampleSite,
} from '@nafida/client/testing';
import { launchChromium } from '../harness/browser.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { startFixtureSite } from './fixture-site.mjs';

const phone = '0536 61 00 00';
const { privacy } = sampleSite();
const places = { email: null, phone, address: { fr: 'Boulevard Mohammed V, Berkane' } };
const site = sampleSite({ privacy: { ...privacy, contact: places } });
const other = 'Autrement\u00a0: 05 36 00 00 00';
const workshop = sampleSession({ id: 'workshop', registration: sampleSessionRegistration(5) });
const lasting = /[Rr]éessayer n’y changera rien/;
const passing = /connexion à internet|momentanément/;
const tags = ['proposal-form', 'proposal-list', 'proposal', 'session-calendar'];

let pages;
let browser;
before(async () => {
  [pages, browser] = await Promise.all([startFixtureSite(), launchChromium()]);
});
after(async () => {
  await browser?.close();
  pages?.close();
});

/** A server behind a proxy that does to requests and answers what `proxy` says. */
async function startService(t, { origins, proxy = {} } = {}) {
  const fake = createFakeServer({ site, sessions: [workshop], ...(origins && { origins }) });
  const seen = [];
  const http = createServer(async (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const own = proxy.answer?.(request);
    if (own) return void response.writeHead(own.status, own.headers).end(own.body);
    const parts = [];
    for await (const part of request) parts.push(part);
    const headers = new Headers(request.headers);
    for (const name of proxy.keepsBack ?? []) headers.delete(name);
    const answer = await fake.fetch(`${fake.baseUrl}${request.url}`, {
      method: request.method,
      headers,
      body: parts.length > 0 ? Buffer.concat(parts) : undefined,
    });
    const kept = [...answer.headers].filter(
      ([name]) => !(proxy.drops ?? []).some((each) => name.startsWith(each)),
    );
    response.writeHead(answer.status, kept).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    http.closeAllConnections();
    http.close();
  });
  return { url: `http://127.0.0.1:${http.address().port}`, seen, fake };
}

const attributesOf = { proposal: 'reference="2026-7K4QM2"' };

/** Some tags, each with another way inside. */
function markupOf(inside, attributes = '') {
  return inside
    .map(
      (tag) => `<nafida-${tag} ${attributesOf[tag] ?? ''} ${attributes}>${other}</nafida-${tag}>`,
    )
    .join('');
}

/** A page with some tags, each with another way inside, and what our script says on its console. */
async function openPage(
  t,
  { api, name = site.id, headers, inside = tags, lang = 'fr', attributes = '', decide },
) {
  const page = await browser.newPage();
  t.after(() => page.close());
  page.setDefaultTimeout(15_000);
  const lines = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') lines.push(message.text());
  });
  const service = api ? `data-site="${name}" data-api="${api}"` : '';
  const script = `<script type="module" src="${pages.assetsOrigin}/nafida.js" ${service}></script>`;
  const url = pages.page(script + markupOf(inside, attributes), headers);
  if (decide) pages.intercept(decide);
  await page.goto(url);
  if (lang !== 'fr') await page.evaluate((value) => (document.documentElement.lang = value), lang);
  return { page, lines };
}

const textOf = (page, tag) => page.locator(`nafida-${tag} .root`).innerText();

/** Whether what the page wrote into a tag is drawn. */
const isShown = (element) =>
  element.evaluate((host) => {
    const range = document.createRange();
    range.selectNodeContents(host);
    return range.getClientRects().length > 0;
  });

/** Every tag says a true sentence and shows the page's other way; the console has one line, which says `cure`. */
async function assertTold({ page, lines }, cure) {
  for (const tag of tags) {
    const element = page.locator(`nafida-${tag}`);
    await element.getByText(lasting).first().waitFor();
    assert.doesNotMatch(await textOf(page, tag), passing, tag);
    assert.ok(await isShown(element), tag);
    assert.equal(await element.getByRole('button', { name: 'Réessayer' }).count(), 0, tag);
  }
  await page.waitForTimeout(300);
  assert.equal(lines.length, 1, lines.join('\n'));
  assert.match(lines[0], cure);
}

const htmlAnswer = (status, headers = {}) => ({
  answer: () => ({
    status,
    headers: { 'content-type': 'text/html', 'access-control-allow-origin': '*', ...headers },
    body: '<!doctype html><title>Not found</title>',
  }),
});

const services = {
  'a proxy that drops the CORS headers': [
    { drops: ['access-control-'] },
    /Access-Control-Allow-Origin/,
  ],
  'a page that is not found': [htmlAnswer(404), /status 404.*Check "api"/],
  'a page in place of the server': [htmlAnswer(200), /not one of a participation server/],
  'a redirect to a login page': [
    htmlAnswer(302, { location: '/login' }),
    /redirect.*final address/,
  ],
};
for (const [name, [proxy, cure]] of Object.entries(services)) {
  test(`${name} is reported as a lasting error`, async (t) => {
    const { url } = await startService(t, { proxy });
    await assertTold(await openPage(t, { api: url }), cure);
  });
}

test('an unknown site is reported as a lasting error', async (t) => {
  const { url } = await startService(t);
  await assertTold(await openPage(t, { api: url, name: 'nowhere' }), /no site "nowhere"/);
});

test('a Content-Security-Policy that forbids the server is reported, with what to add to it', async (t) => {
  const { url } = await startService(t);
  const headers = {
    'content-security-policy': `script-src ${pages.assetsOrigin}; connect-src 'self'`,
  };
  const opened = await openPage(t, { api: url, headers });
  await assertTold(opened, new RegExp(`Add ${url} to its connect-src`));
});

test('a secure page with an insecure server is reported, with what to write', async (t) => {
  const page = await browser.newPage();
  t.after(() => page.close());
  const lines = [];
  page.on('console', (message) => message.type() === 'warning' && lines.push(message.text()));
  const secure = 'https://www.berkane.example';
  const script = `<script type="module" src="/nafida.js" data-site="berkane" data-api="http://participation.berkane.example"></script>`;
  await page.route(`${secure}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname !== '/') {
      const answer = await fetch(pages.assetsOrigin + pathname);
      return route.fulfill({ contentType: 'text/javascript', body: await answer.text() });
    }
    const body = `<!doctype html><html lang="fr"><title>Page</title>${script}${markupOf(tags)}`;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto(`${secure}/`);
  await assertTold({ page, lines }, /served over https, the server over http/);
});

test('a server that is down is not reported as a lasting error', async (t) => {
  const { page, lines } = await openPage(t, {
    api: 'http://127.0.0.1:9',
    inside: ['proposal-form'],
  });
  await page.getByText(passing).first().waitFor();
  await page.getByRole('button', { name: 'Réessayer' }).waitFor();
  assert.deepEqual(lines, []);
});

test('a page that may not send offers the other way before anything is typed, and says the command', async (t) => {
  const { url, seen } = await startService(t, { origins: ['https://www.berkane.example'] });
  const { page, lines } = await openPage(t, { api: url, inside: ['proposal-form'] });
  const form = page.locator('nafida-proposal-form');
  await form.getByText('Rien ne peut être envoyé depuis cette page').waitFor();
  assert.equal(
    await form.getByRole('link', { name: phone }).getAttribute('href'),
    'tel:0536610000',
  );
  assert.match(await textOf(page, 'proposal-form'), /Boulevard Mohammed V/);
  assert.ok(await isShown(form));
  assert.equal(await form.locator('input, textarea').count(), 0);
  await page.waitForTimeout(300);
  assert.equal(lines.length, 1, lines.join('\n'));
  assert.ok(lines[0].includes(`nafida-server site set berkane --add-origin ${pages.siteOrigin}`));
  assert.equal(seen.filter((line) => line.startsWith('POST')).length, 0);
});

/** Writes a proposal and sends it. */
async function sendProposal(page) {
  const form = page.locator('nafida-proposal-form');
  await form.locator('#field-axis').check();
  await form.locator('#field-title').fill('Un guichet numérique mobile');
  await form.locator('#field-body').fill('Un guichet qui va de douar en douar.');
  await form.locator('#field-consent').check();
  await form.locator('[part="submit"]').click();
  return form;
}

/** Nothing typed is lost, the other way is shown, and nothing asks to send again. */
async function assertOtherWay(page, element, typed) {
  await element.getByText(lasting).waitFor();
  const text = await element.locator('.root').innerText();
  assert.doesNotMatch(text, passing);
  assert.ok(await element.getByRole('link', { name: phone }).isVisible());
  assert.match(text, /Boulevard Mohammed V/);
  assert.ok(await isShown(element));
  const button = await element.locator('[part="submit"]').innerText();
  assert.doesNotMatch(button, /nouveau/);
  for (const [field, text] of Object.entries(typed))
    assert.equal(await element.locator(`#field-${field}`).inputValue(), text);
}

for (const [name, header] of [
  ['keeps back Idempotency-Key', 'idempotency-key'],
  ['keeps back the proof of work', 'nafida-proof'],
]) {
  test(`a proxy that ${name} is reported when a proposal is sent, with the other way`, async (t) => {
    const { url } = await startService(t, { proxy: { keepsBack: [header] } });
    const { page, lines } = await openPage(t, { api: url, inside: ['proposal-form'] });
    const form = await sendProposal(page);
    await assertOtherWay(page, form, { title: 'Un guichet numérique mobile' });
    await page.waitForTimeout(300);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0], /altered on the way.*Idempotency-Key and Nafida-Proof/);
  });

  test(`a proxy that ${name} is reported when somebody registers, with the other way`, async (t) => {
    const { url } = await startService(t, { proxy: { keepsBack: [header] } });
    const { page, lines } = await openPage(t, {
      api: url,
      inside: ['session-calendar'],
      attributes: 'session="workshop"',
    });
    const calendar = page.locator('nafida-session-calendar');
    await calendar.locator('.register').click();
    await calendar.locator('#field-name').fill('Fatima');
    await calendar.locator('#field-phone').fill('0612345678');
    await calendar.locator('#field-consent').check();
    await calendar.locator('.form [part="submit"]').click();
    await assertOtherWay(page, calendar, { name: 'Fatima', phone: '0612345678' });
    await page.waitForTimeout(300);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0], /altered on the way/);
  });
}

test('a proxy that drops what tells which headers may be read keeps nobody from sending', async (t) => {
  const { url } = await startService(t, { proxy: { drops: ['access-control-expose'] } });
  const { page, lines } = await openPage(t, { api: url, inside: ['proposal-form'] });
  const form = await sendProposal(page);
  await form.locator('[part="tracking-code"]').waitFor();
  assert.deepEqual(lines, []);
});

test('a page that may not register shows the other way before anybody types', async (t) => {
  const { url, seen } = await startService(t, { origins: ['https://www.berkane.example'] });
  const { page, lines } = await openPage(t, {
    api: url,
    inside: ['session-calendar'],
    attributes: 'session="workshop"',
  });
  const calendar = page.locator('nafida-session-calendar');
  await calendar.locator('.register').click();
  await calendar.getByText('Rien ne peut être envoyé depuis cette page').waitFor();
  assert.ok(await calendar.getByRole('link', { name: phone }).isVisible());
  assert.ok(await isShown(calendar));
  assert.equal(await calendar.locator('input, textarea').count(), 0);
  await page.waitForTimeout(300);
  assert.equal(lines.length, 1, lines.join('\n'));
  assert.ok(lines[0].includes(`--add-origin ${pages.siteOrigin}`));
  assert.equal(seen.filter((line) => line.startsWith('POST')).length, 0);
});

test('the picker does not depend on the server, and says nothing untrue if its list is missing', async (t) => {
  const { url } = await startService(t, { proxy: htmlAnswer(404) });
  const { page, lines } = await openPage(t, { api: url, inside: ['region-picker'] });
  const picker = page.locator('nafida-region-picker');
  await picker.locator('#input').fill('Berkane');
  await picker.getByRole('option').first().waitFor();
  assert.deepEqual(lines, []);

  const lacking = await openPage(t, {
    inside: ['region-picker'],
    decide: (path) => (/communes/.test(path) ? 'fail' : undefined),
  });
  await lacking.page.locator('nafida-region-picker #input').fill('Aklim');
  await lacking.page.getByText('La liste n’a pas pu être chargée. Réessayez').waitFor();
  assert.doesNotMatch(await textOf(lacking.page, 'region-picker'), /connexion/);
});

test('a proxy that keeps back a code does not make it a wrong code', async (t) => {
  const { url } = await startService(t, { proxy: { keepsBack: ['authorization'] } });
  const { page, lines } = await openPage(t, { api: url, inside: ['proposal-status'] });
  await page.locator('nafida-proposal-status #field-code').fill('K7QF-2M9D-XT4P');
  await page.getByRole('button', { name: /Voir/ }).click();
  await page.getByText(lasting).waitFor();
  await page.waitForTimeout(300);
  assert.equal(lines.length, 1, lines.join('\n'));
  assert.match(lines[0], /altered on the way.*Authorization/);
});

test('a proxy that rejects preflight requests is reported when a code is sent', async (t) => {
  const refuse = ({ method }) => method === 'OPTIONS' && { status: 405, headers: {}, body: '' };
  const { url } = await startService(t, { proxy: { answer: refuse } });
  const { page, lines } = await openPage(t, { api: url, inside: ['proposal-status'] });
  await page.locator('nafida-proposal-status #field-code').fill('K7QF-2M9D-XT4P');
  await page.getByRole('button', { name: /Voir/ }).click();
  await page.getByText(lasting).waitFor();
  await page.waitForTimeout(300);
  assert.equal(lines.length, 1, lines.join('\n'));
  assert.match(lines[0], /OPTIONS/);
});

test('a file of sessions that is not there is no lost connection', async (t) => {
  const { page, lines } = await openPage(t, {
    inside: ['session-calendar'],
    attributes: 'src="/nothing.json"',
  });
  await page.getByText('Le fichier de l’agenda manque').waitFor();
  assert.doesNotMatch(await textOf(page, 'session-calendar'), passing);
  assert.equal(lines.length, 1, lines.join('\n'));
  assert.match(lines[0], /nothing\.json: the site answers 404/);
});

test('a page that is opened from the disk says where to open it', async (t) => {
  const file = join(await temporaryFolder('disk'), 'page.html');
  await writeFile(
    file,
    `<!doctype html><html lang="ar"><meta charset="utf-8"><script type="module" src="${pages.assetsOrigin}/nafida.js"></script><nafida-session-calendar src="sessions.json"></nafida-session-calendar>`,
  );
  const page = await browser.newPage();
  t.after(() => page.close());
  const lines = [];
  page.on('console', (message) => message.type() === 'warning' && lines.push(message.text()));
  await page.goto(pathToFileURL(file).href);
  await page.getByText('هذه الصفحة مفتوحة من ملف على الجهاز').waitFor({ timeout: 15_000 });
  assert.equal(lines.length, 1, lines.join('\n'));
  assert.match(lines[0], /opened from the disk cannot read files\. Serve its folder/);
});
