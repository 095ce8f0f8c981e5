import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { assertAccessible, launchChromium } from '../../harness/browser.mjs';
import { apps, installedApp, npmRun } from './app.mjs';
import { startDemonstration } from './demonstration.mjs';

const words = {
  ar: { place: 'أحفير', title: 'فضاء رقمي للقرب', body: 'إحداث فضاء رقمي بكل جماعة قروية.' },
  fr: { place: 'Ahfir', title: 'Un espace numérique', body: 'Un espace numérique par commune.' },
};

/**
 * Tests that people can take part with an app: it is built, and served by a real server.
 *
 * @param {keyof typeof apps} name of an app with pages
 */
export function describeTakingPart(name) {
  describe(`the ${name} app`, () => {
    let server;
    let browser;
    before(async () => {
      const folder = await installedApp(name);
      await npmRun('build', folder);
      [server, browser] = await Promise.all([
        startDemonstration(join(folder, apps[name].output)),
        launchChromium(),
      ]);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    for (const [language, word] of Object.entries(words)) {
      it(`lets someone take part in ${language}`, async () => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        const errors = [];
        page.on('pageerror', ({ message }) => errors.push(message));
        await page.goto(`${server.url}/${language}.html`);

        await page.locator('nafida-session-calendar [part~="session"]').first().waitFor();
        await choosePlace(page, word.place);
        await page.locator('#chosen', { hasText: word.place }).waitFor();
        await assertAccessible(page);
        await sendProposal(page, word);
        await page.locator('#received', { hasText: /\w+-\w+/ }).waitFor();
        assert.deepEqual(errors, []);
        await page.close();
      });
    }
  });
}

async function choosePlace(page, text) {
  const input = page.locator('nafida-region-picker#place').getByRole('combobox');
  await input.click();
  await input.pressSequentially(text);
  await page.locator('nafida-region-picker#place [role="option"][data-active]').waitFor();
  await input.press('Enter');
}

async function sendProposal(page, { title, body }) {
  const form = page.locator('nafida-proposal-form');
  await form.getByRole('radio').first().check();
  await form.locator('#field-title').pressSequentially(title);
  await form.locator('#field-body').pressSequentially(body);
  await form.locator('#field-consent').press('Space');
  await form.locator('[part="submit"]').press('Enter');
}
