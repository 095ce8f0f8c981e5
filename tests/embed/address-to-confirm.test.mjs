import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startServer } from '@nafida/server';
import { world } from '../conformance/world.mjs';
import { launchChromium } from '../harness/browser.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';
import { startFixtureSite } from './fixture-site.mjs';

let pages;
let browser;
let server;
before(async () => {
  [pages, browser, server] = await Promise.all([
    startFixtureSite(),
    launchChromium(),
    temporaryFolder('data').then((data) =>
      startServer({
        port: 0,
        log: false,
        data,
        proof: { cost: 1, attempts: 2, minSeconds: 0 },
        publicUrl: 'https://participation.oriental.example',
        // Nothing listens there: the code is on its way for as long as the test looks.
        mail: { url: 'smtp://127.0.0.1:1', from: 'participation@oriental.example' },
      }),
    ),
  ]);
  const { privacy, holidays, consultations, sessions, ...site } = world.main;
  await server.run('site create', { ...site, origins: [pages.siteOrigin] });
  await server.run('site privacy', { site: site.id, privacy });
  await server.run('sessions import', {
    site: site.id,
    sessions: sessions.filter(({ id }) => id === 'one-seat'),
  });
});
after(async () => {
  await browser?.close();
  pages?.close();
  await server?.close();
});

const said = {
  fr: {
    title: 'Adresse à confirmer',
    mail: /messages indésirables/,
    by: /valable jusqu’au .* à \d+\sh/,
  },
  ar: {
    title: 'البريد الإلكتروني في انتظار التأكيد',
    mail: /غير المرغوب/,
    by: /صالح إلى غاية .* \d\d:\d\d/,
  },
};

for (const [lang, { title, mail, by }] of Object.entries(said)) {
  test(`the page says that an address has to be confirmed, how and by when (${lang})`, async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    page.setDefaultTimeout(20_000);
    const script = `<script type="module" src="${pages.assetsOrigin}/nafida.js" data-site="${world.main.id}" data-api="${server.url}" data-lang="${lang}"></script>`;
    await page.goto(
      pages.page(`${script}<nafida-session-calendar session="one-seat"></nafida-session-calendar>`),
    );
    const calendar = page.locator('nafida-session-calendar');
    await calendar.locator('.register').click();
    await calendar.locator('#field-name').fill('Fatima');
    await calendar.locator('#field-email').fill(`fatima.${lang}@exemple.ma`);
    await calendar.locator('#field-consent').check();
    await page.keyboard.press('Enter');
    const result = calendar.locator('.result.unconfirmed');
    await result.waitFor();
    assert.equal(await result.getByRole('heading').first().innerText(), title);
    const text = await result.innerText();
    assert.match(text, mail);
    assert.match(text, by);
    // A seat that is not there yet opens no door and is in no calendar.
    assert.equal(await result.locator('[part="door-code"]').count(), 0);
    assert.equal(await result.locator('[part="calendar-file"]').count(), 0);
    assert.equal(await result.locator('[part="manage-code"]').count(), 1);
    await calendar.locator('[part="cancel"]').click();
    await calendar.locator('.question .danger').click();
    await calendar.locator('.result.cancelled').waitFor();
  });
}
