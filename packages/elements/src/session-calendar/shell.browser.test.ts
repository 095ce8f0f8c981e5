import { createClient } from '@nafida/client';
import { createFakeServer, sampleSession } from '@nafida/client/testing';
import { expect, fixture, html } from '@open-wc/testing';
import { stopClock } from '../testing/calendar-fixture.js';
import { waitUntil } from '../testing/wait-until.js';
import './define.js';

describe('a calendar before its sessions are there', () => {
  stopClock();

  for (const width of [360, 900]) {
    it(`stands in its place from the first moment: nothing moves when they come (${width} px)`, async () => {
      const server = createFakeServer({ sessions: [sampleSession({ startDate: '2026-11-25' })] });
      const { baseUrl, site, fetch } = server;
      const around = await fixture(
        html`<div lang="ar" dir="rtl" style="inline-size: ${width}px"></div>`,
      );
      const calendar = document.createElement('nafida-session-calendar');
      calendar.client = createClient({ baseUrl, site, fetch });
      calendar.view = 'month';
      const places: DOMRect[] = [];
      const grid = () => calendar.shadowRoot?.querySelector('.shell .grid');
      around.append(calendar);
      await new Promise<void>((resolve) => {
        new MutationObserver((_records, observer) => {
          const shell = grid();
          if (!shell) return;
          places.push(shell.getBoundingClientRect());
          observer.disconnect();
          resolve();
        }).observe(calendar.shadowRoot!, { childList: true, subtree: true });
      });
      await waitUntil(() => calendar.shadowRoot!.querySelector('[data-opens]') !== null);
      places.push(calendar.shadowRoot!.querySelector('.grid')!.getBoundingClientRect());
      const [before, after] = places.map(({ top, height, width: wide }) => [top, height, wide]);
      expect(before).to.deep.equal(after);
    });
  }
});
