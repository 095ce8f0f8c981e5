import type { Client } from '@nafida/client';
import { createClient } from '@nafida/client';
import type { FakeServer, FakeServerOptions } from '@nafida/client/testing';
import { createFakeServer, sampleSite } from '@nafida/client/testing';
import { fixture, html } from '@open-wc/testing';
import type { SessionCalendarElement } from '../session-calendar/index.js';
import { waitUntil } from './wait-until.js';

/** What clocks show in these tests: Wednesday 18 November 2026, 10:00 in Rabat. */
export const now = Date.parse('2026-11-18T10:00:00+00:00');

/** Stops the clock at {@link now} for the tests of the block it is called in. */
export function stopClock(): void {
  const { now: running } = Date;
  before(() => {
    Date.now = () => now;
  });
  after(() => {
    Date.now = running;
  });
}

// Pages of one run share the browser's storage: each site of each page is its own.
const page = `site-${Math.trunc(performance.timeOrigin).toString(36)}`;
let sites = 0;

/** How the page around a calendar is. */
export interface CalendarFixtureOptions extends FakeServerOptions {
  readonly lang?: 'ar' | 'fr' | 'en' | 'zgh';
  /** Of the calendar, in px. */
  readonly width?: number;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Is of the same site as others with this mark, and finds what they left on the device. */
  readonly keepsDevice?: boolean;
  /** How long the client waits for an answer, where none is to come; default: that of the client. */
  readonly timeoutMs?: number;
  /** Called before the calendar asks for anything. */
  readonly prepare?: (server: FakeServer) => void;
}

/** A calendar on a page, and what it talks to. */
export interface CalendarFixture {
  readonly calendar: SessionCalendarElement;
  readonly server: FakeServer;
  readonly client: Client;
  readonly find: (selector: string) => HTMLElement;
  readonly has: (selector: string) => boolean;
  readonly all: (selector: string) => HTMLElement[];
  /** Text of the first match, white space folded. */
  readonly text: (selector: string) => string;
  /** Waits until `selector` is drawn, and gives it. */
  readonly shown: (selector: string) => Promise<HTMLElement>;
  /** Waits until nothing matches `selector`. */
  readonly gone: (selector: string) => Promise<void>;
}

/** A calendar with a server in memory, in a page of the given language. Does not wait for its sessions. */
export async function calendarFixture({
  lang = 'ar',
  width = 900,
  attributes = {},
  keepsDevice = false,
  timeoutMs,
  prepare,
  ...data
}: CalendarFixtureOptions): Promise<CalendarFixture> {
  const site = keepsDevice ? sampleSite() : sampleSite({ id: `${page}-${(sites += 1)}` });
  const server = createFakeServer({ now: () => now, site, ...data });
  prepare?.(server);
  const client = createClient({
    baseUrl: server.baseUrl,
    site: server.site,
    fetch: server.fetch,
    retry: false,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  const around = await fixture(html`
    <div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'} style="inline-size: ${width}px"></div>
  `);
  const calendar = document.createElement('nafida-session-calendar');
  for (const [name, value] of Object.entries(attributes)) calendar.setAttribute(name, value);
  calendar.client = client;
  calendar.append('05 36 00 00 00');
  around.append(calendar);
  const all = (selector: string) => [
    ...calendar.shadowRoot!.querySelectorAll<HTMLElement>(selector),
  ];
  const has = (selector: string) => all(selector).length > 0;
  const find = (selector: string) => {
    const [first] = all(selector);
    if (!first) throw new Error(`Nothing matches "${selector}".`);
    return first;
  };
  await waitUntil(() => has('.root') && !has('.empty-month'), 'the calendar is drawn');
  return {
    ...{ calendar, server, client, all, has, find },
    text: (selector) => find(selector).textContent.replace(/\s+/g, ' ').trim(),
    async shown(selector) {
      await waitUntil(() => has(selector), `"${selector}" is drawn`);
      await calendar.updateComplete;
      return find(selector);
    },
    gone: (selector) => waitUntil(() => !has(selector), `"${selector}" is gone`),
  };
}
