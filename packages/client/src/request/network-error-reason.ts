import { isLoopback } from '@nafida/contract/reads.js';
import type { NetworkErrorReason } from '../errors/network-error.js';
import { nativeFetch, toJson } from '../natives.js';
import type { ClientSettings } from './client-options.js';

/** How long one look may take, and the browser to report what its policy blocked, in milliseconds. */
const patience = 5_000;
const reportDelay = 200;

/** How long a result is used, in milliseconds: a page sends many requests at once. */
const memory = 10_000;

const found = new Map<string, { readonly at: number; readonly reason: Promise<Reason> }>();

type Reason = NetworkErrorReason | undefined;

/**
 * Looks why a request of this page was not answered. Browsers do not say; but they let a page reach what it may not read,
 * and report what its policy blocks. `url` is one that anyone may read, `names` those of the headers that were sent.
 */
export function findNetworkErrorReason(url: string, names: readonly string[]): Promise<Reason> {
  const headers = names.filter((name) => !safelisted.has(name));
  const key = toJson([url, headers]);
  const before = found.get(key);
  if (before && performance.now() - before.at < memory) return before.reason;
  const reason = look(url, headers);
  found.set(key, { at: performance.now(), reason });
  return reason;
}

/** The URL of a service that anyone may read. */
export function siteAddress({ baseUrl, site }: Pick<ClientSettings, 'baseUrl' | 'site'>): string {
  return `${baseUrl}/v1/sites/${site}`;
}

const safelisted = new Set(['Accept', 'Accept-Language']);

async function look(url: string, headers: readonly string[]): Promise<Reason> {
  const { protocol, hostname } = new URL(url);
  const isMixed = location.protocol === 'https:' && protocol === 'http:' && !isLoopback(hostname);
  if (isMixed) return 'mixed_content';
  const policy = blockedByPolicy(url);
  if (!(await passes(url, { mode: 'no-cors' }))) return (await policy) ? 'policy' : undefined;
  if (!(await passes(url, { redirect: 'manual' }))) return 'unreadable';
  if (headers.length === 0) return undefined;
  // Any value makes the browser ask first: those of the request itself stay out of it.
  const probes = Object.fromEntries(headers.map((name) => [name, probeValue[name] ?? 'probe']));
  return (await passes(url, { redirect: 'manual', headers: probes })) ? undefined : 'preflight';
}

const probeValue: Partial<Record<string, string>> = { 'Content-Type': 'application/json' };

async function passes(url: string, init: RequestInit): Promise<boolean> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patience);
  try {
    const { signal } = controller;
    await nativeFetch(url, { credentials: 'omit', cache: 'no-store', ...init, signal });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the browser reports soon that the policy of the page forbids to ask the server. */
function blockedByPolicy(url: string): Promise<boolean> {
  const { origin } = new URL(url);
  return new Promise((resolve) => {
    const settle = (isBlocked: boolean) => {
      document.removeEventListener('securitypolicyviolation', onViolation);
      resolve(isBlocked);
    };
    const onViolation = ({ blockedURI, disposition }: SecurityPolicyViolationEvent) => {
      if (disposition === 'enforce' && blockedURI.startsWith(origin)) settle(true);
    };
    document.addEventListener('securitypolicyviolation', onViolation);
    setTimeout(() => settle(false), reportDelay);
  });
}
