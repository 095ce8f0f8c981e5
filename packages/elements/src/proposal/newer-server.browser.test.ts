import { createClient } from '@nafida/client';
import { sampleSession } from '@nafida/client/testing';
import { expect } from '@open-wc/testing';
import { calendarFixture, stopClock } from '../testing/calendar-fixture.js';
import { publishedFixture, serverWith } from '../testing/published-fixture.js';
import '../session-calendar/define.js';
import './define.js';

const undrawn = /undefined|null|\[object|unknown|brand_new/;

describe('what a server of a later version says', () => {
  it('is drawn as a proposal in a language and of a state that nobody knew', async () => {
    const { server, references } = await serverWith([{ title: 'Carretera', territory: '02.113' }]);
    const fetch: typeof globalThis.fetch = async (...request) => {
      const answer = await server.fetch(...request);
      const text = (await answer.text())
        .replaceAll(/"language":"\w+"/g, '"language":"es"')
        .replaceAll('"not_answered"', '"brand_new"')
        .replaceAll('"web"', '"brand_new"')
        .replaceAll('"code":"02.113","vintage":2024', '"code":"13.999.9.9.9","vintage":2034');
      return new Response(text, answer);
    };
    const { baseUrl, site } = server;
    const client = createClient({ baseUrl, site, fetch, retry: false });
    const page = await publishedFixture(
      'nafida-proposal',
      { server, client },
      { reference: references[0]! },
      { lang: 'fr' },
    );
    const title = await page.shown('[lang="es"]');
    expect(title.textContent).to.contain('Carretera');
    expect(page.element.shadowRoot!.textContent).not.to.match(undrawn);
  });
});

describe('a session of a later version', () => {
  stopClock();

  it('is drawn with what is known of it, and without what is not', async () => {
    const session = sampleSession({
      id: 'new',
      startDate: '2026-11-26',
      kind: 'unknown',
      status: 'unknown',
      typeOfMeeting: 'unknown',
      title: { es: 'Reunión' } as never,
      languages: ['fr', 'es'],
      accessibility: ['unknown', 'step_free'],
      audiences: ['unknown'],
      territory: { code: '13.999.9.9.9', vintage: 2034 },
    });
    const page = await calendarFixture({
      sessions: [session],
      lang: 'fr',
      attributes: { session: 'new' },
    });
    const title = await page.shown('[part~="page-title"]');
    expect(title.querySelector('[lang="es"]')?.textContent).to.equal('Reunión');
    const text = page.text('.page');
    expect(text).to.contain('français').and.not.to.match(undrawn);
    expect(text).not.to.match(/Langues\s*français, es\b/);
  });
});
