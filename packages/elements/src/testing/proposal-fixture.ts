import type { Client } from '@nafida/client';
import { createClient } from '@nafida/client';
import type { FakeServer, FakeServerOptions } from '@nafida/client/testing';
import { createFakeServer } from '@nafida/client/testing';
import { fixture, html } from '@open-wc/testing';
import type { ProposalFormElement } from '../proposal-form/index.js';
import { press, type } from './keyboard.js';
import { waitUntil } from './wait-until.js';

/** Words of a proposal, as someone may write it. */
export const words = {
  title: 'تغطية الدواوير بالأنترنت',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
};

/** How the page around a form is. */
export interface ProposalFixtureOptions extends FakeServerOptions {
  readonly lang?: 'ar' | 'fr' | 'en';
  /** Of the form, in px. */
  readonly width?: number;
  /** Of the form; without `draft` it keeps none. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The address of the server as the client has it; the device stores its data under this address. */
  readonly baseUrl?: string;
  /** A server that was there before. */
  readonly server?: FakeServer;
  /** Called before the form asks for anything. */
  readonly prepare?: (server: FakeServer) => void;
}

/** A form on a page, and what it talks to. */
export interface ProposalFixture {
  readonly form: ProposalFormElement;
  /** The part of the page around it, which says the language. */
  readonly page: HTMLElement;
  readonly server: FakeServer;
  readonly client: Client;
  readonly find: (selector: string) => HTMLElement;
  readonly has: (selector: string) => boolean;
  readonly all: (selector: string) => HTMLElement[];
  /** Text of the first match, white space folded. */
  readonly text: (selector: string) => string;
  /** Waits until `selector` is drawn, and gives it. */
  readonly shown: (selector: string) => Promise<HTMLElement>;
  readonly input: (field: string) => HTMLInputElement;
  /** Errors beside the fields. */
  readonly errors: () => string[];
  /** Fills in with real keys what a proposal needs. */
  readonly fill: () => Promise<void>;
  /** Proposals that were sent, those that went wrong included. */
  readonly sent: () => Request[];
  /** References of the proposals that the server holds. */
  readonly stored: () => Promise<string[]>;
}

/** A form with a server in memory, in a page of the given language, once it has something to show. */
export async function proposalFixture({
  lang = 'ar',
  width = 700,
  attributes = {},
  server = undefined,
  baseUrl = undefined,
  prepare,
  ...data
}: ProposalFixtureOptions = {}): Promise<ProposalFixture> {
  const held = server ?? createFakeServer(data);
  prepare?.(held);
  const { site, fetch, staffToken } = held;
  const options = {
    baseUrl: baseUrl ?? held.baseUrl,
    site,
    retry: false,
  } as const;
  const client = createClient({ ...options, fetch });
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'} style="inline-size: ${width}px"></div>
  `);
  const form = document.createElement('nafida-proposal-form');
  for (const [name, value] of Object.entries({ draft: 'off', ...attributes })) {
    form.setAttribute(name, value);
  }
  form.client = client;
  form.append('05 36 00 00 00');
  page.append(form);

  const all = (selector: string) => [...form.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  const has = (selector: string) => all(selector).length > 0;
  const find = (selector: string) => {
    const [first] = all(selector);
    if (!first) throw new Error(`Nothing matches "${selector}".`);
    return first;
  };
  const input = (field: string) => find(`#field-${field}`) as HTMLInputElement;
  const folded = ({ textContent }: HTMLElement) => textContent.replace(/\s+/g, ' ').trim();
  const shown = async (selector: string) => {
    await waitUntil(() => has(selector), `"${selector}" is drawn`);
    await form.updateComplete;
    return find(selector);
  };
  await shown('form, .outbox, .receipt, .notice, .failure');
  return {
    ...{ form, page, server: held, client, all, has, find, input, shown },
    text: (selector) => folded(find(selector)),
    errors: () => all('.field .error').map(folded),
    async fill() {
      input('axis').focus();
      await press('Space');
      input('title').focus();
      await type(words.title);
      input('body').focus();
      await type(words.body);
      input('consent').focus();
      await press('Space');
      await form.updateComplete;
    },
    sent: () =>
      held.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/proposals')),
    async stored() {
      const staff = createClient({ ...options, fetch, staffToken });
      return (await staff.moderation.list().page()).items.map(({ reference }) => reference);
    },
  };
}
