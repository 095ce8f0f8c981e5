import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createClient } from '@nafida/client';
import { axeViolations, launchChromium } from '../harness/browser.mjs';
import { tabTo } from './keyboard.mjs';
import { ProvinceWebsite } from './province-website.mjs';

const words = {
  ar: {
    spellings: ['بركان', 'berkane', 'برکان'],
    place: 'الجماعة أو الإقليم',
    province: /بركان\s*إقليم/,
    commune: 'أحفير',
    axis: 'تعميم الولوج والاستخدامات الرقمية',
    title: 'عنوان المقترح',
    body: 'نص المقترح',
    proposal: 'تغطية دواوير أحفير بالأنترنت',
    text: 'نقترح تعميم الأنترنت على الدواوير البعيدة حتى يتمكن التلاميذ من الدراسة عن بعد.',
    consentToProposal: 'أوافق على معالجة معطياتي',
    send: 'إرسال المقترح',
    received: 'توصلنا بمقترحكم',
    another: 'إرسال مقترح آخر',
    waiting: 'مقترحكم في انتظار الاتصال',
    session: 'ورشة صغيرة: تتبع الملف الإداري عبر الهاتف',
    register: 'التسجيل',
    name: 'الاسم الكامل',
    email: 'البريد الإلكتروني',
    confirmed: 'تم تأكيد التسجيل',
    waitlisted: 'تم التسجيل في لائحة الانتظار',
    cancelled: 'تم إلغاء التسجيل',
    cancel: 'إلغاء التسجيل',
    confirmCancel: 'نعم، إلغاء التسجيل',
    haveCode: 'لدي رمز تسجيل',
    consentToSeat: 'أوافق على معالجة معطياتي',
    code: 'رمز التسجيل',
    openCode: 'عرض التسجيل',
    registerAnother: 'تسجيل شخص آخر',
  },
  fr: {
    spellings: ['Berkane', 'berkan', 'بركان'],
    place: 'Commune ou province',
    province: /Berkane\s*Province/i,
    commune: 'Ahfir',
    axis: 'Accès universel et usages numériques',
    title: 'Titre de la proposition',
    body: 'Votre proposition',
    proposal: 'Couvrir les douars d’Ahfir',
    text: 'Étendre le réseau aux douars éloignés, pour que les élèves puissent étudier à distance.',
    consentToProposal: 'J’accepte que mes données soient traitées pour l’étude',
    send: 'Envoyer la proposition',
    received: 'Votre proposition est bien reçue',
    another: 'Envoyer une autre proposition',
    waiting: 'Votre proposition attend la connexion',
    session: 'Petit atelier',
    register: 'S’inscrire',
    name: 'Nom et prénom',
    email: 'Adresse électronique',
    confirmed: 'Inscription confirmée',
    waitlisted: 'Inscription sur liste d’attente',
    cancelled: 'Inscription annulée',
    cancel: 'Annuler l’inscription',
    confirmCancel: 'Oui, annuler l’inscription',
    haveCode: 'J’ai un code d’inscription',
    consentToSeat: 'J’accepte que mes données soient traitées',
    code: 'Code d’inscription',
    openCode: 'Afficher l’inscription',
    registerAnother: 'Inscrire une autre personne',
  },
};

