import type { Client } from '@nafida/client';
import { createClient } from '@nafida/client';
import { uploadAttachment } from '@nafida/client/attachments.js';
import { createStaffClient } from '@nafida/client/staff.js';
import type { FakeServer } from '@nafida/client/testing';
import { createFakeServer, sampleConsultation, sampleSite } from '@nafida/client/testing';
import { fixture, html } from '@open-wc/testing';
import { waitUntil } from './wait-until.js';

/** A proposal that is there, published. */
export interface PublishedProposal {
  readonly title: string;
  readonly body?: string;
  readonly language?: 'ar' | 'fr';
  readonly axis?: string;
  readonly territory?: string;
  readonly answer?: string;
  /** Id of a session of the fake: `listening-session`. */
  readonly session?: string;
  /** Documents that came with it, by what they show; empty for nothing said. */
  readonly documents?: readonly string[];
}

/** A server in memory with published proposals, the first being the oldest; and their references. */
export async function serverWith(proposals: readonly PublishedProposal[]) {
  const { policy } = sampleConsultation();
  const takesFiles = { ...policy, attachments: { count: 3, bytes: 2_000_000 } };
  const server = createFakeServer({ consultations: [sampleConsultation({ policy: takesFiles })] });
  const { baseUrl, site, fetch, staffToken } = server;
  const options = { baseUrl, site, fetch, staffToken, retry: false } as const;
  const client = createClient(options);
  const staff = createStaffClient(options);
  const references: string[] = [];
  for (const { answer, territory, documents = [], ...proposal } of proposals) {
    const attachments = [];
    for (const description of documents) {
      const file = new Blob(['%PDF-1.4 ', new Uint8Array(1_500_000)]);
      const token = await uploadAttachment(client, file, { consultation: 'digital-2030' });
      attachments.push({ token, ...(description && { description }) });
    }
    const { reference } = await client.proposals.create({
      consultation: 'digital-2030',
      axis: 'access-and-uses',
      body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
      language: 'ar',
      consent: { privacyHash: sampleSite().privacy!.hash },
      ...(territory && { territory: { code: territory, vintage: 2024 } }),
      ...(attachments.length > 0 && { attachments }),
      ...proposal,
    });
    await client.moderation.decide(reference, { decision: 'publish' });
    if (answer) {
      await staff.proposals.answer(reference, { status: 'accepted', text: { ar: answer } });
    }
    references.push(reference);
  }
  return { server, client, references };
}

/** An element that shows published proposals, on a page of its own. */
export interface PublishedFixture<Element extends HTMLElement> {
  readonly element: Element;
  readonly server: FakeServer;
  readonly client: Client;
  readonly find: (selector: string) => HTMLElement;
  readonly has: (selector: string) => boolean;
  readonly all: (selector: string) => HTMLElement[];
  /** Text of the first match, white space folded. */
  readonly text: (selector: string) => string;
  /** Waits until `selector` is drawn, and gives it. */
  readonly shown: (selector: string) => Promise<HTMLElement>;
}

/** Puts `tag` on a page of the given language. */
export async function publishedFixture<Tag extends 'nafida-proposal' | 'nafida-proposal-list'>(
  tag: Tag,
  { server, client }: { readonly server: FakeServer; readonly client: Client },
  attributes: Readonly<Record<string, string>> = {},
  { lang = 'ar', width = 700 }: { lang?: 'ar' | 'fr' | 'en'; width?: number } = {},
): Promise<PublishedFixture<HTMLElementTagNameMap[Tag]>> {
  const page = await fixture<HTMLElement>(html`
    <div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'} style="inline-size: ${width}px"></div>
  `);
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.client = client;
  page.append(element);
  const all = (selector: string) => {
    const inner = element.shadowRoot?.querySelector('nafida-proposal')?.shadowRoot;
    const roots = [element.shadowRoot, inner].filter((root) => root != null);
    return roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
  };
  const has = (selector: string) => all(selector).length > 0;
  const find = (selector: string) => {
    const [first] = all(selector);
    if (!first) throw new Error(`Nothing matches "${selector}".`);
    return first;
  };
  return {
    ...{ element, server, client, all, has, find },
    text: (selector) => find(selector).textContent.replace(/\s+/g, ' ').trim(),
    async shown(selector) {
      await waitUntil(() => has(selector), `"${selector}" is drawn`);
      return find(selector);
    },
  };
}
