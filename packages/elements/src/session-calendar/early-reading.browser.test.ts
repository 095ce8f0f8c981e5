import { createClient } from '@nafida/client';
import { createFakeServer } from '@nafida/client/testing';
import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.js';
import './define.js';

// By itself: what is told of texts holds for the first calendar of a page only.
describe('the first calendar of a page', () => {
  it('asks for its sessions while its texts are still on their way', async () => {
    const { baseUrl, site, fetch } = createFakeServer({});
    const calendar = document.createElement('nafida-session-calendar');
    const { locale } = calendar as unknown as { locale: { messages: object | undefined } };
    // A plain yes or no: the runner never comes back from telling how texts, full of functions, differ from none.
    const hadTexts: boolean[] = [];
    calendar.client = createClient({
      baseUrl,
      site,
      fetch: (...request) => {
        hadTexts.push(locale.messages !== undefined);
        return fetch(...request);
      },
    });
    const around = await fixture(html`<div lang="en"></div>`);
    around.append(calendar);
    await waitUntil(() => hadTexts.length > 0);
    expect(hadTexts[0]).to.equal(false);
    await calendar.updateComplete;
  });
});
