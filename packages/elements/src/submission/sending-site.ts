import type { Client, ReadOptions } from '@nafida/client';
import { diagnose, ProblemError } from '@nafida/client/core.js';
import type { Site } from '@nafida/contract';

/** Whether the site takes what this page sends: what is typed into a page that it does not know would be lost. */
export function maySend({ service }: Client, { origins }: Site): boolean {
  const { origin, location } = globalThis;
  if (!origins || origins.includes(origin)) return true;
  return origins.includes('self') && new URL(service.baseUrl).host === location.host;
}

/** The site; asked for anew where an answer that was kept for a while says that this page may not send. */
export async function readSendingSite(client: Client, options: ReadOptions): Promise<Site> {
  const site = await client.site.get(options);
  return options.fresh || maySend(client, site)
    ? site
    : client.site.get({ ...options, fresh: true });
}

/** What the site would answer to a page that may not send. */
export function unlistedOrigin({ service: { baseUrl, site } }: Client): ProblemError {
  const code = 'origin_not_allowed';
  const problem = { type: `urn:nafida:problem:${code}`, title: 'Not sent', status: 403, code };
  const url = `${baseUrl}/v1/sites/${site}`;
  return new ProblemError(problem, { maybeSent: false, idempotencyKey: undefined, url });
}

const ofThisRequest = new Set<string>([
  'altered',
  'not_found',
  'preflight',
  'settings',
  'too_large',
  'unlisted_origin',
]);

/** The site, whose people can be turned to, where it answers although `error` will last; undefined otherwise. */
export async function siteBehind(client: Client, error: unknown): Promise<Site | undefined> {
  if (!ofThisRequest.has(diagnose(error).reason)) return undefined;
  return client.site.get().catch(() => undefined);
}
