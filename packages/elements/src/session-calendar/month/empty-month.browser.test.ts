import { createClient } from '@nafida/client';
import { createFakeServer, sampleSession } from '@nafida/client/testing';
import { expect, fixture, html } from '@open-wc/testing';
import { stopClock } from '../../testing/calendar-fixture.js';
import { waitUntil } from '../../testing/wait-until.js';
import '../define.js';

/** Where `selector` stands as soon as there is such an element, and where `later` stands once `until` is there. */
async function placesOf(
  { lang, width, ...attributes }: { lang: string; width: number; view: string; hijri?: string },
  { selector, later, until }: { selector: string; later: string; until: string },
) {
  const server = createFakeServer({ sessions: [sampleSession({ startDate: '2026-11-25' })] });
  const { baseUrl, site, fetch } = server;
  const around = await fixture(
    html`<div
      lang=${lang}
      dir=${lang === 'ar' ? 'rtl' : 'ltr'}
      style="inline-size: ${width}px"
    ></div>`,
  );
  const calendar = document.createElement('nafida-session-calendar');
  calendar.client = createClient({ baseUrl, site, fetch });
  for (const [name, value] of Object.entries(attributes)) calendar.setAttribute(name, value);
  const find = (wanted: string) => calendar.shadowRoot?.querySelector(wanted);
  const placeOf = (element: Element) => {
    const { top, height, width: wide } = element.getBoundingClientRect();
    return [top, height, wide];
  };
  around.append(calendar);
  const before = await new Promise<number[]>((resolve) => {
    new MutationObserver((_records, observer) => {
      const element = find(selector);
      if (!element) return;
      observer.disconnect();
      resolve(placeOf(element));
    }).observe(calendar.shadowRoot!, { childList: true, subtree: true });
  });
  await waitUntil(() => find(until)?.textContent?.trim());
  return { before, after: placeOf(find(later)!) };
}

describe('a calendar before its sessions are there', () => {
  stopClock();

  for (const width of [310, 360, 900]) {
    it(`stands in its place from the first moment: nothing moves when they come (${width} px)`, async () => {
      const { before, after } = await placesOf(
        { lang: 'ar', width, view: 'month' },
        { selector: '.empty-month .grid', later: '.grid', until: '[data-opens]' },
      );
      expect(before).to.deep.equal(after);
    });

    for (const lang of ['ar', 'fr']) {
      it(`has room for the names of Hijri months, which come later (${width} px, ${lang})`, async () => {
        const { before, after } = await placesOf(
          { lang, width, view: 'month', hijri: '' },
          { selector: '.grid', later: '.grid', until: '.hijri' },
        );
        expect(before).to.deep.equal(after);
      });
    }
  }
});
