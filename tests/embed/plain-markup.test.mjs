import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchChromium } from '../harness/browser.mjs';
import { startFixtureSite } from './fixture-site.mjs';

let site;
let browser;
let script;

before(async () => {
  [site, browser] = await Promise.all([startFixtureSite(), launchChromium()]);
  script = `<script type="module" src="${site.assetsOrigin}/nafida.js" data-site="berkane"></script>`;
});

after(async () => {
  await browser?.close();
  site?.close();
});

async function open(html) {
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  const warnings = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.goto(site.page(html));
  return { page, warnings };
}

const picker = '<div data-nafida="region-picker" data-label="Commune" data-within="02.113">';

test('a div that names a tag becomes the tag, with its attributes', async () => {
  const { page } = await open(
    `${script}${picker.replace('<div', '<div class="wide" id="place" lang="ar" dir="rtl"')}<a href="/contact">Contact</a></div>`,
  );
  const field = page.getByRole('combobox', { name: 'Commune' });
  await field.waitFor();
  const attributes = await page
    .locator('nafida-region-picker')
    .evaluate(({ attributes }) => [...attributes].map(({ name, value }) => `${name}=${value}`));
  assert.deepEqual(attributes.toSorted(), [
    'class=wide',
    'dir=rtl',
    'id=place',
    'label=Commune',
    'lang=ar',
    'within=02.113',
  ]);
  assert.equal(await page.getByRole('link', { name: 'Contact' }).isVisible(), false);
  assert.equal(await page.locator('[data-nafida]').count(), 0);
  await page.close();
});

test('the link inside the div stays while the tag is on its way, and if it never comes', async () => {
  const page = await browser.newPage();
  const url = site.page(`${script}${picker}<a href="/contact">Contact</a></div>`);
  site.intercept((path) => (path.includes('region-picker') ? 'fail' : undefined));
  await page.goto(url);
  await page.locator('nafida-region-picker').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Contact' }).isVisible(), true);
  await page.close();
});

test('a div that a script puts in later becomes a tag too', async () => {
  const { page } = await open(`${script}<main></main>`);
  await page.evaluate((html) => {
    document.querySelector('main').innerHTML = html;
  }, `${picker}</div>`);
  await page.getByRole('combobox').waitFor();
  await page.close();
});

test('a classic script in the head takes the div with all that the page has yet to say', async () => {
  const { page } = await open(
    `${script.replace('type="module"', '')}${picker}<a href="/contact">Contact</a></div><p>Suite</p>`,
  );
  await page.getByRole('combobox', { name: 'Commune' }).waitFor();
  assert.equal(await page.locator('nafida-region-picker > a').count(), 1);
  assert.equal(await page.getByText('Suite').isVisible(), true);
  await page.close();
});

test('a div that names no tag stays as it is, and the console names those that there are', async () => {
  const { page, warnings } = await open(
    `${script}<div data-nafida="agenda">Agenda</div>${picker}</div>`,
  );
  await page.getByRole('combobox').waitFor();
  assert.equal(await page.getByText('Agenda').isVisible(), true);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /"agenda".*session-calendar/);
  await page.close();
});

test('what a tag without an end has swallowed is shown, and the console says how to end it', async () => {
  const { page, warnings } = await open(
    `${script}<main><nafida-region-picker label="Un" /><h2>Suite</h2><p>Texte</p><nafida-region-picker label="Deux"></nafida-region-picker></main>`,
  );
  await page.getByRole('combobox', { name: 'Un' }).waitFor();
  await page.getByRole('combobox', { name: 'Deux' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Suite' }).isVisible(), true);
  assert.equal(await page.getByText('Texte').isVisible(), true);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /<\/nafida-region-picker>/);
  await page.close();
});

test('what stands in a tag for readers without script, or in its slots, is not taken out', async () => {
  const { page, warnings } = await open(
    `${script}<nafida-proposal-form><p>Écrivez-nous : <a href="/contact">Contact</a></p><h2 slot="intro">Titre</h2></nafida-proposal-form>${picker}</div>`,
  );
  await page.getByRole('combobox', { name: 'Commune' }).waitFor();
  assert.equal(
    await page.locator('nafida-proposal-form > p, nafida-proposal-form > h2').count(),
    2,
  );
  assert.ok(!warnings.some((text) => text.includes('closed')));
  await page.close();
});
