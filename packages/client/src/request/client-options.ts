import type { FieldIssue, Locale } from '@nafida/contract';
import { siteIdPattern } from '@nafida/contract/reads.js';
import { InputError } from '../errors/input-error.js';
import { nativeFetch } from '../natives.js';
import type { Around, ClientHooks } from './client-hooks.js';
import { defaultRetry, noRetry, type RetryOptions, type RetryPolicy } from './retry-policy.js';

/** The options of {@link createClient}. */
export interface ClientOptions {
  /** The URL of the server, with or without `/v1`; in a page or a worker it may be relative to that. */
  readonly baseUrl: string | URL;
  /** Name of the site: a commune, province or region on that server. */
  readonly site: string;
  /** Language to ask the server for; editorial texts come in all their languages anyway. */
  readonly locale?: Locale;
  /** Replaces the platform's `fetch`, for tests and for servers with proxies. */
  readonly fetch?: typeof globalThis.fetch;
  /** Longest wait for one complete answer, in milliseconds; default: 15,000. */
  readonly timeoutMs?: number;
  /** How often and how patiently to try again, or `false` for never. */
  readonly retry?: Partial<RetryOptions> | false;
  /** Bearer token of staff, for the staff client. Never put one into a public page. */
  readonly staffToken?: string;
  /** Told of every request, and asked for headers of its own. */
  readonly hooks?: ClientHooks;
  /** Ends everything the client is doing once aborted. */
  readonly signal?: AbortSignal;
}

/** What a client is made of where nobody brings hooks: pages that only draw elements do not load what runs them. */
export interface CoreOptions extends Omit<ClientOptions, 'hooks'> {
  /** Runs each attempt. */
  readonly around?: Around;
}

/** {@link ClientOptions}, checked and completed. */
export interface ClientSettings {
  /** Absolute, without a slash at the end. */
  readonly baseUrl: string;
  readonly site: string;
  readonly locale: Locale | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly retry: RetryPolicy;
  readonly staffToken: string | undefined;
  readonly around: Around | undefined;
  readonly signal: AbortSignal | undefined;
}

const defaultTimeoutMs = 15_000;

/** Checks and completes options. Throws `InputError` for a base URL or a site name that cannot be one. */
export function settingsFrom(options: CoreOptions): ClientSettings {
  const baseUrl = absoluteBase(options.baseUrl);
  const issues: FieldIssue[] = [];
  if (!baseUrl) issues.push({ path: 'baseUrl', code: 'invalid_format' });
  if (!siteIdPattern.test(options.site)) issues.push({ path: 'site', code: 'invalid_format' });
  if (!baseUrl || issues.length > 0) throw new InputError(issues);
  return {
    baseUrl,
    site: options.site,
    locale: options.locale,
    fetch: options.fetch ?? nativeFetch,
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    retry: options.retry === false ? noRetry : { ...defaultRetry, ...options.retry },
    staffToken: options.staffToken,
    around: options.around,
    signal: options.signal,
  };
}

function absoluteBase(baseUrl: string | URL): string | undefined {
  let url: URL;
  try {
    url = new URL(baseUrl, globalThis.document?.baseURI ?? globalThis.location?.href);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return `${url.origin}${url.pathname}`.replace(/(\/v1)?\/*$/, '');
}
