import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { propose, publish } from '../conformance/inputs.mjs';
import { axeViolations, launchChromium } from '../harness/browser.mjs';
import { engines, makeProvince } from './province.mjs';

const hostile = '<img src=x onerror="alert(1)"> & </style><script>alert(2)</script>';

for (const engine of engines) {
  describe(`the pages of a site (${engine})`, () => {
    let province;
    let server;
    let api;
    let reference;
    before(async () => {
      province = await makeProvince(engine);
      server = await province.serve();
      api = await province.apiOf(server);
      await addSession('pont', {
        title: { ar: 'جلسة إنصات حول القنطرة', fr: 'Session d’écoute sur le pont' },
        startTime: '15:00',
        endTime: '17:30',
        venue: { name: { fr: 'Maison de la culture' }, address: { fr: 'Avenue Hassan II' } },
        agenda: [{ title: { fr: 'Accueil' }, startTime: '15:00', minutes: 15 }],
      });
      await addSession('hostile', { title: { fr: hostile }, description: { fr: hostile } });
      await addSession('moved', { title: { fr: 'Forum des jeunes' } });
      await api.value('postponeSession', {
        parameters: { session: 'moved' },
        body: { note: { fr: 'La salle est en travaux.' } },
      });
      ({ reference } = await propose(api, {
        title: 'Un pont pour le douar',
        body: 'Quand il pleut,\nle douar est isolé.',
      }));
      await publish(api, reference);
    });
    after(() => province?.close());

    const addSession = (id, session) =>
      api.value('createSession', { body: { id, startDate: '2031-06-11', ...session } });

    const visit = async (path, headers = {}) => {
      const response = await fetch(`${server.origin}/s/${path}`, { headers });
      return { response, status: response.status, text: await response.text() };
    };

    it('say in both languages what is next and what was proposed', async () => {
      for (const [language, direction, title] of [
        ['ar', 'rtl', 'جلسة إنصات حول القنطرة'],
        ['fr', 'ltr', 'Session d’écoute sur le pont'],
      ]) {
        const { status, text, response } = await visit(`berkane?lang=${language}`);
        assert.equal(status, 200);
        assert.equal(response.headers.get('Content-Language'), language);
        assert.ok(text.includes(`<html lang="${language}" dir="${direction}">`));
        assert.ok(text.includes(title));
        assert.ok(text.includes('Un pont pour le douar'));
        for (const other of ['ar', 'fr']) assert.ok(text.includes(`hreflang="${other}"`));
      }
      const { response } = await visit('berkane');
      assert.equal(response.headers.get('Content-Language'), 'ar', 'the first of the site');
    });

    it('give the hour of a session as it was announced, its place and its calendar entry', async () => {
      const { text } = await visit('berkane/sessions/pont?lang=fr');
      assert.match(text, /mercredi 11 juin 2031, de 15\u00a0h à 17\u00a0h\u00a030/);
      assert.match(text, /Maison de la culture/);
      assert.match(text, /Accueil/);
      const [, calendar] = /href="(\/v1\/[^"]+\.ics[^"]*)"/.exec(text) ?? [];
      const entry = await fetch(server.origin + calendar.replaceAll('&amp;', '&'));
      assert.match(await entry.text(), /BEGIN:VEVENT/);
    });

    it('tell search engines when and where a session is, whatever is written in it', async () => {
      const { text } = await visit('berkane/sessions?lang=fr');
      const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
      const events = JSON.parse(json)['@graph'];
      const bridge = events.find(({ name }) => name === 'Session d’écoute sur le pont');
      assert.match(bridge.startDate, /^2031-06-11T15:00:00/);
      assert.equal(bridge.location.name, 'Maison de la culture');
      assert.ok(events.some(({ name }) => name === hostile));
      const moved = events.find(({ name }) => name === 'Forum des jeunes');
      assert.equal(moved.eventStatus, 'https://schema.org/EventPostponed');
    });

    it('say that a session is put off, and why', async () => {
      const { text } = await visit('berkane/sessions/moved?lang=fr');
      assert.match(text, /Reportée à une date ultérieure/);
      assert.match(text, /La salle est en travaux\./);
    });

    it('show what people typed as text', async () => {
      for (const path of ['', '/sessions', '/sessions/hostile']) {
        const { text, response } = await visit(`berkane${path}?lang=fr`);
        assert.ok(text.includes('&lt;img src=x'), path);
        assert.doesNotMatch(text, /<img|<script(?! type="application\/ld\+json")/);
        assert.match(response.headers.get('Content-Security-Policy'), /^default-src 'none'/);
      }
    });

    it('find proposals by their words, and say when there is none', async () => {
      const found = await visit('berkane/proposals?lang=fr&q=pont');
      assert.match(found.text, /Un pont pour le douar/);
      const none = await visit('berkane/proposals?lang=fr&q=piscine');
      assert.doesNotMatch(none.text, /Un pont pour le douar/);
      assert.match(none.text, /Aucune proposition ne correspond/);
      assert.match(none.text, /value="piscine"/);
    });

    it('lead from one page of a long list to the next', async () => {
      for (let number = 1; number <= 26; number++) {
        await publish(api, (await propose(api, { title: `Proposition n° ${number}` })).reference);
      }
      const first = await visit('berkane/proposals?lang=fr');
      assert.doesNotMatch(first.text, /Un pont pour le douar/);
      const [, next] = /rel="next" href="([^"]+)"/.exec(first.text) ?? [];
      const second = await fetch(server.origin + next.replaceAll('&amp;', '&'));
      assert.match(await second.text(), /Un pont pour le douar/);
    });

    it('show the answer of the administration as soon as it is given', async () => {
      const path = `berkane/proposals/${reference}?lang=fr`;
      const before = await visit(path);
      assert.match(before.text, /n’a pas encore répondu/);
      await api.value('answerSubmission', {
        parameters: { submission: reference },
        body: { status: 'accepted', text: { fr: 'Les travaux commencent en mai.' } },
      });
      const { text, response } = await visit(path);
      assert.match(text, /Les travaux commencent en mai\./);
      assert.match(text, /Retenue/);
      const again = await visit(path, { 'If-None-Match': response.headers.get('ETag') });
      assert.equal(again.status, 304);
    });

    it('explain in the language of the reader what is not there', async () => {
      for (const [path, status, words] of [
        ['berkane/sessions/nowhere?lang=fr', 404, 'Page introuvable'],
        ['berkane/proposals/2031-0000?lang=ar', 404, 'الصفحة غير موجودة'],
        ['nowhere?lang=fr', 404, 'Page introuvable'],
        ['berkane/proposals?lang=fr&cursor=made-up', 400, 'Cette adresse n’est pas valable'],
      ]) {
        const answer = await visit(path);
        assert.equal(answer.status, status, path);
        assert.match(answer.response.headers.get('Content-Type'), /^text\/html/);
        assert.ok(answer.text.includes(words), path);
      }
    });

    it('offer proposals and answers as feeds', async () => {
      const [, json] = /^(.*)$/.exec((await visit('berkane/proposals.json?lang=fr')).text) ?? [];
      const { version, items } = JSON.parse(json);
      assert.equal(version, 'https://jsonfeed.org/version/1.1');
      assert.match(items[0].content_text, /Les travaux commencent en mai\./, 'answered last');
      const atom = await visit('berkane/proposals.atom?lang=fr');
      assert.match(atom.response.headers.get('Content-Type'), /^application\/atom\+xml/);
      assert.ok(atom.text.includes(`<id>urn:nafida:site:berkane:proposal:${reference}</id>`));
    });

    if (engine === 'embedded') {
      it('are accessible, narrow and wide, and feeds are well-formed', async () => {
        const browser = await launchChromium();
        try {
          for (const width of [320, 1280]) {
            const page = await browser.newPage({ viewport: { width, height: 800 } });
            for (const path of [
              '',
              '/sessions',
              '/sessions/hostile',
              '/sessions/pont',
              '/proposals',
              `/proposals/${reference}`,
            ]) {
              for (const language of ['ar', 'fr']) {
                await page.goto(`${server.origin}/s/berkane${path}?lang=${language}`);
                assert.deepEqual(await axeViolations(page), [], `${path} ${language} ${width}`);
                const overflow = await page.evaluate(
                  () => document.documentElement.scrollWidth - innerWidth,
                );
                assert.ok(overflow <= 0, `${path} ${language} ${width}: ${overflow} px too wide`);
              }
            }
            await page.close();
          }
          const { text } = await visit('berkane/proposals.atom?lang=ar');
          const page = await browser.newPage();
          const errors = await page.evaluate((xml) => {
            const parsed = new DOMParser().parseFromString(xml, 'application/xml');
            return [...parsed.querySelectorAll('parsererror')].map((error) => error.textContent);
          }, text);
          assert.deepEqual(errors, []);
        } finally {
          await browser.close();
        }
      });
    }
  });
}