for (const [language, word] of Object.entries(words)) {
  describe(`someone takes part from the ${language} page of a province, by keyboard alone`, () => {
    let province;
    let browser;
    let page;
    const errors = [];
    const form = () => page.locator('nafida-proposal-form');
    const calendar = () => page.locator('nafida-session-calendar');
    const client = () => createClient({ baseUrl: province.api, site: 'berkane' });
    const press = (key) => page.keyboard.press(key);
    const type = (text) => page.keyboard.type(text);

    const violations = async () =>
      (await axeViolations(page)).map(({ id, nodes }) => [
        id,
        ...nodes.map(({ target }) => target),
      ]);

    const open = async () => {
      await page.goto(`${province.origin}/${language}/participation.html`);
      await form().getByRole('button', { name: word.send }).waitFor();
      await calendar().getByRole('grid').waitFor();
    };

    /** Fills everything but the place, from wherever the focus is before the form. */
    const fillProposal = async (title) => {
      await tabTo(page, word.axis);
      await press('Space');
      await tabTo(page, word.title);
      await type(title);
      await tabTo(page, word.body);
      await type(word.text);
      await tabTo(page, word.consentToProposal);
      await press('Space');
    };

    const choosePlace = async () => {
      await page.locator('#place').getByRole('combobox').focus();
      await type(word.commune);
      await page.locator('#place').getByRole('option').first().waitFor();
      await press('ArrowDown');
      await press('Enter');
    };

    const readTrackingCode = async () => {
      await form().getByRole('heading', { name: word.received }).waitFor();
      return (await form().locator('[part="tracking-code"]').textContent()).trim();
    };

    before(async () => {
      province = await ProvinceWebsite.start();
      browser = await launchChromium();
      page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      page.on('pageerror', (error) => errors.push(error.message));
    });
    after(async () => {
      await browser?.close();
      await province?.close();
    });

    it('in the direction of the language, with nothing for axe to find', async () => {
      await open();
      assert.equal(
        await form().evaluate(
          (element) => getComputedStyle(element.renderRoot.querySelector('.root')).direction,
        ),
        language === 'ar' ? 'rtl' : 'ltr',
      );
      assert.deepEqual(await violations(), []);
    });

    it('reads what others proposed and what was answered, with nothing for axe to find', async () => {
      await page.goto(`${province.origin}/${language}/propositions.html`);
      const list = page.locator('nafida-proposal-list');
      const { title } = (await client().proposals.list({ sort: 'answered' }).page()).items[0];
      await list.getByRole('link', { name: title.text }).waitFor();
      assert.deepEqual(await violations(), []);
      await list.getByRole('link', { name: title.text }).focus();
      await press('Enter');
      await list.locator('[part="answer"]').waitFor();
      assert.equal(await list.getByRole('link', { name: title.text }).count(), 0);
      assert.deepEqual(await violations(), []);
      await page.reload();
      await list.locator('[part="answer"]').waitFor();
      await open();
    });

    it('goes from a proposal to the meeting that it comes from, whose page lists it, and back', async () => {
      await page.goto(`${province.origin}/${language}/propositions.html`);
      const list = page.locator('nafida-proposal-list');
      const item = list.locator('[part="item"]').filter({ has: page.locator('[part="session"]') });
      await item.first().waitFor();
      const title = await item.first().locator('[part="link"]').textContent();
      const meeting = item.first().locator('[part="session"] a');
      const name = (await meeting.textContent()).trim();
      await meeting.focus();
      await press('Enter');
      await calendar().getByRole('heading', { name }).waitFor();
      const linked = calendar().locator('[part="linked-proposal"]');
      await linked.filter({ hasText: title.trim() }).waitFor();
      assert.equal(await linked.count(), 3);
      assert.deepEqual(await violations(), []);
      await page.goBack();
      await item.first().waitFor();
      await open();
    });

    it('finds the province however it is spelled', async () => {
      for (const spelling of word.spellings) {
        const input = page.locator('#place').getByRole('combobox');
        await input.fill('');
        await input.focus();
        await type(spelling);
        const first = page.locator('#place').getByRole('option').first();
        await first.filter({ hasText: word.province }).waitFor();
        await press('Escape');
        await press('Escape');
      }
    });

    let trackingCode;
    it('picks a commune, which fills the form, sends a proposal and gets a receipt', async () => {
      await choosePlace();
      const value = form().getByRole('combobox');
      await page.waitForFunction(
        ([selector, commune]) =>
          document
            .querySelector(selector)
            .renderRoot.querySelector('nafida-region-picker')
            .renderRoot.querySelector('input')
            .value.includes(commune),
        ['nafida-proposal-form', word.commune],
      );
      assert.ok((await value.inputValue()).includes(word.commune));
      await fillProposal(word.proposal);
      await tabTo(page, word.send);
      await press('Enter');
      trackingCode = await readTrackingCode();
      assert.match(trackingCode, /^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
      assert.deepEqual(await violations(), []);
    });

    let reference;
    it('finds it by its code after the server was killed and started again', async () => {
      await province.killServer();
      await province.startServer();
      const receipt = await client().receipts.get(trackingCode);
      ({ reference } = receipt);
      assert.equal(receipt.title.text, word.proposal);
      assert.equal(receipt.moderation, 'pending');
    });

    it('and it is public only once staff have published it from the command line', async () => {
      // Beside those of the demonstration.
      const published = async () =>
        (await client().proposals.list().page()).items.filter(
          ({ channel, author }) => channel === 'web' && author !== 'Exemple de démonstration',
        );
      assert.deepEqual(await published(), []);
      assert.ok((await province.command('proposals', 'list', 'berkane')).includes(reference));
      await province.command('proposals', 'publish', 'berkane', reference);
      assert.deepEqual(
        (await published()).map((proposal) => proposal.reference),
        [reference],
      );
    });

    it('loses nothing while the server is away, and sends exactly once when it is back', async () => {
      await open();
      await choosePlace();
      await fillProposal(`${word.proposal} (2)`);
      await province.killServer();
      await tabTo(page, word.send);
      await press('Enter');
      await form().getByRole('heading', { name: word.waiting }).waitFor({ timeout: 90_000 });
      await province.startServer();
      // The page is even read anew in between: what waits goes by itself, and its receipt comes here.
      await page.reload();
      await readTrackingCode();
      const listed = await province.command('proposals', 'list', 'berkane');
      assert.equal(listed.split(`${word.proposal} (2)`).length - 1, 1, listed);
    });

    it('takes one of two seats; the third person waits, and moves up when one is given back', async () => {
      await open();
      const openSession = async () => {
        const today = new Date().toISOString().slice(0, 10);
        const { items } = await client().sessions.list({ from: today }).page();
        const session = items.find(({ title }) => title[language].startsWith(word.session));
        const month = session.startDate.slice(0, 7);
        await calendar().evaluate((element, properties) => Object.assign(element, properties), {
          month,
          view: 'list',
        });
        await calendar().getByRole('button', { name: word.session }).press('Enter');
      };
      const register = async (name, email) => {
        await tabTo(page, word.name);
        await type(name);
        await tabTo(page, word.email);
        await type(email);
        await tabTo(page, word.consentToSeat);
        await press('Space');
        await press('Tab');
        await press('Enter');
      };
      const outcome = (text) => calendar().getByRole('heading', { name: text }).waitFor();

      await openSession();
      await calendar().getByRole('button', { name: word.register }).press('Enter');
      await calendar().getByRole('textbox', { name: word.name }).waitFor();
      await register('Fatima Z.', 'one@example.org');
      await outcome(word.confirmed);
      const code = (await calendar().locator('[part="manage-code"] .digits').textContent()).trim();
      await calendar().getByRole('button', { name: word.registerAnother }).press('Enter');
      await register('Karim B.', 'two@example.org');
      await outcome(word.confirmed);
      await calendar().getByRole('button', { name: word.registerAnother }).press('Enter');
      await register('Nadia L.', 'three@example.org');
      await outcome(word.waitlisted);
      const third = (await calendar().locator('[part="manage-code"] .digits').textContent()).trim();
      assert.equal((await client().registrations.get(third)).position, 1);

      await open();
      await calendar().getByRole('button', { name: word.haveCode }).press('Enter');
      await calendar().getByRole('textbox', { name: word.code }).fill(code);
      await calendar().getByRole('button', { name: word.openCode }).press('Enter');
      await calendar().getByRole('button', { name: word.cancel }).press('Enter');
      await calendar().getByRole('button', { name: word.confirmCancel }).press('Enter');
      await outcome(word.cancelled);
      assert.equal((await client().registrations.get(third)).status, 'confirmed');
      assert.deepEqual(await violations(), []);
    });

    it('without one uncaught error', () => assert.deepEqual(errors, []));
  });
}
