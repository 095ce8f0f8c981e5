import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchChromium } from '../harness/browser.mjs';
import { ProvinceWebsite } from '../participation/province-website.mjs';

const words = {
  ar: {
    commune: 'أحفير',
    title: 'عنوان المقترح',
    body: 'نص المقترح',
    proposal: 'تغطية دواوير أحفير بالأنترنت',
    text: 'نقترح تعميم الأنترنت على الدواوير البعيدة حتى يتمكن التلاميذ من الدراسة عن بعد.',
    axis: 'تعميم الولوج والاستخدامات الرقمية',
    consent: 'أوافق على معالجة معطياتي',
    send: 'إرسال المقترح',
    received: 'توصلنا بمقترحكم',
  },
  fr: {
    commune: 'Ahfir',
    title: 'Titre de la proposition',
    body: 'Votre proposition',
    proposal: 'Couvrir les douars d’Ahfir',
    text: 'Étendre le réseau aux douars éloignés, pour que les élèves étudient à distance.',
    axis: 'Accès universel et usages numériques',
    consent: 'J’accepte que mes données soient traitées pour l’étude',
    send: 'Envoyer la proposition',
    received: 'Votre proposition est bien reçue',
  },
};

/** What nobody may read on a page: what is missing, and codes of programs. */
const undrawn = /undefined|\[object|brand_?new/i;

/**
 * Someone reads and sends on the pages of a province, in Arabic and in French.
 *
 * @param {string} who
 * @param {{ scripts?: () => Promise<string>, prepare?: (page: import('playwright-core').Page) => Promise<void> }} [options]
 *   `scripts`: folder of the script that the pages load; `prepare`: what to do with a page before it is opened
 */
export function describeTakingPart(who, { scripts, prepare } = {}) {
  for (const [language, word] of Object.entries(words)) {
    describe(`${who}, on a page in ${language}`, () => {
      let province;
      let browser;
      let page;
      const faults = [];
      const calendar = () => page.locator('nafida-session-calendar');
      const form = () => page.locator('nafida-proposal-form');
      const list = () => page.locator('nafida-proposal-list');
      const open = (name) => page.goto(`${province.origin}/${language}/${name}.html`);

      /** All that can be read in the tags of the page. */
      const drawn = () =>
        page.evaluate(() => {
          const textOf = (root) => [
            root.textContent,
            ...[...root.querySelectorAll('*')]
              .filter((element) => element.renderRoot)
              .flatMap((element) => textOf(element.renderRoot)),
          ];
          return textOf(document.body).flat(Infinity).join('\n');
        });

      before(async () => {
        province = await ProvinceWebsite.start(await scripts?.());
        browser = await launchChromium();
        page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        page.on('pageerror', (error) => faults.push(error.message));
        await prepare?.(page);
        await page.addInitScript(() => {
          globalThis.failures = [];
          addEventListener('nafida-error', ({ detail }) => {
            globalThis.failures.push(String(detail.error));
          });
        });
      });
      after(async () => {
        await browser?.close();
        await province?.close();
      });

      it('show the agenda, and a session of it', async () => {
        await open('participation');
        await calendar().getByRole('grid').waitFor();
        await calendar().evaluate((element) => Object.assign(element, { view: 'list' }));
        await calendar().locator('[part="session-title"]').first().press('Enter');
        await calendar().locator('[part~="page-title"]').waitFor();
        assert.doesNotMatch(await drawn(), undrawn);
      });

      it('list proposals, and show one with what became of it', async () => {
        await open('propositions');
        const link = list().locator('[part="link"]').first();
        await link.waitFor();
        assert.doesNotMatch(await drawn(), undrawn);
        await link.press('Enter');
        await list().locator('[part="back"]').waitFor();
        assert.doesNotMatch(await drawn(), undrawn);
      });

      it('send a proposal, and find it by its code', async () => {
        await open('participation');
        await form().getByRole('button', { name: word.send }).waitFor();
        const place = page.locator('#place');
        await place.getByRole('combobox').focus();
        await page.keyboard.type(word.commune);
        await place.getByRole('option').first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        const title = word.proposal;
        await form().getByRole('radio', { name: word.axis }).first().check();
        await form().getByRole('textbox', { name: word.title }).fill(title);
        await form().getByRole('textbox', { name: word.body }).fill(word.text);
        await form().getByRole('checkbox', { name: word.consent }).check();
        await form().getByRole('button', { name: word.send }).press('Enter');
        await form().getByRole('heading', { name: word.received }).waitFor();
        const code = (await form().locator('[part="tracking-code"]').textContent()).trim();
        assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
        const status = page.locator('nafida-proposal-status');
        await status.getByRole('textbox').fill(code);
        await status.getByRole('textbox').press('Enter');
        await status.getByText(title).first().waitFor();
        assert.doesNotMatch(await drawn(), undrawn);
      });

      it('tell the page of no failure, and throw nothing', async () => {
        assert.deepEqual(await page.evaluate(() => globalThis.failures), []);
        assert.deepEqual(faults, []);
      });
    });
  }
}
