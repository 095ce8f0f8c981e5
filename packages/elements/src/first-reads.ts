import { begin } from '@nafida/client/first-reads.js';
import type { PageDefaults } from './foundation/page/page-defaults.js';

/** What narrows or moves what a calendar or a list shows first: then the element asks by itself. */
const choosing: Readonly<Record<string, readonly string[]>> = {
  'nafida-session-calendar':
    'src view month from to within territory type audience series q remember session'.split(' '),
  'nafida-proposal-list':
    'proposal consultation axis territory within session status q sort remember'.split(' '),
};

/**
 * Asks for what an element shows first while its files are still on their way: on a slow line nobody waits for one answer
 * after the other. Only what a tag with no wishes of its own asks for; the client takes an answer that has the address it
 * needs, and an answer that nobody takes was asked for in vain, no more.
 */
export function beginReads(element: Element, settings: PageDefaults): void {
  const told = (name: string) => element.closest(`[${name}]`)?.getAttribute(name) || undefined;
  const api = told('api') ?? settings.api;
  const site = told('site') ?? settings.site;
  if (!api || !site) return;
  const wishes = choosing[element.localName] ?? [];
  if (wishes.some((name) => element.hasAttribute(name))) return;
  const base = `${api.replace(/\/+$/, '')}/v1/sites/${encodeURIComponent(site)}`;
  for (const path of pathsOf(element)) begin(base + path);
}

function pathsOf(element: Element): readonly string[] {
  switch (element.localName) {
    case 'nafida-proposal-form': {
      const id = element.getAttribute('consultation');
      return ['', `/consultations${id ? `/${encodeURIComponent(id)}` : ''}`];
    }
    case 'nafida-session-calendar':
      return [`/sessions?limit=100&${comingMonths()}`];
    case 'nafida-proposal-list':
      return ['/proposals?limit=20', '/consultations?limit=100'];
    default:
      return [];
  }
}

/**
 * The present month and the one after it, as the calendar asks for them. Morocco keeps the time of Greenwich since September
 * 2026 (IANA tz 2026c).
 */
function comingMonths(): string {
  const now = new Date();
  const day = (months: number, date: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, date))
      .toISOString()
      .slice(0, 10);
  return `from=${day(0, 1)}&to=${day(2, 0)}`;
}
